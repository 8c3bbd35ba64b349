import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { type RunningRedis, startRedis } from "../support/redis.ts";
import { deliver, startGateway, voiceEvent } from "../support/stack.ts";
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
  for (const { stop } of running.splice(0)) await stop();
});
afterAll(async () => {
  await upstream.stop();
  await redis.stop();
});

async function start({ url = redis.url, ahead = 0 } = {}) {
  const gateway = await startGateway({
    upstreamUrl: upstream.url,
    environment: { REDIS_URL: url },
    now: () => new Date(Date.now() + ahead),
  });
  running.push(gateway);
  return gateway;
}

test("a gateway from which Redis was away for longer than events are kept tells its live subscribers what they missed", async () => {
  // As a user of its own one gateway can be kept from Redis.
  const user = (...rules: string[]) => redis.command("ACL", "SETUSER", "away", ...rules);
  await user("on", ">secret", "~*", "&*", "+@all");
  const url = Object.assign(new URL(redis.url), { username: "away", password: "secret" });
  const away = await start({ url: url.href });
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

  await user("off");
  await redis.command("CLIENT", "KILL", "USER", "away");
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

test("of a log that was replaced while subscribers stayed each is told, and gets all that the new one has", async () => {
  await redis.command("FLUSHALL");
  const old = await start();
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

  await redis.command("FLUSHALL");
  // Its numbers begin anew, for it has seen nothing of the log before.
  const fresh = await start();
  for (const digit of ["new 1", "new 2"]) await deliver(fresh.url, "voice/x", dtmf(digit));
  for (const reader of readers) {
    const gap = (await reader.next()) as { cursor: string };
    expect(gap).toMatchObject({
      reason: "LOG_REPLACED",
      fromCursor: lost,
      toCursor: gap.cursor,
      count: null,
    });
    for (const digit of ["new 1", "new 2"]) expect(await reader.next()).toMatchObject({ digit });
  }
  await deliver(old.url, "voice/x", dtmf("new 3"));
  for (const reader of readers) {
    expect(await reader.next()).toMatchObject({ digit: "new 3" });
    await reader.close();
  }
});
