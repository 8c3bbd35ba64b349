import { z } from "zod";
import { EventAnswer } from "../eventAnswer.ts";
import type { EventAnswers } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";
import { followOn, readBehind } from "./follow.ts";

/** How many changes are kept for replicas that lag behind; each waits for seconds only. */
const KEPT_CHANGES = 10_000;
/** An event that waited until so long ago was held by a replica that died: any other would have answered it. */
const FORGOTTEN_MS = 60_000;

/** The key of an event's answer, which goes when its event does. */
export const answerKey = (prefix: string, eventId: string) => `${prefix}:event-answer:${eventId}`;

// KEYS: the answer, the events that wait by their deadline, the stream of changes. ARGV begins with the event's id. Deadlines are by
// the clock of Redis, for those of the replicas differ: a replica says how far from now it means.

const NOW = `local clock = redis.call('TIME')
  local now = clock[1] * 1000 + math.floor(clock[2] / 1000)`;

const SETTLE = script(`
  local known = redis.call('GET', KEYS[1])
  if known then return known end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  if redis.call('ZREM', KEYS[2], ARGV[1]) == 1 then
    redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[4], '*', 'event', ARGV[1], 'until', '')
  end
  return ARGV[2]`);

const WAIT = script(`
  ${NOW}
  redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', string.format('(%.0f', now - ARGV[3]))
  if redis.call('EXISTS', KEYS[1]) == 1 then return end
  redis.call('ZADD', KEYS[2], 'GT', string.format('%.0f', now + ARGV[2]), ARGV[1])
  local deadline = redis.call('ZSCORE', KEYS[2], ARGV[1])
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[4], '*', 'event', ARGV[1], 'until', deadline)`);

const ANSWER_WAITING = script(`
  ${NOW}
  local deadline = redis.call('ZSCORE', KEYS[2], ARGV[1])
  if not deadline or tonumber(deadline) < now + ARGV[5] or redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
  redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('XADD', KEYS[3], 'MAXLEN', '~', ARGV[4], '*', 'event', ARGV[1], 'until', '')
  return 1`);

const WAITING = script(`
  ${NOW}
  return { now, redis.call('ZRANGEBYSCORE', KEYS[1], string.format('%.0f', now + ARGV[1]), '+inf', 'WITHSCORES') }`);
const Waiting = z.tuple([z.int(), z.array(z.string())]);
const Change = z
  .tuple([z.string(), z.tuple([z.literal("event"), z.string(), z.literal("until"), z.string()])])
  .transform(([id, [, eventId, , until]]) => ({
    id,
    change: until === "" ? { eventId } : { eventId, until: Number(until) },
  }));
const Changes = z.array(Change);

const read = (text: unknown) => EventAnswer.parse(JSON.parse(z.string().parse(text)));

/** `commands` carries what is asked, `follower` waits for what happens at other replicas. */
export function createEventAnswers(options: {
  commands: RedisConnection;
  follower: RedisConnection;
  prefix: string;
  /** How long an event is kept. */
  keptMs: number;
  now: () => Date;
  warn: (sentence: string) => void;
}): EventAnswers & { close(): void } {
  const { commands, follower, prefix, keptMs, now, warn } = options;
  const waitingKey = `${prefix}:waiting`;
  const changesKey = `${prefix}:waiting-changes`;
  const keysOf = (eventId: string) => [answerKey(prefix, eventId), waitingKey, changesKey];
  const fromNow = (time: number) => time - now().getTime();
  const listeners = new Set<Parameters<EventAnswers["follow"]>[0]>();
  /** The last change that was told. At first the beginning of the stream: an event that began to wait before the start may wait still. */
  let told = "0-0";
  /** By how much the clock of Redis was ahead of this replica's when it was asked last. */
  let ahead = 0;

  async function waiting(time: number) {
    const [clock, listed] = Waiting.parse(await commands.run(WAITING, [waitingKey], [fromNow(time)]));
    ahead = clock - now().getTime();
    return listed.flatMap((eventId, index) =>
      index % 2 === 0 ? [{ eventId, until: Number(listed[index + 1]) - ahead }] : [],
    );
  }

  const { close } = followOn(
    async () => {
      // Sets `ahead`, without which deadlines cannot be told by this replica's clock.
      if (told === "0-0") await waiting(now().getTime());
      for (const { id, change } of await readBehind(follower, changesKey, told, Changes)) {
        told = id;
        const here = "until" in change ? { ...change, until: change.until - ahead } : change;
        for (const listener of listeners) listener(here);
      }
    },
    { what: "Answers", warn },
  );

  return {
    async find(eventId) {
      const text = await commands.send("GET", answerKey(prefix, eventId));
      return text === null ? undefined : read(text);
    },
    async settle(eventId, answer) {
      const values = [eventId, JSON.stringify(answer), Math.ceil(keptMs), KEPT_CHANGES];
      return read(await commands.run(SETTLE, keysOf(eventId), values));
    },
    async wait(eventId, until) {
      const values = [eventId, fromNow(until), FORGOTTEN_MS, KEPT_CHANGES];
      await commands.run(WAIT, keysOf(eventId), values);
    },
    async answerWaiting(eventId, answer, time) {
      const values = [eventId, JSON.stringify(answer), Math.ceil(keptMs), KEPT_CHANGES, fromNow(time)];
      return (await commands.run(ANSWER_WAITING, keysOf(eventId), values)) === 1;
    },
    waiting,
    follow(listener) {
      listeners.add(listener);
    },
    close,
  };
}
