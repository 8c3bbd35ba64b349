import { UpstreamError } from "./upstreamError.ts";

/** A way to one of Bandwidth's APIs: so many requests are in flight, the others wait for their turn in order. */
export type Lane = {
  /**
   * Resolves when it is the caller's turn, with how to leave. Rejects with RATE_LIMITED when the turn did not come by the deadline (ms
   * since 1970), at once when it cannot or too many wait already; and as soon as the signal aborts.
   */
  enter(deadline: number, signal: AbortSignal): Promise<() => void>;
  /** Bandwidth said to come back at that time (ms since 1970): nobody sets out before. */
  pause(until: number): void;
  /** Whether who is in no hurry may enter: nobody waits, and half of the places are left to others. */
  isQuiet(): boolean;
};

/**
 * A pause is cut off here: a Retry-After was meant for one request, and the next one may fare better. It is longer than the deadline
 * of a request, so that all that would come back in vain is told at once.
 */
const MAX_PAUSE_MS = 60_000;

/** When `leaving` aborts nobody waits any more: whose turn it is not is refused. */
export function createLane(options: {
  inFlight: number;
  waiting: number;
  now: () => number;
  leaving?: AbortSignal;
}): Lane {
  const { now, leaving } = options;
  type Waiting = { deadline: number; start: () => void; refuse: (error: UpstreamError) => void };
  // No Set: those that go through one, and all they lead to, would live from one full garbage collection to the next (CONTRIBUTING, "Garbage").
  const queue: Waiting[] = [];
  let inFlight = 0;
  let pausedUntil = 0;
  let resuming: NodeJS.Timeout | undefined;

  const isTooLate = (deadline: number) => Math.max(now(), pausedUntil) > deadline;
  const refusal = () => rateLimited(Math.max(1000, pausedUntil - now()));

  function advance() {
    const pause = pausedUntil - now();
    if (pause > 0) {
      clearTimeout(resuming);
      if (queue.length > 0) resuming = setTimeout(advance, pause);
      return;
    }
    while (inFlight < options.inFlight && queue[0]) {
      const { deadline, start, refuse } = queue[0];
      if (isTooLate(deadline)) refuse(refusal());
      else start();
    }
  }

  const isFree = () => queue.length === 0 && inFlight < options.inFlight && pausedUntil <= now();

  leaving?.addEventListener("abort", () => {
    for (const { refuse } of [...queue]) refuse(refusal());
  });

  function leave() {
    inFlight -= 1;
    advance();
  }

  return {
    async enter(deadline, signal) {
      if (isTooLate(deadline) || queue.length >= options.waiting) throw refusal();
      signal.throwIfAborted();
      // Mostly so, and without what a wait needs.
      if (isFree()) {
        inFlight += 1;
        return leave;
      }
      if (leaving?.aborted) throw refusal();
      return new Promise((resolve, reject) => {
        const refuse = (error: unknown) => {
          endWait();
          reject(error);
        };
        const aborted = () => refuse(signal.reason);
        const late = setTimeout(() => refuse(refusal()), deadline - now());
        const endWait = () => {
          clearTimeout(late);
          queue.splice(queue.indexOf(waiting), 1);
          signal.removeEventListener("abort", aborted);
        };
        const waiting: Waiting = {
          deadline,
          start() {
            endWait();
            inFlight += 1;
            resolve(leave);
          },
          refuse,
        };
        queue.push(waiting);
        signal.addEventListener("abort", aborted);
        advance();
      });
    },
    isQuiet: () => queue.length === 0 && inFlight < options.inFlight / 2 && pausedUntil <= now(),
    pause(until) {
      pausedUntil = Math.max(pausedUntil, Math.min(until, now() + MAX_PAUSE_MS));
      for (const { deadline, refuse } of [...queue]) {
        if (isTooLate(deadline)) refuse(refusal());
      }
      advance();
    },
  };
}

/** The error of a request that was not sent, for it would have come too early. */
export function rateLimited(retryAfterMs: number): UpstreamError {
  return new UpstreamError("RATE_LIMITED", "Too many requests to Bandwidth at once: this one was not sent", {
    retryAfter: Math.ceil(retryAfterMs / 1000),
  });
}
