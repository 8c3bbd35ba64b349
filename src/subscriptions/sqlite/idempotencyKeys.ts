import { z } from "zod";
import { type Attempt, type IdempotencyKeys, KEPT_MS } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z
  .object({
    input: z.string(),
    result: z.string().nullable(),
    answer_id: z.string().nullable(),
    refused: z.int(),
  })
  .optional();

export function createIdempotencyKeys(
  database: Database,
  { now, steadyNow }: { now: () => Date; steadyNow: () => number },
): IdempotencyKeys {
  const { sqlite } = database;
  const select = sqlite.prepare(
    "SELECT input, result, answer_id, refused FROM idempotency_keys WHERE key = ?",
  );
  const forget = sqlite.prepare("DELETE FROM idempotency_keys WHERE created_at < ?");
  const insert = sqlite.prepare(
    "INSERT OR REPLACE INTO idempotency_keys (key, created_at, input, answer_id) VALUES (?, ?, ?, ?)",
  );
  const settle = sqlite.prepare("UPDATE idempotency_keys SET result = ? WHERE key = ? AND answer_id = ?");
  const release = sqlite.prepare("DELETE FROM idempotency_keys WHERE key = ? AND answer_id = ?");
  const refuse = sqlite.prepare("UPDATE idempotency_keys SET refused = 1 WHERE key = ? AND answer_id = ?");
  const settleByCallback = sqlite.prepare(
    "UPDATE idempotency_keys SET result = ? WHERE answer_id = ? AND result IS NULL",
  );
  const find = (key: string) => Row.parse(select.get(key));
  function resultOf({ key, id }: Attempt): string | undefined {
    const known = find(key);
    return known?.answer_id === id ? (known.result ?? undefined) : undefined;
  }
  return {
    claim: async ({ key, id }, input) =>
      database.write(() => {
        // A clock that is ahead for a moment must not have requests billed again.
        forget.run(steadyNow() - KEPT_MS);
        const known = find(key);
        if (known && !(known.refused && known.result === null)) {
          // The gateway that has the file knows by itself what runs; what another one began died with it.
          return { input: known.input, result: known.result ?? undefined, running: false };
        }
        insert.run(key, now().getTime(), input, id);
        return "claimed";
      }),
    settle: async ({ key, id }, result) => void database.write(() => settle.run(result, key, id)),
    release: async ({ key, id }) => void database.write(() => release.run(key, id)),
    refuse: async (attempt) =>
      database.write(() => {
        refuse.run(attempt.key, attempt.id);
        return resultOf(attempt);
      }),
    giveUp: async (attempt) => database.read(() => resultOf(attempt)),
    settleByCallback: async (attemptId, result) =>
      void database.write(() => settleByCallback.run(result, attemptId)),
  };
}
