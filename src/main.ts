#!/usr/bin/env node
// The only file that reads the environment and handles signals. It imports nothing but Node's own modules, and garbage.ts, before it
// knows that this Node can run the rest.
import type { Config } from "./config.ts";
import { collectGarbage, keepTicksFast, keepYoung } from "./garbage.ts";

/** The first Node that lets a server leave upgrades alone (`shouldUpgradeCallback`). */
const NEEDED_NODE = [24, 9] as const;
const STOP_DEADLINE_MS = 10_000;
/** A signal that comes so soon after the first is the same one: npm forwards to its script what their whole group has got. */
const SAME_SIGNAL_MS = 1_000;

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])) {
  fail(
    `bandwidth-graphql needs Node ${NEEDED_NODE.join(".")} or newer; this is Node ${process.versions.node}.`,
  );
}

keepYoung();
keepTicksFast();
const config = await readConfigOrFail();
// The sandbox starts while this process still loads its own modules.
const sandbox = config.sandbox && (await startSandboxOf(config, config.sandbox.port));
const { prepareStore } = await import("./openStore.ts");
await prepareStore(config);
const { createGateway, createLogger } = await import("./gateway.ts");
const { welcome } = await import("./welcome.ts");

const log = createLogger(config);
try {
  const gateway = await createGateway(config, log);
  const url = await gateway.start();
  await sandbox?.ready;
  let stoppingSince: number | undefined;
  sandbox?.onEnd((code) => {
    // A signal to both at once ends the sandbox first.
    if (stoppingSince === undefined) log.error(`The sandbox ended with code ${code}: start again`);
  });
  process.stdout.write(welcome(config, url));

  const stop = async (signal: NodeJS.Signals) => {
    const time = performance.now();
    if (stoppingSince !== undefined) {
      if (time - stoppingSince > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    stoppingSince = time;
    setTimeout(() => process.exit(1), STOP_DEADLINE_MS).unref();
    log.info(`${signal}: stopping`);
    await gateway.stop();
    sandbox?.stop();
  };
  // Not `once`, after which Node would let the signal end the process.
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // Where there is no inspector, or none is allowed, the garbage stays.
  await collectGarbage().catch(() => undefined);
} catch (error) {
  fail(startFault(error));
}

async function readConfigOrFail(): Promise<Config> {
  const { ConfigError, readConfig } = await import("./config.ts");
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return fail(error.message);
  }
}

async function startSandboxOf({ callbackTarget }: Config, port: number) {
  const { startSandbox } = await import("./sandboxProcess.ts");
  return startSandbox({
    ...process.env,
    SANDBOX_PORT: String(port),
    BASE_CALLBACK_URL: callbackTarget.baseUrl,
    CALLBACK_USERNAME: callbackTarget.username,
    CALLBACK_PASSWORD: callbackTarget.password,
  });
}

function startFault(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "EADDRINUSE")
    return `PORT ${config.port} is in use by another program.`;
  if ("syscall" in error && ["getaddrinfo", "listen"].includes(String(error.syscall))) {
    return `HOST ${config.host} with PORT ${config.port} cannot be listened at: ${error.message}.`;
  }
  return error.message;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
