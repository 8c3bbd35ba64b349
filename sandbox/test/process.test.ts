import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { readConfig } from "../config.ts";

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill("SIGKILL");
});

/** Starts the real program, with an IPC channel, as the gateway does. */
function forked(environment: Record<string, string> = {}) {
  const started = fork(MAIN, { env: { ...process.env, SANDBOX_PORT: "0", ...environment }, silent: true });
  child = started;
  let output = "";
  started.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  started.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  return { started, output: () => output };
}

describe("forked with an IPC channel", () => {
  test("says when it is ready, prints nothing, and serves", async () => {
    const { started, output } = forked();
    const [message] = await once(started, "message");
    expect(message).toEqual({ type: "ready", url: expect.stringMatching(/^http:\/\/localhost:\d+$/) });
    expect((await fetch(`${message.url}/_sandbox/health`)).status).toBe(200);
    expect(output()).toBe("");
  });

  test("ignores SIGINT and ends on SIGTERM", async () => {
    const { started } = forked();
    const [{ url }] = await once(started, "message");
    started.kill("SIGINT");
    expect((await fetch(`${url}/_sandbox/health`)).status).toBe(200);
    started.kill("SIGTERM");
    expect(await once(started, "exit")).toEqual([0, null]);
  });

  test("ends when its parent goes away, whatever is under way", async () => {
    const { started } = forked({ BASE_CALLBACK_URL: "http://localhost:1" });
    const [{ url }] = await once(started, "message");
    await fetch(`${url}/_sandbox/inbound-messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ from: "+15551112222", text: "Hello" }),
    });
    started.disconnect();
    expect(await once(started, "exit")).toEqual([0, null]);
  });

  test("ends when its parent goes away before it has started, and prints nothing", async () => {
    const { started, output } = forked();
    started.disconnect();
    expect(await once(started, "exit")).toEqual([0, null]);
    expect(output()).toBe("");
  });

  test("tells in one sentence that its port is in use, and ends with 1", async () => {
    const squatter = createServer().listen(0, "localhost");
    await once(squatter, "listening");
    const address = squatter.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    const { started } = forked({ SANDBOX_PORT: port });
    const [[message], [code]] = await Promise.all([once(started, "message"), once(started, "exit")]);
    expect(message).toEqual({
      type: "failed",
      message: `The sandbox cannot start: port ${port} is in use; set SANDBOX_PORT to another.`,
    });
    expect(code).toBe(1);
    squatter.close();
  });
});

test("started alone it prints its URL, account and credentials, and Ctrl-C ends it", async () => {
  const started = spawn(process.execPath, [MAIN], { env: { ...process.env, SANDBOX_PORT: "0" } });
  child = started;
  const [chunk] = await once(started.stdout, "data");
  expect(String(chunk)).toMatch(
    /^Bandwidth sandbox at http:\/\/localhost:\d+\n.*account 9900000, user sandbox/,
  );
  started.kill("SIGINT");
  expect(await once(started, "exit")).toEqual([0, null]);
});

describe("the environment", () => {
  test("may be empty, an empty or blank variable counts as unset, and blanks around a value as nothing", () => {
    expect(readConfig({ LOG_LEVEL: "info " })).toMatchObject({ logLevel: "info" });
    expect(readConfig({ SANDBOX_PORT: "", LOG_LEVEL: "  " })).toEqual({
      host: "localhost",
      port: 4010,
      clockSpeed: 1,
      callsPerSecond: 5,
      maxMediaBytes: 3_932_160,
      baseCallbackUrl: "http://localhost:4000",
      callbackUsername: "sandbox",
      callbackPassword: "sandbox",
      logLevel: "warn",
      seed: undefined,
    });
  });

  test.each([
    ["real", 1],
    ["manual", 0],
    ["20", 20],
    ["0.5", 0.5],
  ])("SANDBOX_CLOCK=%s is speed %d", (SANDBOX_CLOCK, clockSpeed) => {
    expect(readConfig({ SANDBOX_CLOCK })).toMatchObject({ clockSpeed });
  });

  test("is refused with one sentence per mistake, each naming its variable", () => {
    expect(() =>
      readConfig({
        SANDBOX_PORT: "99999",
        SANDBOX_CLOCK: "fast",
        BASE_CALLBACK_URL: "here",
        LOG_LEVEL: "loud",
      }),
    ).toThrow(
      [
        "SANDBOX_PORT must be a whole number from 0 to 65535.",
        "SANDBOX_CLOCK must be real, manual or a speed factor up to 100000, for example 20.",
        "BASE_CALLBACK_URL must be an http or https URL.",
        "LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.",
      ].join("\n"),
    );
  });
});
