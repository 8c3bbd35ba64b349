import { setTimeout } from "node:timers/promises";
import type { MaybePromise } from "../maybePromise.ts";
import type { Gap, LogEntry } from "./event.ts";
import type { Feed, Item } from "./feed.ts";
import { gapBetween, type Start } from "./resume.ts";
import { type EventLog, isLast, StoreUnavailable } from "./store.ts";
import { createSubscriberQueue, type Loss, type SubscriberQueue } from "./subscriberQueue.ts";

/**
 * How many events are read from the log at once, at first and at most: no more than twice as many as could be kept of the page before. What
 * goes beyond so many bytes is not kept, for a connection may never take another.
 */
const REPLAY_PAGE = { first: 10, most: 100, bytes: 1024 * 1024 };

/** How long a replay waits before it tries again to read a log that cannot be read, and how often it does. */
const RETRY_MS = 1_000;
const MOST_RETRIES = 10;

/** Where the results of items go. */
export type Connection<Result> = {
  /** Whether the connection takes another at once; else it has the subscriber's `ready` called when it does. */
  send(result: Result, item: Item): boolean;
  /** Whether anything may still be sent. */
  isOpen(): boolean;
  /** What is sent from now on waits until `uncork`, to leave together. */
  cork(): void;
  uncork(): void;
  /** The log cannot be read for a reason that does not pass, or not soon: the subscription is broken; its client may try again. */
  fail(error: unknown): void;
};

/**
 * One subscriber between the log and its connection. Gives what its feed says: with `start` all in the log behind it and then what is
 * pushed, joined without a gap or a duplicate; without it what is pushed. While the connection takes no more, what comes waits in a queue
 * of bounded size; what had to be dropped from it is told with a gap in its place, and so is what the log gave up before it was pushed, or
 * lost after it was.
 * While the log cannot be read, a replay waits, but not for long. `resultOf` never rejects.
 *
 * A class, since an event to thousands of subscribers takes as long as it takes to get at the memory of each: what a delivery needs lies
 * together, and not in functions and what they enclose. An event to 4,000 took 0.91 of the time.
 */
export class Subscriber<Result> {
  /** Holds what comes while something else is being given. Made when it is needed: most connections take everything at once. */
  #queue: SubscriberQueue | undefined;
  /** The number of the last event that this subscriber was pushed or has read: a new queue begins behind it. */
  #seen: number;
  /** Up to here the log was read: of what another replica added, the log knows before its followers are told. */
  #replayed = 0;
  /** Set when the log was replaced while the queue was in use. What came since then is in a queue of its own, behind this gap. */
  #replaced: (Start & { gap: Gap }) | undefined;
  #closed = false;
  #connection: Connection<Result>;
  #resultOf: (item: Item) => MaybePromise<Result>;
  #wake: (() => void) | undefined;
  #log: EventLog;
  #feed: Feed;
  #now: () => Date;

  constructor(
    log: EventLog,
    feed: Feed,
    resultOf: (item: Item) => MaybePromise<Result>,
    connection: Connection<Result>,
    now: () => Date,
  ) {
    this.#log = log;
    this.#feed = feed;
    this.#resultOf = resultOf;
    this.#connection = connection;
    this.#now = now;
    this.#seen = log.last();
    if (feed.start || feed.state) this.#begin().catch((error) => connection.fail(error));
  }

  /** Whether anything may still be given. */
  isOpen(): boolean {
    return !this.#closed && this.#connection.isOpen();
  }

  /** Events that match, in the order of the log: what became durable together leaves together. */
  push(entries: readonly LogEntry[]) {
    const together = entries.length > 1;
    if (together) this.#connection.cork();
    for (const entry of entries) this.#pushOne(entry);
    if (together) this.#connection.uncork();
  }

  #pushOne(entry: LogEntry) {
    if (this.#closed || entry.seq <= this.#replayed) return;
    if (this.#queue) {
      this.#queue.push(entry);
      return;
    }
    this.#seen = entry.seq;
    const taken = this.#take(entry);
    if (taken !== true) this.#waitAndDrain(taken);
  }

