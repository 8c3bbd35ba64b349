import { readFileSync } from "node:fs";
import { ErrorReply } from "@redis/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LogEntry } from "../../src/subscriptions/event.ts";
import { sentenceOf } from "../../src/subscriptions/redis/connection.ts";
import { keyPrefix } from "../../src/subscriptions/redis/store.ts";
import { query, subscribeSse } from "../support/client.ts";
import { type RunningRedis, startRedis } from "../support/redis.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, startGateway, voiceEvent } from "../support/stack.ts";
import { DAY_MS, newEvent, redisPlace } from "../support/stores.ts";
import { startUpstream } from "../support/upstream.ts";

let redis: RunningRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

/** But for the one that is written as a trial. */
const keysOf = async (accountId: string) =>
  ((await redis.command("KEYS", `${keyPrefix(accountId)}*`)) as string[])
    .map((key) => key.slice(keyPrefix(accountId).length + 1))
    .filter((key) => key !== "trial");

test("replicas hear each other's events in one order, and share what they know", async () => {
  const place = redisPlace(redis);
  const stores = await Promise.all([place.open(), place.open(), place.open()]);
  const heard = stores.map(() => [] as LogEntry[]);
  const all = stores.map(
    ({ log }, index) =>
      new Promise<void>((resolve) => {
        log.follow((entries) => {
          if (heard[index]?.push(...entries) === 90) resolve();
        });
      }),
  );
  for (let round = 0; round < 30; round++) {
    const same = newEvent();
    await Promise.all(
      stores.map(({ log }) => log.append([same, newEvent({ id: `${same.id} ${round % 2}` })])),
    );
    await stores[round % 3]?.log.append([newEvent()]);
  }
  await Promise.all(all);
  const log = await stores[0]?.log.read({}, 0, 1000);
  expect(log).toHaveLength(90);
  for (const each of heard) expect(each).toEqual(log);
  await Promise.all(stores.map((store) => store.close()));
});

test("a rate holds over all replicas together, and a pause that one is told is everybody's", async () => {
  const place = redisPlace(redis);
  const stores = await Promise.all([place.open(), place.open(), place.open()]);
  const buckets = stores.map(({ createTokenBucket }) => {
    if (!createTokenBucket) throw new Error("Redis has no shared token bucket");
    return createTokenBucket("calls", { perSecond: 0.02, capacity: 4 });
  });
  const taken = await Promise.all([...buckets, ...buckets, ...buckets].map((bucket) => bucket.reserve(0)));
  expect(taken.filter((each) => "waitMs" in each)).toHaveLength(4);
  // A token in 50 seconds: whoever may wait gets the next ones.
  const first = await buckets[0]?.reserve(120_000);
  const second = await buckets[1]?.reserve(120_000);
  const waits = [first, second].map((each) => (each && "waitMs" in each ? each.waitMs : Number.NaN));
  expect(waits[0]).toBeLessThanOrEqual(50_000);
  expect(Number(waits[1]) - Number(waits[0])).toBeGreaterThan(0);
  expect(Number(waits[1]) - Number(waits[0])).toBeLessThanOrEqual(50_000);
  // Nothing was taken from who would not wait: the third still waits behind the first two.
  const refused = await buckets[2]?.reserve(100);
  expect(refused && "retryAfterMs" in refused && refused.retryAfterMs).toBeGreaterThan(100);

  const other = stores.map(({ createTokenBucket }) =>
    createTokenBucket?.("messages", { perSecond: 100, capacity: 100 }),
  );
  other[0]?.pause(place.clock.now + 30_000);
  for (let paused = false; !paused; ) {
    const answer = await other[1]?.reserve(0);
    paused = answer !== undefined && "retryAfterMs" in answer;
    if (answer && "retryAfterMs" in answer) expect(answer.retryAfterMs).toBeLessThanOrEqual(30_000);
  }
  await Promise.all(stores.map((store) => store.close()));
});

test("what one replica is to do at a time, one may do until its time is over or it is closed", async () => {
  const place = redisPlace(redis);
  const [one, other] = await Promise.all([place.open(), place.open()]);
  expect(await one.lease("work", 60_000)).toBe(true);
  expect(await other.lease("work", 60_000)).toBe(false);
  expect(await other.lease("other work", 60_000)).toBe(true);
  // A millisecond more is asked for: then it is over.
  expect(await one.lease("work", 1)).toBe(true);
  await expect.poll(() => other.lease("work", 60_000)).toBe(true);
  expect(await one.lease("work", 60_000)).toBe(false);
  // What it has lost is not its to give back.
  expect(await one.lease("more work", 60_000)).toBe(true);
  await one.close();
  const third = await place.open();
  expect(await third.lease("work", 60_000)).toBe(false);
  expect(await third.lease("more work", 60_000)).toBe(true);
  for (const store of [other, third]) await store.close();
});

