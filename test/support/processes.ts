import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { controlOf, gatewayEnvironment } from "./stack.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** A program of this repository, run as its users run it. */
export type Program = {
  process: ChildProcess;
  /** What it wrote so far, stdout and stderr. */
  output(): string;
  /** Sends the signal to the program and its children; resolves with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

/** What a machine has set beside the program's own variables. */
const { PATH = "", HOME = "" } = process.env;

export function run(command: string, args: readonly string[], environment: Record<string, string>): Program {
  // A group of its own, so that a signal reaches children as Ctrl-C in a terminal does.
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { PATH, HOME, ...environment },
    detached: true,
    stdio: "pipe",
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const exit = once(child, "exit");
  return {
    process: child,
    output: () => output,
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
        process.kill(-child.pid, signal);
      await exit;
      return child.exitCode;
    },
  };
}

/** Resolves once `url` answers 200. Fails with the program's output when it ends before. */
export async function ready(program: Program, url: string): Promise<void> {
  for (;;) {
    if (program.process.exitCode !== null) throw new Error(`The program ended:\n${program.output()}`);
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A sandbox process whose clock is driven by hand. */
export async function runSandbox(options: {
  port: number;
  callbackUrl: string;
  environment?: Record<string, string>;
}) {
  const program = run("node", ["sandbox/main.ts"], {
    SANDBOX_PORT: String(options.port),
    SANDBOX_CLOCK: "manual",
    BASE_CALLBACK_URL: options.callbackUrl,
    CALLBACK_USERNAME: "callbacks",
    CALLBACK_PASSWORD: "secret",
    ...options.environment,
  });
  const url = `http://localhost:${options.port}`;
  await ready(program, `${url}/_sandbox/health`);
  return { ...program, url, control: controlOf(url) };
}

/** A gateway process; `heapMegabytes` is what its JavaScript may hold before it dies. */
export async function runGateway(options: {
  port: number;
  upstreamUrl: string;
  dataDir: string;
  heapMegabytes?: number;
  environment?: Record<string, string>;
}) {
  const { heapMegabytes = 1024 } = options;
  const program = run("node", [`--max-old-space-size=${heapMegabytes}`, "src/main.ts"], {
    ...gatewayEnvironment(options),
    ...options.environment,
  });
  const url = `http://localhost:${options.port}`;
  await ready(program, `${url}/readyz`);
  return { ...program, url };
}

function megabytes(program: Program, figure: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${program.process.pid}/status`, "utf8");
  return Number(new RegExp(`^${figure}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1024;
}

/** Memory that a process holds, in MB. */
export const residentMegabytes = (program: Program) => megabytes(program, "VmRSS");

/** By how many MB the memory of a process rose at most while something ran: the kernel's own peak, not samples. */
export async function riseInMegabytes(program: Program, run: () => Promise<unknown>): Promise<number> {
  // proc(5): 5 resets the peak to what is held now.
  writeFileSync(`/proc/${program.process.pid}/clear_refs`, "5");
  const before = residentMegabytes(program);
  await run();
  return megabytes(program, "VmHWM") - before;
}
