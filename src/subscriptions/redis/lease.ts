import { type RedisConnection, script } from "./connection.ts";

const TAKE = script(`
  local owner = redis.call('GET', KEYS[1])
  if owner and owner ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1`);

/** See `Store.lease`. `owner` names this replica. */
export function createLease(commands: RedisConnection, prefix: string, owner: string) {
  return async (name: string, milliseconds: number): Promise<boolean> =>
    (await commands.run(TAKE, [`${prefix}:lease:${name}`], [owner, milliseconds])) === 1;
}
