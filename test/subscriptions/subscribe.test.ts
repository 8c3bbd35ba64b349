import { once } from "node:events";
import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import {
  post,
  query,
  type Reader,
  subscribeSse,
  subscribeWebSocket,
  webSocketClient,
} from "../support/client.ts";
import { CONTRACT_EVENTS } from "../support/contractEvents.ts";
import { ENGINES, type Engine } from "../support/engines.ts";
import { deliver, type RunningGateway, startGateway, temporaryFolder, voiceEvent } from "../support/stack.ts";

const dtmf = (digit: string, callId = "c-1") => voiceEvent("dtmf", { digit, callId });
const DIGITS =
  "subscription ($filter: EventFilter, $after: String) { events(filter: $filter, after: $after) { cursor type ... on DtmfEvent { digit } ... on GapEvent { fromCursor toCursor count reason } } }";
type Event = {
  cursor: string;
  type: string;
  digit?: string;
  fromCursor?: string;
  toCursor?: string;
  count?: number | null;
  reason?: string;
};
const next = async (reader: Reader) => (await reader.next()) as Event;

async function take(reader: Reader, count: number): Promise<Event[]> {
  const events: Event[] = [];
  while (events.length < count) events.push(await next(reader));
  return events;
}

const digitsOf = (events: Event[]) => events.map(({ digit }) => digit);

