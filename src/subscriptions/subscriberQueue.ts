import type { LogEntry } from "./event.ts";

/** What a queue held more than it may, given up from its front: the entries behind `from` up to `to`, `count` of them. */
export type Overflow = { from: number; to: number; count: number };

/** One subscriber's own queue between the log and its connection. */
export type SubscriberQueue = {
  push(entry: LogEntry): void;
  /** Forgets all up to `seq`, which the subscriber has got in another way. */
  skip(seq: number): void;
  /** What comes next: first what was lost, then what is here; `undefined` when the queue is empty. */
  take(): LogEntry | Overflow | undefined;
  /** What was lost since it was last asked for. */
  takeOverflow(): Overflow | undefined;
};

/** Bounds of one subscriber's queue. */
export const QUEUE_LIMIT = { entries: 1_000, bytes: 4 * 1024 * 1024 };

/**
 * A queue that keeps the newest entries: when it is full the oldest is given up, and told as one overflow in its place. `start` is
 * the number of the last event before the first that can be pushed.
 */
export function createSubscriberQueue(start: number, limit = QUEUE_LIMIT): SubscriberQueue {
  // A ring would save the copying of shift(); V8 moves 1000 pointers in less than a microsecond.
  const entries: LogEntry[] = [];
  let bytes = 0;
  let before = start;
  let overflow: Overflow | undefined;

  function shift(): LogEntry | undefined {
    const entry = entries.shift();
    if (entry) {
      bytes -= entry.payload.length;
      before = entry.seq;
    }
    return entry;
  }

  function takeOverflow() {
    const taken = overflow;
    overflow = undefined;
    return taken;
  }

  return {
    push(entry) {
      entries.push(entry);
      bytes += entry.payload.length;
      while (entries.length > limit.entries || (bytes > limit.bytes && entries.length > 1)) {
        const from = overflow?.from ?? before;
        const lost = shift();
        if (lost) overflow = { from, to: lost.seq, count: (overflow?.count ?? 0) + 1 };
      }
    },
    skip(seq) {
      while (entries[0] !== undefined && entries[0].seq <= seq) shift();
      before = Math.max(before, seq);
    },
    take: () => takeOverflow() ?? shift(),
    takeOverflow,
  };
}
