import { afterEach, beforeEach, expect, test } from "vitest";
import { keyPrefix } from "../../src/subscriptions/redis/store.ts";
import { post, query, type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { ready, runGateway } from "../support/processes.ts";
import { type RunningRedis, startRedis } from "../support/redis.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, temporaryFolder, voiceEvent } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

type Gateway = Awaited<ReturnType<typeof runGateway>>;
const folder = temporaryFolder();
let redis: RunningRedis;
let upstream: Upstream;
let gateways: [Gateway, Gateway, Gateway];
beforeEach(async () => {
  redis = await startRedis();
  upstream = await startUpstream();
  gateways = await Promise.all([startGateway(), startGateway(), startGateway()]);
});
afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.end("SIGKILL")));
  await upstream.stop();
  await redis.stop();
  folder.remove();
});
const startGateway = async (port?: number) =>
  runGateway({
    port: port ?? (await freePort()),
    upstreamUrl: upstream.url,
    dataDir: folder.path,
    environment: { REDIS_URL: redis.url },
  });

const DIGITS =
  "subscription ($after: String) { events(after: $after) { cursor type ... on DtmfEvent { digit } ... on GapEvent { reason } } }";
type Event = { cursor: string; type: string; digit?: string };
const dtmf = (digit: string) => voiceEvent("dtmf", { digit, callId: `c-${Number(digit) % 10}` });

async function take(reader: Reader, count: number): Promise<Event[]> {
  const events: Event[] = [];
  while (events.length < count) events.push((await reader.next()) as Event);
  return events;
}

