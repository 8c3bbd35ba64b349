/** How long after the last event a state is read again, and at most how long after it was read: twice as long each time. */
const FIRST_MS = 5_000;
const LONGEST_MS = 40_000;

/** A state that is read again, as long as somebody watches it. */
export type Refreshed = {
  /** An event told of it: REST may show soon what comes of it. */
  heard(): void;
  /** Something was done to it that no event tells. */
  now(): void;
  /** Nobody watches it any more. */
  stop(): void;
};

/**
 * Reads states again that may have changed without an event. No callback tells that an inbound call was answered or that a member of a
 * conference was muted, and a state that could not be read because Bandwidth failed has to be read anew. One is read at a time, and only
 * while `isQuiet`: live requests go first.
 */
export function createStateRefresh(isQuiet: () => boolean) {
  let turn: Promise<unknown> = Promise.resolve();

  /** `read` reads the state and tells those who watch it. It resolves with whether the state is final, and must not throw. */
  return function refresh(read: () => Promise<boolean>): Refreshed {
    let wait = FIRST_MS;
    let timer: NodeJS.Timeout | undefined;
    let isStopped = false;

    function schedule() {
      clearTimeout(timer);
      if (isStopped) return;
      timer = setTimeout(queue, wait).unref();
      wait = Math.min(2 * wait, LONGEST_MS);
    }
    function queue() {
      turn = turn.then(readInTurn);
    }
    async function readInTurn() {
      if (isStopped || (isQuiet() && (await read()))) return;
      schedule();
    }
    schedule();
    return {
      heard() {
        wait = FIRST_MS;
        schedule();
      },
      now() {
        wait = FIRST_MS;
        clearTimeout(timer);
        queue();
      },
      stop() {
        isStopped = true;
        clearTimeout(timer);
      },
    };
  };
}
