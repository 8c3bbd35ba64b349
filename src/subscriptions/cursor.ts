/**
 * A place in the log as clients see it: the run of the gateway that added the event, and the event's number. The run tells a cursor of
 * this log from one of a log that stood in its place, also of one that was put back from a backup and has grown again since.
 */
export type Place = { run: string; seq: number };

/** The place before the first event that the log has. */
export const BEGINNING = "0";

export function encodeCursor({ run, seq }: Place): string {
  return `${run}-${seq.toString(36)}`;
}

/** The place that a cursor names, or `undefined` when it is no cursor at all. */
export function decodeCursor(cursor: string): Place | undefined {
  const [, run, digits] = /^([a-z0-9]{8})-([a-z0-9]{1,10})$/.exec(cursor) ?? [];
  return run === undefined || digits === undefined ? undefined : { run, seq: Number.parseInt(digits, 36) };
}
