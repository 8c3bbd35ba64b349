import type { z } from "zod";
import { messagePayloads } from "./messagePayloads.ts";
import { voicePayloads } from "./voicePayloads.ts";

const payloads = { ...voicePayloads, ...messagePayloads };

/** The types of events that are known, in Bandwidth's spelling. */
export type KnownType = keyof typeof payloads;
export const KNOWN_TYPES = Object.keys(payloads).filter(isKnownType);

export function isKnownType(type: string): type is KnownType {
  return Object.hasOwn(payloads, type);
}

/** Which of Bandwidth's APIs an event is of; their payloads differ. */
export type Family = "voice" | "messaging";

export function familyOf(type: KnownType): Family {
  return Object.hasOwn(voicePayloads, type) ? "voice" : "messaging";
}

/** What an event is found by. */
export type Keys = {
  callId?: string | undefined;
  conferenceId?: string | undefined;
  messageId?: string | undefined;
  applicationId?: string | undefined;
  /** Every number, SIP URI or owner that the event names. */
  numbers: readonly string[];
};

/** An event before it is in the log. */
export type NewEvent = {
  /** Fingerprint of the content: the same callback delivered twice has one id. */
  id: string;
  family: Family;
  /** `unknown` for what is not in `KNOWN_TYPES`. */
  type: KnownType | "unknown";
  rawType: string;
  /** When it happened, in milliseconds since 1970, where Bandwidth told it in a readable form. */
  time: number | undefined;
  receivedAt: number;
  source: "CALLBACK" | "RECONCILED";
  /** The id of the event of which this is a copy, sent to subscribers once more for an operator: nothing has happened again. */
  replayOf?: string | undefined;
  keys: Keys;
  /** The callback's content as JSON text. */
  payload: string;
};

type EventRecord = {
  id: string;
  cursor: string;
  rawType: string;
  time: Date | undefined;
  receivedAt: Date;
  source: "CALLBACK" | "RECONCILED";
  late: boolean;
  replayed: boolean;
  payload: unknown;
};

/** An event of one type, with the fields that its payload could be read into. */
export type EventOf<T extends KnownType> = EventRecord & { type: T } & Omit<
    z.infer<(typeof payloads)[T]>,
    keyof EventRecord | "type"
  >;
export type UnknownEvent = EventRecord & { type: "unknown" } & Omit<Keys, "numbers">;

/** What events say of machine detection, of a transcription, of a media stream, and of a transcription of a live call. */
export type DetectionResult = NonNullable<EventOf<"answer">["machineDetectionResult"]>;
export type TranscriptionOfEvent = NonNullable<EventOf<"transcriptionAvailable">["transcription"]>;
export type StreamOfEvent = NonNullable<EventOf<"mediaStreamStarted">["mediaStream"]>;
export type LiveTranscriptionOfEvent = NonNullable<
  EventOf<"realTimeTranscriptionAvailable">["realTimeTranscription"]
>;

/** Events that are missing here. */
export type Gap = {
  type: "gap";
  rawType: "gap";
  id: string;
  cursor: string;
  fromCursor: string;
  toCursor: string;
  count: number | undefined;
  reason: "SLOW_SUBSCRIBER" | "RETENTION" | "LOG_REPLACED";
  receivedAt: Date;
};

/** An event out of the log. */
export type LoggedEvent = { [T in KnownType]: EventOf<T> }[KnownType] | UnknownEvent;

/** An event in its place in the log, still unread: most are never looked into by anyone. */
export type LogEntry = NewEvent & {
  seq: number;
  cursor: string;
  late: boolean;
  /** What `readEvent` made of it. */
  event?: LoggedEvent;
  /** What `bytesOf` counted. */
  bytes?: number;
};

/** The bytes of an entry's payload, counted once, however many queues it waits in. */
export function bytesOf(entry: LogEntry): number {
  entry.bytes ??= Buffer.byteLength(entry.payload);
  return entry.bytes;
}

/**
 * Reads an entry's payload into the fields of its type; an entry is read once, however many subscribers share it (with 1,000 of them
 * that was a fifth of the gateway's time).
 */
export function readEvent(entry: LogEntry): LoggedEvent {
  entry.event ??= readPayload(entry);
  return entry.event;
}

function readPayload(entry: LogEntry): LoggedEvent {
  const payload: unknown = JSON.parse(entry.payload);
  const fields =
    entry.type === "unknown"
      ? { callId: entry.keys.callId, conferenceId: entry.keys.conferenceId, messageId: entry.keys.messageId }
      : payloads[entry.type].parse(payload);
  const record: EventRecord & { type: KnownType | "unknown" } = {
    id: entry.id,
    cursor: entry.cursor,
    type: entry.type,
    rawType: entry.rawType,
    time: entry.time === undefined ? undefined : new Date(entry.time),
    receivedAt: new Date(entry.receivedAt),
    source: entry.source,
    late: entry.late,
    replayed: entry.replayOf !== undefined,
    payload,
  };
  // `type` says which of the payload schemas the fields were read with; the compiler cannot follow an index by a union.
  return { ...fields, ...record } as LoggedEvent;
}
