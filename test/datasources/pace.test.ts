import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTokenBucket } from "../../src/datasources/tokenBucket.ts";
import { post, webSocketClient } from "../support/client.ts";
import { startRedis } from "../support/redis.ts";
import { startGateway, temporaryFolder } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

const PLACE = `mutation { createCall(input: { to: "+19195551234", from: "+19195554321" }) { call { callId } } }`;
const SEND = `mutation { createMessage(input: { to: ["+19195551234"], from: "+19195554321", text: "hi" }) { message { messageId } } }`;
const HANG_UP = `mutation { updateCall(input: { callId: "c-1", state: COMPLETED }) { call { callId } } }`;
const PLACED = { status: 201, body: { callId: "c-new" } };
const SENT = { status: 202, body: { id: "m-new" } };

/** As many calls by id. */
const calls = (count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `c${i}: call(callId: "c-${i}") { state }`).join(" ")} }`;

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterEach(() => upstream.reset());
afterAll(() => upstream.stop());

const start = (environment: Record<string, string> = {}) =>
  startGateway({ upstreamUrl: upstream.url, environment });

function answerCalls(count: number, after?: Promise<unknown>) {
  for (let i = 0; i < count; i++) {
    const answer = { body: { callId: `c-${i}`, state: "answered" } };
    upstream.answer(`GET /calls/c-${i}`, after ? { ...answer, after } : answer);
  }
}

test("32 reads of an API are in flight at once and the others wait, while a call is placed without delay", async () => {
  await using gateway = await start();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  answerCalls(100, released);
  upstream.answer("POST /calls", PLACED);
  const report = post(gateway.url, calls(100));
  await Promise.all(Array.from({ length: 32 }, (_, i) => upstream.arrived(`GET /calls/c-${i}`)));
  expect(await post(gateway.url, PLACE)).toMatchObject({
    data: { createCall: { call: { callId: "c-new" } } },
  });
  expect(upstream.asked()).toHaveLength(33);
  release();
  const { data, errors } = await report;
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})).toEqual(Array.from({ length: 100 }, () => ({ state: "ANSWERED" })));
  expect(upstream.asked()).toHaveLength(101);
});

test("a Retry-After holds back all reads of its API, and neither its writes nor another API", async () => {
  await using gateway = await start();
  answerCalls(2);
  upstream.answer("GET /calls/c-0", { status: 429, headers: { "retry-after": "50" } });
  upstream.answer("POST /calls", PLACED);
  upstream.answer("GET /messages", { body: { messages: [] } });
  await post(gateway.url, calls(1));
  const { errors } = await post(gateway.url, `{ call(callId: "c-1") { state } }`);
  expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED", retryAfter: expect.any(Number) } }]);
  expect(errors?.[0]?.extensions?.["retryAfter"]).toBeGreaterThan(40);
  expect((await post(gateway.url, `{ message(messageId: "m-1") { text } }`)).errors).toBeUndefined();
  expect((await post(gateway.url, PLACE)).errors).toBeUndefined();
  expect(upstream.asked()).toEqual(["GET /calls/c-0", "GET /messages", "POST /calls"]);
});

test("a Retry-After for placing calls holds back calls, and not the hanging up of one", async () => {
  await using gateway = await start();
  upstream.answer("POST /calls", { status: 429, headers: { "retry-after": "50" } }, PLACED);
  upstream.answer("POST /calls/c-1", {});
  await post(gateway.url, PLACE);
  expect((await post(gateway.url, PLACE)).errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
  expect((await post(gateway.url, HANG_UP)).errors).toBeUndefined();
  expect(upstream.asked()).toEqual(["POST /calls", "POST /calls/c-1"]);
});

test.for([
  ["a lane", HANG_UP, "POST /calls/c-1", {}],
  ["a rate", PLACE, "POST /calls", PLACED],
] as const)(
  "%s stops for the time of a Retry-After and no longer, though the clock goes back",
  async ([, operation, route, answer]) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      await using gateway = await start();
      const errors = async () => (await post(gateway.url, operation)).errors;
      upstream.answer(route, { status: 429, headers: { "retry-after": "2" } }, answer);
      expect(await errors()).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
      vi.setSystemTime(Date.now() - 3600_000);
      await expect.poll(errors, { timeout: 10_000 }).toBeUndefined();
    } finally {
      vi.useRealTimers();
    }
  },
);

test("what waits when a Retry-After comes that is beyond its deadline is told at once", async () => {
  await using gateway = await start();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  answerCalls(40, released);
  upstream.answer("GET /calls/c-0", { status: 429, headers: { "retry-after": "50" }, after: released });
  const report = post(gateway.url, calls(40));
  await Promise.all(Array.from({ length: 32 }, (_, i) => upstream.arrived(`GET /calls/c-${i}`)));
  release();
  const { errors = [] } = await report;
  expect(errors.length).toBeGreaterThanOrEqual(1);
  expect(new Set(errors.map(({ extensions }) => extensions?.["code"]))).toEqual(new Set(["RATE_LIMITED"]));
});

test.each([
  ["BW_CALLS_PER_SECOND", PLACE, "POST /calls", PLACED, 3],
  ["BW_MESSAGES_PER_SECOND", SEND, "POST /messages", SENT, 9],
] as const)(
  "%s: what Bandwidth's queue would not take is RATE_LIMITED with retryAfter and not sent",
  async (setting, mutation, route, answer, queue) => {
    await using gateway = await start({ [setting]: "0.01" });
    upstream.answer(route, answer);
    for (let i = 0; i < queue; i++) expect((await post(gateway.url, mutation)).errors).toBeUndefined();
    const { errors } = await post(gateway.url, mutation);
    expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    expect(errors?.[0]?.extensions?.["retryAfter"]).toBeGreaterThan(15);
    expect(upstream.requests(route)).toHaveLength(queue);
  },
);

test("a rate holds over all replicas together", async () => {
  const redis = await startRedis();
  const shared = { REDIS_URL: redis.url, BW_CALLS_PER_SECOND: "0.01" };
  {
    await using a = await start(shared);
    await using b = await start(shared);
    await using c = await start(shared);
    upstream.answer("POST /calls", PLACED);
    for (const { url } of [a, b, c]) expect((await post(url, PLACE)).errors).toBeUndefined();
    for (const { url } of [a, b, c]) {
      expect((await post(url, PLACE)).errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    }
    expect(upstream.requests("POST /calls")).toHaveLength(3);
  }
  await redis.stop();
});

test("while Redis is away a replica places no more calls at once than its rate leaves it after those that it has placed", async () => {
  const redis = await startRedis();
  {
    await using gateway = await start({ REDIS_URL: redis.url, BW_CALLS_PER_SECOND: "0.01" });
    upstream.answer("POST /calls", PLACED);
    for (let i = 0; i < 2; i++) expect((await post(gateway.url, PLACE)).errors).toBeUndefined();
    await redis.end("SIGKILL");
    expect((await post(gateway.url, PLACE)).errors).toBeUndefined();
    expect((await post(gateway.url, PLACE)).errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    expect(upstream.requests("POST /calls")).toHaveLength(3);
  }
  await redis.stop();
});

test("a Redis whose user may not do what a rate needs is a fault that the operator sees, and each gateway keeps to the rate by itself", async () => {
  const redis = await startRedis();
  await redis.command("ACL", "SETUSER", "timeless", "on", ">secret", "~*", "&*", "+@all", "-time");
  const url = Object.assign(new URL(redis.url), { username: "timeless", password: "secret" });
  {
    await using gateway = await start({ REDIS_URL: url.href });
    const ready = await fetch(`${gateway.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: "not ready", reason: "The user in REDIS_URL may not do what the gateway needs." },
    ]);
    upstream.answer("POST /calls", { body: { callId: "c-1" } });
    expect((await post(gateway.url, PLACE)).errors).toBeUndefined();
    expect(upstream.asked()).toEqual(["POST /calls"]);
  }
  await redis.stop();
});

