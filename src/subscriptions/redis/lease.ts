import { type RedisConnection, script } from "./connection.ts";

const TAKE = script(`
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`);

const GIVE_BACK = script(`if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end`);

/** Leases: each is held by one replica at a time, and expires if that replica dies. `replica` is a name that no other replica has. */
export function createLease(connection: RedisConnection, prefix: string, replica: string) {
  const taken = new Set<string>();
  return {
    async take(name: string, milliseconds: number): Promise<boolean> {
      const key = `${prefix}:lease:${name}`;
      const isMine = (await connection.run(TAKE, [key], [replica, milliseconds])) === 1;
      if (isMine) taken.add(key);
      return isMine;
    },
    /** Gives up the leases that are not lost yet, so that another replica need not wait until they expire. */
    async giveBackAll() {
      for (const key of taken) await connection.run(GIVE_BACK, [key], [replica]);
    },
  };
}
