import { type RedisConnection, script } from "./connection.ts";

const TAKE = script(`
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`);

/** How a replica, which is named as no other, takes what only one may have at a time. Who dies loses it when its time is over. */
export const createLease =
  (connection: RedisConnection, prefix: string, replica: string) =>
  async (name: string, milliseconds: number): Promise<boolean> =>
    (await connection.run(TAKE, [`${prefix}:lease:${name}`], [replica, milliseconds])) === 1;
