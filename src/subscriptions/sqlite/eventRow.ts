import type { NewEvent } from "../event.ts";

/**
 * An event as SQLite's thread is told it: flat, for with an object the names of its fields are sent each time, which took twice as long. In
 * the order of the table's columns.
 */
export type EventRow = [
  id: string,
  family: NewEvent["family"],
  type: NewEvent["type"],
  rawType: string,
  time: number | undefined,
  receivedAt: number,
  source: NewEvent["source"],
  callId: string | undefined,
  conferenceId: string | undefined,
  messageId: string | undefined,
  applicationId: string | undefined,
  numbers: readonly string[],
  payload: string,
  replayOf: string | undefined,
];

export function rowOf(event: NewEvent): EventRow {
  const { id, family, type, rawType, time, receivedAt, source, keys, payload, replayOf } = event;
  const { callId, conferenceId, messageId, applicationId, numbers } = keys;
  // biome-ignore format: one column below the other says no more
  return [
    id, family, type, rawType, time, receivedAt, source, callId, conferenceId, messageId, applicationId, numbers, payload, replayOf,
  ];
}

export function eventOf(row: EventRow): NewEvent {
  // biome-ignore format: as above
  const [
    id, family, type, rawType, time, receivedAt, source, callId, conferenceId, messageId, applicationId, numbers, payload, replayOf,
  ] = row;
  const keys = { callId, conferenceId, messageId, applicationId, numbers };
  return { id, family, type, rawType, time, receivedAt, source, replayOf, keys, payload };
}
