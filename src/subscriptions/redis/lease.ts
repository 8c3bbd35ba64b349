import { type RedisConnection, script } from "./connection.ts";

const TAKE = script(`
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`);

const GIVE_BACK = script(`if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`);

/** How a replica, which is named as no other, takes what only one may have at a time. Who dies loses it when its time is over. */
export function createLease(connection: RedisConnection, prefix: string, replica: string) {
  const taken = new Set<string>();
  return {
    async take(name: string, milliseconds: number): Promise<boolean> {
      const key = `${prefix}:lease:${name}`;
      const isMine = (await connection.run(TAKE, [key], [replica, milliseconds])) === 1;
      if (isMine) taken.add(key);
      return isMine;
    },
    /** Another may have at once what this one has not lost yet. */
    async giveBackAll() {
      for (const key of taken) await connection.run(GIVE_BACK, [key], [replica]);
    },
  };
}
