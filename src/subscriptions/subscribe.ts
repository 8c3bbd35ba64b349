import { setTimeout } from "node:timers/promises";
import { BEGINNING, decodeCursor } from "./cursor.ts";
import { type Gap, type LogEntry, type LoggedEvent, readEvent } from "./event.ts";
import { type EventFilter, matches } from "./eventFilter.ts";
import { type EventLog, StoreUnavailable } from "./store.ts";
import { createSubscriberQueue } from "./subscriberQueue.ts";

/** How many events are read from the log at once. Bounds the memory of a replay together with the limit of a callback's body. */
const REPLAY_PAGE = 100;

/** How long a replay waits before it tries again to read a log that cannot be read. */
const RETRY_MS = 1_000;

/** Where reading begins: behind `seq`, after telling `gap` if there is one. */
export type Start = { seq: number; gap?: Gap };

/** Where a cursor says that reading begins; `undefined` for what is no cursor. */
export async function resume(log: EventLog, after: string, now: Date): Promise<Start | undefined> {
  const place = after === BEGINNING ? undefined : decodeCursor(after);
  if (after !== BEGINNING && !place) return undefined;
  const { trimmed, knows } = await log.reach();
  if (!place) return { seq: trimmed };
  if (!knows(place)) {
    return { seq: trimmed, gap: gapBetween(log, after, trimmed, undefined, "LOG_REPLACED", now) };
  }
  if (place.seq < trimmed) {
    return { seq: trimmed, gap: gapBetween(log, after, trimmed, undefined, "RETENTION", now) };
  }
  return { seq: place.seq };
}

function gapBetween(
  log: EventLog,
  fromCursor: string,
  to: number,
  count: number | undefined,
  reason: Gap["reason"],
  receivedAt: Date,
): Gap {
  const toCursor = log.cursorOf(to);
  const id = `gap:${fromCursor}:${toCursor}`;
  return {
    type: "gap",
    rawType: "gap",
    id,
    cursor: toCursor,
    fromCursor,
    toCursor,
    count,
    reason,
    receivedAt,
  };
}

/**
 * The events that match: with `start` all in the log behind it and then those to come, joined without a gap or a duplicate; without
 * it only those to come, counted from the call of this function. While the log cannot be read, it waits. Ends when it is returned or
 * when `stopping` aborts.
 */
export function subscribe(
  log: EventLog,
  options: {
    filter: EventFilter;
    start?: Start | undefined;
    stopping: AbortSignal;
    now: () => Date;
  },
): AsyncIterableIterator<LoggedEvent | Gap> {
  const { filter, start, stopping, now } = options;
  const queue = createSubscriberQueue(log.last());
  const unfollow = log.follow((entry) => {
    if (matches(filter, entry)) queue.push(entry);
  });
  const close = () => {
    unfollow();
    stopping.removeEventListener("abort", close);
    queue.close();
  };
  if (stopping.aborted) close();
  else stopping.addEventListener("abort", close);

  async function* events() {
    if (start?.gap) yield start.gap;
    if (start) yield* replay(start.seq);
    for (let item = await queue.next(); item; item = await queue.next()) {
      if ("payload" in item) yield readEvent(item);
      else {
        yield gapBetween(log, log.cursorOf(item.from), item.to, item.count, "SLOW_SUBSCRIBER", now());
      }
    }
  }

  // New events queue up while the log is read. What the queue loses meanwhile is in the log, so reading goes on until nothing is lost.
  async function* replay(start: number) {
    let seq = start;
    for (;;) {
      const page = await readPatiently(seq);
      if (!page) return;
      for (const entry of page) {
        if (stopping.aborted) return;
        yield readEvent(entry);
      }
      seq = page.at(-1)?.seq ?? seq;
      if (page.length < REPLAY_PAGE && (queue.takeOverflow()?.to ?? 0) <= seq) break;
    }
    queue.skip(seq);
  }

  /** A page of the log; `undefined` once nobody waits for it any more. */
  async function readPatiently(seq: number): Promise<LogEntry[] | undefined> {
    while (!queue.isClosed()) {
      try {
        return await log.read(filter, seq, REPLAY_PAGE);
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        await setTimeout(RETRY_MS, undefined, { ref: false });
      }
    }
    return undefined;
  }

  return closing(events(), close);
}

/**
 * The generator, but closed at once when it is returned: a generator alone would first wait for the event that it awaits, which may
 * never come.
 */
function closing<T>(
  generator: AsyncGenerator<T, void, undefined>,
  close: () => void,
): AsyncIterableIterator<T> {
  return {
    next: () => generator.next(),
    return: () => {
      close();
      return generator.return();
    },
    throw: (error) => {
      close();
      return generator.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
