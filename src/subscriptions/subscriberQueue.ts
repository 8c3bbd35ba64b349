import { bytesOf, type Gap, type LogEntry } from "./event.ts";

/**
 * Events that this subscriber does not get, behind `from` up to `to`, `count` of them where it is known: the queue held more than it may
 * and gave them up from its front, or the log gave them up before they could be told.
 */
export type Loss = { from: number; to: number; count: number | undefined; reason: Gap["reason"] };

/** One subscriber's own queue between the log and its connection. */
export type SubscriberQueue = {
  push(entry: LogEntry): void;
  /** The log gave up all behind what was pushed last, up to the event numbered `through`. */
  miss(through: number): void;
  /** Forgets all up to `seq`, which the subscriber has got in another way. */
  skip(seq: number): void;
  /** What comes next: first what was lost, then what is here; `undefined` when the queue is empty. */
  take(): LogEntry | Loss | undefined;
  /** Whether nothing is behind what was taken last. */
  isEmpty(): boolean;
  /** What was given up from the front since it was last asked for. */
  takeOverflow(): Loss | undefined;
};

/** Bounds of one subscriber's queue. */
const QUEUE_LIMIT = { entries: 1_000, bytes: 4 * 1024 * 1024 };

/**
 * A queue that keeps the newest entries: when it is full the oldest is given up, and told as one overflow in its place. `start` is
 * the number of the last event before the first that can be pushed.
 */
export function createSubscriberQueue(start: number, limit = QUEUE_LIMIT): SubscriberQueue {
  // A ring would save the copying of shift(); V8 moves 1000 pointers in less than a microsecond.
  /** A number stands for what was missed up to it. */
  const items: (LogEntry | number)[] = [];
  let bytes = 0;
  let before = start;
  let overflow: Loss | undefined;

  function shift(): LogEntry | Loss | undefined {
    const item = items.shift();
    if (item === undefined) return undefined;
    const from = before;
    before = numberOf(item);
    if (typeof item === "number") return { from, to: item, count: undefined, reason: "RETENTION" };
    bytes -= bytesOf(item);
    return item;
  }

  function keepBounds() {
    while (items.length > limit.entries || (bytes > limit.bytes && items.length > 1)) {
      const { from, count } = overflow ?? { from: before, count: 0 };
      const lost = shift();
      const isCounted = count !== undefined && lost !== undefined && "payload" in lost;
      overflow = {
        from,
        to: before,
        count: isCounted ? count + 1 : undefined,
        reason: "SLOW_SUBSCRIBER",
      };
    }
  }

  function takeOverflow() {
    const taken = overflow;
    overflow = undefined;
    return taken;
  }

  return {
    push(entry) {
      items.push(entry);
      bytes += bytesOf(entry);
      keepBounds();
    },
    miss(through) {
      items.push(through);
      keepBounds();
    },
    skip(seq) {
      while (items[0] !== undefined && numberOf(items[0]) <= seq) shift();
      before = Math.max(before, seq);
    },
    take: () => takeOverflow() ?? shift(),
    isEmpty: () => items.length === 0,
    takeOverflow,
  };
}

const numberOf = (item: LogEntry | number) => (typeof item === "number" ? item : item.seq);
