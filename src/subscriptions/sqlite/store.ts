import { type Retention, type Store, StoreUnavailable } from "../store.ts";
import { createTrial, faultOf } from "../trial.ts";
import { callControlsIfAny } from "./callControlsIfAny.ts";
import { createEventLog } from "./eventLog.ts";
import { startThread } from "./thread.ts";
import { toldInProcess } from "./toldInProcess.ts";

/** How long a trial may take: longer and the disk hangs. As Redis is given. */
const TRIAL_MS = 3_000;

/**
 * The store of a gateway that is alone, in one SQLite file in `dataDir`. Throws when that can never be opened; where the disk or the
 * file is at fault the store is there all the same, and heals.
 */
export async function openSqliteStore(options: {
  dataDir: string;
  retention: Retention;
  createRun: () => string;
  now: () => Date;
  steadyNow: () => number;
}): Promise<Store> {
  const { steadyNow } = options;
  const thread = startThread({
    ...options,
    seen: () => log.seen(),
    onOpened(opened) {
      log.opened(opened.log);
      callControls.opened(!opened.hasCallControls);
    },
  });
  const log = createEventLog(thread.part("events"));
  const callControls = callControlsIfAny(thread.part("callControls"));
  const disk = thread.part("disk");

  let trying: Promise<void> | undefined;
  /** What waits for a disk that hangs goes on waiting: it is not tried again meanwhile. */
  async function tryToWrite() {
    trying ??= disk.try().finally(() => {
      trying = undefined;
    });
    const { promise: timeout, reject } = Promise.withResolvers<never>();
    const hangs = new StoreUnavailable("The disk of the event log does not answer.");
    const timer = setTimeout(() => reject(hangs), TRIAL_MS);
    await Promise.race([trying, timeout]).finally(() => clearTimeout(timer));
  }

  try {
    await faultOf(disk.try);
  } catch (error) {
    await thread.end();
    throw error;
  }
  return {
    log,
    idempotencyKeys: thread.part("idempotencyKeys"),
    callControls,
    callScripts: thread.part("callScripts"),
    accepted: thread.part("accepted"),
    eventAnswers: toldInProcess(thread.part("eventAnswers")),
    rejectedCallbacks: thread.part("rejectedCallbacks"),
    openItems: thread.part("openItems"),
    createTokenBucket: undefined,
    lease: async () => true,
    fault: createTrial(tryToWrite, steadyNow),
    damage: createTrial(disk.read, steadyNow),
    trim: () => log.trim(),
    close: () => thread.end(),
  };
}
