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
 * Reads states again that may have changed without an event: no callback tells of an inbound call that it was answered, or of a member of a
 * conference that it was muted, and one that was read while Bandwidth failed is to be read anew. One after the other, and only while `isQuiet`:
 * what is live goes first.
 */
export function createStateRefresh(isQuiet: () => boolean) {
  let turn: Promise<unknown> = Promise.resolve();

  /** `read` reads the state and tells those who watch it; whether nothing can happen to it any more. It must not throw. */
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
