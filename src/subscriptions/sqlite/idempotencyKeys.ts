import { z } from "zod";
import { type IdempotencyKeys, KEPT_MS } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ input: z.string(), result: z.string().nullable() }).optional();

export function createIdempotencyKeys(database: Database, now: () => Date): IdempotencyKeys {
  const { sqlite } = database;
  const select = sqlite.prepare("SELECT input, result FROM idempotency_keys WHERE key = ?");
  const forget = sqlite.prepare("DELETE FROM idempotency_keys WHERE created_at < ?");
  const insert = sqlite.prepare(
    "INSERT INTO idempotency_keys (key, created_at, input, answer_id) VALUES (?, ?, ?, ?)",
  );
  const settle = sqlite.prepare("UPDATE idempotency_keys SET result = ? WHERE key = ?");
  const release = sqlite.prepare("DELETE FROM idempotency_keys WHERE key = ? AND result IS NULL");
  const settleByCallback = sqlite.prepare(
    "UPDATE idempotency_keys SET result = ? WHERE answer_id = ? AND result IS NULL",
  );
  const find = (key: string) => Row.parse(select.get(key));
  const resultOf = (key: string) => find(key)?.result ?? undefined;
  return {
    claim: async (key, input, answerId) =>
      database.write(() => {
        const time = now().getTime();
        forget.run(time - KEPT_MS);
        const known = find(key);
        if (known) {
          // The gateway that has the file knows by itself what runs; what another one began died with it.
          return { input: known.input, result: known.result ?? undefined, running: false };
        }
        insert.run(key, time, input, answerId ?? null);
        return "claimed";
      }),
    settle: async (key, result) => void database.write(() => settle.run(result, key)),
    release: async (key) =>
      database.write(() => {
        release.run(key);
        return resultOf(key);
      }),
    giveUp: async (key) => database.read(() => resultOf(key)),
    settleByCallback: async (answerId, result) =>
      void database.write(() => settleByCallback.run(result, answerId)),
  };
}