test("nothing stays in Redis of events that were given up, but what recognises a repeated callback", async () => {
  const place = redisPlace(redis);
  const store = await place.open();
  const keys = { callId: "c", messageId: "m", conferenceId: "f", applicationId: "a", numbers: ["+1", "+2"] };
  await store.log.append(
    Array.from({ length: 600 }, (_, n) =>
      newEvent({ receivedAt: place.clock.now, keys: { ...keys, callId: `c-${n}` }, time: n }),
    ),
  );
  place.clock.now += 8 * DAY_MS;
  while (await store.trim());
  const left = await keysOf(place.accountId);
  const isExpiring = (key: string) => /^(id|latest):/.test(key);
  expect(["events", "meta", "seq"]).toEqual(left.filter((key) => !isExpiring(key)).sort());
  for (const key of left.filter(isExpiring).slice(0, 20)) {
    expect(await redis.command("PTTL", `${keyPrefix(place.accountId)}:${key}`)).toBeGreaterThan(0);
  }
  expect(await redis.command("XLEN", `${keyPrefix(place.accountId)}:events`)).toBe(0);
  await store.close();
});

test("of events that were given up for the log's size their ids stay, for 25 hours since they came", async () => {
  const place = redisPlace(redis);
  const store = await place.open({ bytes: 0 });
  const received = place.clock.now;
  await store.log.append(
    Array.from({ length: 600 }, (_, n) =>
      newEvent({ type: "disconnect", time: n, receivedAt: received, keys: { callId: `c-${n}` } }),
    ),
  );
  place.clock.now += DAY_MS;
  while (await store.trim());
  const left = await keysOf(place.accountId);
  const ids = left.filter((key) => key.startsWith("id:"));
  expect(ids).toHaveLength(600);
  expect(left).toHaveLength(600 + ["events", "meta", "seq"].length);
  for (const id of ids.slice(0, 20)) {
    const ttl = await redis.command("PTTL", `${keyPrefix(place.accountId)}:${id}`);
    expect(ttl).toBeGreaterThan(0);
    expect(ttl).toBeLessThanOrEqual(DAY_MS / 24);
  }
  await store.close();
});

test("what is kept for a time goes when that is over, and does not come back", async () => {
  const place = redisPlace(redis);
  const store = await place.open();
  const { idempotencyKeys: keys, callControls, accepted } = store;
  const attempt = { key: "key", id: "answer" };
  await keys.claim(attempt, "input");
  await callControls.keep([{ id: "id-1", control: "{}" }]);
  await callControls.bind("c-1", "id-1");
  await accepted.keep("c-1", "{}");
  for (const [key, ms] of [
    ["idempotency:key", DAY_MS],
    ["idempotency-of-answer:answer", DAY_MS],
    ["running:key", 60_000],
    ["control:id-1", DAY_MS],
    ["control-of:c-1", DAY_MS],
    ["placed:c-1", DAY_MS / 24],
  ] as const) {
    const left = Number(await redis.command("PTTL", `${keyPrefix(place.accountId)}:${key}`));
    expect(left, key).toBeLessThanOrEqual(ms);
    expect(left, key).toBeGreaterThan(ms - 30_000);
  }
  await redis.command("DEL", `${keyPrefix(place.accountId)}:idempotency:key`);
  await keys.settle(attempt, '"too late"');
  await keys.settleByCallback("answer", '"too late"');
  expect(await keys.claim(attempt, "input")).toBe("claimed");
  await store.close();
});

test("of the callbacks that were refused the last 1000 are kept, the newest first", async () => {
  const { rejectedCallbacks, close } = await redisPlace(redis).open();
  for (let n = 1; n <= 1_005; n += 1)
    await rejectedCallbacks.add({ receivedAt: new Date(n), path: "/x", reason: "no", body: "" });
  expect((await rejectedCallbacks.list(2_000)).map(({ id }) => id)).toEqual(
    Array.from({ length: 1_000 }, (_, index) => String(1_005 - index)),
  );
  await close();
});

test("whether Redis can be written is tried once a second, however often it is asked, also when the clock goes back", async () => {
  const place = redisPlace(redis);
  const store = await place.open();
  const tried = async () =>
    Number(/^cmdstat_set:calls=(\d+)/m.exec(String(await redis.command("INFO", "commandstats")))?.[1]);
  const before = await tried();
  for (const [ms, trials] of [
    [0, 1],
    [999, 1],
    [1, 2],
  ] as const) {
    place.clock.now += ms;
    place.clock.wrongBy -= DAY_MS;
    for (let times = 0; times < 5; times += 1) expect(await store.fault()).toBeUndefined();
    expect((await tried()) - before).toBe(trials);
  }
  await store.close();
});

