import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { ENGINES, moveLog } from "../support/engines.ts";
import { type RunningRedis, startRedis } from "../support/redis.ts";
import { deliver, startGateway, temporaryFolder, voiceEvent } from "../support/stack.ts";
import { DAY_MS } from "../support/stores.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

const DIGITS = "cursor type ... on DtmfEvent { digit } ... on GapEvent { reason fromCursor toCursor count }";
const dtmf = (digit: string, callId = "c-1") => voiceEvent("dtmf", { digit, callId });

let redis: RunningRedis;
let upstream: Upstream;
const running: { stop(): Promise<void> }[] = [];
beforeAll(async () => {
  redis = await startRedis();
  upstream = await startUpstream();
});
afterEach(async () => {
  for (const { stop } of running.splice(0).reverse()) await stop();
});
afterAll(async () => {
  await upstream.stop();
  await redis.stop();
});

async function start({
  environment = { REDIS_URL: redis.url },
  ahead = 0,
}: {
  environment?: Record<string, string>;
  ahead?: number;
} = {}) {
  const gateway = await startGateway({
    upstreamUrl: upstream.url,
    environment,
    now: () => new Date(Date.now() + ahead),
  });
  running.push(gateway);
  return gateway;
}

/** As a user of its own one gateway can be kept from Redis. */
const user = (...rules: string[]) => redis.command("ACL", "SETUSER", "away", ...rules);
async function startAsUser() {
  await user("on", ">secret", "~*", "&*", "+@all");
  const url = Object.assign(new URL(redis.url), { username: "away", password: "secret" });
  return start({ environment: { REDIS_URL: url.href } });
}
async function keepAway() {
  await user("off");
  await redis.command("CLIENT", "KILL", "USER", "away");
}

test("a gateway from which Redis was away for longer than events are kept tells its live subscribers what they missed", async () => {
  const away = await startAsUser();
  const present = await start();
  const shown = (state: string) => ({ body: { callId: "c-1", state } });
  upstream.answer("GET /calls/c-1", shown("answered"), shown("disconnected"));
  const all = await subscribeWebSocket(away.url, `subscription { events { ${DIGITS} } }`);
  const other = await subscribeSse(away.url, `subscription { callEvents(callId: "c-2") { ${DIGITS} } }`);
  const state = await subscribeWebSocket(away.url, 'subscription { call(callId: "c-1") { state } }');
  expect(await state.next()).toEqual({ state: "ANSWERED" });
  await deliver(present.url, "voice/x", dtmf("1", "c-3"));
  const first = (await all.next()) as { cursor: string };
  expect(first).toMatchObject({ type: "DTMF", digit: "1" });

  await keepAway();
  for (const digit of ["2", "3"]) await deliver(present.url, "voice/x", dtmf(digit));
  // Gives up at its start what is too old by then.
  const later = await start({ ahead: 8 * DAY_MS });
  await deliver(later.url, "voice/x", dtmf("4"));
  await user("on");

  const gap = (await all.next()) as { cursor: string; toCursor: string };
  expect(gap).toMatchObject({ type: "GAP", reason: "RETENTION", fromCursor: first.cursor, count: null });
  expect(gap.cursor).toBe(gap.toCursor);
  expect(await all.next()).toMatchObject({ type: "DTMF", digit: "4" });
  expect(await other.next()).toMatchObject({ type: "GAP", reason: "RETENTION", toCursor: gap.toCursor });
  expect(await state.next()).toEqual({ state: "DISCONNECTED" });
  // The gap is a place like any other.
  const resumed = await subscribeSse(
    away.url,
    `subscription ($after: String) { events(after: $after) { ${DIGITS} } }`,
    { after: gap.cursor },
  );
  expect(await resumed.next()).toMatchObject({ type: "DTMF", digit: "4" });
  for (const reader of [all, other, state, resumed]) await reader.close();
});

test("a replay that Redis interrupts waits for it, and goes on where it was", async () => {
  await redis.command("FLUSHALL");
  const gateway = await startAsUser();
  const digits = Array.from({ length: 600 }, (_, n) => String(n));
  for (let at = 0; at < digits.length; at += 50) {
    const events = digits.slice(at, at + 50).map((digit) => ({ ...dtmf(digit), tag: "x".repeat(3_500) }));
    expect((await deliver(gateway.url, "voice/x", events)).status).toBe(204);
  }
  // More than its connection holds, so that the most is still to be read when Redis is away.
  const much = Array.from({ length: 10 }, (_, n) => `payload${n}: payload`).join(" ");
  const reader = await subscribeSse(gateway.url, `subscription { events(after: "0") { ${DIGITS} ${much} } }`);
  await keepAway();
  await expect.poll(async () => (await fetch(`${gateway.url}/readyz`)).status).toBe(503);
  const told: unknown[] = [];
  const reading = (async () => {
    while (told.length < digits.length) told.push(((await reader.next()) as { digit?: string }).digit);
  })();
  const hasStopped = async () => {
    const before = told.length;
    await fetch(`${gateway.url}/healthz`);
    return before > 0 && told.length === before;
  };
  await expect.poll(hasStopped).toBe(true);
  expect(told.length).toBeLessThan(digits.length);
  await user("on");
  await reading;
  expect(told).toEqual(digits);
  await reader.close();
});

