import { randomBytes } from "node:crypto";
import type { NewEvent } from "../../src/subscriptions/event.ts";
import { openRedisStore } from "../../src/subscriptions/redis/store.ts";
import { openSqliteStore } from "../../src/subscriptions/sqlite/store.ts";
import type { Retention, Store } from "../../src/subscriptions/store.ts";
import { type RunningRedis, startRedis } from "./redis.ts";
import { temporaryFolder } from "./stack.ts";

export const DAY_MS = 24 * 3600_000;
const WEEK: Retention = { milliseconds: 7 * DAY_MS, bytes: 2 ** 40 };

/** A name that no other run has, or no other account. */
export const randomName = () => randomBytes(5).readUIntBE(0, 5).toString(36).padStart(8, "0");

/** A log of its own that can be opened again and again; its clock stands still, and may be wrong by something. */
export type Place = {
  clock: { now: number; wrongBy: number };
  open(retention?: Partial<Retention>): Promise<Store>;
  remove(): void;
};

/** Both engines, for suites that hold for either. `start` once, `place` for each log. */
export const ENGINES: readonly [string, () => Promise<{ place(): Place; stop(): Promise<void> }>][] = [
  [
    "SQLite",
    async () => ({
      place() {
        const folder = temporaryFolder();
        const clock = { now: Date.parse("2026-11-21T09:00:00Z"), wrongBy: 0 };
        return {
          clock,
          open: (retention) =>
            openSqliteStore({
              dataDir: folder.path,
              retention: { ...WEEK, ...retention },
              createRun: randomName,
              now: () => new Date(clock.now + clock.wrongBy),
              steadyNow: () => clock.now,
            }),
          remove: folder.remove,
        };
      },
      stop: async () => undefined,
    }),
  ],
  [
    "Redis",
    async () => {
      const redis = await startRedis();
      return { place: () => redisPlace(redis), stop: redis.stop };
    },
  ],
];

/** A log in a Redis that runs: of an account that no other log is of. */
export function redisPlace(redis: RunningRedis): Place & { accountId: string; warnings: string[] } {
  const accountId = randomName();
  const clock = { now: Date.parse("2026-11-21T09:00:00Z"), wrongBy: 0 };
  const warnings: string[] = [];
  return {
    accountId,
    clock,
    warnings,
    open: (retention) =>
      openRedisStore({
        url: redis.url,
        accountId,
        retention: { ...WEEK, ...retention },
        createRun: randomName,
        now: () => new Date(clock.now + clock.wrongBy),
        steadyNow: () => clock.now,
        warn: (sentence) => void warnings.push(sentence),
      }),
    remove: () => undefined,
  };
}

let made = 0;

/** An event that no other is the same as, unless its id is given. */
export function newEvent({
  keys,
  ...fields
}: Omit<Partial<NewEvent>, "keys"> & { keys?: Partial<NewEvent["keys"]> } = {}): NewEvent {
  made += 1;
  return {
    id: `event-${made}`,
    family: "voice",
    type: "dtmf",
    rawType: "dtmf",
    time: undefined,
    receivedAt: Date.parse("2026-11-21T09:00:00Z"),
    source: "CALLBACK",
    payload: JSON.stringify({ made }),
    ...fields,
    keys: { numbers: [], ...keys },
  };
}
