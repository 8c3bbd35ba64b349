import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";

/** What is known of an idempotency key. `result`: what came of it, as JSON; `undefined` while nobody knows. */
export type KnownKey = { input: string; result: string | undefined };

/** The idempotency keys of billed mutations, kept on disk for a day so that nothing is sent twice after a restart either. */
export type IdempotencyKeys = {
  find(key: string): KnownKey | undefined;
  /** Keeps the key before its request is sent. `answerId` is the answer document of a call, where it has one. */
  keep(key: string, input: string, answerId: string | undefined): void;
  settle(key: string, result: string): void;
  /** Forgets a key whose request was certainly not carried out. */
  release(key: string): void;
  /** A callback to a call's own answer or disconnect URL: the call exists, so what is unknown of its key is settled. */
  settleByCallback(answerId: string, result: string): void;
};

const KEPT_MS = 24 * 3600_000;

const Row = z.object({ input: z.string(), result: z.string().nullable() });

export function createIdempotencyKeys(database: DatabaseSync, now: () => Date): IdempotencyKeys {
  const select = database.prepare(
    "SELECT input, result FROM idempotency_keys WHERE key = ? AND created_at >= ?",
  );
  const forget = database.prepare("DELETE FROM idempotency_keys WHERE created_at < ?");
  const insert = database.prepare(
    "INSERT INTO idempotency_keys (key, created_at, input, answer_id) VALUES (?, ?, ?, ?)",
  );
  const settle = database.prepare("UPDATE idempotency_keys SET result = ? WHERE key = ?");
  const release = database.prepare("DELETE FROM idempotency_keys WHERE key = ?");
  const settleByCallback = database.prepare(
    "UPDATE idempotency_keys SET result = ? WHERE answer_id = ? AND result IS NULL",
  );
  const oldest = () => now().getTime() - KEPT_MS;
  return {
    find(key) {
      const row = select.get(key, oldest());
      if (row === undefined) return undefined;
      const { input, result } = Row.parse(row);
      return { input, result: result ?? undefined };
    },
    keep(key, input, answerId) {
      forget.run(oldest());
      insert.run(key, now().getTime(), input, answerId ?? null);
    },
    settle: (key, result) => void settle.run(result, key),
    release: (key) => void release.run(key),
    settleByCallback: (answerId, result) => void settleByCallback.run(result, answerId),
  };
}
