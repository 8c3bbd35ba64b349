import { type ChildProcess, execFileSync, fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { freePort } from "../test/support/freePort.ts";

/** What the gateways and the sandbox of the bench are told, and what its clients present. */
export const ACCOUNT_ID = "9900000";
export const API_KEY = "bench-key";
export const CALLBACKS = { username: "callbacks", password: "secret" };
export const CALLBACK_AUTHORIZATION = basic(CALLBACKS.username, CALLBACKS.password);
const CLIENT = { id: "sandbox", secret: "sandbox" };

const START_DEADLINE_MS = 30_000;
const STOP_DEADLINE_MS = 5_000;

/** A server under test: a process of its own on the loopback interface. */
export type Server = AsyncDisposable & {
  url: string;
  /** Resident memory in bytes. */
  memory(): number;
};

/** Bandwidth, as a gateway is told of it. */
export type Upstream = { url: string };

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

let serverCores: string | undefined;

/**
 * Keeps this process, which makes the load, on the first core and all servers on the others, where the system can (Linux). Left
 * alone, a scheduler at times puts both ends of a loopback connection on one core for seconds, which halves what is measured.
 */
export function separateCores(): boolean {
  if (cpus().length < 2 || !pin(process.pid, "0")) return false;
  serverCores = `1-${cpus().length - 1}`;
  return true;
}

/** Until it is disposed of, servers have all cores: for one that is alone. */
export function allCores(): Disposable {
  const kept = serverCores;
  if (kept !== undefined) serverCores = `0-${cpus().length - 1}`;
  return {
    [Symbol.dispose]() {
      serverCores = kept;
    },
  };
}

function pin(processId: number | undefined, cores: string): boolean {
  try {
    execFileSync("taskset", ["--all-tasks", "--cpu-list", "--pid", cores, String(processId)], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

/** What a gateway of the bench may have of its own. */
type Special = {
  /** Puts events into the log beforehand. */
  fill?: (dataDir: string) => Promise<void>;
  /** Its log is there. */
  redisUrl?: string | undefined;
  /** In place of the sources, which `npm start` runs. */
  program?: string;
};

/** The gateway as shipped, with credentials for `upstream`, a log of its own, and defaults for all else. */
export async function startGateway(
  upstream: Upstream,
  profileFolder?: string,
  { fill, redisUrl, program = "../src/main.ts" }: Special = {},
): Promise<Server> {
  const port = await freePort();
  const dataDir = mkdtempSync(join(tmpdir(), "bandwidth-graphql-bench-"));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", removeData);
  await fill?.(dataDir);
  const child = startNode(program, {
    env: {
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataDir,
      BW_ACCOUNT_ID: ACCOUNT_ID,
      BW_CLIENT_ID: CLIENT.id,
      BW_CLIENT_SECRET: CLIENT.secret,
      BW_TOKEN_URL: `${upstream.url}/api/v1/oauth2/token`,
      BW_VOICE_URL: `${upstream.url}/api/v2`,
      BW_MESSAGING_URL: `${upstream.url}/api/v2`,
      BASE_CALLBACK_URL: `http://localhost:${port}`,
      CALLBACK_USERNAME: CALLBACKS.username,
      CALLBACK_PASSWORD: CALLBACKS.password,
      MEDIA_URL_SECRET: "no-secret-here-but-32-characters",
      GATEWAY_API_KEYS: API_KEY,
      ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
      // As `npm start` has it.
      NODE_COMPILE_CACHE: fileURLToPath(new URL("../node_modules/.cache/node", import.meta.url)),
    },
    execArgv: profiling(profileFolder),
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(child, `${url}/readyz`);
  const server = serverOf(child, url);
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      process.off("exit", removeData);
      removeData();
    },
  };
}

/** One of `servers/`. */
export async function startBare(
  name:
    | "upstreamStub"
    | "bareIngest"
    | "callbacksUnstored"
    | "bareBroadcast"
    | "bareEventStreams"
    | "bareJson"
    | "fromMemory",
  profileFolder?: string,
): Promise<Server> {
  const child = startNode(`servers/${name}.ts`, { execArgv: profiling(profileFolder) });
  return serverOf(child, await told(child));
}

const profiling = (folder: string | undefined) =>
  folder === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${folder}`];

/** The sandbox; its callbacks go nowhere, since the bench makes none happen. */
export async function startSandbox(): Promise<Server> {
  const child = startNode("../sandbox/main.ts", { env: { SANDBOX_HOST: "127.0.0.1", SANDBOX_PORT: "0" } });
  return serverOf(child, await told(child));
}

/** An access token of the stub or the sandbox, got as the gateway gets its own. */
export async function accessToken(upstream: Upstream): Promise<string> {
  const response = await fetch(`${upstream.url}/api/v1/oauth2/token`, {
    method: "POST",
    headers: { authorization: basic(CLIENT.id, CLIENT.secret) },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

/** A gateway of another maker: its program in its own folder. */
export async function startPeer(
  program: string,
  options: string[],
  folder: string,
  url: string,
  env: Record<string, string>,
): Promise<Server> {
  const child = startNode(program, { options, folder, env });
  await ready(child, `${url}/readiness`);
  return serverOf(child, url);
}

function startNode(
  file: string,
  options: { options?: string[]; folder?: string; env?: Record<string, string>; execArgv?: string[] } = {},
): ChildProcess {
  const { PATH, TMPDIR } = process.env;
  const child = fork(new URL(file, import.meta.url), options.options ?? [], {
    cwd: options.folder,
    // Nothing else of this environment: it may hold settings of a gateway.
    env: { ...(PATH && { PATH }), ...(TMPDIR && { TMPDIR }), ...options.env },
    execArgv: options.execArgv ?? [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  children.add(child);
  // It starts on this process's core otherwise.
  if (serverCores !== undefined && !pin(child.pid, serverCores)) {
    throw new Error(`A server could not be kept on the cores ${serverCores}`);
  }
  child.once("exit", () => children.delete(child));
  return child;
}

function serverOf(child: ChildProcess, url: string): Server {
  return {
    url,
    memory() {
      const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" });
      return Number(kilobytes) * 1024;
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const impatience = setTimeout(() => child.kill("SIGKILL"), STOP_DEADLINE_MS);
      await exited;
      clearTimeout(impatience);
    },
  };
}

/** The URL that a server of ours, or the sandbox, tells its parent once it listens. */
function told(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => {
      const { data } = z.object({ url: z.string() }).safeParse(message);
      if (data) resolve(data.url);
      else reject(new Error(`A server did not start: ${JSON.stringify(message)}`));
    });
    child.once("exit", (code) => reject(new Error(`A server ended with code ${code}`)));
  });
}

async function ready(child: ChildProcess, url: string) {
  const deadline = Date.now() + START_DEADLINE_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => undefined);
    await response?.body?.cancel();
    if (response?.ok) return;
    await sleep(20);
  }
  throw new Error(`${url} did not become ready`);
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
}
