import type { LookupRequest } from "../datasources/lookup.ts";
import { UpstreamError } from "../datasources/upstreamError.ts";

/** The first wait between two polls, by how much each is longer than the one before, and the longest. */
const FIRST_WAIT_MS = 500;
const GROWTH = 1.5;
const LONGEST_WAIT_MS = 30_000;
/** Who asked for 15,000 numbers waits for minutes; after so long nothing will come. */
const POLL_FOR_MS = 3600_000;
/** How many requests are polled at the same time. */
const MOST_POLLED = 1_000;

const FINAL: ReadonlySet<string | undefined> = new Set(["COMPLETE", "PARTIAL_COMPLETE", "FAILED"]);

/** Whether nothing will change about the lookup any more. */
export const isFinal = ({ status }: LookupRequest) => FINAL.has(status);

/** Failures that may be over at the next poll. */
const PASSING: ReadonlySet<string> = new Set([
  "RATE_LIMITED",
  "UPSTREAM_UNAVAILABLE",
  "UPSTREAM_TIMEOUT",
  "UPSTREAM_INVALID_RESPONSE",
]);

/** How a lookup stands: `lookup` is `undefined` where Bandwidth does not know it, `error` why nobody can tell. */
export type LookupProgress = { lookup?: LookupRequest | undefined; error?: unknown };

/** What was told, and what will be told after it; nothing when it was the last. */
type Told = { progress: LookupProgress; next: Promise<Told | undefined> };
type Poller = { told: Promise<Told | undefined>; listeners: number; stop: AbortController };

export type LookupPolling = {
  /**
   * How the lookup stands now, then whenever it has changed, until it is final. However many listen, it is polled once, and no more
   * when nobody does. Throws RATE_LIMITED when 1,000 others are polled already.
   */
  watch(requestId: string): AsyncIterableIterator<LookupProgress>;
};

export function createLookupPolling(options: {
  read: (requestId: string, signal: AbortSignal) => Promise<LookupRequest | undefined>;
  /** Resolves after so many milliseconds, rejects as soon as the signal aborts. */
  wait: (ms: number, signal: AbortSignal) => Promise<unknown>;
  now: () => number;
  /** Aborts when the gateway stops: all end. */
  stopping: AbortSignal;
}): LookupPolling {
  const { read, wait, now, stopping } = options;
  const pollers = new Map<string, Poller>();
  stopping.addEventListener("abort", () => {
    for (const { stop } of pollers.values()) stop.abort();
  });

  /** How the lookup stands; nothing where that may be known at the next poll. */
  async function ask(requestId: string, signal: AbortSignal): Promise<LookupProgress | undefined> {
    try {
      return { lookup: await read(requestId, signal) };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return PASSING.has(error.code) ? undefined : { error };
    }
  }

  async function poll(requestId: string, poller: Poller, tell: (told: Told | undefined) => void) {
    const { signal } = poller.stop;
    const deadline = now() + POLL_FOR_MS;
    let last: string | undefined;
    let resolve = tell;
    const say = (progress: LookupProgress) => {
      const next = Promise.withResolvers<Told | undefined>();
      resolve({ progress, next: next.promise });
      poller.told = Promise.resolve({ progress, next: next.promise });
      resolve = next.resolve;
    };
    try {
      for (let ms = FIRST_WAIT_MS; ; ms = Math.min(ms * GROWTH, LONGEST_WAIT_MS)) {
        const progress = await ask(requestId, signal);
        if (signal.aborted) return;
        const text = JSON.stringify(progress?.lookup);
        if (progress && (progress.error || last === undefined || text !== last)) say(progress);
        if (progress) last = text ?? "";
        if (progress && (!progress.lookup || isFinal(progress.lookup))) return;
        if (now() >= deadline) {
          say({ error: new UpstreamError("UPSTREAM_TIMEOUT", "Bandwidth has not finished the lookup") });
          return;
        }
        await wait(ms, signal);
      }
    } catch (error) {
      // Thrown on it would be nobody's, and end the process.
      if (!signal.aborted) say({ error });
    } finally {
      resolve(undefined);
      if (pollers.get(requestId) === poller) pollers.delete(requestId);
    }
  }

  function pollerOf(requestId: string): Poller {
    const known = pollers.get(requestId);
    if (known) return known;
    if (pollers.size >= MOST_POLLED) {
      throw new UpstreamError("RATE_LIMITED", `${MOST_POLLED} lookups are waited for already`);
    }
    const { promise, resolve } = Promise.withResolvers<Told | undefined>();
    const poller: Poller = { told: promise, listeners: 0, stop: new AbortController() };
    pollers.set(requestId, poller);
    if (stopping.aborted) poller.stop.abort();
    void poll(requestId, poller, resolve);
    return poller;
  }

  return {
    watch(requestId) {
      const poller = pollerOf(requestId);
      poller.listeners += 1;
      let told = poller.told;
      let isListening = true;
      const left = Promise.withResolvers<undefined>();
      const leave = () => {
        if (!isListening) return;
        isListening = false;
        left.resolve(undefined);
        poller.listeners -= 1;
        if (poller.listeners > 0) return;
        poller.stop.abort();
        // Who comes now is not to join a poller that stops.
        if (pollers.get(requestId) === poller) pollers.delete(requestId);
      };
      return {
        async next() {
          const item = await Promise.race([left.promise, told]);
          if (!item || !isListening) {
            leave();
            return { done: true, value: undefined };
          }
          told = item.next;
          return { done: false, value: item.progress };
        },
        async return() {
          leave();
          return { done: true, value: undefined };
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}
