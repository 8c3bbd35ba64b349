import type { NewEvent } from "../event.ts";

/**
 * An event as SQLite's thread is told it: its columns in the order of the table, the numbers as they are. An object with objects in it takes
 * twice as long to send, for the names of its fields are sent with each.
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
  payload: string,
  replayOf: string | undefined,
  numbers: readonly string[],
];

export function rowOf(event: NewEvent): EventRow {
  const { callId, conferenceId, messageId, applicationId, numbers } = event.keys;
  return [
    event.id,
    event.family,
    event.type,
    event.rawType,
    event.time,
    event.receivedAt,
    event.source,
    callId,
    conferenceId,
    messageId,
    applicationId,
    event.payload,
    event.replayOf,
    numbers,
  ];
}

export function eventOf(row: EventRow): NewEvent {
  const [
    id,
    family,
    type,
    rawType,
    time,
    receivedAt,
    source,
    callId,
    conferenceId,
    messageId,
    applicationId,
  ] = row;
  const [, , , , , , , , , , , payload, replayOf, numbers] = row;
  const keys = { callId, conferenceId, messageId, applicationId, numbers };
  return { id, family, type, rawType, time, receivedAt, source, replayOf, keys, payload };
}
