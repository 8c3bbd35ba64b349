import type { LogEntry } from "./event.ts";
import {
  type EventLog,
  isLast,
  KEPT_REJECTED,
  type ListedCallback,
  type RejectedCallbacks,
} from "./store.ts";

/** How many events are looked at, at most, and at once. */
const MOST_EVENTS = 5_000;
const PAGE = 1_000;
/** Of the newest at first about as many as are asked for, and then twice as many each time. */
const FIRST_PAGE = 20;

export type Outcome = "ACCEPTED" | "DUPLICATE" | "REJECTED";

/** Which deliveries to give; times in ms since 1970. */
type DeliveryFilter = {
  callId: string | undefined;
  from: number;
  to: number;
  outcome: Outcome | undefined;
};

/** An event that was delivered, or a callback that was refused. */
export type Delivery = {
  id: string;
  receivedAt: Date;
  outcome: Outcome;
  duplicates: number;
  path?: string;
  reason?: string;
  body: string;
  entry?: LogEntry;
};

/** What was delivered, newest first: the events of the log that callbacks brought, and the callbacks that were refused. */
export async function readDeliveries(
  { log, rejectedCallbacks }: { log: EventLog; rejectedCallbacks: RejectedCallbacks },
  filter: DeliveryFilter,
  first: number,
): Promise<Delivery[]> {
  const { callId, from, to, outcome } = filter;
  const isInTime = (time: number) => time >= from && time <= to;

  async function accepted(): Promise<Delivery[]> {
    const wanted: Delivery[] = [];
    for await (const page of callId === undefined ? newestFirst(log, to, first) : ofCall(log, callId)) {
      const entries = page.filter(
        (entry) => entry.source === "CALLBACK" && entry.replayOf === undefined && isInTime(entry.receivedAt),
      );
      const counts = await Promise.all(entries.map(({ id }) => log.duplicatesOf(id)));
      wanted.push(
        ...entries
          .map((entry, index) => acceptedDelivery(entry, counts[index] ?? 0))
          .filter((delivery) => outcome === undefined || delivery.outcome === outcome),
      );
      const oldest = page.at(-1);
      if (callId === undefined && (wanted.length >= first || (oldest && oldest.receivedAt < from))) break;
    }
    return wanted;
  }

  async function rejected(): Promise<Delivery[]> {
    return (await rejectedCallbacks.list(KEPT_REJECTED))
      .filter(({ receivedAt, body }) => isInTime(receivedAt.getTime()) && (!callId || body.includes(callId)))
      .map(rejectedDelivery);
  }

  const all = [
    ...(outcome === "REJECTED" ? [] : await accepted()),
    ...(outcome === undefined || outcome === "REJECTED" ? await rejected() : []),
  ];
  return all.sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime()).slice(0, first);
}

/** The events received by a time in pages, the newest first; about so many are wanted. */
async function* newestFirst(log: EventLog, to: number, wanted: number): AsyncGenerator<LogEntry[]> {
  const { trimmed, last: newest } = await log.reach();
  let last =
    to === Number.POSITIVE_INFINITY ? newest : await lastReceivedBy(log, to, { trimmed, high: newest });
  let size = Math.max(FIRST_PAGE, wanted);
  for (let looked = 0; looked < MOST_EVENTS && last > trimmed; ) {
    const before = Math.max(trimmed, last - size);
    const page = await log.read({}, before, size);
    // Of large ones fewer are read at once, the oldest first.
    if ((page.at(-1)?.seq ?? last) < last && !isLast(page, size)) {
      size = Math.ceil(page.length / 2);
      continue;
    }
    const entries = page.filter(({ seq }) => seq <= last);
    yield entries.reverse();
    looked += entries.length;
    // Where a log was put back from a backup its numbers leap.
    size = Math.min(2 * size, PAGE);
    last = entries.length > 0 ? before : await lastReceivedBy(log, to, { trimmed, high: before });
  }
}

/**
 * The number of the last event, of those up to `high`, that was received by a time: the log is in the order of receipt, so that a few looks
 * at it will do.
 */
async function lastReceivedBy(
  log: EventLog,
  to: number,
  { trimmed, high }: { trimmed: number; high: number },
): Promise<number> {
  let low = trimmed;
  let above = high;
  while (low < above) {
    const middle = Math.floor((low + above) / 2);
    const [entry] = await log.read({}, middle, 1);
    if (entry && entry.seq <= above && entry.receivedAt <= to) low = entry.seq;
    else above = middle;
  }
  return low;
}

/** The events of a call in pages, the oldest page first. */
async function* ofCall(log: EventLog, callId: string): AsyncGenerator<LogEntry[]> {
  for (let seq = 0, looked = 0; looked < MOST_EVENTS; looked += PAGE) {
    const page = await log.read({ callId }, seq, PAGE);
    yield page.toReversed();
    if (isLast(page, PAGE)) return;
    seq = page.at(-1)?.seq ?? seq;
  }
}

function acceptedDelivery(entry: LogEntry, duplicates: number): Delivery {
  return {
    id: entry.id,
    receivedAt: new Date(entry.receivedAt),
    outcome: duplicates > 0 ? "DUPLICATE" : "ACCEPTED",
    duplicates,
    body: entry.payload,
    entry,
  };
}

const rejectedDelivery = (callback: ListedCallback): Delivery => ({
  ...callback,
  outcome: "REJECTED",
  duplicates: 0,
});
