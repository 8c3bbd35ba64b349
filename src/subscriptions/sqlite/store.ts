import { type Retention, type Store, StoreUnavailable } from "../store.ts";
import { createAnswerDocuments } from "./answerDocuments.ts";
import { openDatabase } from "./database.ts";
import { createEventLog } from "./eventLog.ts";
import { createIdempotencyKeys } from "./idempotencyKeys.ts";
import { createOpenItems } from "./openItems.ts";
import { createRejectedCallbacks } from "./rejectedCallbacks.ts";

const TRIAL_EVERY_MS = 1_000;
/** What is written as a trial after a fault: more than a full disk has left over inside the files. */
const TRIAL_BYTES = 1024 * 1024;

/** The store of a gateway that is alone, in one SQLite file in `dataDir`. Throws when it cannot be opened. */
export function openSqliteStore(options: {
  dataDir: string;
  retention: Retention;
  run: string;
  now: () => Date;
}): Store {
  const { dataDir, now } = options;
  const database = openDatabase(dataDir);
  const log = createEventLog(database, options);
  const trial = database.sqlite.prepare("INSERT OR REPLACE INTO trial (id, filler) VALUES (1, zeroblob(?))");
  let triedAt = Number.NEGATIVE_INFINITY;
  return {
    log,
    idempotencyKeys: createIdempotencyKeys(database, now),
    answerDocuments: createAnswerDocuments(database, now),
    rejectedCallbacks: createRejectedCallbacks(database),
    openItems: createOpenItems(database),
    lease: async () => true,
    createTokenBucket: undefined,
    async fault() {
      const time = now().getTime();
      if (time - triedAt >= TRIAL_EVERY_MS) {
        triedAt = time;
        try {
          const bytes = database.fault() === undefined ? 1 : TRIAL_BYTES;
          database.write(() => trial.run(bytes));
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
        }
      }
      return database.fault();
    },
    trim: async () => log.trim(),
    close: async () => database.close(),
  };
}
