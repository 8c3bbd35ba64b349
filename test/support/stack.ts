import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { readConfig as readSandboxConfig } from "../../sandbox/config.ts";
import { createSandbox } from "../../sandbox/server.ts";
import { watched } from "../../sandbox/test/contract.ts";
import { readConfig } from "../../src/config.ts";
import { createGateway } from "../../src/gateway.ts";
import { API_KEY } from "./client.ts";
import { freePort } from "./freePort.ts";

/** What Bandwidth's callbacks carry to the tests' gateways. */
export const CALLBACK_AUTH = `Basic ${Buffer.from("callbacks:secret").toString("base64")}`;

export const VOICE_APPLICATION = "04e88489-df02-4e34-a0ee-27a91849555f";
export const MESSAGING_APPLICATION = "93de2206-9669-4e07-948d-329f4b722ee2";
export const OWN_NUMBER = "+19195554321";
export const FAR_NUMBER = "+19195551234";

/** The environment of a gateway whose Bandwidth is at `upstreamUrl`. */
export function gatewayEnvironment(options: {
  port: number;
  upstreamUrl: string;
  dataDir: string;
}): Record<string, string> {
  const { port, upstreamUrl, dataDir } = options;
  return {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: "silent",
    BW_ACCOUNT_ID: "9900000",
    BW_CLIENT_ID: "sandbox",
    BW_CLIENT_SECRET: "sandbox",
    BW_TOKEN_URL: `${upstreamUrl}/api/v1/oauth2/token`,
    BW_VOICE_URL: `${upstreamUrl}/api/v2`,
    BW_MESSAGING_URL: `${upstreamUrl}/api/v2`,
    BW_MFA_URL: `${upstreamUrl}/api/v1`,
    BW_LOOKUP_URL: `${upstreamUrl}/v2`,
    BW_VOICE_APPLICATION_ID: VOICE_APPLICATION,
    BW_MESSAGING_APPLICATION_ID: MESSAGING_APPLICATION,
    BASE_CALLBACK_URL: `http://localhost:${port}`,
    CALLBACK_USERNAME: "callbacks",
    CALLBACK_PASSWORD: "secret",
    MEDIA_URL_SECRET: "a-secret-of-32-characters-or-more",
    GATEWAY_API_KEYS: `${API_KEY},test-key-2`,
  };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "bandwidth-graphql-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export type RunningGateway = {
  url: string;
  port: number;
  dataDir: string;
  logLines: string[];
  reconcile(): Promise<void>;
  stop(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** A gateway in this process; its Bandwidth is at `upstreamUrl`. */
export async function startGateway(options: {
  upstreamUrl: string;
  port?: number;
  dataDir?: string;
  environment?: Record<string, string>;
  now?: () => Date;
  steadyNow?: () => number;
}): Promise<RunningGateway> {
  const folder = options.dataDir === undefined ? temporaryFolder() : undefined;
  const dataDir = options.dataDir ?? folder?.path ?? "";
  const port = options.port ?? (await freePort());
  const config = readConfig({
    ...gatewayEnvironment({ port, upstreamUrl: options.upstreamUrl, dataDir }),
    ...options.environment,
  });
  const logLines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) });
  const gateway = await createGateway(config, log, options.now, options.steadyNow);
  const url = await gateway.start();
  const stop = async () => {
    await gateway.stop();
    folder?.remove();
  };
  return { url, port, dataDir, logLines, reconcile: gateway.reconcile, stop, [Symbol.asyncDispose]: stop };
}

/** The sandbox in this process, held against Bandwidth's contract with all that it is asked and answers. `clock` is `manual`, `real` or a speed factor. */
export async function startSandbox(options: { callbackUrl: string; clock?: string }) {
  const config = readSandboxConfig({
    SANDBOX_PORT: "0",
    SANDBOX_CLOCK: options.clock ?? "manual",
    BASE_CALLBACK_URL: options.callbackUrl,
    CALLBACK_USERNAME: "callbacks",
    CALLBACK_PASSWORD: "secret",
    LOG_LEVEL: "error",
  });
  const { sandbox, check } = watched(() => createSandbox(config), { requests: true });
  const url = await sandbox.start();
  return {
    url,
    control: controlOf(url),
    async stop() {
      await sandbox.stop();
      check();
    },
  };
}

/** A REST request that the sandbox received. */
type UpstreamRequest = { method: string; path: string; query: Record<string, string>; status: number };

type SandboxControl = ReturnType<typeof controlOf>;

/** The sandbox's control routes. */
export function controlOf(url: string) {
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${url}/_sandbox/${path}`, {
      method,
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { "content-type": "application/json" },
      }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path} was answered ${response.status}: ${await response.text()}`);
    return response.json() as Promise<unknown>;
  };
  return {
    /** Moves the sandbox's clock by hand; resolves when all that fell due has happened, callbacks included. */
    advance: (seconds: number) => call("POST", "clock", { advance: seconds }),
    /** The REST requests since the start, without those for tokens. */
    requests: async () =>
      ((await call("GET", "requests")) as UpstreamRequest[]).filter(
        ({ path }) => !path.endsWith("/oauth2/token"),
      ),
    callbacks: async () =>
      (await call("GET", "callbacks")) as { eventType: string; status: number | null; url: string }[],
    /** The faults that were ordered and have not happened. */
    faults: async () => (await call("GET", "faults")) as unknown[],
    post: (path: string, body: unknown) => call("POST", path, body),
  };
}

export type Stack = RunningGateway & { sandbox: SandboxControl; sandboxUrl: string };

/** A gateway over a sandbox whose clock is driven by hand, both in this process. */
export async function startStack(
  options: { clock?: string; environment?: Record<string, string> } = {},
): Promise<Stack> {
  const port = await freePort();
  const { environment = {}, ...sandboxOptions } = options;
  const sandbox = await startSandbox({ callbackUrl: `http://localhost:${port}`, ...sandboxOptions });
  const gateway = await startGateway({ upstreamUrl: sandbox.url, port, environment });
  const stop = async () => {
    await gateway.stop();
    await sandbox.stop();
  };
  return {
    ...gateway,
    sandbox: sandbox.control,
    sandboxUrl: sandbox.url,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

/** Delivers a callback as Bandwidth does, credentials included. */
export function deliver(
  url: string,
  path: string,
  body: unknown,
  headers: Record<string, string> = {},
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(`${url}/callbacks/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: CALLBACK_AUTH, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
    signal,
  });
}

/** A voice callback. */
export function voiceEvent(eventType: string, fields: Record<string, unknown> = {}) {
  return {
    eventType,
    eventTime: "2026-11-21T09:00:00.000Z",
    accountId: "9900000",
    applicationId: VOICE_APPLICATION,
    from: OWN_NUMBER,
    to: FAR_NUMBER,
    direction: "outbound",
    callId: "c-11111111-1111-1111-1111-111111111111",
    ...fields,
  };
}
