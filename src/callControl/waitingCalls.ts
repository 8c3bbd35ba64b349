import type { LogEntry } from "../subscriptions/event.ts";
import { type EventFilter, matches } from "../subscriptions/eventFilter.ts";
import type { EventAnswers, EventLog, WaitingEvent } from "../subscriptions/store.ts";

/** What waits for seconds only is not many; one who reads nothing loses the oldest, which the fallback has answered by then. */
const MOST_UNREAD = 1_000;

/** An event that waits for an answer, until a time in ms since 1970. */
export type WaitingCall = { entry: LogEntry; until: number };

function dropOldest(collection: Map<string, unknown> | Set<string>) {
  const [oldest] = collection.keys();
  if (collection.size > MOST_UNREAD && oldest !== undefined) collection.delete(oldest);
}

function remember(ids: Set<string>, id: string) {
  ids.add(id);
  dropOldest(ids);
}

export type WaitingCalls = {
  /** The events that match and wait now, then each that begins to wait, at whichever replica. What was answered before it was read is left out. */
  watch(filter: EventFilter): AsyncIterableIterator<WaitingCall>;
};

export function createWaitingCalls(options: {
  log: EventLog;
  answers: EventAnswers;
  now: () => number;
  /** Aborts when the gateway stops: all end. */
  stopping: AbortSignal;
  warn: (message: string) => void;
}): WaitingCalls {
  const { log, answers, now, stopping, warn } = options;
  const watchers = new Set<{ add(call: WaitingCall): void; remove(eventId: string): void; end(): void }>();
  stopping.addEventListener("abort", () => {
    for (const { end } of watchers) end();
  });
  answers.follow((change) => {
    if (watchers.size === 0) return;
    if (!("until" in change)) for (const { remove } of watchers) remove(change.eventId);
    else
      tell(change).catch(() =>
        warn("A call that awaits instructions could not be told: the log cannot be read"),
      );
  });

  async function tell({ eventId, until }: WaitingEvent) {
    const entry = await log.find(eventId);
    if (entry) for (const { add } of watchers) add({ entry, until });
  }

  return {
    watch(filter) {
      const unread = new Map<string, WaitingCall>();
      /** Those that were told or answered: not to be told again. */
      const over = new Set<string>();
      let isOver = stopping.aborted;
      let wake: () => void = () => undefined;
      const watcher = {
        add(call: WaitingCall) {
          if (over.has(call.entry.id) || !matches(filter, call.entry)) return;
          remember(over, call.entry.id);
          unread.set(call.entry.id, call);
          dropOldest(unread);
          wake();
        },
        remove(eventId: string) {
          unread.delete(eventId);
          remember(over, eventId);
        },
        end() {
          isOver = true;
          watchers.delete(watcher);
          wake();
        },
      };
      if (!isOver) watchers.add(watcher);

      async function addWaiting() {
        for (const { eventId, until } of await answers.waiting(now())) {
          const entry = await log.find(eventId);
          if (entry) watcher.add({ entry, until });
        }
      }
      let begun: Promise<void> | undefined;

      return {
        async next() {
          begun ??= addWaiting();
          await begun;
          while (!isOver) {
            for (const [eventId, call] of unread) {
              unread.delete(eventId);
              if (call.until >= now()) return { done: false, value: call };
            }
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
          return { done: true, value: undefined };
        },
        async return() {
          watcher.end();
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}
