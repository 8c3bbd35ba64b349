import { z } from "zod";
import { encodeCursor, type Place } from "../cursor.ts";
import type { LogEntry, NewEvent } from "../event.ts";
import { matches } from "../eventFilter.ts";
import { createGroupCommit } from "../groupCommit.ts";
import { cursorOf, knows, lastInCommon, placeOf } from "../runs.ts";
import { DEDUPLICATED_MS, type EventLog, READ_BYTES, type Retention, StoreUnavailable } from "../store.ts";
import { type RedisConnection, script } from "./connection.ts";
import { Entries, indexesFor, indexesOf, metaOf, standingOf } from "./entry.ts";
import { answerKey } from "./eventAnswers.ts";
import { followOn, readBehind } from "./follow.ts";
import { type Identity, identify, readState } from "./identity.ts";
import { inspect } from "./inspect.ts";

/** Redis does nothing else while a script runs. */
const APPEND_BATCH = 200;
const READ_BATCH = 1000;
const READ_AT_ONCE = 50;
const TRIM_BATCH = 500;
const TRIAL_MS = 60_000;

/** What is kept of an id: the event's number, and above so many bits how often it came again. */
const REPEATED_SHIFT = 40;

/**
 * Adds events that are new. Gives the number of each and whether it is late, or 0 for one that was there already; nothing at all when the
 * log is in another run. An event is added whole or not at all, except that its number may be used up: the number is written first, and
 * only that write can be refused for want of memory or disk. The id is written next. Should an index or the stream then refuse the event,
 * the id is deleted, or the event would be taken for a repeated one when it comes again.
 */
const APPEND = script(`
  local prefix, run, seen_ms, kept_ms = KEYS[4], ARGV[1], ARGV[2], ARGV[3]
  if redis.call('HGET', KEYS[1], 'run') ~= run then return false end
  local told, bytes, i, refused = {}, 0, 4, nil
  local function try(...)
    local reply = redis.pcall(...)
    if type(reply) == 'table' and reply.err then refused = reply end
  end
  while i <= #ARGV do
    local id, meta, payload, time = prefix .. 'id:' .. ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3]
    local first_other = i + 7 + tonumber(ARGV[i + 4])
    local first_index = first_other + tonumber(ARGV[i + 5])
    local next = first_index + tonumber(ARGV[i + 6])
    if redis.call('EXISTS', id) == 1 then
      redis.call('INCRBY', id, '${2 ** REPEATED_SHIFT}')
      told[#told + 1] = 0
      told[#told + 1] = 0
    else
      local seq = redis.call('INCR', KEYS[2])
      redis.call('SET', id, seq, 'PX', seen_ms)
      local late = 0
      for k = i + 7, first_index - 1 do
        local key = prefix .. 'latest:' .. ARGV[k]
        local latest = redis.call('GET', key)
        if latest and tonumber(latest) > tonumber(time) then
          late = 1
          redis.call('PEXPIRE', key, kept_ms)
        elseif k < first_other then
          redis.call('SET', key, time, 'PX', kept_ms)
        end
      end
      for k = first_index, next - 1 do try('ZADD', prefix .. 'index:' .. ARGV[k], seq, seq) end
      if not refused then try('XADD', KEYS[3], seq .. '-0', 'run', run, 'late', late, 'meta', meta, 'payload', payload) end
      if refused then
        redis.call('DEL', id)
        return refused
      end
      bytes = bytes + #payload
      told[#told + 1] = seq
      told[#told + 1] = late
    end
    i = next
  end
  if bytes > 0 then redis.call('HINCRBY', KEYS[1], 'bytes', bytes) end
  return told`);
const Told = z.array(z.int()).nullable();

/** Does to a key of its own what APPEND does to others, which are given behind it: a user may be forbidden each. */
const TRY = script(`
  local key = KEYS[1]
  redis.call('SET', key, 1, 'PX', ARGV[1])
  redis.call('PEXPIRE', key, ARGV[1])
  redis.call('INCRBY', key, redis.call('INCR', key) + redis.call('EXISTS', key) + redis.call('GET', key))
  redis.call('DEL', key)
  redis.call('ZADD', key, 1, 1)
  redis.call('DEL', key)
  redis.call('XADD', key, '1-0', 'run', '')
  redis.call('DEL', key)
  redis.call('HINCRBY', key, 'bytes', 1)
  redis.call('HGET', key, 'run')
  redis.call('DEL', key)`);

