import { z } from "zod";
import type { TokenBucket } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";

/** A Retry-After was meant for one request: a pause is cut off here. */
const MAX_PAUSE_MS = 60_000;

/** Takes a token if its turn comes soon enough: gives the wait in microseconds, and whether it was taken. By the clock of Redis alone. */
const RESERVE = script(`
  local per_second, capacity, max_wait = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
  local clock = redis.call('TIME')
  local time = tonumber(clock[1]) * 1000000 + tonumber(clock[2])
  local bucket = redis.call('HMGET', KEYS[1], 'tokens', 'at')
  local tokens, at = tonumber(bucket[1] or capacity), tonumber(bucket[2] or time)
  tokens = math.min(capacity, tokens + math.max(0, time - at) * per_second / 1000000)
  local paused = math.max(0, redis.call('PTTL', KEYS[2])) * 1000
  local wait = math.ceil(math.max(0, paused, (1 - tokens) * 1000000 / per_second))
  if wait > max_wait then return { 0, wait } end
  redis.call('HSET', KEYS[1], 'tokens', string.format('%.9f', tokens - 1), 'at', string.format('%.0f', time))
  redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - tokens + 1) * 1000 / per_second) + 1000)
  return { 1, wait }`);
const Reserved = z.tuple([z.int(), z.int()]);

const PAUSE = script(`
  if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '', 'PX', ARGV[1]) end`);

/** A rate that all replicas share: as the bucket of datasources/tokenBucket.ts, in Redis under `name`. Rejects while Redis is away. */
export function createRedisTokenBucket(options: {
  connection: RedisConnection;
  name: string;
  perSecond: number;
  capacity: number;
  now: () => number;
}): TokenBucket {
  const { connection, name, perSecond, capacity, now } = options;
  const paused = `${name}:paused`;
  return {
    async reserve(maxWaitMs) {
      const values = [
        perSecond,
        capacity,
        Math.floor(Math.max(0, Math.min(maxWaitMs, MAX_PAUSE_MS * 2)) * 1000),
      ];
      const [taken, wait] = Reserved.parse(await connection.run(RESERVE, [name, paused], values));
      return taken === 1 ? { waitMs: wait / 1000 } : { retryAfterMs: wait / 1000 };
    },
    pause(until) {
      const ms = Math.floor(Math.min(until - now(), MAX_PAUSE_MS));
      // If Redis is away the other replicas do not hear of the pause. Bandwidth will tell them itself.
      if (ms > 0) connection.run(PAUSE, [paused], [ms]).catch(() => undefined);
    },
  };
}