test("a token bucket never gives more than its capacity and what its rate adds, in any span of time", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.record({ pause: fc.nat(2_000), maxWaitMs: fc.nat(5_000) }), { maxLength: 100 }),
      async (perSecond, capacity, asked) => {
        let time = 0;
        const bucket = createTokenBucket({ perSecond, capacity }, () => time);
        const sent: number[] = [];
        for (const { pause, maxWaitMs } of asked) {
          time += pause;
          const reserved = await bucket.reserve(maxWaitMs);
          if ("retryAfterMs" in reserved) expect(reserved.retryAfterMs).toBeGreaterThan(maxWaitMs);
          else sent.push(time + reserved.waitMs);
        }
        sent.sort((a, b) => a - b);
        for (const [first, from] of sent.entries()) {
          for (const [index, to] of sent.entries()) {
            if (index < first) continue;
            const allowed = capacity + ((to - from) * perSecond) / 1000;
            expect(index - first + 1).toBeLessThanOrEqual(allowed + 1e-6);
          }
        }
      },
    ),
  );
});

test("a client that goes away takes its reads with it: those in flight are cut off, those that wait are never sent", async () => {
  await using gateway = await start();
  const client = new AbortController();
  for (let i = 0; i < 40; i++) upstream.answer(`GET /calls/c-${i}`, "hang");
  const gone = post(gateway.url, calls(40), undefined, { signal: client.signal });
  await Promise.all(Array.from({ length: 32 }, (_, i) => upstream.arrived(`GET /calls/c-${i}`)));
  client.abort();
  await expect(gone).rejects.toThrow();
  await Promise.all(Array.from({ length: 32 }, (_, i) => upstream.givenUp(`GET /calls/c-${i}`)));
  upstream.answer("GET /calls/c-50", { body: { callId: "c-50", state: "answered" } });
  expect(await post(gateway.url, `{ call(callId: "c-50") { state } }`)).toMatchObject({
    data: { call: { state: "ANSWERED" } },
  });
  expect(upstream.asked()).toHaveLength(33);
});