describe.each(ENGINES)("on %s", (_, startEngine) => {
  let engine: Engine;
  let gateway: RunningGateway;
  const start = (environment: Record<string, string> = {}) =>
    startGateway({
      upstreamUrl: "http://localhost:1",
      environment: { ...engine.environment, ...environment },
    });
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    gateway = await start();
  });
  afterEach(async () => {
    await gateway.stop();
    await engine.wipe();
  });

  describe.for([
    ["WebSocket", subscribeWebSocket],
    ["SSE", subscribeSse],
  ] as const)("over %s", ([, subscribe]) => {
    test("a subscriber gets each event once, in the order of the log", async () => {
      const reader = await subscribe(gateway.url, DIGITS);
      for (const digit of ["1", "2", "3"]) await deliver(gateway.url, "voice/x", dtmf(digit));
      await deliver(gateway.url, "voice/x", dtmf("2"));
      await deliver(gateway.url, "voice/x", dtmf("4"));
      expect(digitsOf(await take(reader, 4))).toEqual(["1", "2", "3", "4"]);
      await reader.close();
    });

    test("a subscriber that comes back with its last cursor misses nothing and sees nothing twice", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 5 }),
          fc.nat({ max: 20 }),
          async (bursts, seenBefore) => {
            const callId = `c-${Math.random()}`;
            const digits = bursts.flatMap((size, burst) =>
              Array.from({ length: size + 1 }, (_, i) => `${burst}.${i}`),
            );
            const filter = { callId };
            const first = await subscribe(gateway.url, DIGITS, { filter });
            await deliver(
              gateway.url,
              "voice/x",
              digits.slice(0, seenBefore + 1).map((digit) => dtmf(digit, callId)),
            );
            const before = await take(first, Math.min(seenBefore + 1, digits.length));
            await first.close();
            // The rest is delivered while the subscriber comes back.
            const rest = digits.slice(seenBefore + 1);
            const delivered = (async () => {
              for (const digit of rest) await deliver(gateway.url, "voice/x", dtmf(digit, callId));
            })();
            const second = await subscribe(gateway.url, DIGITS, { filter, after: before.at(-1)?.cursor });
            const after = await take(second, rest.length);
            await delivered;
            await second.close();
            expect(digitsOf([...before, ...after])).toEqual(digits);
          },
        ),
        { numRuns: 10 },
      );
    });

    test("the stop of the gateway ends a subscription, and its cursor is good after the restart", async () => {
      const reader = await subscribe(gateway.url, DIGITS);
      await deliver(gateway.url, "voice/x", dtmf("1"));
      const { cursor } = await next(reader);
      const end = reader.next().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      await gateway.stop();
      const ended = await end;
      // graphql-ws gives the close as an error, with its code; SSE just ends.
      if ("error" in ended) expect(ended.error).toMatchObject({ code: 1001 });
      else expect(ended.value).toBeUndefined();
      gateway = await start();
      await deliver(gateway.url, "voice/x", dtmf("2"));
      const again = await subscribe(gateway.url, DIGITS, { after: cursor });
      expect(digitsOf(await take(again, 1))).toEqual(["2"]);
      await again.close();
    });
  });

  test("at its stop the gateway sends subscribers elsewhere one after the other, over a second", async () => {
    const endOf = async (reader: Reader) => {
      await reader.next().catch(() => undefined);
      return performance.now();
    };
    for (const subscribe of [subscribeWebSocket, subscribeSse]) {
      const readers: Reader[] = [];
      while (readers.length < 15) readers.push(await subscribe(gateway.url, DIGITS));
      const ends = Promise.all(readers.map(endOf));
      await gateway.stop();
      const times = await ends;
      // Of 15 at random moments of a second not even one in a hundred million times all are so near.
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(200);
      gateway = await start();
    }
  });

  test("from its stop on the gateway takes no more connections, though a client keeps its WebSocket", async () => {
    const reader = await subscribeWebSocket(gateway.url, DIGITS);
    reader.pause();
    const stopped = gateway.stop();
    const refused = once(connect(gateway.port, "localhost"), "connect");
    await expect(refused).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await stopped;
    gateway = await start();
  });

  test("a filter lets through what it names, live and from the log alike", async () => {
    const bodies = Object.values(CONTRACT_EVENTS);
    const filters = [
      { callId: "c-11111111-1111-1111-1111-111111111111" },
      { conferenceId: "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9" },
      { messageId: "1589228074636lm4k2je7j7jklbn2" },
      { number: "+15554442222" },
      { number: "+19195559999" },
      { applicationId: "93de2206-9669-4e07-948d-329f4b722ee2" },
      { types: ["ANSWER", "MESSAGE_FAILED"] },
      { types: ["UNKNOWN"] },
      { types: [] },
      { callId: "c-11111111-1111-1111-1111-111111111111", types: ["DISCONNECT", "DTMF"] },
      { number: "+19195551234", conferenceId: "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9" },
    ];
    const TYPES = "subscription ($filter: EventFilter) { events(filter: $filter) { type } }";
    const readers = await Promise.all(
      filters.map((filter) => subscribeWebSocket(gateway.url, TYPES, { filter })),
    );
    const all = await subscribeWebSocket(gateway.url, TYPES);
    for (const { path, body } of bodies) await deliver(gateway.url, path, body);
    await deliver(gateway.url, "voice/x", voiceEvent("future", { callId: "c-0" }));
    await take(all, bodies.length + 1);
    for (const [index, reader] of readers.entries()) {
      const data = await query(
        gateway.url,
        "query ($filter: EventFilter) { events(filter: $filter, first: 100) { edges { node { type } } } }",
        {
          filter: filters[index],
        },
      );
      const fromLog = (data["events"] as { edges: { node: unknown }[] }).edges.map(({ node }) => node);
      expect(await take(reader, fromLog.length), JSON.stringify(filters[index])).toEqual(fromLog);
      await reader.close();
    }
    const counts = await Promise.all(
      filters.map(async (filter) => {
        const data = await query(
          gateway.url,
          "query ($filter: EventFilter) { events(filter: $filter, first: 100) { edges { cursor } } }",
          { filter },
        );
        return (data["events"] as { edges: unknown[] }).edges.length;
      }),
    );
    expect(counts).toEqual([24, 6, 8, 8, 9, 8, 2, 1, 0, 2, 2]);
    await all.close();
  });

  test("callEvents gives the events of one call, conferenceEvents of one conference, messageEvents those of messages", async () => {
    const conference = await subscribeWebSocket(
      gateway.url,
      'subscription { conferenceEvents(conferenceId: "conf-1") { type } }',
    );
    const call = await subscribeWebSocket(gateway.url, 'subscription { callEvents(callId: "c-7") { type } }');
    const messages = await subscribeWebSocket(gateway.url, "subscription { messageEvents { type } }");
    await deliver(gateway.url, "voice/x", dtmf("1", "c-8"));
    await deliver(gateway.url, "messaging", [CONTRACT_EVENTS["MessageReceivedEvent"]?.body]);
    await deliver(gateway.url, "voice/x", voiceEvent("disconnect", { callId: "c-7" }));
    await deliver(gateway.url, "voice/x", { eventType: "conferenceCreated", conferenceId: "conf-2" });
    await deliver(gateway.url, "voice/x", { eventType: "conferenceCompleted", conferenceId: "conf-1" });
    expect(await next(conference)).toEqual({ type: "CONFERENCE_COMPLETED" });
    await conference.close();
    expect(await next(call)).toEqual({ type: "DISCONNECT" });
    expect(await next(messages)).toEqual({ type: "MESSAGE_RECEIVED" });
    await call.close();
    await messages.close();
  });

  test("history is paged by cursor, and Call.events and Message.events are parts of it", async () => {
    for (let digit = 0; digit < 7; digit++) await deliver(gateway.url, "voice/x", dtmf(String(digit)));
    const seen: string[] = [];
    let after: string | null = null;
    for (let more = true; more; ) {
      const data = await query(
        gateway.url,
        "query ($after: String) { events(first: 3, after: $after) { edges { cursor node { ... on DtmfEvent { digit } } } pageInfo { hasNextPage endCursor } } }",
        { after },
      );
      const page = data["events"] as {
        edges: { node: { digit: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.edges.map(({ node }) => node.digit));
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    expect(seen).toEqual(["0", "1", "2", "3", "4", "5", "6"]);
    expect(await query(gateway.url, "{ events(first: 7) { pageInfo { hasNextPage } } }")).toEqual({
      events: { pageInfo: { hasNextPage: false } },
    });
  });

  test("a page without events tells where to go on, and to a query an empty cursor is none", async () => {
    const read = async (after: string | null) => {
      const data = await query(
        gateway.url,
        `query ($after: String) { newestCursor events(filter: { callId: "c-2" }, after: $after) {
           edges { node { ... on DtmfEvent { digit } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        { after },
      );
      return data as { newestCursor: string; events: { edges: unknown[]; pageInfo: { endCursor: string } } };
    };
    const isEmpty = ({ newestCursor, events }: Awaited<ReturnType<typeof read>>, hasPreviousPage = false) =>
      expect(events).toEqual({
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage, startCursor: null, endCursor: newestCursor },
      });
    isEmpty(await read(null));
    await deliver(gateway.url, "voice/x", dtmf("1", "c-1"));
    isEmpty(await read(""));
    const { endCursor } = (await read(null)).events.pageInfo;
    isEmpty(await read(endCursor), true);
    await deliver(gateway.url, "voice/x", [dtmf("2", "c-1"), dtmf("3", "c-2")]);
    expect((await read(endCursor)).events.edges).toEqual([{ node: { digit: "3" } }]);
    expect(await read("")).toEqual(await read(null));
  });

  test("a cursor that is none is refused by name, over HTTP, SSE and WebSocket", async () => {
    const http = await post(gateway.url, '{ events(after: "nonsense") { edges { cursor } } }');
    expect(http.errors?.[0]).toMatchObject({
      message: expect.stringContaining("after"),
      extensions: { code: "BAD_USER_INPUT", field: "after" },
    });
    // An empty one is no beginning of a subscription either: what it should name would be skipped.
    for (const after of ["nonsense", ""]) {
      for (const subscribe of [subscribeSse, subscribeWebSocket]) {
        const reader = await subscribe(gateway.url, DIGITS, { after }).catch((error: unknown) => error);
        const error =
          reader instanceof Error ? reader : await (reader as Reader).next().catch((error: unknown) => error);
        expect(String(error)).toContain("BAD_USER_INPUT");
      }
    }
  });

  test("a filter cannot ask for gaps, which come whatever it says", async () => {
    const { errors } = await post(
      gateway.url,
      "{ events(filter: { types: [DTMF, GAP] }) { edges { cursor } } }",
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: "BAD_USER_INPUT", field: "filter.types" } });
  });

  test("newestCursor is where a subscription begins that misses nothing from then on", async () => {
    const newest = async () => (await query(gateway.url, "{ newestCursor }"))["newestCursor"];
    expect(await newest()).toBe("0");
    await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2")]);
    const after = await newest();
    await deliver(gateway.url, "voice/x", dtmf("3"));
    const reader = await subscribeSse(gateway.url, DIGITS, { after });
    expect(await reader.next()).toMatchObject({ digit: "3" });
    await reader.close();
  });

  test("a cursor of a log that is no more is told with a GapEvent, and all that the new log has follows", async () => {
    await deliver(gateway.url, "voice/x", dtmf("1"));
    const data = await query(gateway.url, "{ events { pageInfo { endCursor } } }");
    const after = (data["events"] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    await gateway.stop();
    await engine.wipe();
    gateway = await start();
    await deliver(gateway.url, "voice/x", dtmf("2"));
    const reader = await subscribeWebSocket(gateway.url, DIGITS, { after });
    expect(await next(reader)).toMatchObject({
      type: "GAP",
      fromCursor: after,
      count: null,
      reason: "LOG_REPLACED",
    });
    expect(await next(reader)).toMatchObject({ type: "DTMF", digit: "2" });
    await reader.close();
  });

  test("events beyond what the log keeps are given up, and a cursor among them is told with a GapEvent", async () => {
    const tag = "x".repeat(200_000);
    for (const digit of ["1", "2", "3", "4", "5", "6", "7"]) {
      await deliver(gateway.url, "voice/x", { ...dtmf(digit), tag });
    }
    const data = await query(gateway.url, "{ events(first: 1) { pageInfo { endCursor } } }");
    const after = (data["events"] as { pageInfo: { endCursor: string } }).pageInfo.endCursor;
    await gateway.stop();
    gateway = await start({ EVENT_LOG_MAX_MEGABYTES: "1" });
    const history = await query(
      gateway.url,
      "query ($after: String) { events(first: 2, after: $after) { edges { node { type ... on DtmfEvent { digit } ... on GapEvent { reason fromCursor } } } } }",
      { after },
    );
    expect(history).toEqual({
      events: {
        edges: [
          { node: { type: "GAP", reason: "RETENTION", fromCursor: after } },
          { node: { type: "DTMF", digit: "3" } },
        ],
      },
    });
    const reader = await subscribeSse(gateway.url, DIGITS, { after });
    expect(await next(reader)).toMatchObject({ type: "GAP", reason: "RETENTION", count: null });
    expect(digitsOf(await take(reader, 5))).toEqual(["3", "4", "5", "6", "7"]);
    await reader.close();
  });

  test("events are given up at the start and once a minute, all that are too old", async () => {
    await gateway.stop();
    vi.useFakeTimers({ toFake: ["setInterval"] });
    try {
      let time = Date.now();
      const startAt = () =>
        startGateway({
          upstreamUrl: "http://localhost:1",
          environment: engine.environment,
          now: () => new Date(time),
        });
      const kept = async () =>
        ((await query(gateway.url, "{ events(first: 1) { edges { cursor } } }")) as { events: { edges: [] } })
          .events.edges.length;
      gateway = await startAt();
      for (const passMinute of [
        async () => void vi.advanceTimersByTime(60_000),
        async () => {
          await gateway.stop();
          gateway = await startAt();
        },
      ]) {
        // More than are given up at once.
        for (let n = 0; n < 2_500; n += 100) {
          const events = Array.from({ length: 100 }, (_, index) => dtmf(`${time} ${n + index}`));
          await deliver(gateway.url, "voice/x", events);
        }
        expect(await kept()).toBe(1);
        time += 8 * 24 * 3600_000;
        await passMinute();
        await expect.poll(kept).toBe(0);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  test("a log that was put back from a backup and has grown again is told as another log", async () => {
    await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2"), dtmf("3")]);
    await gateway.stop();
    const restore = await engine.backup();
    gateway = await start();
    await deliver(gateway.url, "voice/x", [dtmf("4"), dtmf("5")]);
    const page =
      "query ($first: Int!, $after: String) { events(first: $first, after: $after) { edges { node { cursor type ... on DtmfEvent { digit } } } } }";
    const read = async (variables: object) =>
      (
        (await query(gateway.url, page, { first: 100, ...variables }))["events"] as {
          edges: { node: Event }[];
        }
      ).edges.map(({ node }) => node);
    const [, , third, , fifth] = await read({});
    await gateway.stop();
    await restore();
    gateway = await start();
    await deliver(gateway.url, "voice/x", [dtmf("6"), dtmf("7"), dtmf("8")]);
    expect(digitsOf(await read({ after: third?.cursor }))).toEqual(["6", "7", "8"]);
    const [gap, ...all] = await read({ after: fifth?.cursor });
    expect(gap).toMatchObject({ type: "GAP" });
    expect(digitsOf(all)).toEqual(["1", "2", "3", "6", "7", "8"]);
    expect(await read({ first: 1, after: fifth?.cursor })).toMatchObject([{ type: "GAP" }]);
  });

  test("an event has the same cursor before and after a restart", async () => {
    await deliver(gateway.url, "voice/x", dtmf("1"));
    const cursors = () => query(gateway.url, "{ events { edges { cursor } } }");
    const before = await cursors();
    await gateway.stop();
    gateway = await start();
    expect(await cursors()).toEqual(before);
  });

  test("an operation that nests or repeats lists without end is refused, and the process goes on", async () => {
    for (let i = 0; i < 15; i++) {
      await deliver(
        gateway.url,
        "voice/x",
        Array.from({ length: 100 }, (_, j) => dtmf(`${i}.${j}`)),
      );
    }
    const nested =
      "{ events(first: 1000) { edges { node { ... on DtmfEvent { call { events(first: 1000) { edges { node { id } } } } } } } } }";
    const repeated = `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: events(first: 1000) { edges { node { id } } }`).join(" ")} }`;
    for (const document of [nested, repeated]) {
      const { errors } = await post(gateway.url, document);
      expect(errors?.[0]).toMatchObject({ extensions: { code: "OPERATION_TOO_LARGE" } });
    }
    expect(
      (await post(gateway.url, "{ events(first: 1000) { edges { node { id } } } }")).errors,
    ).toBeUndefined();
  });

  test("a page ends where its callbacks are as many bytes as 1000 small ones, and the next goes on there; so does an operation", async () => {
    const large = Array.from({ length: 40 }, (_, i) => ({ ...dtmf(`${i}`), tag: "x".repeat(250_000) }));
    for (const event of large) await deliver(gateway.url, "voice/x", event);
    const page = `query Page($after: String) { events(first: 1000, after: $after) {
      edges { node { ... on DtmfEvent { digit } } } pageInfo { hasNextPage endCursor } } }`;
    const Page = z.object({
      edges: z.array(z.object({ node: z.object({ digit: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }),
    });
    const read = async (after?: string) => Page.parse((await query(gateway.url, page, { after }))["events"]);
    const first = await read();
    const second = await read(first.pageInfo.endCursor);
    expect(first.edges).toHaveLength(32);
    expect([first, second].map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false]);
    expect([...first.edges, ...second.edges].map(({ node }) => node.digit)).toEqual(
      large.map((_, i) => `${i}`),
    );
    const aliases = Array.from({ length: 12 }, (_, i) => `a${i}: events(first: 1000) { edges { cursor } }`);
    const { errors } = await post(gateway.url, `{ ${aliases.join(" ")} }`);
    expect(errors?.map(({ path }) => path)).toEqual([["a11"]]);
    expect(errors?.[0]).toMatchObject({ extensions: { code: "OPERATION_TOO_LARGE" } });
  });

  test("what the upstream cannot tell costs its field, and neither the event nor the subscription", async () => {
    const reader = await subscribeWebSocket(
      gateway.url,
      "subscription { events { ... on CallEvent { callId call { identity } } } }",
    );
    await deliver(gateway.url, "voice/x", dtmf("1"));
    await expect(reader.next()).rejects.toThrow("UPSTREAM_UNAVAILABLE");
    await reader.close();
  });

  test("a connection has at most 100 operations running", async () => {
    const client = webSocketClient(gateway.url);
    const readers = Array.from({ length: 101 }, () => client.iterate({ query: DIGITS }));
    const last = readers.at(-1);
    const firsts = readers.slice(0, 100).map((reader) => reader.next());
    await expect(last?.next()).rejects.toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
    await deliver(gateway.url, "voice/x", dtmf("1"));
    for (const first of firsts)
      expect(await first).toMatchObject({ value: { data: { events: { digit: "1" } } } });
    await client.dispose();
  });
});

test("a second gateway on the same DATA_DIR is refused", async () => {
  const { path, remove } = temporaryFolder();
  const start = () => startGateway({ upstreamUrl: "http://localhost:1", dataDir: path });
  const first = await start();
  await expect(start()).rejects.toThrow(/DATA_DIR .* in use/);
  await first.stop();
  remove();
});
