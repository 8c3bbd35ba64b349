import type { Place } from "./cursor.ts";
import { bytesOf, type LogEntry, type NewEvent } from "./event.ts";
import type { EventAnswer } from "./eventAnswer.ts";
import type { EventFilter } from "./eventFilter.ts";

/**
 * All that must outlive the process. Two engines have it: a SQLite file of one gateway (`sqlite/`), and a Redis that all replicas of one
 * gateway share (`redis/`); nobody but openStore.ts knows which. Whatever fails because the engine cannot be used at present rejects with
 * `StoreUnavailable`, and works again when the engine does.
 */
export type Store = {
  log: EventLog;
  idempotencyKeys: IdempotencyKeys;
  callControls: CallControls;
  callScripts: CallScripts;
  accepted: Accepted;
  eventAnswers: EventAnswers;
  rejectedCallbacks: RejectedCallbacks;
  /**
   * Makes a rate at Bandwidth, under a name, that all replicas keep to together; `undefined` for the engine of a gateway that is alone
   * and can count by itself.
   */
  createTokenBucket:
    | ((name: string, rate: { perSecond: number; capacity: number }) => TokenBucket)
    | undefined;
  openItems: OpenItems;
  /**
   * Whether this replica may do for so long what only one is to do at a time; who may is given more time when it asks again, and
   * leaves it to others with `close`. Always so for the engine of a gateway that is alone.
   */
  lease(name: string, milliseconds: number): Promise<boolean>;
  /** Why nothing can be written at present, in a sentence without secrets; `undefined` when it can. It is tried, once a second at most. */
  fault(): Promise<string | undefined>;
  /** Why some of the stored data cannot be read, likewise. All other data can be read, and new data written. */
  damage(): Promise<string | undefined>;
  /** Gives up a batch of what is past its retention; whether there is more. Replicas may do it at the same time. */
  trim(): Promise<boolean>;
  close(): Promise<void>;
};

/** The durable log of events, in the order in which they were committed. Numbers of events (`seq`) grow; some are never given. */
export type EventLog = {
  /**
   * Adds events and resolves when they are durable, with the entries of those that were not there already. What is added while the
   * writing before is under way is written together.
   */
  append(events: readonly NewEvent[]): Promise<LogEntry[]>;
  /**
   * The first `limit` entries behind `seq` that match, in order, or those with which their payloads reach so many bytes, `READ_BYTES` if
   * left out: see `isLast`. The cost depends on what it gives, not on how long the log is.
   */
  read(filter: EventFilter, seq: number, limit: number, bytes?: number): Promise<LogEntry[]>;
  /** The event with this id, if the log still has it. */
  find(id: string): Promise<LogEntry | undefined>;
  /**
   * Called with the entries that became durable together, once they are, in order, whichever replica added them: all that were not yet
   * told to followers when it is called. `missed` is called where the log gave up events before they could be told, with the number of
   * the last of them; `replaced` where it is another log, or has lost its newest events, with the cursor of the last that was told and
   * the number behind which telling goes on. None must throw.
   */
  follow(
    told: (entries: readonly LogEntry[]) => void,
    missed?: (through: number) => void,
    replaced?: (fromCursor: string, seq: number) => void,
  ): void;
  /**
   * The number of the last event that followers were told, 0 before the first. The log may have more already: of other replicas. Throws
   * `StoreUnavailable` as long as it was never known which log there is.
   */
  last(): number;
  /** The cursor of an event, by its number. */
  cursorOf(seq: number): string;
  /** How far the log reaches at this moment. */
  reach(): Promise<Reach>;
  /** How often an event was delivered beyond the first time, by its id; 0 for one that the log does not have. */
  duplicatesOf(id: string): Promise<number>;
};

/** Callbacks have a few KB as a rule and may have 256: a thousand of those would be more than a process has room for. */
export const READ_BYTES = 8 * 1024 * 1024;

/** Whether nothing that matches is behind what was read with this limit. */
export function isLast(read: readonly LogEntry[], limit: number, bytes = READ_BYTES): boolean {
  return read.length < limit && read.reduce((sum, entry) => sum + bytesOf(entry), 0) < bytes;
}

type Reach = {
  /** The number of the last event that it has or had, 0 where there never was one. */
  last: number;
  /** The number of the last event that was given up for its age or the log's size, 0 when none was. */
  trimmed: number;
  /** Whether this log has, or had, an event at that place. */
  knows(place: Place): boolean;
};

/** How much the log keeps: events received since so many milliseconds, which are a whole number, and so many bytes of their payloads. */
export type Retention = { milliseconds: number; bytes: number };

/** A repeated callback is recognised for at least so long, also when its event was given up for the log's size. */
export const DEDUPLICATED_MS = 25 * 3600_000;

/** The idempotency keys of billed mutations, kept for a day, so that nothing is sent twice after a restart or by another replica either. */
export type IdempotencyKeys = {
  /** Takes the key for an attempt that is about to be made, or tells what is known of it: of two that come at once, one gets it. */
  claim(attempt: Attempt, input: string): Promise<KnownKey | "claimed">;
  settle(attempt: Attempt, result: string): Promise<void>;
  /** Forgets a key whose request was not sent. */
  release(attempt: Attempt): Promise<void>;
  /**
   * The answer says that the key's request was not carried out: it is free for the next attempt, unless a callback tells before that one
   * what came of it all the same (a proxy may refuse what Bandwidth took). Gives what a callback has told of it already.
   */
  refuse(attempt: Attempt): Promise<string | undefined>;
  /** The key's request is not under way any more, and its answer does not say what came of it. Gives what a callback has told of that. */
  giveUp(attempt: Attempt): Promise<string | undefined>;
  /** A callback to a call's own answer or disconnect URL: the call exists, so what is unknown of its key is settled. */
  settleByCallback(attemptId: string, result: string): Promise<void>;
};

