import { encodeCursor, type Place } from "./cursor.ts";

/**
 * A span of the log in which it is surely one and the same. A new run begins whenever the log may have been replaced, for example by a
 * backup. The events of a run are those behind `start`, up to the start of the next run. `after` is the last event that the log had when the
 * run began; it is less than `start` if the log had lost its newest events.
 */
export type Run = { name: string; after: number; start: number };

/** So many runs are kept of those whose events are all given up: a cursor of an earlier one is told as of another log. */
const MOST_GIVEN_UP = 100;

/**
 * The runs with a new one behind the event numbered `last`, or behind `seen` where somebody has seen more than the log has. Runs that
 * added nothing are forgotten, for nobody holds a cursor of them. Events are given up up to `trimmed`.
 */
export function withRun(
  runs: readonly Run[],
  name: string,
  { last, seen, trimmed }: { last: number; seen: number; trimmed: number },
): Run[] {
  const empty = runs.find(({ start }) => start >= last);
  const used = runs.filter(({ start }) => start < last);
  const givenUp = used.filter((_, index) => (used[index + 1]?.start ?? last) < trimmed).length;
  const kept = used.slice(Math.max(0, givenUp - MOST_GIVEN_UP));
  return [...kept, { name, after: Math.min(empty?.after ?? last, last), start: Math.max(last, seen) }];
}

/** The place of an event: its number and the run that it belongs to, which never changes. */
export function placeOf(runs: readonly Run[], seq: number): Place {
  const run = runs.findLast(({ start }) => start < seq) ?? runs[0];
  return { run: run?.name ?? "00000000", seq };
}

/** The cursor of an event. */
export const cursorOf = (runs: readonly Run[], seq: number): string => encodeCursor(placeOf(runs, seq));

/** Whether an event was ever at that place of the log; `last` is the number of the newest event. */
export function knows(runs: readonly Run[], { run, seq }: Place, last: number): boolean {
  return seq <= endOf(runs, run, last);
}

/** The number of the last event that two logs have in common, 0 when they have none: of the last run that both know. */
export function lastInCommon(
  one: { runs: readonly Run[]; last: number },
  other: { runs: readonly Run[]; last: number },
): number {
  const common = one.runs.findLast(({ name }) => other.runs.some((run) => run.name === name));
  if (!common) return 0;
  return Math.min(endOf(one.runs, common.name, one.last), endOf(other.runs, common.name, other.last));
}

/** The number of the last event of a run, -1 for one that the log does not know. */
function endOf(runs: readonly Run[], name: string, last: number): number {
  const index = runs.findIndex((run) => run.name === name);
  return index < 0 ? -1 : (runs[index + 1]?.after ?? last);
}
