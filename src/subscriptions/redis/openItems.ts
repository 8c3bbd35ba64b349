import { z } from "zod";
import { MOST_OPEN, type OpenItem, type OpenItems, type OpenKey } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";

/** What the log was read through, how many are put, each as name, item and time, then the names of those that are removed. */
const CHANGE = script(`
  local put, i = tonumber(ARGV[2]), 3
  for _ = 1, put do
    redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1])
    redis.call('ZADD', KEYS[1], ARGV[i + 2], ARGV[i])
    i = i + 3
  end
  while i <= #ARGV do
    redis.call('ZREM', KEYS[1], ARGV[i])
    redis.call('HDEL', KEYS[2], ARGV[i])
    i = i + 1
  end
  for _, name in ipairs(redis.call('ZRANGE', KEYS[1], ${MOST_OPEN}, -1)) do
    redis.call('ZREM', KEYS[1], name)
    redis.call('HDEL', KEYS[2], name)
  end
  if ARGV[1] ~= '' then redis.call('SET', KEYS[3], ARGV[1]) end
  return 1`);

const Names = z.array(z.string());
const Item = z.object({
  kind: z.enum(["call", "message"]),
  id: z.string(),
  recipient: z.string(),
  since: z.number(),
  checks: z.number(),
  nextCheck: z.number(),
});
const Items = z.array(z.string().transform((text): OpenItem => Item.parse(JSON.parse(text))));

const nameOf = ({ kind, id, recipient }: OpenKey) => JSON.stringify([kind, id, recipient]);

export function createOpenItems(commands: RedisConnection, prefix: string): OpenItems {
  const [times, items, readThrough] = [`${prefix}:open`, `${prefix}:open:items`, `${prefix}:open:read`];
  return {
    readThrough: async () => z.coerce.number().parse((await commands.send("GET", readThrough)) ?? 0),
    async change({ put = [], remove = [], readThrough: through = "" }) {
      const values = put.flatMap((item) => [nameOf(item), JSON.stringify(item), item.nextCheck]);
      await commands.run(
        CHANGE,
        [times, items, readThrough],
        [through, put.length, ...values, ...remove.map(nameOf)],
      );
    },
    async due(time, limit) {
      const names = Names.parse(
        await commands.send("ZRANGEBYSCORE", times, "-inf", String(time), "LIMIT", "0", String(limit)),
      );
      return names.length === 0 ? [] : Items.parse(await commands.send("HMGET", items, ...names));
    },
  };
}
