import { setTimeout } from "node:timers/promises";
import type { Gap, LogEntry } from "./event.ts";
import type { Feed, Item } from "./feed.ts";
import { gapBetween } from "./resume.ts";
import { type EventLog, StoreUnavailable } from "./store.ts";
import { createSubscriberQueue, type Loss, type SubscriberQueue } from "./subscriberQueue.ts";

/** How many events are read from the log at once. Bounds the memory of a replay together with the limit of a callback's body. */
const REPLAY_PAGE = 100;

/** How long a replay waits before it tries again to read a log that cannot be read. */
const RETRY_MS = 1_000;

/** One subscriber between the log and its connection. */
export type Subscriber = {
  /** An event that matches, in the order of the log. */
  push(entry: LogEntry): void;
  /** What the log gave up, up to the event numbered `through`, before it could be pushed. */
  miss(through: number): void;
  /** The connection takes more again. */
  ready(): void;
  close(): void;
};

/**
 * Gives a subscriber what its feed says: with `start` all in the log behind it and then what is pushed, joined without a gap or a
 * duplicate; without it what is pushed. `take` gives one item to the connection and tells whether it takes another at once; else
 * `ready` is to be called when it does. What comes meanwhile waits in a queue of bounded size; what had to be dropped from it is told
 * with a gap in its place, and so is what the log gave up before it was pushed. While the log cannot be read, a replay waits. `take` never rejects;
 * `failed` tells that the log cannot be read for a reason that does not pass.
 */
export function createSubscriber(
  log: EventLog,
  feed: Feed,
  take: (item: Item) => boolean | Promise<boolean>,
  failed: (error: unknown) => void,
  now: () => Date,
): Subscriber {
  /** What comes while something else is being given; there is none while the connection takes all at once, as most do. */
  let queue: SubscriberQueue | undefined;
  /** The last event before those that a queue made now would hold. */
  let seen = log.last();
  /** Up to here the log was read: of what another replica added, the log knows before its followers are told. */
  let replayed = 0;
  let closed = false;
  let wake: (() => void) | undefined;

  /** Gives one item and waits until the connection takes another. It may say so before any promise is settled. */
  async function give(taken: boolean | Promise<boolean>) {
    const isTaken = typeof taken === "boolean" ? taken : await taken;
    if (isTaken || closed) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }

  async function begin() {
    const waiting = createSubscriberQueue(seen);
    queue = waiting;
    if (feed.state) await give(take({ type: "present" }));
    if (feed.start?.gap && !closed) await give(take(feed.start.gap));
    if (feed.start) await replay(feed.start.seq, waiting);
    await drain(waiting);
  }

  // New events queue up while the log is read. What the queue loses meanwhile is in the log, so reading goes on until nothing is lost.
  async function replay(start: number, waiting: SubscriberQueue) {
    let seq = start;
    while (!closed) {
      const page = await patiently(() => log.read(feed.filter, seq, REPLAY_PAGE), []);
      const lost = await givenUp(seq, page[0]?.seq);
      if (lost !== undefined && !closed)
        await give(take(gapOf({ from: seq, to: lost, count: undefined, reason: "RETENTION" })));
      for (const entry of page) {
        if (closed) return;
        // A copy, which has no result yet: what the entry led to for whom it was read before may be no more so.
        await give(take({ ...entry }));
      }
      seq = page.at(-1)?.seq ?? lost ?? seq;
      if (page.length < REPLAY_PAGE && (waiting.takeOverflow()?.to ?? 0) <= seq) break;
    }
    waiting.skip(seq);
    replayed = seq;
    seen = Math.max(seen, seq);
  }

  /** Up to where the log has given up what would have come between two events that were read, while the subscriber was slow. */
  async function givenUp(seq: number, next: number | undefined): Promise<number | undefined> {
    if (next === seq + 1) return undefined;
    const trimmed = await patiently(async () => (await log.reach()).trimmed, seq);
    const through = next === undefined ? trimmed : Math.min(trimmed, next - 1);
    return through > seq ? through : undefined;
  }

  /** While the log cannot be read it is tried again, until the subscriber has gone: then that is `otherwise`. */
  async function patiently<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
    while (!closed) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await setTimeout(RETRY_MS, undefined, { ref: false });
      }
    }
    return otherwise;
  }

  /** Gives what is in the queue. What comes from then on is given at once. */
  async function drain(waiting: SubscriberQueue) {
    for (let item = waiting.take(); item && !closed; item = waiting.take()) {
      seen = "payload" in item ? item.seq : item.to;
      await give(take("payload" in item ? item : gapOf(item)));
    }
    queue = undefined;
  }

  function gapOf({ from, to, count, reason }: Loss): Gap {
    return gapBetween(log, log.cursorOf(from), to, count, reason, now());
  }

  if (feed.start || feed.state) begin().catch(failed);
  return {
    push(entry) {
      if (closed || entry.seq <= replayed) return;
      if (queue) {
        queue.push(entry);
        return;
      }
      seen = entry.seq;
      const taken = take(entry);
      if (taken === true) return;
      const waiting = createSubscriberQueue(seen);
      queue = waiting;
      give(taken)
        .then(() => drain(waiting))
        .catch(failed);
    },
    miss(through) {
      if (closed || through <= replayed) return;
      if (queue) {
        queue.miss(through);
        return;
      }
      queue = createSubscriberQueue(seen);
      queue.miss(through);
      drain(queue).catch(failed);
    },
    ready() {
      wake?.();
      wake = undefined;
    },
    close() {
      closed = true;
      wake?.();
    },
  };
}
