import { copyFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { API_KEY, query } from "../support/client.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";

const BEGINNING = Date.UTC(2026, 10, 21, 9);
const MINUTE = 60_000;
let gateway: RunningGateway;
let time: number;
beforeEach(async () => {
  time = BEGINNING;
  gateway = await startGateway({ upstreamUrl: "http://localhost:1", now: () => new Date(time) });
});
afterEach(() => gateway.stop());

const at = (minute: number) => new Date(BEGINNING + minute * MINUTE).toISOString();
const dtmf = (digit: string, callId = "c-1") => voiceEvent("dtmf", { digit, callId });

type Delivery = { receivedAt: string; outcome: string; body: string; [field: string]: unknown };
async function deliveries(filter: object = {}, first = 50): Promise<Delivery[]> {
  const data = await query(
    gateway.url,
    `query ($filter: CallbackDeliveryFilter, $first: Int!) { callbackDeliveries(filter: $filter, first: $first) {
       receivedAt path outcome reason duplicates body event { ... on DtmfEvent { digit } } } }`,
    { filter, first },
  );
  return data["callbackDeliveries"] as Delivery[];
}
const digits = (list: Delivery[]) =>
  list.map(({ event, body }) => (event as { digit: string } | null)?.digit ?? body);

test("what came is told newest first: accepted, repeated so often, refused and why", async () => {
  await deliver(gateway.url, "voice/x", dtmf("1"));
  time += MINUTE;
  await deliver(gateway.url, "voice/x", dtmf("2"));
  time += MINUTE;
  await deliver(gateway.url, "voice/status", '{"callId":"c-1"}');
  time += MINUTE;
  for (let again = 0; again < 2; again += 1) await deliver(gateway.url, "voice/x", dtmf("1"));
  const refused = {
    receivedAt: at(2),
    path: "/callbacks/voice/status",
    outcome: "REJECTED",
    reason: expect.stringContaining("eventType"),
    duplicates: 0,
    body: '{"callId":"c-1"}',
    event: null,
  };
  const taken = { path: null, outcome: "ACCEPTED", reason: null, duplicates: 0 };
  expect(await deliveries()).toEqual([
    refused,
    { ...taken, receivedAt: at(1), body: JSON.stringify(dtmf("2")), event: { digit: "2" } },
    {
      ...taken,
      receivedAt: at(0),
      outcome: "DUPLICATE",
      duplicates: 2,
      body: JSON.stringify(dtmf("1")),
      event: { digit: "1" },
    },
  ]);
  expect(digits(await deliveries({ outcome: "DUPLICATE" }))).toEqual(["1"]);
  expect(digits(await deliveries({ outcome: "ACCEPTED" }))).toEqual(["2"]);
  expect(await deliveries({ outcome: "REJECTED" })).toEqual([refused]);
});

test("each has an id of its own: what it became has another", async () => {
  await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2")]);
  await deliver(gateway.url, "voice/status", "{}");
  const read = async () => {
    const data = await query(gateway.url, "{ callbackDeliveries { id event { id } } }");
    return data["callbackDeliveries"] as { id: string; event: { id: string } | null }[];
  };
  const all = await read();
  const ids = all.flatMap(({ id, event }) => (event ? [id, event.id] : [id]));
  expect(new Set(ids).size).toBe(5);
  expect(await read()).toEqual(all);
});

test("they are found by call, also those that were refused, and by time", async () => {
  for (let minute = 0; minute < 10; minute += 1) {
    time = BEGINNING + minute * MINUTE;
    await deliver(gateway.url, "voice/x", dtmf(String(minute), minute % 2 === 0 ? "c-even" : "c-odd"));
  }
  await deliver(gateway.url, "voice/x", '{"callId":"c-odd"}');
  expect(digits(await deliveries({ callId: "c-odd", outcome: "REJECTED" }))).toEqual(['{"callId":"c-odd"}']);
  expect(digits(await deliveries({ callId: "c-odd", outcome: "ACCEPTED" }))).toEqual([
    "9",
    "7",
    "5",
    "3",
    "1",
  ]);
  expect(await deliveries({ callId: "c-odd" })).toHaveLength(6);
  expect(digits(await deliveries({ minReceivedAt: at(3), maxReceivedAt: at(5) }))).toEqual(["5", "4", "3"]);
  expect(digits(await deliveries({ callId: "c-even", maxReceivedAt: at(5) }))).toEqual(["4", "2", "0"]);
  expect(digits(await deliveries({ maxReceivedAt: at(5) }, 2))).toEqual(["5", "4"]);
});

test("of a log of many pages the newest are found", async () => {
  for (let batch = 0; batch < 25; batch += 1) {
    time = BEGINNING + batch * MINUTE;
    const events = Array.from({ length: 100 }, (_, index) => dtmf(`${batch}.${index}`));
    await deliver(gateway.url, "voice/x", events);
  }
  expect(digits(await deliveries({}, 3))).toEqual(["24.99", "24.98", "24.97"]);
  expect(digits(await deliveries({ maxReceivedAt: at(7) }, 2))).toEqual(["7.99", "7.98"]);
  expect(await deliveries({}, 1000)).toHaveLength(1000);
});

test("the newest 5000 in the time asked for are looked at, or the first 5000 of a call", async () => {
  const repeated = () => deliveries({ outcome: "DUPLICATE" }, 1000);
  const again = async (n: number) => deliver(gateway.url, "voice/x", dtmf(String(n), "c-2"));
  for (let n = 0; n < 6_000; n += 100) {
    const events = Array.from({ length: 100 }, (_, index) => dtmf(String(n + index), "c-2"));
    await deliver(gateway.url, "voice/x", events);
  }
  await again(999);
  expect(await repeated()).toEqual([]);
  await again(1_000);
  expect(digits(await repeated())).toEqual(["1000"]);
  for (const n of [4_999, 5_000]) await again(n);
  expect(digits(await deliveries({ callId: "c-2", outcome: "DUPLICATE" }))).toEqual(
    expect.arrayContaining(["999", "1000", "4999"]),
  );
  expect(await deliveries({ callId: "c-2", outcome: "DUPLICATE" })).toHaveLength(3);
});

test("the newest are found over a leap of the numbers, as a backup that is put back makes one", async () => {
  const many = async (count: number, name: string) => {
    for (let n = 0; n < count; n += 100) {
      time += MINUTE;
      const events = Array.from({ length: 100 }, (_, index) => dtmf(`${name}.${n + index}`));
      await deliver(gateway.url, "voice/x", events);
    }
  };
  await many(100, "kept");
  const paths = ["gateway.sqlite-wal", "gateway.sqlite"].map((name) => join(gateway.dataDir, name));
  for (const path of paths) copyFileSync(path, `${path}.backup`);
  await many(7_000, "lost");
  for (const path of paths) renameSync(path, `${path}.lost`);
  for (const path of paths) renameSync(`${path}.backup`, path);
  await expect.poll(async () => (await deliver(gateway.url, "voice/x", dtmf("new"))).status).toBe(204);
  const found = digits(await deliveries({}, 1000));
  expect(found).toHaveLength(101);
  expect(found.slice(0, 2)).toEqual(["new", "kept.99"]);
});

test("what was sent again or found out is no delivery", async () => {
  await deliver(gateway.url, "voice/x", dtmf("1"));
  const { events } = (await query(gateway.url, "{ events { edges { node { id } } } }")) as {
    events: { edges: { node: { id: string } }[] };
  };
  await query(gateway.url, "mutation ($id: ID!) { replayEvent(input: { eventId: $id }) { event { id } } }", {
    id: events.edges[0]?.node.id,
  });
  expect(digits(await deliveries())).toEqual(["1"]);
});

test("secrets in what came are masked", async () => {
  const body = {
    tag: `my key is ${API_KEY}`,
    mediaUrl: "https://callbacks:hush@example.com/x?api_key=abc&x=1",
    callbackPassword: 'a "quoted" one',
    access_token: "eyJ",
  };
  await deliver(gateway.url, "voice/x", voiceEvent("dtmf", body));
  await deliver(gateway.url, "voice/x", body);
  for (const delivery of await deliveries()) {
    expect(delivery.body).not.toMatch(new RegExp(`${API_KEY}|hush|abc|quoted|eyJ`));
    expect(JSON.parse(delivery.body)).toMatchObject({
      tag: "my key is [masked]",
      mediaUrl: "https://[masked]@example.com/x?api_key=[masked]&x=1",
      callbackPassword: "[masked]",
      access_token: "[masked]",
    });
  }
});

test("what a stranger writes is masked in no more time than it takes to read", async () => {
  // Within the limit of a callback's body; a name of which any word could be the secret's took minutes.
  const text = "token-".repeat(20_000);
  await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { tag: text, access_token: text }));
  const [delivery] = await deliveries();
  expect(JSON.parse(delivery?.body ?? "")).toMatchObject({ tag: text, access_token: "[masked]" });
});
