import { z } from "zod";
import { type Attempt, type IdempotencyKeys, KEPT_MS } from "../store.ts";
import { type RedisConnection, type Script, script } from "./connection.ts";

/** How long a request that was not settled may be under way: longer than the deadline of any. Then whoever sent it is taken for dead. */
const RUNNING_MS = 60_000;

const CLAIM = script(`
  local known = redis.call('HMGET', KEYS[1], 'input', 'result', 'refused')
  if known[2] or known[1] and not known[3] then
    return { known[1], known[2], redis.call('EXISTS', KEYS[2]) }
  end
  -- First what Redis refuses for want of memory: once a script has written anything it refuses nothing.
  redis.call('HSET', KEYS[1], 'input', ARGV[2], 'attempt', ARGV[1])
  redis.call('HDEL', KEYS[1], 'refused')
  redis.call('PEXPIRE', KEYS[1], ARGV[3])
  redis.call('SET', KEYS[2], '', 'PX', ARGV[4])
  redis.call('SET', KEYS[3], KEYS[1], 'PX', ARGV[3])
  return false`);
const Claimed = z
  .tuple([z.string(), z.string().nullable(), z.int()])
  .transform(([input, result, running]) => ({ input, result: result ?? undefined, running: running === 1 }))
  .nullable();

/** Changes a key only for the attempt that holds it: not for another attempt, nor once the key has expired. */
const ofAttempt = (text: string) =>
  script(`if redis.call('HGET', KEYS[1], 'attempt') ~= ARGV[1] then return false end${text}`);

const SETTLE = ofAttempt(`
  redis.call('HSET', KEYS[1], 'result', ARGV[2])
  redis.call('DEL', KEYS[2])`);

const RELEASE = ofAttempt(`
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3])`);
const REFUSE = ofAttempt(`
  redis.call('HSET', KEYS[1], 'refused', '')
  redis.call('DEL', KEYS[2])
  return redis.call('HGET', KEYS[1], 'result')`);
const GIVE_UP = ofAttempt(`
  redis.call('DEL', KEYS[2])
  return redis.call('HGET', KEYS[1], 'result')`);
const Result = z
  .string()
  .nullable()
  .transform((result) => result ?? undefined);

const SETTLE_BY_CALLBACK = script(`
  local key = redis.call('GET', KEYS[1])
  if key and redis.call('HGET', key, 'attempt') == ARGV[1] then redis.call('HSETNX', key, 'result', ARGV[2]) end`);

export function createIdempotencyKeys(connection: RedisConnection, prefix: string): IdempotencyKeys {
  const answerKey = (attemptId: string) => `${prefix}:idempotency-of-answer:${attemptId}`;
  const run = (script: Script, { key, id }: Attempt, ...values: (string | number)[]) =>
    connection.run(
      script,
      [`${prefix}:idempotency:${key}`, `${prefix}:running:${key}`, answerKey(id)],
      [id, ...values],
    );
  return {
    claim: async (attempt, input) =>
      Claimed.parse(await run(CLAIM, attempt, input, KEPT_MS, RUNNING_MS)) ?? "claimed",
    settle: async (attempt, result) => void (await run(SETTLE, attempt, result)),
    release: async (attempt) => void (await run(RELEASE, attempt)),
    refuse: async (attempt) => Result.parse(await run(REFUSE, attempt)),
    giveUp: async (attempt) => Result.parse(await run(GIVE_UP, attempt)),
    settleByCallback: async (attemptId, result) =>
      void (await connection.run(SETTLE_BY_CALLBACK, [answerKey(attemptId)], [attemptId, result])),
  };
}