/** The first so many events from a number on, or those with which their payloads reach so many bytes. */
const READ_ALL = script(`
  local from, limit, room, found = ARGV[1] .. '-0', tonumber(ARGV[2]), tonumber(ARGV[3]), {}
  while #found < limit do
    local count = math.min(limit - #found, ${READ_AT_ONCE})
    local entries = redis.call('XRANGE', KEYS[1], from, '+', 'COUNT', count)
    for _, entry in ipairs(entries) do
      found[#found + 1] = entry
      room = room - #entry[2][8]
      if room <= 0 then return found end
    end
    if #entries < count then break end
    from = string.format('%.0f-0', tonumber(string.match(found[#found][1], '%d+')) + 1)
  end
  return found`);

/**
 * The same for several indexes together. Gives the number of the last event that was looked at, whether the indexes hold more behind it,
 * and the events.
 */
const READ = script(`
  local after, limit, room, seqs, found = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), {}, {}
  for i = 4, #ARGV do
    for _, seq in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2] .. 'index:' .. ARGV[i], '(' .. after, '+inf', 'LIMIT', 0, limit)) do
      seqs[#seqs + 1] = tonumber(seq)
    end
  end
  if #ARGV > 4 then table.sort(seqs) end
  local count = math.min(limit, #seqs)
  for i = 1, count do
    local id = string.format('%.0f-0', seqs[i])
    local entry = redis.call('XRANGE', KEYS[1], id, id)[1]
    found[#found + 1] = entry
    room = room - (entry and #entry[2][8] or 0)
    if room <= 0 then return { seqs[i], 1, found } end
  end
  return { seqs[count] or 0, #seqs >= limit and 1 or 0, found }`);
const Read = z.tuple([z.int(), z.int(), Entries]);

/**
 * Gives up all events up to a number, unless somebody else did meanwhile. ARGV: where the log was trimmed before, the number, the bytes of
 * the payloads, the count of ids and the count of subjects; then each id with how much longer it is to be recognised, each subject with the
 * time of an event that told its state, and the indexes.
 */
const TRIM = script(`
  if (redis.call('HGET', KEYS[1], 'trimmed') or '0') ~= ARGV[1] then return 0 end
  local through, prefix, subjects = tonumber(ARGV[2]), KEYS[3], 6 + 2 * tonumber(ARGV[4])
  local indexes = subjects + 2 * tonumber(ARGV[5])
  redis.call('XTRIM', KEYS[2], 'MINID', string.format('%.0f-0', through + 1))
  for i = 6, subjects - 1, 2 do redis.call('PEXPIRE', prefix .. 'id:' .. ARGV[i], ARGV[i + 1]) end
  for i = subjects, indexes - 1, 2 do
    local key = prefix .. 'latest:' .. ARGV[i]
    local latest = redis.call('GET', key)
    if latest and tonumber(latest) <= tonumber(ARGV[i + 1]) then redis.call('DEL', key) end
  end
  for i = indexes, #ARGV do redis.call('ZREMRANGEBYSCORE', prefix .. 'index:' .. ARGV[i], '-inf', through) end
  redis.call('HSET', KEYS[1], 'trimmed', ARGV[2])
  redis.call('HINCRBY', KEYS[1], 'bytes', -tonumber(ARGV[3]))
  return 1`);

/**
 * The event log in a Redis stream, shared by all replicas. `commands` carries what is asked, `follower` waits for what comes. `warn` is
 * told what Redis is not set up for.
 */