test("events may be kept for days that are no whole number of milliseconds", async () => {
  const gateway = await startGateway({
    upstreamUrl: "http://localhost:1",
    environment: { REDIS_URL: redis.url, EVENT_RETENTION_DAYS: "2.2" },
  });
  for (let time = 0; time < 2; time++) {
    expect((await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "1" }))).status).toBe(204);
  }
  const deliveries = () => query(gateway.url, "{ callbackDeliveries { outcome duplicates } }");
  const repeated = { outcome: "DUPLICATE", duplicates: 1 };
  await expect.poll(deliveries).toEqual({ callbackDeliveries: [repeated] });
  await gateway.stop();
});

test("an event that the stream refuses is no repeated one when it comes again", async () => {
  const place = redisPlace(redis);
  const store = await place.open();
  await store.log.append([newEvent(), newEvent()]);
  const event = newEvent();
  // The stream takes none behind its last.
  await redis.command("SET", `${keyPrefix(place.accountId)}:seq`, "0");
  await expect(store.log.append([event])).rejects.toThrow("equal or smaller");
  await redis.command("SET", `${keyPrefix(place.accountId)}:seq`, "2");
  expect(await store.log.append([event])).toMatchObject([{ id: event.id }]);
  await store.close();
});

test("an append that fails has added nothing", async () => {
  const place = redisPlace(redis);
  const store = await place.open({ milliseconds: 2 * DAY_MS + 0.5 });
  await expect(store.log.append([newEvent({ keys: { callId: "c" } })])).rejects.toThrow("not an integer");
  expect((await keysOf(place.accountId)).sort()).toEqual(["meta", "seq"]);
  await store.close();
});

test.for([
  [
    "ERR Error running script (call to f_3a76c4b2): @user_script:14: @user_script: 14: -OOM command not allowed when used memory > 'maxmemory'.",
    "Redis has no memory left (maxmemory).",
  ],
  [
    "ERR Error running script (call to f_3a76c4b2): @user_script:14: @user_script: 14: -READONLY You can't write against a read only replica.",
    "Redis is a replica that cannot be written.",
  ],
  ["OOM command not allowed when used memory > 'maxmemory'.", "Redis has no memory left (maxmemory)."],
  [
    "ERR AUTH <password> called without any password configured for the default user.",
    "Redis refuses the credentials in REDIS_URL.",
  ],
  ...[
    "ERR The user executing the script can't run this command or subcommand script: e4b76554, on @user_script:1.",
    "ERR The user executing the script can't access at least one of the keys mentioned in the command arguments script: b3afe1cd, on @user_script:1.",
    "ERR ACL failure in script: User gateway has no permissions to run the 'zadd' command script: e4b76554, on @user_script:1.",
    "NOPERM this user has no permissions to run the 'zadd' command",
  ].map((message) => [message, "The user in REDIS_URL may not do what the gateway needs."] as const),
  [
    "ERR Error running script (call to f_3a76c4b2): @user_script:2: user_script:2: attempt to index a nil value",
    undefined,
  ],
] as const)("what a Redis of 6.2 or 7 cannot do is told for what it is: %s", ([message, sentence]) => {
  expect(sentenceOf(new ErrorReply(message))).toBe(sentence);
});

test("a user of Redis who may not run a command of a script is told so, and what was sent by then is not lost", async () => {
  await redis.command("ACL", "SETUSER", "gateway", "on", ">secret", "~*", "&*", "+@all", "-zadd");
  const url = new URL(redis.url);
  [url.username, url.password] = ["gateway", "secret"];
  const upstream = await startUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url, environment: { REDIS_URL: url.href } });
  const answer = await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "7" }));
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({
    errors: [
      {
        message: "The user in REDIS_URL may not do what the gateway needs.",
        extensions: { code: "EVENT_LOG_UNAVAILABLE" },
      },
    ],
  });
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-1" } });
  for (let time = 0; time < 2; time++) {
    const input = { to: FAR_NUMBER, from: OWN_NUMBER, idempotencyKey: "key" };
    const placed = await query(
      gateway.url,
      "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
      { input },
    );
    expect(placed).toEqual({ createCall: { call: { callId: "c-1" } } });
  }
  expect(upstream.asked()).toEqual(["POST /calls"]);
  await gateway.stop();
  await upstream.stop();
});

test("a Redis that can never be used stops the start with a sentence that names REDIS_URL", async () => {
  await expect(
    startGateway({ upstreamUrl: "http://localhost:1", environment: { REDIS_URL: `${redis.url}/99` } }),
  ).rejects.toThrow(/^REDIS_URL cannot be used: ERR DB index is out of range\.$/);
});

