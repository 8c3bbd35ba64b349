import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { UpstreamError } from "../../src/datasources/upstreamError.ts";
import { createLookupPolling } from "../../src/resolvers/lookupPolling.ts";
import { API_KEY, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

const ROUTE = "GET /v2/accounts/9900000/phoneNumberLookup/bulk/l-1";
const DOCUMENT = `subscription { lookup(requestId: "l-1") { requestId status results { phoneNumber } } }`;

let upstream: Upstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

const shown = (status: string, results?: object[]) => ({
  body: { data: { requestId: "l-1", status, results } },
});
const results = [{ phoneNumber: "+19195551234" }];
const inProgress = { requestId: "l-1", status: "IN_PROGRESS", results: null };
const complete = { requestId: "l-1", status: "COMPLETE", results };

describe.for([
  ["WebSocket", subscribeWebSocket],
  ["SSE", subscribeSse],
] as const)("over %s", ([, subscribe]) => {
  test("a lookup is told as it stands, when it has changed, and no more once it is final", async () => {
    upstream.answer(
      ROUTE,
      shown("IN_PROGRESS"),
      shown("IN_PROGRESS"),
      { status: 503 },
      shown("COMPLETE", results),
    );
    const reader = await subscribe(gateway.url, DOCUMENT);
    expect(await reader.next()).toEqual(inProgress);
    expect(await reader.next()).toEqual(complete);
    expect(await reader.next()).toBeUndefined();
    expect(upstream.requests(ROUTE)).toHaveLength(4);
  });

  test("a lookup that Bandwidth does not know is null", async () => {
    upstream.answer(ROUTE, { status: 404, body: { errors: [] } });
    const reader = await subscribe(gateway.url, DOCUMENT);
    expect(await reader.next()).toBeNull();
    expect(await reader.next()).toBeUndefined();
    expect(upstream.requests(ROUTE)).toHaveLength(1);
  });

  test("nor does it know an id that is no Unicode, for which it is not asked", async () => {
    const reader = await subscribe(
      gateway.url,
      "subscription ($id: ID!) { lookup(requestId: $id) { status } }",
      { id: "\ud800" },
    );
    expect(await reader.next()).toBeNull();
    expect(await reader.next()).toBeUndefined();
    expect(upstream.requests()).toEqual([]);
  });
});

test("all who subscribe to one lookup share its polls, and who comes later gets at once how it stands", async () => {
  const final = Promise.withResolvers<void>();
  upstream.answer(ROUTE, shown("IN_PROGRESS"), { ...shown("COMPLETE", results), after: final.promise });
  const first = await subscribeWebSocket(gateway.url, DOCUMENT);
  expect(await first.next()).toEqual(inProgress);
  await upstream.arrived(ROUTE, 2);
  const others = await Promise.all([
    subscribeWebSocket(gateway.url, DOCUMENT),
    subscribeSse(gateway.url, DOCUMENT),
  ]);
  for (const reader of others) expect(await reader.next()).toEqual(inProgress);
  final.resolve();
  for (const reader of [first, ...others]) {
    expect(await reader.next()).toEqual(complete);
    expect(await reader.next()).toBeUndefined();
  }
  expect(upstream.requests(ROUTE)).toHaveLength(2);
});

test("nobody listens any more: the poll under way is given up, and who comes then is polled for anew", async () => {
  upstream.answer(ROUTE, shown("IN_PROGRESS"), "hang", shown("COMPLETE", results));
  const readers = await Promise.all([
    subscribeWebSocket(gateway.url, DOCUMENT),
    subscribeSse(gateway.url, DOCUMENT),
  ]);
  for (const reader of readers) expect(await reader.next()).toEqual(inProgress);
  await upstream.arrived(ROUTE, 2);
  for (const reader of readers) await reader.close();
  await upstream.givenUp(ROUTE);
  const again = await subscribeWebSocket(gateway.url, DOCUMENT);
  expect(await again.next()).toEqual(complete);
  await again.close();
});

test("a failure that will not pass is told, and ends it", async () => {
  upstream.answer(ROUTE, { status: 403, body: { errors: [{ type: "Forbidden", description: "no" }] } });
  const reader = await subscribeWebSocket(gateway.url, DOCUMENT);
  await expect(reader.next()).rejects.toThrow("FORBIDDEN");
});

test.each([DOCUMENT, "subscription { callsAwaitingInstructions { event { id } } }"])(
  "over SSE, the stop of the gateway is not told as the end of a stream: %s",
  async (document) => {
    upstream.answer(ROUTE, shown("IN_PROGRESS"));
    const stopped = await startGateway({ upstreamUrl: upstream.url });
    const response = await fetch(`${stopped.url}/graphql?query=${encodeURIComponent(document)}`, {
      headers: { accept: "text/event-stream", authorization: `Bearer ${API_KEY}` },
    });
    const told = response.text();
    if (document === DOCUMENT) await upstream.arrived(ROUTE);
    await stopped.stop();
    expect(await told).toMatch(/^:\n\n(event: next\ndata: .*\n\n)?: resume elsewhere\n\n$/);
  },
);

test("over SSE, a lookup that is final is told as the end of the stream, so that nobody comes back for it", async () => {
  upstream.answer(ROUTE, shown("COMPLETE", results));
  const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(DOCUMENT)}`, {
    headers: { accept: "text/event-stream", authorization: `Bearer ${API_KEY}` },
  });
  expect(await response.text()).toMatch(/^:\n\nevent: next\ndata: .*\n\nevent: complete\ndata:\n\n$/);
});

const standing = (status: string) =>
  ({ requestId: "l-1", status, failedPhoneNumbers: [], errors: [] }) as const;
/** A poller whose time passes with its waits. */
function polling(read: () => Promise<ReturnType<typeof standing>>) {
  const waits: number[] = [];
  let time = 0;
  const lookups = createLookupPolling({
    read,
    async wait(ms) {
      waits.push(ms);
      time += ms;
    },
    now: () => time,
    stopping: new AbortController().signal,
  });
  return { lookups, waits };
}

test("it asks less and less often, and gives up after an hour", async () => {
  const { lookups, waits } = polling(async () => standing("IN_PROGRESS"));
  const progress = [];
  for await (const each of lookups.watch("l-1")) progress.push(each);
  expect(progress).toMatchObject([
    { lookup: { status: "IN_PROGRESS" } },
    { error: { code: "UPSTREAM_TIMEOUT" } },
  ]);
  expect(waits.slice(0, 3)).toEqual([500, 750, 1125]);
  expect(Math.max(...waits)).toBe(30_000);
  expect(waits.length).toBeLessThan(140);
});

test.each(["RATE_LIMITED", "UPSTREAM_UNAVAILABLE", "UPSTREAM_TIMEOUT", "UPSTREAM_INVALID_RESPONSE"] as const)(
  "%s may be over at the next poll, and is not told",
  async (code) => {
    let polls = 0;
    const { lookups } = polling(async () => {
      polls += 1;
      if (polls === 1) throw new UpstreamError(code, "not now");
      return standing("COMPLETE");
    });
    const progress = [];
    for await (const each of lookups.watch("l-1")) progress.push(each);
    expect(progress).toMatchObject([{ lookup: { status: "COMPLETE" } }]);
  },
);

test.each(["COMPLETE", "PARTIAL_COMPLETE", "FAILED"])(
  "%s is final: it is asked no more, but anew for who comes later",
  async (status) => {
    let polls = 0;
    const { lookups } = polling(async () => {
      polls += 1;
      return standing(status);
    });
    // Whether or not somebody has read to the end.
    await lookups.watch("l-1").next();
    for (let times = 2; times <= 3; times += 1) {
      const progress = [];
      for await (const each of lookups.watch("l-1")) progress.push(each);
      expect(progress).toMatchObject([{ lookup: { status } }]);
      expect(polls).toBe(times);
    }
  },
);

test("a failure that nobody foresaw is told to who listens, and ends it", async () => {
  const fault = new TypeError("unforeseen");
  const { lookups } = polling(() => Promise.reject(fault));
  const progress = [];
  for await (const each of lookups.watch("l-1")) progress.push(each);
  expect(progress).toEqual([{ error: fault }]);
});

test("more than 1000 at a time are not polled, until one is not listened to any more", async () => {
  const { lookups } = polling(() => new Promise(() => undefined));
  const watched = Array.from({ length: 1000 }, (_, index) => lookups.watch(`l-${index}`));
  expect(() => lookups.watch("one more")).toThrow(UpstreamError);
  expect(() => lookups.watch("l-7")).not.toThrow();
  await watched[0]?.return?.();
  expect(() => lookups.watch("one more")).not.toThrow();
});
