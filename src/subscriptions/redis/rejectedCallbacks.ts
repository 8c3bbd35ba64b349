import { z } from "zod";
import { BODY_LENGTH, KEPT_REJECTED, type RejectedCallbacks } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";

const ADD = script(`
  redis.call('XADD', KEYS[1], 'MAXLEN', ARGV[1], redis.call('INCR', KEYS[2]) .. '-0', 'callback', ARGV[2])`);

const Callback = z.object({
  receivedAt: z.number().transform((time) => new Date(time)),
  path: z.string(),
  reason: z.string(),
  body: z.string(),
});
const Listed = z.array(
  z.tuple([z.string(), z.tuple([z.literal("callback"), z.string()])]).transform(([id, [, callback]]) => ({
    id: id.replace(/-0$/, ""),
    ...Callback.parse(JSON.parse(callback)),
  })),
);

export function createRejectedCallbacks(connection: RedisConnection, prefix: string): RejectedCallbacks {
  const stream = `${prefix}:rejected`;
  return {
    async add({ receivedAt, path, reason, body }) {
      const callback = { receivedAt: receivedAt.getTime(), path, reason, body: body.slice(0, BODY_LENGTH) };
      await connection.run(ADD, [stream, `${stream}:last`], [KEPT_REJECTED, JSON.stringify(callback)]);
    },
    list: async (limit) =>
      Listed.parse(await connection.send("XREVRANGE", stream, "+", "-", "COUNT", String(limit))),
  };
}