describe("a user of Redis", () => {
  const [, rights = ""] =
    /^ACL SETUSER gateway on >PASSWORD (.*)$/m.exec(
      readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8"),
    ) ?? [];
  async function startAs(...rules: string[]) {
    await redis.command("ACL", "DELUSER", "gateway");
    const documented = rights.replace("ACCOUNT", "9900000").split(" ");
    await redis.command("ACL", "SETUSER", "gateway", "on", ">secret", ...documented, ...rules);
    const url = Object.assign(new URL(redis.url), { username: "gateway", password: "secret" });
    const upstream = await startUpstream();
    upstream.answer("POST /calls", { status: 201, body: { callId: "c-1" } });
    const gateway = await startGateway({ upstreamUrl: upstream.url, environment: { REDIS_URL: url.href } });
    const stop = async () => {
      await gateway.stop();
      await upstream.stop();
    };
    return { url: gateway.url, logLines: gateway.logLines, [Symbol.asyncDispose]: stop };
  }
  const readiness = async (url: string) => (await fetch(`${url}/readyz`)).status;

  test("with the rights in docs/operations.md may do all that the gateway needs", async () => {
    await using gateway = await startAs();
    expect(await readiness(gateway.url)).toBe(200);
    const reader = await subscribeSse(gateway.url, "subscription { events { type } }");
    const input = {
      to: FAR_NUMBER,
      from: OWN_NUMBER,
      idempotencyKey: "with rights",
      onAnswer: { xml: "<Response/>" },
    };
    const placed = "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }";
    for (let time = 0; time < 2; time++) {
      expect(await query(gateway.url, placed, { input })).toEqual({
        createCall: { call: { callId: "c-1" } },
      });
      expect((await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "rights" }))).status).toBe(
        204,
      );
    }
    expect(await reader.next()).toMatchObject({ type: "DTMF" });
    await reader.close();
    expect((await deliver(gateway.url, "voice/x", "{}")).status).toBe(400);
    const read = await query(
      gateway.url,
      "{ callbackDeliveries { outcome } callScripts(first: 1) { edges { cursor } } }",
    );
    expect(read).toMatchObject({ callbackDeliveries: expect.arrayContaining([{ outcome: "REJECTED" }]) });
    expect(gateway.logLines.filter((line) => /"level":[456]0/.test(line))).toEqual([]);
  });

  test.for(["incr", "xadd", "zadd", "hincrby"])(
    "who may not %s makes the gateway unready",
    async (command) => {
      await using gateway = await startAs(`-${command}`);
      expect(await readiness(gateway.url)).toBe(503);
    },
  );

  test("who is given a right after an event was refused for want of it has all of the event when it comes again", async () => {
    await using gateway = await startAs("-zadd");
    const event = voiceEvent("dtmf", { digit: "again", callId: "c-again" });
    expect((await deliver(gateway.url, "voice/x", event)).status).toBe(503);
    await redis.command("ACL", "SETUSER", "gateway", "+zadd");
    expect((await deliver(gateway.url, "voice/x", event)).status).toBe(204);
    const found = await query(
      gateway.url,
      '{ events(filter: { callId: "c-again" }) { edges { node { type } } } }',
    );
    expect(found).toEqual({ events: { edges: [{ node: { type: "DTMF" } }] } });
  });
});

test("text that is no good Unicode does not keep other events out", async () => {
  const place = redisPlace(redis);
  const store = await place.open();
  const odd = newEvent({
    keys: { callId: "\ud800", numbers: ["\u0000", "\ud800"] },
    payload: '{"a":"\\ud800"}',
  });
  const added = await store.log.append([odd, newEvent()]);
  expect(added).toHaveLength(2);
  expect(await store.log.read({}, 0, 10)).toHaveLength(2);
  await store.close();
});

test("an operator is told at the start of a Redis that would lose what was acknowledged", async () => {
  const careless = await startRedis({ appendOnly: false });
  await careless.command("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
  const place = redisPlace(careless);
  await (await place.open()).close();
  expect(place.warnings).toEqual([
    expect.stringContaining("appendonly yes"),
    expect.stringContaining("noeviction"),
  ]);
  await careless.command("CONFIG", "SET", "maxmemory-policy", "noeviction");
  await careless.command("CONFIG", "SET", "appendonly", "yes");
  await careless.command("CONFIG", "SET", "appendfsync", "everysec");
  const hasty = redisPlace(careless);
  await (await hasty.open()).close();
  expect(hasty.warnings).toEqual([expect.stringContaining("'appendfsync' is everysec")]);
  await careless.command("ACL", "SETUSER", "default", "-config");
  const closed = redisPlace(careless);
  await (await closed.open()).close();
  expect(closed.warnings).toEqual([]);
  await careless.stop();
  const careful = redisPlace(redis);
  await (await careful.open()).close();
  expect(careful.warnings).toEqual([]);
});
