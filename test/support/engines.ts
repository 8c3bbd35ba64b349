import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { startRedis } from "./redis.ts";
import { temporaryFolder } from "./stack.ts";

/** Where the gateways of a test keep what must outlive them. All but `start` and `stop` is for a moment at which none runs. */
export type Engine = {
  /** What a gateway is told of it. */
  environment: Record<string, string>;
  wipe(): Promise<void>;
  /** Takes a backup; gives how to put it back. A gateway may run meanwhile, and does nothing. */
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
    async backup() {
      const backup = temporaryFolder();
      cpSync(path, backup.path, { recursive: true });
      return async () => {
        moveLog(backup.path, path);
        backup.remove();
      };
    },
    stop: async () => remove(),
  };
}

/** Puts a log into the place of another, as docs/operations.md says. */
export function moveLog(from: string, to: string) {
  const files = ["gateway.sqlite-wal", "gateway.sqlite"];
  for (const file of files) rmSync(join(to, file), { force: true });
  for (const file of files) if (existsSync(join(from, file))) renameSync(join(from, file), join(to, file));
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
  return () => {
    rmSync(folder, { recursive: true });
    cpSync(backup.path, folder, { recursive: true });
    backup.remove();
  };
}
