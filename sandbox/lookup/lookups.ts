import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";

/** The most numbers of all lookups together. */
const MAX_NUMBERS = 1_000_000;
/** How long a lookup is in progress. */
const PROCESSING_MS = 1000;

/** A request that is polled for its result. */
export interface Lookup {
  requestId: string;
  numbers: readonly string[];
  readyAt: number;
}

export interface Lookups {
  start(numbers: readonly string[]): Lookup;
  find(requestId: string): Lookup | undefined;
  isReady(lookup: Lookup): boolean;
  clear(): void;
}

/** Makes the memory of asynchronous lookups; the oldest go when there are too many. */
export function createLookups({
  clock,
  ids,
}: {
  clock: Pick<Clock, "now">;
  ids: Pick<Ids, "uuid">;
}): Lookups {
  const lookups = new Map<string, Lookup>();
  let held = 0;
  return {
    start: (numbers) => {
      for (const oldest of lookups.values()) {
        if (held + numbers.length <= MAX_NUMBERS) break;
        lookups.delete(oldest.requestId);
        held -= oldest.numbers.length;
      }
      held += numbers.length;
      const lookup = { requestId: ids.uuid(), numbers, readyAt: clock.now() + PROCESSING_MS };
      lookups.set(lookup.requestId, lookup);
      return lookup;
    },
    find: (requestId) => lookups.get(requestId),
    isReady: ({ readyAt }) => clock.now() >= readyAt,
    clear: () => {
      lookups.clear();
      held = 0;
    },
  };
}

/** How a lookup ends that found so many of its numbers. */
export function finalStatus(found: number, failed: number): "COMPLETE" | "PARTIAL_COMPLETE" | "FAILED" {
  if (failed === 0) return "COMPLETE";
  return found === 0 ? "FAILED" : "PARTIAL_COMPLETE";
}
