import { cpSync, rmSync } from "node:fs";
import { startRedis } from "./redis.ts";
import { temporaryFolder } from "./stack.ts";

/** Where the gateways of a test keep what must outlive them. All but `start` and `stop` is for a moment at which none runs. */
export type Engine = {
  /** What a gateway is told of it. */
  environment: Record<string, string>;
  wipe(): Promise<void>;
  /** Takes a backup; gives how to put it back. */
  backup(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
};

/** Both engines, for tests that hold for either. */
export const ENGINES: readonly [string, () => Promise<Engine>][] = [
  ["SQLite", startSqlite],
  ["Redis", startRedisEngine],
];

async function startSqlite(): Promise<Engine> {
  const { path, remove } = temporaryFolder();
  return {
    environment: { DATA_DIR: path },
    wipe: async () => remove(),
    backup: async () => copy(path),
    stop: async () => remove(),
  };
}

async function startRedisEngine(): Promise<Engine> {
  const redis = await startRedis();
  return {
    environment: { REDIS_URL: redis.url },
    wipe: async () => void (await redis.command("FLUSHALL")),
    async backup() {
      await redis.end("SIGTERM");
      const restore = copy(redis.folder);
      await redis.start();
      return async () => {
        await redis.end("SIGKILL");
        restore();
        await redis.start();
      };
    },
    stop: redis.stop,
  };
}

/** Copies a folder; gives how to put the copy in its place, once. */
function copy(folder: string) {
  const backup = temporaryFolder();
  cpSync(folder, backup.path, { recursive: true });
  return async () => {
    rmSync(folder, { recursive: true });
    cpSync(backup.path, folder, { recursive: true });
    backup.remove();
  };
}
