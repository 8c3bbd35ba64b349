import { z } from "zod";
import { type Run, withRun } from "../runs.ts";
import { type RedisConnection, script } from "./connection.ts";

/** Which log is in Redis, as long as the connection holds. `run` is the name of its last run, which what is added belongs to. */
export type Identity = { run: string; runs: Run[]; last: number; trimmed: number };

const KEYS = (prefix: string) => [`${prefix}:meta`, `${prefix}:seq`];

/** How far the log reaches. */
const STATE = script(`
  local meta = redis.call('HMGET', KEYS[1], 'redis', 'run', 'runs', 'trimmed', 'bytes')
  return { meta[1] or '', meta[2] or '', meta[3] or '[]', redis.call('GET', KEYS[2]) or '0', meta[4] or '0', meta[5] or '0' }`);
const State = z
  .tuple([z.string(), z.string(), z.string(), z.coerce.number(), z.coerce.number(), z.coerce.number()])
  .transform(([redis, run, runs, last, trimmed, bytes]) => ({ redis, run, runs, last, trimmed, bytes }));

/** Begins a run, unless somebody did something since the state was read. */
const BEGIN = script(`
  local meta = redis.call('HMGET', KEYS[1], 'redis', 'runs')
  if (meta[1] or '') ~= ARGV[1] or (meta[2] or '[]') ~= ARGV[2] or (redis.call('GET', KEYS[2]) or '0') ~= ARGV[3] then return 0 end
  redis.call('HSET', KEYS[1], 'redis', ARGV[4], 'run', ARGV[7], 'runs', ARGV[5])
  redis.call('SET', KEYS[2], ARGV[6])
  return 1`);

const Runs = z.array(z.object({ name: z.string(), after: z.int(), start: z.int() }));

export async function readState(connection: RedisConnection, prefix: string) {
  return State.parse(await connection.run(STATE, KEYS(prefix), []));
}

/**
 * Finds out which log is in Redis. Where Redis itself was restarted, it may have lost its newest events, so the first gateway that notices
 * begins a new run of the log. `redis` identifies the process of Redis. New events are numbered behind `seen`, the last event that this
 * gateway has seen, so that no client sees one number for two events.
 */
export async function identify(
  connection: RedisConnection,
  prefix: string,
  { redis, createRun, seen }: { redis: string; createRun: () => string; seen: number },
): Promise<Identity> {
  for (;;) {
    const state = await readState(connection, prefix);
    const runs = Runs.parse(JSON.parse(state.runs));
    const { last, trimmed } = state;
    if (state.redis === redis && last >= seen) return { run: state.run, runs, last, trimmed };
    const run = createRun();
    const next = withRun(runs, run, { last, seen, trimmed });
    const start = Math.max(last, seen);
    const values = [state.redis, state.runs, last, redis, JSON.stringify(next), start, run];
    if ((await connection.run(BEGIN, KEYS(prefix), values)) === 1)
      return { run, runs: next, last: start, trimmed };
  }
}
