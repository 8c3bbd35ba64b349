import { z } from "zod";
import { MOST_OPEN, OPEN_KINDS, type OpenItem, type OpenItems, type OpenKey } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";

/**
 * ARGV: how far the log was read, or an empty text; the most items that are kept; the count of items to put; of each its name, when to
 * check it, and itself as JSON; then the names of the items to remove.
 */
const CHANGE = script(`
  local by_check, items, read_through, most = KEYS[1], KEYS[2], KEYS[3], tonumber(ARGV[2])
  if ARGV[1] ~= '' then redis.call('SET', read_through, ARGV[1]) end
  local removed = 4 + 3 * tonumber(ARGV[3])
  for i = 4, removed - 1, 3 do
    redis.call('ZADD', by_check, ARGV[i + 1], ARGV[i])
    redis.call('HSET', items, ARGV[i], ARGV[i + 2])
  end
  for i = removed, #ARGV do
    redis.call('ZREM', by_check, ARGV[i])
    redis.call('HDEL', items, ARGV[i])
  end
  for _, name in ipairs(redis.call('ZRANGE', by_check, most, -1)) do
    redis.call('ZREM', by_check, name)
    redis.call('HDEL', items, name)
  end`);

/** ARGV: the time by which items are due, how many to give, and how the names of the kind begin. Items of other kinds are skipped. */
const DUE = script(`
  local limit, start, names, from, page = tonumber(ARGV[2]), ARGV[3], {}, 0, nil
  repeat
    page = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', from, 1000)
    for _, name in ipairs(page) do
      if #names < limit and string.sub(name, 1, #start) == start then names[#names + 1] = name end
    end
    from = from + 1000
  until #page < 1000 or #names == limit
  if #names == 0 then return {} end
  return redis.call('HMGET', KEYS[2], unpack(names))`);

const Item: z.ZodType<OpenItem> = z.object({
  kind: z.enum(OPEN_KINDS),
  id: z.string(),
  recipient: z.string(),
  since: z.number(),
  checks: z.number(),
  nextCheck: z.number(),
});
const Items = z.array(z.string().transform((item) => Item.parse(JSON.parse(item))));

const nameOf = ({ kind, id, recipient }: OpenKey) => JSON.stringify([kind, id, recipient]);
const startOfNames = (kind: OpenKey["kind"]) => `["${kind}",`;

export function createOpenItems(connection: RedisConnection, prefix: string): OpenItems {
  const keys = [`${prefix}:open-by-check`, `${prefix}:open`];
  const readThroughKey = `${prefix}:open-read-through`;
  return {
    readThrough: async () => z.coerce.number().parse((await connection.send("GET", readThroughKey)) ?? 0),
    async change({ put = [], remove = [], readThrough }) {
      const items = put.flatMap((item) => [nameOf(item), item.nextCheck, JSON.stringify(item)]);
      const values = [readThrough ?? "", MOST_OPEN, put.length, ...items, ...remove.map(nameOf)];
      await connection.run(CHANGE, [...keys, readThroughKey], values);
    },
    due: async (kind, time, limit) =>
      Items.parse(await connection.run(DUE, keys, [time, limit, startOfNames(kind)])),
  };
}
