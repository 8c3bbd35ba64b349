import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createClient } from "@redis/client";
import { freePort } from "./freePort.ts";
import { temporaryFolder } from "./stack.ts";

/** Debian's Redis; `npm test` installs it when it runs as root. */
const REDIS_SERVER = "/usr/bin/redis-server";

export const isRedisInstalled = () => existsSync(REDIS_SERVER);

/** A Redis of the test's own, with an append-only file in a folder that is gone after it. */
export type RunningRedis = Awaited<ReturnType<typeof startRedis>>;

export async function startRedis(options: { appendOnly?: boolean; password?: string } = {}) {
  if (!isRedisInstalled()) {
    throw new Error(`${REDIS_SERVER} is missing: install it with 'apt-get install redis-server'.`);
  }
  const folder = temporaryFolder();
  const port = await freePort();
  const { appendOnly = true, password } = options;
  const url = `redis://${password === undefined ? "" : `:${password}@`}localhost:${port}`;
  const settings = [
    ["port", String(port)],
    ["bind", "127.0.0.1", "-::1"],
    ["dir", folder.path],
    ["save", ""],
    ["appendonly", appendOnly ? "yes" : "no"],
    // With everysec Redis answers before it writes while a sync of its file is under way, for up to two seconds (aof.c,
    // flushAppendOnlyFile), so that kill -9 may lose what was acknowledged.
    ["appendfsync", "always"],
    ...(password === undefined ? [] : [["requirepass", password] as const]),
  ];
  let server: ChildProcess | undefined;

  async function start() {
    server = spawn(
      REDIS_SERVER,
      settings.flatMap(([name, ...values]) => [`--${name}`, ...values]),
      { stdio: "ignore" },
    );
    const died = once(server, "exit").then(() => {
      throw new Error("redis-server ended");
    });
    died.catch(() => undefined);
    // It answers LOADING until its data are back.
    await Promise.race([died, untilReady()]);
  }
  async function untilReady() {
    for (;;) {
      const answer = await command("PING").catch(() => undefined);
      if (answer === "PONG") return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  /** One command on a connection of its own. */
  async function command(...words: string[]): Promise<unknown> {
    const client = createClient({ url, RESP: 2, socket: { reconnectStrategy: false } });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await client.sendCommand(words);
    } finally {
      client.destroy();
    }
  }
  async function end(signal: NodeJS.Signals) {
    const ending = server;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const exited = once(ending, "exit");
    ending.kill(signal);
    await exited;
  }

  await start();
  return {
    url,
    port,
    folder: folder.path,
    start,
    command,
    end,
    /** SIGSTOP and SIGCONT: it hangs, its connections stand. */
    signal: (signal: NodeJS.Signals) => server?.kill(signal),
    async stop() {
      await end("SIGKILL");
      folder.remove();
    },
  };
}
