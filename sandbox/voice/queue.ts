import type { Clock } from "../clock.ts";

/** The outbound queue holds 300 seconds of the account's call rate: 1,500 calls at the default rate. */
const QUEUE_SECONDS = 300;

export interface CallQueue {
  size(): number;
  readonly capacity: number;
  isFull(): boolean;
  /** Waits for the call's turn: lower priority numbers first, else first come, first served. */
  turn(priority: number, signal: AbortSignal): Promise<void>;
  clear(): void;
}

interface Waiting {
  priority: number;
  call: () => void;
}

/** Makes the queue that lets outbound calls go at the account's rate. */
export function createCallQueue({
  clock,
  callsPerSecond,
}: {
  clock: Pick<Clock, "now" | "sleep" | "spawn">;
  callsPerSecond: number;
}): CallQueue {
  const capacity = QUEUE_SECONDS * callsPerSecond;
  let waiting: Waiting[] = [];
  let draining = false;
  let nextTurn = 0;

  async function drain() {
    while (waiting.length > 0) {
      await clock.sleep(nextTurn - clock.now());
      waiting.shift()?.call();
      nextTurn = clock.now() + 1000 / callsPerSecond;
    }
    draining = false;
  }

  return {
    size: () => waiting.length,
    capacity,
    isFull: () => waiting.length >= capacity,
    turn: (priority, signal) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiting = waiting.filter((other) => other !== entry);
          reject(signal.reason);
        };
        const entry: Waiting = {
          priority,
          call: () => {
            signal.removeEventListener("abort", leave);
            resolve();
          },
        };
        signal.addEventListener("abort", leave);
        waiting.splice(waiting.findLastIndex((other) => other.priority <= priority) + 1, 0, entry);
        if (!draining) {
          draining = true;
          clock.spawn(drain);
        }
      }),
    clear: () => {
      waiting = [];
      draining = false;
      nextTurn = 0;
    },
  };
}
