import { z } from "zod";
import { type IdempotencyKeys, KEPT_MS } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ input: z.string(), result: z.string().nullable() });

export function createIdempotencyKeys(database: Database, now: () => Date): IdempotencyKeys {
  const { sqlite } = database;
  const select = sqlite.prepare("SELECT input, result FROM idempotency_keys WHERE key = ?");
  const forget = sqlite.prepare("DELETE FROM idempotency_keys WHERE created_at < ?");
  const insert = sqlite.prepare(
    "INSERT INTO idempotency_keys (key, created_at, input, answer_id) VALUES (?, ?, ?, ?)",
  );
  const settle = sqlite.prepare("UPDATE idempotency_keys SET result = ? WHERE key = ?");
  const release = sqlite.prepare("DELETE FROM idempotency_keys WHERE key = ?");
  const settleByCallback = sqlite.prepare(
    "UPDATE idempotency_keys SET result = ? WHERE answer_id = ? AND result IS NULL",
  );
  return {
    claim: async (key, input, answerId) =>
      database.write(() => {
        const time = now().getTime();
        forget.run(time - KEPT_MS);
        const row = select.get(key);
        if (row !== undefined) {
          const known = Row.parse(row);
          // The gateway that has the file knows by itself what runs; what another one began died with it.
          return { input: known.input, result: known.result ?? undefined, running: false };
        }
        insert.run(key, time, input, answerId ?? null);
        return "claimed";
      }),
    settle: async (key, result) => void database.write(() => settle.run(result, key)),
    release: async (key) => void database.write(() => release.run(key)),
    giveUp: async () => undefined,
    settleByCallback: async (answerId, result) =>
      void database.write(() => settleByCallback.run(result, answerId)),
  };
}
