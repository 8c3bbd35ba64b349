import { parentPort } from "node:worker_threads";
import { type Retention, StoreUnavailable } from "../store.ts";
import { createAccepted } from "./accepted.ts";
import { createCallControls } from "./callControls.ts";
import { createCallScripts } from "./callScripts.ts";
import { type Database, openDatabase, unusable } from "./database.ts";
import { createEventAnswers } from "./eventAnswers.ts";
import { createEvents, type Opened as OpenedLog } from "./events.ts";
import { createIdempotencyKeys } from "./idempotencyKeys.ts";
import { createOpenItems } from "./openItems.ts";
import { createRejectedCallbacks } from "./rejectedCallbacks.ts";
import type { Call, Calls, Replies, Reply } from "./thread.ts";

// The thread of thread.ts: has the file, and does what it is told, one call after the other.

/** Written as a trial after a fault. More than the free space that the files themselves may still have when the disk is full. */
const TRIAL_BYTES = 1024 * 1024;

let time = 0;
let steadyTime = 0;
const now = () => new Date(time);

/** Events that wait for an answer, until when. They wait in this process: their requests end with it. */
const waiting = new Map<string, number>();

type Run = { run: string; seen: number; retention: Retention };
function createParts(database: Database, run: Run) {
  const trial = database.sqlite.prepare("INSERT OR REPLACE INTO trial (id, filler) VALUES (1, zeroblob(?))");
  const events = createEvents(database, { ...run, now });
  return {
    events,
    idempotencyKeys: createIdempotencyKeys(database, { now, steadyNow: () => steadyTime }),
    callControls: createCallControls(database, now),
    callScripts: createCallScripts(database),
    accepted: createAccepted(database, now),
    eventAnswers: createEventAnswers(database, events.seqOf, waiting),
    rejectedCallbacks: createRejectedCallbacks(database),
    openItems: createOpenItems(database),
    disk: {
      /** Throws when nothing can be written. */
      try() {
        const bytes = database.fault() === undefined ? 1 : TRIAL_BYTES;
        database.write(() => void trial.run(bytes));
      },
      /** Throws as long as what could not be read last cannot be read. */
      read: () => database.readAgain(),
    },
  };
}

/** What is in the file: where its log stands, and whether it has controls of calls. */
export type Opened = { log: OpenedLog; hasCallControls: boolean };

const openedBy = ({ events, callControls }: ReturnType<typeof createParts>): Opened => ({
  log: events.opened(),
  hasCallControls: callControls.isAny(),
});

let wasOpen = false;
let database: Database | undefined;
let parts: ReturnType<typeof createParts> | undefined;
const file = {
  /** Opens the file unless it is open and can be used. The run is as createEvents has it. */
  open({ dataDir, ...run }: Run & { dataDir: string }): Opened {
    if (parts && !database?.isLost()) return openedBy(parts);
    file.close();
    database = openDatabase(dataDir, { mustExist: wasOpen });
    try {
      parts = createParts(database, run);
    } catch (error) {
      throw error instanceof StoreUnavailable ? error : unusable(dataDir, error);
    }
    wasOpen = true;
    return openedBy(parts);
  },
  close() {
    parts = undefined;
    database?.close();
    database = undefined;
  },
};

export type Parts = ReturnType<typeof createParts> & { file: typeof file };

// One message after the other: its calls are known by their order.
let answered = Promise.resolve();
parentPort?.on("message", (message: Calls) => {
  answered = answered.then(() => answer(message));
});

async function answer(message: Calls) {
  ({ time, steadyTime } = message);
  const replies: Reply[] = [];
  for (const call of message.calls) replies.push(await replyTo(call));
  parentPort?.postMessage({ replies } satisfies Replies);
  fillPlaces();
}

/** When those that were added are answered: with 64 in flight the slowest in a hundred had waited for it. */
function fillPlaces() {
  try {
    parts?.events.fillPlaces();
  } catch {
    // Who adds the next meets the same fault, and is told.
  }
}

async function replyTo({ part, name, values }: Call): Promise<Reply> {
  try {
    const functions = part === "file" ? file : parts?.[part];
    // It was closed after this was sent, to be opened anew, and could not be.
    if (!functions) throw new StoreUnavailable("The event log cannot be opened.");
    const found: unknown = Reflect.get(functions, name);
    if (typeof found !== "function") throw new Error(`The store has no ${part}.${name}`);
    return { value: await Reflect.apply(found, undefined, values) };
  } catch (error) {
    return error instanceof StoreUnavailable ? { unavailable: error.message } : { error };
  }
}
