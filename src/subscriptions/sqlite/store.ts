import { type Retention, type Store, StoreUnavailable } from "../store.ts";
import { createEventLog } from "./eventLog.ts";
import { startThread } from "./thread.ts";
import { toldInProcess } from "./toldInProcess.ts";

const TRIAL_EVERY_MS = 1_000;

/**
 * The store of a gateway that is alone, in one SQLite file in `dataDir`. Throws when that can never be opened; where the disk or the
 * file is at fault the store is there all the same, and heals.
 */
export async function openSqliteStore(options: {
  dataDir: string;
  retention: Retention;
  createRun: () => string;
  now: () => Date;
}): Promise<Store> {
  const { now } = options;
  const thread = startThread({
    ...options,
    seen: () => log.last(),
    onOpened: (opened) => log.opened(opened),
  });
  const log = createEventLog(thread.part("events"));
  const disk = thread.part("disk");

  let triedAt = Number.NEGATIVE_INFINITY;
  let trial: Promise<string | undefined> = Promise.resolve(undefined);
  async function tryToWrite(): Promise<string | undefined> {
    try {
      await disk.try();
      return undefined;
    } catch (error) {
      if (error instanceof StoreUnavailable) return error.message;
      throw error;
    }
  }

  try {
    await tryToWrite();
  } catch (error) {
    await thread.end();
    throw error;
  }
  return {
    log,
    idempotencyKeys: thread.part("idempotencyKeys"),
    callControls: thread.part("callControls"),
    callScripts: thread.part("callScripts"),
    eventAnswers: toldInProcess(thread.part("eventAnswers")),
    rejectedCallbacks: thread.part("rejectedCallbacks"),
    openItems: thread.part("openItems"),
    createTokenBucket: undefined,
    lease: async () => true,
    async fault() {
      const time = now().getTime();
      if (time - triedAt >= TRIAL_EVERY_MS) {
        triedAt = time;
        trial = tryToWrite();
      }
      return trial;
    },
    trim: () => log.trim(),
    close: () => thread.end(),
  };
}
