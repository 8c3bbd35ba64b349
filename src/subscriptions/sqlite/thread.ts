import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { type Retention, StoreUnavailable } from "../store.ts";
import type { Opened, Parts } from "./worker.ts";

/** What the thread is told: to call a function of one of its parts. */
export type Call = { part: keyof Parts; name: string; values: unknown[] };
/**
 * All that it is told in one turn of the event loop, and when that is: to wake it costs more than most calls. `steadyTime` is no later
 * than it is by the clock of the process, which nobody sets.
 */
export type Calls = { calls: readonly Call[]; time: number; steadyTime: number };
/** What it answers to a call: what that gave, or why it gave nothing. */
export type Reply = { value: unknown } | { unavailable: string } | { error: unknown };
/** The answers to one message, in the order of its calls. */
export type Replies = { replies: readonly Reply[] };

/** Functions as they are seen from outside the thread: what they give has to be waited for. */
export type Remote<T> = {
  [name in keyof T]: T[name] extends (...values: infer V) => infer R
    ? (...values: V) => Promise<Awaited<R>>
    : never;
};

type Send = (part: keyof Parts, name: string, values: unknown[]) => Promise<unknown>;

/** A part of the thread. It has these very functions, so what they take and give is what the type says. */
function remote<P extends keyof Parts>(part: P, send: Send): Remote<Parts[P]> {
  const get =
    (_: object, name: string | symbol) =>
    (...values: unknown[]) =>
      send(part, String(name), values);
  return new Proxy({}, { get }) as Remote<Parts[P]>;
}

function createWorker() {
  // Beside this file, under the name that it has as a source or as a build.
  return new Worker(new URL(`./worker${extname(import.meta.url)}`, import.meta.url), {
    // Nearly everything here is garbage at once. Without a bound V8 would let three times as much of it pile up.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
}

let prepared: Worker | undefined;

/** Has the next thread load its modules while its user still loads its own: the start takes an eighth less. */
export function prepareThread() {
  prepared = createWorker();
}

/**
 * SQLite in a thread of its own, so that only this thread waits for the disk. Calls are done in their order. The file is opened before the
 * first call, and opened again, as a new run, after a fault that only another file can mend. `onOpened` is told what is in it. `seen`: the
 * number of the last event that anybody was told of.
 */
export function startThread({
  dataDir,
  retention,
  createRun,
  now,
  steadyNow,
  seen,
  onOpened,
}: {
  dataDir: string;
  retention: Retention;
  createRun: () => string;
  now: () => Date;
  steadyNow: () => number;
  seen: () => number;
  onOpened: (opened: Opened) => void;
}) {
  const worker = prepared ?? createWorker();
  prepared = undefined;
  /** The calls that are not answered yet, in their order, which is that of the answers. */
  const running: { resolve: (value: unknown) => void; reject: (error: unknown) => void }[] = [];
  /** Whether the file is open, as far as is known here. After a fault of the file it is opened again, if that can help. */
  let isOpen = false;
  // With `--watch` Node tells by the same way what the thread imports: without replies.
  worker.on("message", ({ replies = [] }: Partial<Replies>) => {
    const calls = running.splice(0, replies.length);
    for (const [index, reply] of replies.entries()) {
      const call = calls[index];
      if ("value" in reply) call?.resolve(reply.value);
      else if ("unavailable" in reply) {
        isOpen = false;
        call?.reject(new StoreUnavailable(reply.unavailable));
      } else call?.reject(reply.error);
    }
  });
  // Not caught: without its store the gateway can do nothing, and whoever started it starts it again.
  worker.on("error", (error) => {
    throw error;
  });

  let told: Call[] = [];
  function tell() {
    const time = now().getTime();
    worker.postMessage({ calls: told, time, steadyTime: Math.min(time, steadyNow()) } satisfies Calls);
    told = [];
  }
  const send: Send = (part, name, values) =>
    new Promise((resolve, reject) => {
      running.push({ resolve, reject });
      // A tick comes after all that is ready to run: each of the callbacks that were written together asks for the control of its call.
      if (told.push({ part, name, values }) === 1) process.nextTick(tell);
    });

  const file = remote("file", send);
  let opening: Promise<void> | undefined;
  async function open() {
    onOpened(await file.open({ dataDir, retention, run: createRun(), seen: seen() }));
    isOpen = true;
  }
  const sendWhenOpen: Send = (part, name, values) => {
    if (isOpen) return send(part, name, values);
    opening ??= open().finally(() => {
      opening = undefined;
    });
    return opening.then(() => send(part, name, values));
  };

  return {
    part: <P extends keyof Parts>(part: P) => remote(part, sendWhenOpen),
    async end() {
      await file.close();
      await worker.terminate();
    },
  };
}
