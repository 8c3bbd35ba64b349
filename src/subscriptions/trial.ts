import { StoreUnavailable } from "./store.ts";

const TRIAL_EVERY_MS = 1_000;

/** Why the engine cannot do the work at present; `undefined` when it did. */
export async function faultOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof StoreUnavailable) return error.message;
    throw error;
  }
}

/** The same of a trial, which is made once a second at most, however often it is asked for. */
export function createTrial(
  work: () => Promise<unknown>,
  steadyNow: () => number,
): () => Promise<string | undefined> {
  let triedAt = Number.NEGATIVE_INFINITY;
  let trial: Promise<string | undefined> = Promise.resolve(undefined);
  return () => {
    const time = steadyNow();
    if (time - triedAt >= TRIAL_EVERY_MS) {
      triedAt = time;
      trial = faultOf(work);
    }
    return trial;
  };
}