/**
 * One attempt at the request of an idempotency key. What is said of an attempt that has not got the key, or not any more, changes nothing.
 * `id`: nobody else's; the URLs of a call and the tag of a message may carry it.
 */
export type Attempt = { key: string; id: string };

/**
 * What is known of an idempotency key. `input`: fingerprint of the operation and its input. `result`: what came of it, as JSON;
 * `undefined` while nobody knows. `running`: its request may still be under way, at another replica.
 */
export type KnownKey = { input: string; result: string | undefined; running: boolean };

/** Idempotency keys and the control of a call are kept so long. A call waits and rings 10 minutes at most; the rest is for the call. */
export const KEPT_MS = 24 * 3600_000;

/** The controls of calls: how the events of a call are answered, as JSON, under ids that nobody can guess. Kept for a day. */
export type CallControls = {
  keep(controls: readonly CallControl[]): Promise<void>;
  /** Says which control a call has. */
  bind(callId: string, id: string): Promise<void>;
  /** The control with this id or, where there is none, of the first of these calls that has one. */
  find(id: string | undefined, callIds: readonly string[]): Promise<CallControl | undefined>;
};

export type CallControl = { id: string; control: string };

/**
 * What createCall and createMessage answered, as JSON, by the id of the call or the message: all that is known of it until REST shows it or
 * an event tells of it.
 */
export type Accepted = {
  keep(id: string, answer: string): Promise<void>;
  find(id: string): Promise<string | undefined>;
};

/** Bandwidth shows a call minutes after it was placed; of its list of messages it does not say. */
export const ACCEPTED_MS = 3600_000;

/** Rules for calls that have no control of their own, as JSON, under ids that say which calls they are for. */
export type CallScripts = {
  /** Adds or replaces one; false when it would be one more than `MOST_CALL_SCRIPTS`. */
  put(id: string, script: string): Promise<boolean>;
  /** Whether there was one. */
  remove(id: string): Promise<boolean>;
  /** Those with these ids, in the order of the ids. */
  find(ids: readonly string[]): Promise<string[]>;
  /** The first so many behind an id, in the order of their ids. */
  list(after: string, limit: number): Promise<{ id: string; script: string }[]>;
};

export const MOST_CALL_SCRIPTS = 10_000;

/** What was answered to the events that ask, kept as long as they are, and which of them wait for an answer. */
export type EventAnswers = {
  find(eventId: string): Promise<EventAnswer | undefined>;
  /** Answers an event, unless it has an answer: gives the one that it has then. An event that the log has no more is not kept. */
  settle(eventId: string, answer: EventAnswer): Promise<EventAnswer>;
  /** Lets an event that has no answer wait for one, until a time (ms since 1970). One that waits already does until the later time. */
  wait(eventId: string, until: number): Promise<void>;
  /** Answers an event that waits at this time; whether it did. Of several at once, one does. */
  answerWaiting(eventId: string, answer: EventAnswer, time: number): Promise<boolean>;
  /** The events that wait at this time. */
  waiting(time: number): Promise<WaitingEvent[]>;
  /** Called with each event that begins to wait, and with each that waited and was answered, at whichever replica. */
  follow(listener: (change: WaitingEvent | AnsweredEvent) => void): void;
};

/** `until`: in ms since 1970, by the clock of this replica. */
export type WaitingEvent = { eventId: string; until: number };
type AnsweredEvent = { eventId: string };

/** Callbacks that could not be read, set aside for an operator to see: the last `KEPT_REJECTED`, the first `BODY_LENGTH` of each. */
export type RejectedCallbacks = {
  add(callback: RejectedCallback): Promise<void>;
  /** The newest first. */
  list(limit: number): Promise<ListedCallback[]>;
};

/** A callback that was refused, as it came. */
type RejectedCallback = { receivedAt: Date; path: string; reason: string; body: string };
export type ListedCallback = RejectedCallback & { id: string };

export const KEPT_REJECTED = 1_000;
export const BODY_LENGTH = 16 * 1024;

/** As `TokenBucket` of datasources/tokenBucket.ts. */
export type TokenBucket = {
  reserve(maxWaitMs: number): Promise<{ waitMs: number } | { retryAfterMs: number }>;
  pause(until: number): void;
};

/** Calls, conferences and messages whose end no event has told yet, the `MOST_OPEN` that are due first. Who changes them holds a lease. */
export type OpenItems = {
  /** The number of the last event of the log that was read to find them, 0 at first. */
  readThrough(): Promise<number>;
  /** Adds or replaces some and removes others, and takes note of how far the log was read: all of it or nothing. */
  change(change: {
    put?: readonly OpenItem[];
    remove?: readonly OpenKey[];
    readThrough?: number;
  }): Promise<void>;
  /** Those of a kind to check by that time (ms since 1970), the earliest first. */
  due(kind: OpenKey["kind"], time: number, limit: number): Promise<OpenItem[]>;
};

export const OPEN_KINDS = ["call", "conference", "message"] as const;

/** A call, a conference, or a message on its way to one recipient, which is empty for the others. */
export type OpenKey = { kind: (typeof OPEN_KINDS)[number]; id: string; recipient: string };

/** `since`: when something was last heard of it; `checks`: how often it was looked up since. Times in ms since 1970. */
export type OpenItem = OpenKey & { since: number; checks: number; nextCheck: number };

export const MOST_OPEN = 100_000;

/** The engine cannot be used at present. The message says why, in a sentence that a client and an operator may see. */
export class StoreUnavailable extends Error {
  override readonly name = "StoreUnavailable";
}
