/** A rate that Bandwidth states. */
export type TokenBucket = {
  /**
   * Takes a token. Resolves with how long the caller has to wait before it sends (ms, 0 as a rule), or, when that would be longer
   * than `maxWaitMs`, with when to come again; then no token is taken.
   */
  reserve(maxWaitMs: number): Promise<{ waitMs: number } | { retryAfterMs: number }>;
  /** Bandwidth said to come back at that time (ms since 1970): no token is given before. */
  pause(until: number): void;
};

/** As in `Lane`: a Retry-After was meant for one request. */
const MAX_PAUSE_MS = 60_000;

/** What a bucket holds at most, and what it gains. */
export type Rate = { perSecond: number; capacity: number };

/** A bucket that holds `capacity` tokens and gains `perSecond`. It is full at first. */
export function createTokenBucket({ perSecond, capacity }: Rate, now: () => number): TokenBucket {
  let tokens = capacity;
  let filledAt = now();
  let pausedUntil = 0;
  return {
    async reserve(maxWaitMs) {
      const time = now();
      tokens = Math.min(capacity, tokens + (Math.max(0, time - filledAt) * perSecond) / 1000);
      filledAt = time;
      const waitMs = Math.max(0, pausedUntil - time, ((1 - tokens) * 1000) / perSecond);
      if (waitMs > maxWaitMs) return { retryAfterMs: waitMs };
      tokens -= 1;
      return { waitMs };
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, Math.min(until, now() + MAX_PAUSE_MS));
    },
  };
}