test("a WebSocket that closes takes the reads of its operations with it", async () => {
  await using gateway = await start();
  for (const id of ["staying", "c-0"]) upstream.answer(`GET /calls/${id}`, "hang");
  const client = new AbortController();
  const staying = post(gateway.url, `{ call(callId: "staying") { state } }`, undefined, {
    signal: client.signal,
  }).catch(() => undefined);
  await upstream.arrived("GET /calls/staying");
  const webSocket = webSocketClient(gateway.url);
  const results = webSocket.iterate({ query: calls(1) });
  const gone = results.next().catch(() => undefined);
  await upstream.arrived("GET /calls/c-0");
  webSocket.terminate();
  // Not for want of an answer: for that the one that was sent before would be given up first.
  const first = ["staying", "c-0"].map((id) => upstream.givenUp(`GET /calls/${id}`).then(() => id));
  expect(await Promise.race(first)).toBe("c-0");
  client.abort();
  await Promise.all([gone, staying, ...first]);
});

test("a call is placed though its client goes away", async () => {
  await using gateway = await start();
  const client = new AbortController();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  upstream.answer("POST /calls", { ...PLACED, after: released });
  const keyed = PLACE.replace("from:", 'idempotencyKey: "k", from:');
  const gone = post(gateway.url, keyed, undefined, { signal: client.signal });
  await upstream.arrived("POST /calls");
  client.abort();
  await expect(gone).rejects.toThrow();
  const again = post(gateway.url, keyed);
  release();
  expect(await again).toMatchObject({ data: { createCall: { call: { callId: "c-new" } } } });
  expect(upstream.asked()).toEqual(["POST /calls"]);
});

test("what waits to be sent when the gateway begins to stop is RATE_LIMITED at once, and sent when it is repeated with its key", async () => {
  const folder = temporaryFolder();
  const options = { upstreamUrl: upstream.url, dataDir: folder.path };
  const gateway = await startGateway(options);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  upstream.answer("POST /calls", { ...PLACED, after: released });
  upstream.answer("POST /messages", { status: 429, headers: { "retry-after": "4" } }, SENT);
  await post(gateway.url, SEND);
  const keyed = [SEND, ...Array.from({ length: 20 }, () => PLACE)].map((mutation, key) =>
    mutation.replace("from:", `idempotencyKey: "${key}", from:`),
  );
  const refused: string[] = [];
  const all = keyed.map(async (mutation) => {
    const { errors } = await post(gateway.url, mutation);
    if (errors?.[0]?.extensions?.["code"] === "RATE_LIMITED") refused.push(mutation);
    return errors;
  });
  await upstream.arrived("POST /calls", 16);
  const stopped = gateway.stop();
  await expect.poll(() => refused.length).toBe(1 + 4);
  release();
  expect((await Promise.all(all)).filter((errors) => errors === undefined)).toHaveLength(16);
  await stopped;

  await using again = await startGateway(options);
  for (const mutation of refused) expect((await post(again.url, mutation)).errors).toBeUndefined();
  expect(upstream.requests("POST /calls")).toHaveLength(20);
  expect(upstream.requests("POST /messages")).toHaveLength(2);
  folder.remove();
});
