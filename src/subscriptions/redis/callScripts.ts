import { z } from "zod";
import { type CallScripts, MOST_CALL_SCRIPTS } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";

const PUT = script(`
  if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
    if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
    redis.call('ZADD', KEYS[2], 0, ARGV[1])
  end
  redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  return 1`);
const REMOVE = script(`
  redis.call('ZREM', KEYS[2], ARGV[1])
  return redis.call('HDEL', KEYS[1], ARGV[1])`);
const LIST = script(`
  local listed = {}
  for _, id in ipairs(redis.call('ZRANGEBYLEX', KEYS[2], '(' .. ARGV[1], '+', 'LIMIT', 0, ARGV[2])) do
    listed[#listed + 1] = { id, redis.call('HGET', KEYS[1], id) }
  end
  return listed`);
const Listed = z.array(z.tuple([z.string(), z.string()]).transform(([id, text]) => ({ id, script: text })));

export function createCallScripts(connection: RedisConnection, prefix: string): CallScripts {
  // The scripts, and their ids in order.
  const keys = [`${prefix}:call-scripts`, `${prefix}:call-script-ids`] as const;
  return {
    put: async (id, text) => (await connection.run(PUT, keys, [id, text, MOST_CALL_SCRIPTS])) === 1,
    remove: async (id) => (await connection.run(REMOVE, keys, [id])) === 1,
    find: async (ids) =>
      z
        .array(z.string().nullable())
        .parse(await connection.send("HMGET", keys[0], ...ids))
        .filter((text) => text !== null),
    list: async (after, limit) => Listed.parse(await connection.run(LIST, keys, [after, limit])),
  };
}