test("a log that gets no event between two restarts of Redis tells its live subscribers nothing again", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", dtmf("5"));
  await gateway.stop();
  running.pop();
  await redis.end("SIGTERM");
  await redis.start();
  // The log is in a run now that has no event yet, and this is all that the next gateway has been told.
  const next = await start();
  const reader = await subscribeWebSocket(next.url, `subscription { events { ${DIGITS} } }`);
  await redis.end("SIGTERM");
  await redis.start();
  await expect.poll(async () => (await fetch(`${next.url}/readyz`)).status, { timeout: 15_000 }).toBe(200);
  await deliver(next.url, "voice/x", dtmf("6"));
  expect(await reader.next()).toMatchObject({ type: "DTMF", digit: "6" });
  await reader.close();
});

/** Where the log is, and how another is put into its place, into which a gateway has written. */
const LOGS: readonly [
  string,
  () => {
    environment: Record<string, string>;
    replace(write: (at: Record<string, string>) => Promise<void>): Promise<void>;
  },
][] = [
  [
    "SQLite",
    () => {
      const [here, there] = [temporaryFolder(), temporaryFolder()];
      running.push({ stop: async () => here.remove() });
      return {
        environment: { DATA_DIR: here.path },
        async replace(write) {
          await write({ DATA_DIR: there.path });
          moveLog(there.path, here.path);
          there.remove();
        },
      };
    },
  ],
  [
    "Redis",
    () => ({
      environment: { REDIS_URL: redis.url },
      async replace(write) {
        await redis.command("FLUSHALL");
        await write({ REDIS_URL: redis.url });
      },
    }),
  ],
];

test.for(LOGS)(
  "of a log in %s that was replaced while subscribers stayed each is told, and gets all that the new one has",
  async ([, create]) => {
    await redis.command("FLUSHALL");
    const log = create();
    const old = await start({ environment: log.environment });
    const live = await subscribeWebSocket(old.url, `subscription { events { ${DIGITS} } }`);
    for (const digit of ["1", "2", "3"]) await deliver(old.url, "voice/x", dtmf(digit));
    const readers = [
      live,
      await subscribeSse(old.url, `subscription { events(after: "0") { ${DIGITS} } }`),
      await subscribeSse(old.url, `subscription { callEvents(callId: "c-1", after: "0") { ${DIGITS} } }`),
    ];
    let lost = "";
    for (const reader of readers) {
      for (const digit of ["1", "2", "3"]) {
        const event = (await reader.next()) as { cursor: string };
        expect(event).toMatchObject({ digit });
        lost = event.cursor;
      }
    }

    await log.replace(async (environment) => {
      // Its numbers begin anew, for it has seen nothing of the log before.
      const fresh = await startGateway({ upstreamUrl: upstream.url, environment });
      for (const digit of ["new 1", "new 2"]) await deliver(fresh.url, "voice/x", dtmf(digit));
      await fresh.stop();
    });
    await expect.poll(async () => (await deliver(old.url, "voice/x", dtmf("new 3"))).status).toBe(204);
    for (const reader of readers) {
      const gap = (await reader.next()) as { cursor: string };
      expect(gap).toMatchObject({
        reason: "LOG_REPLACED",
        fromCursor: lost,
        toCursor: gap.cursor,
        count: null,
      });
      for (const digit of ["new 1", "new 2", "new 3"]) expect(await reader.next()).toMatchObject({ digit });
    }
    await deliver(old.url, "voice/x", dtmf("new 4"));
    for (const reader of readers) {
      expect(await reader.next()).toMatchObject({ digit: "new 4" });
      await reader.close();
    }
  },
);

test.for(ENGINES)(
  "of a log in %s that a backup was put in the place of each who had got more is told where that ends, once, and gets what comes then",
  async ([, startEngine]) => {
    const engine = await startEngine();
    running.push(engine);
    const before = await start({ environment: engine.environment });
    await deliver(before.url, "voice/x", dtmf("of the run before"));
    await before.stop();
    running.pop();
    const gateway = await start({ environment: engine.environment });
    const live = await subscribeWebSocket(gateway.url, `subscription { events { ${DIGITS} } }`);
    await deliver(gateway.url, "voice/x", dtmf("kept"));
    const kept = (await live.next()) as { cursor: string };
    const restore = await engine.backup();
    // Redis was restarted.
    const add = (digit: string) =>
      expect
        .poll(async () => (await deliver(gateway.url, "voice/x", dtmf(digit))).status, { timeout: 15_000 })
        .toBe(204);
    await add("lost");
    const readers = [
      live,
      await subscribeSse(
        gateway.url,
        `subscription { callEvents(callId: "c-1", after: "${kept.cursor}") { ${DIGITS} } }`,
      ),
    ];
    const lost: { cursor: string }[] = [];
    for (const reader of readers) {
      const event = (await reader.next()) as { cursor: string };
      expect(event).toMatchObject({ digit: "lost" });
      lost.push(event);
    }
    for (let time = 0; time < 2; time++) {
      if (time === 0) await restore();
      await add(`new ${time}`);
      for (const reader of readers) {
        if (time === 0) {
          expect(await reader.next()).toMatchObject({
            reason: "LOG_REPLACED",
            fromCursor: lost[0]?.cursor,
            toCursor: kept.cursor,
            count: null,
          });
        }
        expect(await reader.next()).toMatchObject({ digit: `new ${time}` });
      }
    }
    for (const after of [kept.cursor, lost[0]?.cursor]) {
      const resumed = await subscribeSse(
        gateway.url,
        `subscription ($after: String) { events(after: $after) { ${DIGITS} } }`,
        { after },
      );
      const first = (await resumed.next()) as object;
      expect(first).toMatchObject(after === kept.cursor ? { digit: "new 0" } : { reason: "LOG_REPLACED" });
      await resumed.close();
    }
    for (const reader of readers) await reader.close();
  },
);
