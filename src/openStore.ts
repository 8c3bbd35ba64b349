import { randomBytes } from "node:crypto";
import type { Config } from "./config.ts";
import type { Store } from "./subscriptions/store.ts";

const DAY_MS = 24 * 3600_000;
const MEGABYTE = 1024 * 1024;

// The only file that knows the engine. Neither is loaded where the other one is used: Redis' client is a quarter of all modules.

/** Has what the store needs load while the gateway's own modules do, where it has a thread of its own. */
export async function prepareStore({ redisUrl }: Config): Promise<void> {
  if (redisUrl !== undefined) return;
  const { prepareThread } = await import("./subscriptions/sqlite/thread.ts");
  prepareThread();
}

/** The store, with the run of the gateway named by what nobody else is named by. */
export async function openStore(
  config: Config,
  told: { now: () => Date; steadyNow: () => number; warn: (sentence: string) => void },
): Promise<Store> {
  const { dataDir, redisUrl, accountId, eventRetentionDays, eventLogMaxMegabytes } = config;
  // Redis takes whole milliseconds only, and 2.2 days are 190080000.00000003.
  const milliseconds = Math.ceil(eventRetentionDays * DAY_MS);
  const retention = { milliseconds, bytes: eventLogMaxMegabytes * MEGABYTE };
  const createRun = () => randomBytes(5).readUIntBE(0, 5).toString(36).padStart(8, "0");
  if (redisUrl === undefined) {
    const { openSqliteStore } = await import("./subscriptions/sqlite/store.ts");
    return openSqliteStore({ ...told, dataDir, retention, createRun });
  }
  const { openRedisStore } = await import("./subscriptions/redis/store.ts");
  return openRedisStore({ ...told, url: redisUrl, accountId, retention, createRun });
}