  #waitAndDrain(taken: MaybePromise<boolean>) {
    const waiting = createSubscriberQueue(this.#seen);
    this.#queue = waiting;
    this.#give(taken)
      .then(() => this.#drain(waiting))
      .catch((error) => this.#connection.fail(error));
  }

  /** The state as it is now, though no event told of it. Who is being given something is given the state of then. */
  refresh(result: Result) {
    if (this.#closed || this.#queue) return;
    if (!this.#connection.send(result, { type: "present" })) this.#waitAndDrain(false);
  }

  /** What the log gave up, up to the event numbered `through`, before it could be pushed. */
  miss(through: number) {
    if (this.#closed || through <= this.#replayed) return;
    if (this.#queue) {
      this.#queue.miss(through);
      return;
    }
    this.#queue = createSubscriberQueue(this.#seen);
    this.#queue.miss(through);
    this.#drain(this.#queue).catch((error) => this.#connection.fail(error));
  }

  /** The log is another one, or has lost its newest events: what is pushed from now on is all that it has behind the event numbered `seq`. */
  goOnBehind(fromCursor: string, seq: number) {
    if (this.#closed) return;
    const gap = gapBetween(this.#log, fromCursor, seq, undefined, "LOG_REPLACED", this.#now());
    this.#replayed = 0;
    this.#seen = seq;
    if (this.#queue) {
      this.#replaced = { seq, gap };
      this.#queue = createSubscriberQueue(seq);
      return;
    }
    const taken = this.#take(gap);
    if (taken !== true) this.#waitAndDrain(taken);
  }

  /** The connection takes more again. */
  ready() {
    this.#wake?.();
    this.#wake = undefined;
  }

  close() {
    this.#closed = true;
    this.#wake?.();
  }

  /** Whether the connection takes another at once. */
  #take(item: Item): MaybePromise<boolean> {
    const result = this.#resultOf(item);
    return result instanceof Promise
      ? result.then((resolved) => this.#connection.send(resolved, item))
      : this.#connection.send(result, item);
  }

  /** Waits until the connection takes another. It may say so before any promise is settled. */
  async #give(taken: MaybePromise<boolean>) {
    const isTaken = typeof taken === "boolean" ? taken : await taken;
    if (isTaken || this.#closed) return;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
  }

  async #begin() {
    const waiting = createSubscriberQueue(this.#seen);
    this.#queue = waiting;
    const { state, start } = this.#feed;
    if (state) await this.#give(this.#take({ type: "present" }));
    if (start?.gap && !this.#closed) await this.#give(this.#take(start.gap));
    if (!start) return this.#drain(waiting);
    await this.#replay(start.seq);
    if (this.#queue) await this.#drain(this.#queue);
  }

  // New events queue up while the log is read. What the queue loses meanwhile is in the log, so reading goes on until nothing is lost.
  async #replay(start: number) {
    let seq = start;
    let limit = REPLAY_PAGE.first;
    while (!this.#closed) {
      const replaced = this.#replaced;
      this.#replaced = undefined;
      if (replaced && seq > replaced.seq) {
        seq = replaced.seq;
        await this.#give(this.#take(replaced.gap));
        continue;
      }
      const { page, isLast } = await this.#read(seq, limit);
      // Numbers that were read in one log are of other events in another.
      if (this.#replaced) continue;
      const lost = await this.#givenUp(seq, page[0]?.seq);
      if (lost !== undefined && !this.#closed)
        await this.#give(
          this.#take(this.#gapOf({ from: seq, to: lost, count: undefined, reason: "RETENTION" })),
        );
      for (const entry of page) {
        if (this.#closed) return;
        // A copy, because results are cached by entry: what it resolved to for an earlier reader may be out of date.
        await this.#give(this.#take({ ...entry }));
      }
      seq = page.at(-1)?.seq ?? lost ?? seq;
      if (isLast && (this.#queue?.takeOverflow()?.to ?? 0) <= seq && !this.#replaced) break;
      limit = Math.min(REPLAY_PAGE.most, Math.max(REPLAY_PAGE.first, 2 * page.length));
    }
    this.#queue?.skip(seq);
    this.#replayed = seq;
    this.#seen = Math.max(this.#seen, seq);
  }

  /** A page of the log, and whether no event is behind it. */
  async #read(seq: number, limit: number): Promise<{ page: LogEntry[]; isLast: boolean }> {
    const { bytes } = REPLAY_PAGE;
    const page = await this.#patiently(() => this.#log.read(this.#feed.filter, seq, limit, bytes), []);
    return { page, isLast: isLast(page, limit, bytes) };
  }

  /** Up to where the log has given up what would have come between two events that were read, while the subscriber was slow. */
  async #givenUp(seq: number, next: number | undefined): Promise<number | undefined> {
    if (next === seq + 1) return undefined;
    const trimmed = await this.#patiently(async () => (await this.#log.reach()).trimmed, seq);
    const through = next === undefined ? trimmed : Math.min(trimmed, next - 1);
    return through > seq ? through : undefined;
  }

  /** Reads from the log, and tries again a few times while it cannot be read. Gives `otherwise` once the subscriber has gone. */
  async #patiently<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
    for (let retries = 0; !this.#closed; retries++) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || retries === MOST_RETRIES) throw error;
        await setTimeout(RETRY_MS, undefined, { ref: false });
      }
    }
    return otherwise;
  }

  /** Gives what is in the queue. What comes from then on is given at once. */
  async #drain(waiting: SubscriberQueue) {
    for (let item = waiting.take(); item && !this.#closed; item = waiting.take()) {
      this.#seen = "payload" in item ? item.seq : item.to;
      // A state is read when it is given: all that waits is told by one.
      if (this.#feed.state && !waiting.isEmpty()) continue;
      await this.#give(this.#take("payload" in item ? item : this.#gapOf(item)));
    }
    const replaced = this.#replaced;
    const behind = this.#queue;
    this.#replaced = undefined;
    if (replaced && behind && !this.#closed) {
      this.#seen = replaced.seq;
      await this.#give(this.#take(replaced.gap));
      await this.#drain(behind);
    } else this.#queue = undefined;
  }

  #gapOf({ from, to, count, reason }: Loss): Gap {
    const log = this.#log;
    return gapBetween(log, log.cursorOf(from), to, count, reason, this.#now());
  }
}
