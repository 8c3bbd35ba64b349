import { expect, test } from "vitest";
import { query, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { ENGINES } from "../support/engines.ts";
import { startRedis } from "../support/redis.ts";
import { deliver, startGateway, voiceEvent } from "../support/stack.ts";

const DIGITS = 'subscription { events(after: "0") { ... on DtmfEvent { digit } } }';
const LOG = "{ events { edges { node { ... on DtmfEvent { digit } } } } }";
const dtmf = (accountId: string, digit: string) => voiceEvent("dtmf", { accountId, digit });
const edges = (...digits: string[]) => ({ events: { edges: digits.map((digit) => ({ node: { digit } })) } });

test.each(ENGINES)(
  "on %s no subscriber ever receives an event of another account, even if its callback comes here",
  async (_, startEngine) => {
    const engine = await startEngine();
    const gateway = await startGateway({
      upstreamUrl: "http://localhost:1",
      environment: engine.environment,
    });
    const readers = await Promise.all([
      subscribeWebSocket(gateway.url, DIGITS),
      subscribeSse(gateway.url, DIGITS),
    ]);
    expect((await deliver(gateway.url, "voice/x", dtmf("9900001", "1"))).status).toBe(400);
    const mixed = [dtmf("9900001", "2"), dtmf("9900000", "3"), dtmf("9900001", "4")];
    expect((await deliver(gateway.url, "voice/x", mixed)).status).toBe(400);
    expect((await deliver(gateway.url, "voice/x", dtmf("9900000", "5"))).status).toBe(204);
    for (const reader of readers) {
      expect([await reader.next(), await reader.next()]).toEqual([{ digit: "3" }, { digit: "5" }]);
      await reader.close();
    }
    expect(await query(gateway.url, LOG)).toEqual(edges("3", "5"));
    await gateway.stop();
    await engine.stop();
  },
);

test("gateways of two accounts on one Redis: no subscriber ever receives an event of the other account", async () => {
  const redis = await startRedis();
  const start = (accountId: string) =>
    startGateway({
      upstreamUrl: "http://localhost:1",
      environment: { REDIS_URL: redis.url, BW_ACCOUNT_ID: accountId },
    });
  const accounts = ["9900000", "990000", "9900001"];
  const gateways = await Promise.all(accounts.map(start));
  const readers = await Promise.all(gateways.map(({ url }) => subscribeWebSocket(url, DIGITS)));
  for (const round of ["a", "b"]) {
    for (const [index, { url }] of gateways.entries()) {
      const accountId = accounts[index] ?? "";
      const callback = dtmf(accountId, `${round} of ${accountId}`);
      expect((await deliver(url, "voice/x", callback)).status).toBe(204);
    }
  }
  for (const [index, accountId] of accounts.entries()) {
    const mine = ["a", "b"].map((round) => `${round} of ${accountId}`);
    const reader = readers[index];
    expect([await reader?.next(), await reader?.next()]).toEqual(mine.map((digit) => ({ digit })));
    expect(await query(gateways[index]?.url ?? "", LOG)).toEqual(edges(...mine));
    await reader?.close();
  }
  await Promise.all(gateways.map((gateway) => gateway.stop()));
  await redis.stop();
});
