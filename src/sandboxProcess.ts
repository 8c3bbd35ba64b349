import { fork } from "node:child_process";
import { extname } from "node:path";
import { z } from "zod";

/** What the sandbox tells its parent: sandbox/README.md. */
const Message = z.union([
  z.object({ type: z.literal("ready") }),
  z.object({ type: z.literal("failed"), message: z.string() }),
]);

/** The sandbox as a process of its own, as Bandwidth is one. It ends when it is stopped or when this process ends, however that is. */
type SandboxProcess = {
  /** Resolves when the sandbox serves; rejects with one sentence when it cannot. */
  ready: Promise<void>;
  /** Calls `listener` should the sandbox end without being stopped. */
  onEnd(listener: (code: number | null) => void): void;
  stop(): void;
};

/** Starts the sandbox with `environment`, which holds SANDBOX_PORT and where its callbacks go. */
export function startSandbox(environment: NodeJS.ProcessEnv): SandboxProcess {
  const child = fork(new URL(`../sandbox/main${extname(import.meta.url)}`, import.meta.url), {
    env: environment,
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`The sandbox ended with code ${code}.`)));
    child.on("message", (json) => {
      // Under --watch Node reports files over the same channel.
      const { data: message } = Message.safeParse(json);
      if (message?.type === "ready") resolve();
      else if (message) reject(new Error(message.message));
    });
  });
  // It may fail before anyone waits for it; who waits later still learns of it.
  ready.catch(() => undefined);
  let stopped = false;
  return {
    ready,
    onEnd: (listener) => child.once("exit", (code) => stopped || listener(code)),
    stop() {
      stopped = true;
      if (child.connected) child.disconnect();
    },
  };
}
