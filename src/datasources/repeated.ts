import { setTimeout } from "node:timers/promises";
import { HTTPError, isNetworkError } from "ky";
import { retryAfterSeconds } from "./requestError.ts";

const MOST_ATTEMPTS = 3;
/** Before the second attempt, and twice that before the third, less what chance takes off. */
const BACKOFF_MS = 300;

/**
 * Makes the attempts of a read: another one after 429, 503 and a broken connection, when Retry-After says or after a moment, unless the
 * deadline (ms since 1970) would pass meanwhile. Only reads are repeated: a write may have been carried out.
 */
export async function repeated<T>(
  attempt: () => Promise<T>,
  {
    deadline,
    signal,
    now,
    random,
  }: { deadline: number; signal: AbortSignal; now: () => number; random: () => number },
): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (attempts === MOST_ATTEMPTS || !mayPass(error)) throw error;
      const waitMs = retryAfterSeconds(error, now) * 1000 || random() * BACKOFF_MS * attempts;
      // Waiting longer than the caller does helps nobody: tell it now.
      if (now() + waitMs >= deadline) throw error;
      await setTimeout(waitMs, undefined, { signal });
    }
  }
}

function mayPass(error: unknown): boolean {
  return error instanceof HTTPError ? [429, 503].includes(error.response.status) : isNetworkError(error);
}