export function createEventLog(options: {
  commands: RedisConnection;
  follower: RedisConnection;
  prefix: string;
  retention: Retention;
  createRun: () => string;
  now: () => Date;
  warn: (sentence: string) => void;
}): EventLog & {
  trim(): Promise<boolean>;
  /** The connection was made or lost: which log is in Redis is to be found out anew. */
  reconnected(): void;
  /** Rejects when nothing can be added. */
  tryToAppend(): Promise<unknown>;
  close(): void;
} {
  const { commands, follower, prefix, retention, createRun, now, warn } = options;
  const stream = `${prefix}:events`;
  // What other keys begin with is given as a key, for a cluster knows by it where they are.
  const keys = [`${prefix}:meta`, `${prefix}:seq`, stream, `${prefix}:`];
  const followers = new Set<{
    told: (entries: readonly LogEntry[]) => void;
    missed?: (through: number) => void;
    replaced?: (fromCursor: string, seq: number) => void;
  }>();

  let known: Identity | undefined;
  let identifying: Promise<Identity> | undefined;
  /** The last event that followers were told. */
  let told: Place | undefined;

  /** Which log is in Redis. What is told to followers goes on behind the last event that it has in common with what they were told. */
  function identity(): Promise<Identity> {
    identifying ??= (async () => {
      const redis = await inspect(commands, warn);
      const found = await identify(commands, prefix, { redis, createRun, seen: told?.seq ?? 0 });
      const before = known ?? found;
      known = found;
      told ??= placeOf(found.runs, found.last);
      // No limit in the present run: events may have been added and told since `found` was read.
      const end = lastInCommon(
        { runs: before.runs, last: told.seq },
        { runs: found.runs, last: Number.POSITIVE_INFINITY },
      );
      // No further back than what was trimmed: events that were given up are told as missed, by `tell`.
      const seq = Math.max(end, found.trimmed);
      if (told.seq > seq) {
        const fromCursor = encodeCursor(told);
        told = placeOf(found.runs, seq);
        for (const { replaced } of followers) replaced?.(fromCursor, seq);
      }
      return found;
    })();
    const mine = identifying;
    mine.catch(() => {
      if (identifying === mine) identifying = undefined;
    });
    return mine;
  }

  async function appendBatch(events: readonly NewEvent[]): Promise<(LogEntry | undefined)[]> {
    const seenMs = Math.max(retention.milliseconds, DEDUPLICATED_MS);
    const values = events.flatMap((event) => {
      const { told, others } = standingOf(event);
      const indexes = indexesOf(event);
      const counts = [told.length, others.length, indexes.length];
      // biome-ignore format: as the script reads them
      return [
        event.id, metaOf(event), event.payload, event.time ?? "", ...counts, ...told, ...others, ...indexes,
      ];
    });
    for (let attempt = 0; attempt < 3; attempt++) {
      const { run } = await identity();
      const reply = Told.parse(
        await commands.run(APPEND, keys, [run, seenMs, retention.milliseconds, ...values]),
      );
      if (reply) {
        return events.map((event, index) => {
          const [seq = 0, late = 0] = reply.slice(index * 2, index * 2 + 2);
          return seq === 0
            ? undefined
            : { ...event, seq, late: late === 1, cursor: encodeCursor({ run, seq }) };
        });
      }
      identifying = undefined;
    }
    throw new StoreUnavailable("Redis is being replaced by another one.");
  }

  async function keptOf(id: string): Promise<{ seq: number; duplicates: number }> {
    const kept = z.coerce.bigint().parse((await commands.send("GET", `${prefix}:id:${id}`)) ?? 0);
    return {
      seq: Number(BigInt.asUintN(REPEATED_SHIFT, kept)),
      duplicates: Number(kept >> BigInt(REPEATED_SHIFT)),
    };
  }

  const append = createGroupCommit(async (events) => {
    const entries: (LogEntry | undefined)[] = [];
    for (let start = 0; start < events.length; start += APPEND_BATCH) {
      entries.push(...(await appendBatch(events.slice(start, start + APPEND_BATCH))));
    }
    return entries;
  });

  /** Tells followers what comes, of all replicas and this one, in the order of the log. */
  async function tell() {
    const { runs } = await identity();
    const from = told;
    const after = from?.seq ?? 0;
    // None after a while: then Redis is asked whether the log is still the same.
    const entries = await readBehind(follower, stream, `${after}-0`, Entries);
    const next = entries[0]?.seq ?? Number.POSITIVE_INFINITY;
    const state = next === after + 1 ? undefined : await readState(commands, prefix);
    // `identity` has moved `told` meanwhile, because the log is another one. The next round reads from there.
    if (told !== from) return;
    if (state) {
      if (state.run !== runs.at(-1)?.name) {
        identifying = undefined;
        return;
      }
      // Redis was away for so long that these events were given up before they could be told.
      const through = Math.min(state.trimmed, next - 1);
      if (through > after) {
        told = placeOf(runs, through);
        for (const { missed } of followers) missed?.(through);
      }
    }
    const last = entries.at(-1);
    if (!last) return;
    const { seq, cursor } = last;
    told = { run: cursor.slice(0, cursor.indexOf("-")), seq };
    for (const follower of followers) follower.told(entries);
  }

  const following = followOn(tell, { what: "Events", warn });

  return {
    append,
    async read(filter, seq, limit, bytes = READ_BYTES) {
      const indexes = indexesFor(filter);
      if (indexes === undefined) {
        return Entries.parse(await commands.run(READ_ALL, [stream], [seq + 1, limit, bytes]));
      }
      const found: LogEntry[] = [];
      let room = bytes;
      for (let after = seq; found.length < limit && room > 0 && indexes.length > 0; ) {
        const batch = Math.min(READ_BATCH, Math.max(limit - found.length, READ_BATCH / 10));
        const [last, more, entries] = Read.parse(
          await commands.run(READ, [stream, `${prefix}:`], [after, batch, room, ...indexes]),
        );
        const matching = entries.filter((entry) => matches(filter, entry)).slice(0, limit - found.length);
        found.push(...matching);
        room -= matching.reduce((sum, { payload }) => sum + Buffer.byteLength(payload), 0);
        if (more === 0) break;
        after = last;
      }
      return found;
    },
    follow(told, missed, replaced) {
      followers.add({ told, ...(missed && { missed }), ...(replaced && { replaced }) });
    },
    last() {
      if (!told) throw new StoreUnavailable(commands.fault() ?? "It is not known yet which log is in Redis.");
      return told.seq;
    },
    cursorOf: (seq) => cursorOf(known?.runs ?? [], seq),
    async reach() {
      await identity();
      const { run, last, trimmed } = await readState(commands, prefix);
      if (run !== known?.run) identifying = undefined;
      const { runs } = await identity();
      return { last, trimmed, knows: (place) => knows(runs, place, last) };
    },
    duplicatesOf: async (id) => (await keptOf(id)).duplicates,
    async find(id) {
      const { seq } = await keptOf(id);
      const [entry] = Entries.parse(await commands.send("XRANGE", stream, `${seq}-0`, `${seq}-0`));
      // Where the log has lost its newest events, a number may be another event's.
      return entry?.id === id ? entry : undefined;
    },
    async trim() {
      const { trimmed, bytes } = await readState(commands, prefix);
      const entries = Entries.parse(
        await commands.send("XRANGE", stream, "-", "+", "COUNT", String(TRIM_BATCH)),
      );
      const time = now().getTime();
      const oldest = time - retention.milliseconds;
      let left = bytes;
      const young = entries.findIndex(({ receivedAt, payload }) => {
        if (receivedAt >= oldest && left <= retention.bytes) return true;
        left -= Buffer.byteLength(payload);
        return false;
      });
      const old = young === -1 ? entries : entries.slice(0, young);
      const through = old.at(-1)?.seq;
      if (through === undefined) return false;
      const ids = old.map(({ id, receivedAt }) => [id, receivedAt + DEDUPLICATED_MS - time]);
      const stood = old.flatMap((event) =>
        standingOf(event).told.map((subject) => [subject, event.time ?? 0]),
      );
      const counts = [trimmed, through, bytes - left, ids.length, stood.length];
      const indexes = new Set(old.flatMap(indexesOf));
      await commands.run(
        TRIM,
        [`${prefix}:meta`, stream, `${prefix}:`],
        [...counts, ...[...ids, ...stood].flat(), ...indexes],
      );
      await commands.send("UNLINK", ...old.map(({ id }) => answerKey(prefix, id)));
      return true;
    },
    reconnected() {
      identifying = undefined;
      if (commands.fault() === undefined) identity().catch(() => undefined);
    },
    async tryToAppend() {
      await identity();
      await commands.run(TRY, [`${prefix}:trial`, ...keys], [TRIAL_MS]);
    },
    close: following.close,
  };
}
