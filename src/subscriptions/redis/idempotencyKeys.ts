import { z } from "zod";
import { type IdempotencyKeys, KEPT_MS } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";

/** How long a request that was not settled may be under way: longer than the deadline of any. Then whoever sent it is taken for dead. */
const RUNNING_MS = 60_000;

const CLAIM = script(`
  if redis.call('EXISTS', KEYS[1]) == 1 then
    local known = redis.call('HMGET', KEYS[1], 'input', 'result')
    return { known[1], known[2], redis.call('EXISTS', KEYS[2]) }
  end
  redis.call('HSET', KEYS[1], 'input', ARGV[1])
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  redis.call('SET', KEYS[2], '', 'PX', ARGV[3])
  if KEYS[3] then redis.call('SET', KEYS[3], KEYS[1], 'PX', ARGV[2]) end
  return false`);
const Claimed = z
  .tuple([z.string(), z.string().nullable(), z.int()])
  .transform(([input, result, running]) => ({ input, result: result ?? undefined, running: running === 1 }))
  .nullable();

/** A key whose day is over stays forgotten. */
const SETTLE = script(`
  if redis.call('EXISTS', KEYS[1]) == 1 then redis.call('HSET', KEYS[1], 'result', ARGV[1]) end
  redis.call('DEL', KEYS[2])`);

const RELEASE = script(`
  local result = redis.call('HGET', KEYS[1], 'result')
  if not result then redis.call('DEL', KEYS[1]) end
  redis.call('DEL', KEYS[2])
  return result`);
const GIVE_UP = script(`
  redis.call('DEL', KEYS[2])
  return redis.call('HGET', KEYS[1], 'result')`);
const Result = z
  .string()
  .nullable()
  .transform((result) => result ?? undefined);

const SETTLE_BY_CALLBACK = script(`
  local key = redis.call('GET', KEYS[1])
  if key and redis.call('EXISTS', key) == 1 then redis.call('HSETNX', key, 'result', ARGV[1]) end`);

export function createIdempotencyKeys(connection: RedisConnection, prefix: string): IdempotencyKeys {
  const keysOf = (key: string) => [`${prefix}:idempotency:${key}`, `${prefix}:running:${key}`];
  const answerKey = (answerId: string) => `${prefix}:idempotency-of-answer:${answerId}`;
  return {
    async claim(key, input, answerId) {
      const keys = [...keysOf(key), ...(answerId === undefined ? [] : [answerKey(answerId)])];
      return Claimed.parse(await connection.run(CLAIM, keys, [input, KEPT_MS, RUNNING_MS])) ?? "claimed";
    },
    settle: async (key, result) => void (await connection.run(SETTLE, keysOf(key), [result])),
    release: async (key) => Result.parse(await connection.run(RELEASE, keysOf(key), [])),
    giveUp: async (key) => Result.parse(await connection.run(GIVE_UP, keysOf(key), [])),
    settleByCallback: async (answerId, result) =>
      void (await connection.run(SETTLE_BY_CALLBACK, [answerKey(answerId)], [result])),
  };
}
