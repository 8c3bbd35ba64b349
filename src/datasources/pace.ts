import { createLane, type Lane } from "./lane.ts";
import type { Rated } from "./rest.ts";
import type { Rate, TokenBucket } from "./tokenBucket.ts";

/**
 * How many requests of each of Bandwidth's APIs are in flight at once. Bandwidth states no number: these leave half of the connection
 * pool to writes and to the other APIs at the same host.
 */
const READS_IN_FLIGHT = 32;
const WRITES_IN_FLIGHT = 16;
/** How many more may wait for their turn. */
const WAITING = 1_000;

/** The lanes of one API. Reads go on when `leaving` aborts: nothing is lost with those that are cut off. */
export function createLanes(now: () => number, leaving: AbortSignal): { reads: Lane; writes: Lane } {
  return {
    reads: createLane({ inFlight: READS_IN_FLIGHT, waiting: WAITING, now }),
    writes: createLane({ inFlight: WRITES_IN_FLIGHT, waiting: WAITING, now, leaving }),
  };
}

/**
 * The rates that Bandwidth states for an account.
 *
 * Calls and messages that come faster than the account's rate stand in a queue at Bandwidth, which holds what it can work off in 5
 * and in 15 minutes, and refuses what is more. A bucket of that size lets through what that queue would take, in Bandwidth's own order
 * of priorities, and keeps back what it would refuse.
 *
 * Lists of messages may be asked for 3500 times in 5 minutes.
 */
export function createRates(options: {
  callsPerSecond: number;
  messagesPerSecond: number;
  createBucket: (name: Rated, rate: Rate) => TokenBucket;
}): Readonly<Record<Rated, TokenBucket>> {
  const { callsPerSecond, messagesPerSecond, createBucket } = options;
  return {
    calls: createBucket("calls", { perSecond: callsPerSecond, capacity: callsPerSecond * 5 * 60 }),
    messages: createBucket("messages", {
      perSecond: messagesPerSecond,
      capacity: messagesPerSecond * 15 * 60,
    }),
    messageLists: createBucket("messageLists", { perSecond: 3500 / 300, capacity: 3500 }),
  };
}
