import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { createClient } from "graphql-ws";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { query } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { type Program, ready, run } from "../support/processes.ts";
import { controlOf, FAR_NUMBER, OWN_NUMBER, temporaryFolder } from "../support/stack.ts";

const folder = temporaryFolder();
let port: number;
let sandboxPort: number;
let program: Program;
let started: number;
beforeEach(async () => {
  port = await freePort();
  sandboxPort = await freePort();
});
afterEach(async () => {
  await program.end("SIGKILL");
  folder.remove();
});

/** Starts with nothing in the environment; only the ports and the folder differ, so that tests keep out of each other's way. */
function start(command: string, ...args: string[]) {
  started = performance.now();
  program = run(command, args, {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: folder.path,
  });
}

/** Waits until the program has printed all of its welcome. */
async function welcome(): Promise<string> {
  while (!program.output().includes("Ctrl-C stops.")) {
    if (program.process.exitCode !== null) throw new Error(program.output());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return program.output();
}

const bash = async (command: string) => (await promisify(execFile)("bash", ["-c", command])).stdout;

test("`npm start` with nothing in the environment is ready within seconds, and what it prints works as it is", async () => {
  start("npm", "start");
  const text = await welcome();
  // About 1 s on an idle machine; CI's may be busy.
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(text).toContain(`http://localhost:${port}/graphql`);
  expect(text).toContain(`ws://localhost:${port}/graphql`);
  expect(text).toContain(`http://localhost:${sandboxPort}`);
  expect(text).toContain("BW_CLIENT_ID");

  const [read, subscription, mutation] = [...text.matchAll(/^ {2}curl .*\\\n.*$/gm)].map(
    ([command]) => command,
  );
  expect(JSON.parse(await bash(read ?? ""))).toMatchObject({
    data: { calls: { edges: [{ node: {} }, { node: {} }, { node: {} }] } },
  });
  // The call is answered after two rings; the subscription is watched until it has shown it all.
  // Not a pipe, which would end with curl: that notices that nobody reads when it writes the next comment, seconds later.
  const watch = bash(`grep -m 3 '^data: {' < <(timeout 30 ${subscription} 2>/dev/null) || true`);
  await bash(`until curl -sf http://localhost:${port}/readyz >/dev/null; do :; done`);
  expect(JSON.parse(await bash(mutation ?? ""))).toMatchObject({
    data: { createCall: { call: { state: "QUEUED" } } },
  });
  expect([...(await watch).matchAll(/"type":"(\w+)"/g)].map(([, type]) => type)).toEqual([
    "ANSWER",
    "RECORDING_AVAILABLE",
    "DISCONNECT",
  ]);
});

test("SIGTERM to npm alone, as a supervisor sends it, stops the gateway in order", async () => {
  start("npm", "start");
  await welcome();
  program.process.kill("SIGTERM");
  const isGone = (url: string) =>
    fetch(url).then(
      () => false,
      () => true,
    );
  for (const url of [`http://localhost:${port}/healthz`, `http://localhost:${sandboxPort}/_sandbox/health`]) {
    while (!(await isGone(url))) await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(program.output()).toContain("SIGTERM: stopping");
});

test.for(["SIGINT", "SIGTERM"] as const)(
  "%s to gateway and sandbox alike stops both cleanly and tells subscribers: WebSocket close 1001, end of SSE",
  async (signal) => {
    // Not through npm, which ends by the signal whatever its script does.
    start("node", "src/main.ts");
    await welcome();
    const closed = new Promise<{ code: number; reason: string }>((resolve, reject) => {
      const client = createClient({
        url: `ws://localhost:${port}/graphql`,
        webSocketImpl: WebSocket,
        lazy: false,
        retryAttempts: 0,
        onNonLazyError: () => undefined,
        on: { closed: (event) => resolve(event as { code: number; reason: string }), error: reject },
      });
      client.subscribe(
        { query: "subscription { events { id } }" },
        { next: () => undefined, error: () => undefined, complete: () => undefined },
      );
    });
    const sse = await fetch(`http://localhost:${port}/graphql`, {
      method: "POST",
      headers: { accept: "text/event-stream", "content-type": "application/json" },
      body: JSON.stringify({ query: "subscription { events { id } }" }),
    });
    const ended = sse.text();
    // What a terminal does with Ctrl-C, and a service manager with SIGTERM.
    expect(await program.end(signal)).toBe(0);
    expect(await closed).toMatchObject({ code: 1001, reason: expect.stringContaining("cursor") });
    // Not `complete`, which says that there is nothing to come back for.
    expect(await ended).toBe(":\n\n: resume elsewhere\n\n");
    for (const url of [
      `http://localhost:${port}/healthz`,
      `http://localhost:${sandboxPort}/_sandbox/health`,
    ]) {
      await expect(fetch(url)).rejects.toThrow();
    }
    expect(program.output()).not.toMatch(/Error|Warning|"level":[56]0/);
  },
);

/** Has a call placed that Bandwidth answers only after so long. Resolves once the request for it has come, with what the client gets. */
async function placeSlowly(delayMs: number) {
  const sandbox = controlOf(`http://localhost:${sandboxPort}`);
  await sandbox.post("faults", { operation: "createCall", delayMs });
  const answer = query(
    `http://localhost:${port}`,
    `mutation { createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}" }) { call { state } } }`,
  );
  answer.catch(() => undefined);
  await vi.waitFor(async () => expect(await sandbox.faults()).toEqual([]), { timeout: 20_000 });
  return { answer };
}

test.for([
  ["Ctrl-C in the terminal of `npm start`, which npm forwards as well", "npm", ["start"]],
  ["SIGINT and SIGTERM at once", "node", ["src/main.ts"]],
] as const)("%s stops once: a request that runs gets its answer", async ([, command, args]) => {
  start(command, ...args);
  await welcome();
  const { answer } = await placeSlowly(1_500);
  if (command === "node") program.process.kill("SIGTERM");
  await program.end("SIGINT");
  expect(await answer).toEqual({ createCall: { call: { state: "QUEUED" } } });
});

test("a second signal that comes later than npm would forward one ends the gateway at once", async () => {
  start("node", "src/main.ts");
  await welcome();
  const { answer } = await placeSlowly(9_000);
  const began = performance.now();
  while (program.process.exitCode === null) {
    program.process.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(program.process.exitCode).toBe(1);
  expect(performance.now() - began).toBeLessThan(5_000);
  await expect(answer).rejects.toThrow();
});

test("a port that is taken stops the start with one sentence that names the variable", async () => {
  start("node", "src/main.ts");
  await ready(program, `http://localhost:${port}/readyz`);
  for (const [variable, environment] of [
    ["PORT", { PORT: String(port), SANDBOX_PORT: String(await freePort()) }],
    ["SANDBOX_PORT", { PORT: String(await freePort()), SANDBOX_PORT: String(sandboxPort) }],
  ] as const) {
    const other = temporaryFolder();
    const second = run("node", ["src/main.ts"], { ...environment, DATA_DIR: other.path, LOG_LEVEL: "error" });
    await new Promise((resolve) => second.process.once("exit", resolve));
    expect(second.process.exitCode).toBe(1);
    expect(second.output().trim().split("\n")).toHaveLength(1);
    expect(second.output()).toContain(variable);
    other.remove();
  }
});