/** The whole log, as a gateway tells it. */
async function readLog(url: string): Promise<Event[]> {
  const events: Event[] = [];
  let after: string | null = null;
  for (let more = true; more; ) {
    const data = await query(
      url,
      "query ($after: String) { events(first: 1000, after: $after) { edges { node { cursor type ... on DtmfEvent { digit } } } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
    const page = data["events"] as {
      edges: { node: Event }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    events.push(...page.edges.map(({ node }) => node));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  return events;
}

/** Delivers digits to the gateways by turns until `stop`, each until some gateway has answered it 2xx, as a load balancer would. */
function deliverAll(count: number, workers = 16) {
  let sent = 0;
  const worker = async () => {
    while (sent < count) {
      const digit = String(sent++);
      for (let attempt = 0; ; attempt++) {
        const gateway = gateways[(Number(digit) + attempt) % 3];
        const response = await deliver(gateway?.url ?? "", "voice/x", dtmf(digit)).catch(() => undefined);
        if (response?.ok) break;
        if (response) expect(response.status).toBe(503);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };
  return {
    done: Promise.all(Array.from({ length: workers }, worker)),
    /** Resolves once so many are on their way. */
    async sent(number: number) {
      while (sent < number) await new Promise((resolve) => setTimeout(resolve, 5));
    },
  };
}
const digits = (count: number) => Array.from({ length: count }, (_, digit) => String(digit));
const byNumber = (one: string, other: string) => Number(one) - Number(other);

test("callbacks to any gateway reach the subscribers of all three, each once, in one order", async () => {
  const readers = await Promise.all(
    gateways.flatMap(({ url }) => [subscribeWebSocket(url, DIGITS), subscribeSse(url, DIGITS)]),
  );
  await deliverAll(600).done;
  const log = await readLog(gateways[0].url);
  expect(log.map(({ digit }) => digit ?? "").toSorted(byNumber)).toEqual(digits(600));
  for (const reader of readers) {
    expect(await take(reader, 600)).toEqual(log);
    await reader.close();
  }
  // What came to one gateway and again to another is one event.
  for (const { url } of gateways) expect((await deliver(url, "voice/x", dtmf("1"))).status).toBe(204);
  expect(await readLog(gateways[2].url)).toEqual(log);
});

test("kill -9 of a gateway under load loses nothing that was acknowledged, and its subscriber goes on at another", async () => {
  const [first, second] = gateways;
  const lost = await subscribeWebSocket(first.url, DIGITS);
  const delivery = deliverAll(1_500);
  await delivery.sent(500);
  const before = await take(lost, 100);
  await first.end("SIGKILL");
  const again = await subscribeWebSocket(second.url, DIGITS, { after: before.at(-1)?.cursor });
  await delivery.done;
  const log = await readLog(second.url);
  expect(log.map(({ digit }) => digit ?? "").toSorted(byNumber)).toEqual(digits(1_500));
  const after = await take(again, log.length - before.length);
  const seenFrom = log.findIndex(({ cursor }) => cursor === before[0]?.cursor);
  expect(seenFrom).toBe(0);
  expect([...before, ...after]).toEqual(log);
  await again.close();
});

test("kill -9 of Redis under load loses nothing that was acknowledged; subscribers stay and get the rest in order", async () => {
  const readers = await Promise.all(gateways.map(({ url }) => subscribeWebSocket(url, DIGITS)));
  const delivery = deliverAll(1_500);
  await delivery.sent(500);
  await redis.end("SIGKILL");
  expect((await deliver(gateways[0].url, "voice/x", dtmf("1500"))).status).toBe(503);
  await redis.start();
  await delivery.done;
  // All may have been taken by those who were first to find Redis again.
  await Promise.all(gateways.map((gateway) => ready(gateway, `${gateway.url}/readyz`)));
  const log = await readLog(gateways[1].url);
  expect(log.map(({ digit }) => digit ?? "").toSorted(byNumber)).toEqual(digits(1_500));
  for (const reader of readers) {
    expect(await take(reader, log.length)).toEqual(log);
    await reader.close();
  }
});

const CREATE = "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }";
const INPUT = { to: FAR_NUMBER, from: OWN_NUMBER, idempotencyKey: "key-1" };
const create = ({ url }: Gateway) => post(url, CREATE, { input: INPUT });
const placed = () => upstream.asked().filter((route) => route === "POST /calls").length;

test("a billed mutation with a key happens once over all gateways, also while the first is running", async () => {
  const { promise: after, resolve: release } = Promise.withResolvers<void>();
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-1" }, after });
  const all = Promise.all([...gateways, ...gateways].map(create));
  await upstream.arrived("POST /calls");
  release();
  for (const { data } of await all) expect(data).toEqual({ createCall: { call: { callId: "c-1" } } });
  expect(placed()).toBe(1);
});

test("a billed mutation whose gateway is killed is never sent again by another", async () => {
  const [first, second, third] = gateways;
  upstream.answer("POST /calls", "hang");
  const lost = create(first).catch(() => undefined);
  await upstream.arrived("POST /calls");
  await first.end("SIGKILL");
  await lost;
  // As in a minute's time, when whoever sent it is taken for dead.
  const running = `${keyPrefix("9900000")}:running:${INPUT.idempotencyKey}`;
  expect(await redis.command("DEL", running)).toBe(1);
  const results = await Promise.all([create(second), create(third)]);
  for (const { errors } of results) expect(errors?.[0]?.extensions?.["code"]).toBe("OUTCOME_UNKNOWN");
  expect(placed()).toBe(1);
});

test("the call that one gateway places is answered by another with the BXML of onAnswer", async () => {
  const [first, second] = gateways;
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-1" } });
  await post(first.url, CREATE, {
    input: { to: FAR_NUMBER, from: OWN_NUMBER, onAnswer: { xml: "<Response><Hangup/></Response>" } },
  });
  const { answerUrl } = Object(upstream.requests().at(-1)?.body);
  const path = new URL(String(answerUrl)).pathname.replace("/callbacks/", "");
  const response = await deliver(second.url, path, voiceEvent("answer", { callId: "c-1" }));
  expect(await response.text()).toContain("<Hangup/>");
});
