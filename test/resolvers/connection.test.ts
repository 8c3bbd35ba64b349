import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { post, query } from "../support/client.ts";
import {
  FAR_NUMBER,
  OWN_NUMBER,
  type RunningGateway,
  type Stack,
  startGateway,
  startStack,
} from "../support/stack.ts";
import { type Answer, startUpstream, type Upstream } from "../support/upstream.ts";

const Connection = z.object({
  edges: z.array(z.object({ cursor: z.string(), node: z.record(z.string(), z.unknown()) })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
  totalCount: z.number().nullish(),
});
type Connection = z.infer<typeof Connection>;

const PAGE_INFO = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
const CALLS = `query ($to: String, $first: Int!, $after: String) {
  list: calls(filter: { to: $to }, first: $first, after: $after) { edges { cursor node { id: callId } } ${PAGE_INFO} }
}`;
const MESSAGES = `query ($to: String, $first: Int!, $after: String) {
  list: messages(filter: { destinationTn: $to }, sort: "messageId:asc", first: $first, after: $after) {
    totalCount edges { cursor node { id: messageId } } ${PAGE_INFO}
  }
}`;

async function page(url: string, document: string, variables: Record<string, unknown>): Promise<Connection> {
  return Connection.parse((await query(url, document, variables))["list"]);
}

const idsOf = ({ edges }: Connection) => edges.map(({ node }) => node["id"]);

/** Walks a list with `first` by turns; gives the ids of each page. */
async function walk(
  url: string,
  document: string,
  firsts: readonly number[],
  variables: Record<string, unknown>,
) {
  const pages: unknown[][] = [];
  let after: string | null = null;
  for (;;) {
    const first = firsts[pages.length % firsts.length] ?? 1;
    const connection = await page(url, document, { ...variables, first, after });
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = connection.pageInfo;
    expect(connection.edges.length).toBeLessThanOrEqual(first);
    expect(hasPreviousPage).toBe(after !== null);
    expect(startCursor).toBe(connection.edges[0]?.cursor ?? null);
    if (connection.edges.length > 0) expect(endCursor).toBe(connection.edges.at(-1)?.cursor);
    pages.push(idsOf(connection));
    if (!hasNextPage) return pages;
    expect(endCursor).not.toBeNull();
    after = endCursor;
  }
}

describe("over the sandbox", () => {
  let stack: Stack;
  /** By the size of a list, the number that so many calls and messages went to, and their ids in order. */
  const lists = new Map<number, { to: string; calls: unknown[]; messages: unknown[] }>();
  const SIZES = [0, 1, 2, 7, 23];

  beforeAll(async () => {
    stack = await startStack();
    for (const size of SIZES) {
      const to = `+1919556${String(size).padStart(4, "0")}`;
      const fields = Array.from(
        { length: size },
        (_, i) => `
          c${i}: createCall(input: { to: "${to}", from: "${OWN_NUMBER}" }) { call { callId } }
          m${i}: createMessage(input: { to: ["${to}"], from: "${OWN_NUMBER}", text: "hi" }) { message { messageId } }`,
      );
      const data = size > 0 ? await query(stack.url, `mutation { ${fields.join("")} }`) : {};
      const list = { to, calls: [] as unknown[], messages: [] as unknown[] };
      for (const payload of Object.values(data)) {
        const { call, message } = Object(payload);
        if (call) list.calls.push(call.callId);
        else list.messages.push(message.messageId);
      }
      list.messages.sort();
      lists.set(size, list);
    }
    await stack.sandbox.advance(60);
  });
  afterAll(() => stack.stop());

  const listOf = (size: number) => {
    const list = lists.get(size);
    if (!list) throw new Error(`There is no list of ${size}`);
    return list;
  };

  test.each([
    ["calls over Link headers", CALLS, "calls"],
    ["messages over page tokens", MESSAGES, "messages"],
  ] as const)(
    "a walk through %s gives each item once, in order, whatever `first` is",
    async (_, document, kind) => {
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...SIZES),
          fc.array(fc.oneof({ arbitrary: fc.integer({ min: 1, max: 9 }), weight: 6 }, fc.constant(1000)), {
            minLength: 1,
            maxLength: 4,
          }),
          async (size, firsts) => {
            const { to, ...ids } = listOf(size);
            const pages = await walk(stack.url, document, firsts, { to });
            expect(pages.flat()).toEqual(ids[kind]);
          },
        ),
        // The second: it ends within a page that is larger than what is asked for.
        {
          numRuns: 40,
          examples: [
            [23, [1]],
            [7, [5, 1]],
          ],
        },
      );
    },
  );

  test.each([
    ["calls", CALLS, "calls"],
    ["messages", MESSAGES, "messages"],
  ] as const)("reading goes on behind any cursor of a page: %s", async (_, document, kind) => {
    const { to, ...lists } = listOf(7);
    const ids = lists[kind];
    for (const size of [1, 3, 7, 10]) {
      const whole: Connection["edges"] = [];
      let after: string | null = null;
      do {
        const { edges, pageInfo } = await page(stack.url, document, { to, first: size, after });
        whole.push(...edges);
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
      for (const [index, { cursor }] of whole.entries()) {
        const rest = await page(stack.url, document, { to, first: 100, after: cursor });
        expect(idsOf(rest)).toEqual(ids.slice(index + 1));
        expect(rest.pageInfo.hasNextPage).toBe(false);
      }
    }
  });

  test("a page of calls is one upstream request, with `first` as its size", async () => {
    const before = (await stack.sandbox.requests()).length;
    const { to } = listOf(23);
    const { pageInfo } = await page(stack.url, CALLS, { to, first: 10 });
    await page(stack.url, CALLS, { to, first: 10, after: pageInfo.endCursor });
    const asked = (await stack.sandbox.requests()).slice(before);
    expect(asked.map(({ query }) => query)).toEqual([
      { to, pageSize: "10" },
      { to, pageSize: "10", pageToken: expect.any(String) },
    ]);
  });

  test("totalCount counts what matches, on every page", async () => {
    const { to } = listOf(23);
    const first = await page(stack.url, MESSAGES, { to, first: 5 });
    const second = await page(stack.url, MESSAGES, { to, first: 5, after: first.pageInfo.endCursor });
    expect([first.totalCount, second.totalCount]).toEqual([23, 23]);
  });
});

describe("over a stub of Bandwidth", () => {
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

  const encode = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");
  /** A list's cursor of its first item, and what it says. */
  async function cursorOf(document: string) {
    upstream.answer("GET /calls", { body: [{ callId: "a" }, { callId: "b" }] });
    upstream.answer("GET /messages", { body: { messages: [{ messageId: "a" }, { messageId: "b" }] } });
    const { edges } = await page(gateway.url, document, { to: FAR_NUMBER, first: 1 });
    upstream.reset();
    const cursor = edges[0]?.cursor ?? "";
    return { cursor, place: JSON.parse(Buffer.from(cursor, "base64url").toString()) as object };
  }

  async function expectRefused(document: string, variables: Record<string, unknown>, message: string) {
    const { data, errors } = await post(gateway.url, document, { first: 10, ...variables });
    expect(data?.["list"] ?? null).toBeNull();
    expect(errors).toMatchObject([{ message, extensions: { code: "BAD_USER_INPUT", field: "after" } }]);
  }

  test.each([
    "x",
    "%",
    "null",
    encode(null),
    encode([]),
    encode({}),
    { size: 0 },
    { size: 5000 },
    { size: "10" },
    { offset: -1 },
    { offset: 0.5 },
    { token: 7 },
    { list: 1 },
    { filter: null },
  ])("a malformed `after` is refused by its name, without asking: %j", async (fault) => {
    for (const document of [CALLS, MESSAGES]) {
      const { place } = await cursorOf(document);
      const after = typeof fault === "string" ? fault : encode({ ...place, ...fault });
      await expectRefused(document, { to: FAR_NUMBER, after }, "after is not a cursor of this list");
    }
    expect(upstream.requests()).toEqual([]);
  });

  test("so is a cursor of another list, and of the same with another filter or sort", async () => {
    const { cursor: after } = await cursorOf(CALLS);
    const others = ["conferences", "mediaFiles", "callScripts"].map(
      (list) => `query ($after: String) { list: ${list}(after: $after) { edges { cursor } } }`,
    );
    for (const document of [MESSAGES, ...others])
      await expectRefused(document, { after, to: FAR_NUMBER }, "after is not a cursor of this list");
    const otherFilter = "after is a cursor of this list with another filter or sort";
    await expectRefused(CALLS, { after }, otherFilter);
    const { cursor: ofMessage } = await cursorOf(MESSAGES);
    await expectRefused(MESSAGES, { after: ofMessage, to: OWN_NUMBER }, otherFilter);
    const descending = MESSAGES.replace("messageId:asc", "messageId:desc");
    await expectRefused(descending, { after: ofMessage, to: FAR_NUMBER }, otherFilter);
    expect(upstream.requests()).toEqual([]);
  });

  test("how far the total is counted may change from page to page", async () => {
    const { cursor: after } = await cursorOf(MESSAGES);
    upstream.answer("GET /messages", { body: { messages: [{ messageId: "b" }] } });
    const counted = MESSAGES.replace(
      "{ destinationTn: $to }",
      "{ destinationTn: $to, limitTotalCount: true }",
    );
    expect((await post(gateway.url, counted, { to: FAR_NUMBER, first: 1, after })).errors).toBeUndefined();
  });

  test.each([0, -1, 1001])(
    "`first` out of its range is refused by its name, without asking: %i",
    async (first) => {
      for (const after of [null, "x"]) {
        for (const document of [CALLS, MESSAGES]) {
          const { errors } = await post(gateway.url, document, { to: FAR_NUMBER, first, after });
          expect(errors).toMatchObject([
            { message: "first must be 1 to 1000", extensions: { code: "BAD_USER_INPUT", field: "first" } },
          ]);
        }
      }
      expect(upstream.requests()).toEqual([]);
    },
  );

  test("pages that are short or empty do not end a list before its end", async () => {
    const link = (token: string) => ({ link: `<http://x/calls?pageToken=${token}>; rel="next"` });
    const call = (callId: string) => ({ callId });
    upstream.answer(
      "GET /calls",
      { headers: link("2"), body: [call("a")] },
      { headers: link("3"), body: [] },
      { headers: link("4"), body: [call("b"), call("c")] },
      { body: [call("d")] },
    );
    const all = await page(gateway.url, CALLS, { first: 10 });
    expect(idsOf(all)).toEqual(["a", "b", "c", "d"]);
    expect(all.pageInfo.hasNextPage).toBe(false);
    expect(upstream.requests().map(({ query }) => query["pageToken"])).toEqual([undefined, "2", "3", "4"]);
  });

  test("a list that never ends costs ten upstream requests at most, and can be read on", async () => {
    upstream.answer("GET /calls", { headers: { link: '<http://x/?pageToken=t>; rel="next"' }, body: [] });
    const { edges, pageInfo } = await page(gateway.url, CALLS, { first: 10 });
    expect(edges).toEqual([]);
    expect(pageInfo).toMatchObject({ hasNextPage: true, endCursor: expect.any(String) });
    expect(upstream.requests()).toHaveLength(10);
  });

  test.each<[string, string | undefined]>([
    ["next among others", '<http://x/?pageToken=p>; rel="prev", <http://x/?pageToken=n>; rel="next"'],
    ["next before others", '<http://x/?pageToken=n>; rel="next", <http://x/?pageToken=p>; rel="prev"'],
    ["without quotes", "<http://x/?pageToken=n>; rel=next"],
    ["with other parameters", '<http://x/?pageToken=n>; title="a"; rel="next"'],
  ])("the Link header is read in every form that RFC 8288 has for it: %s", async (_, link = "") => {
    upstream.answer("GET /calls", { headers: { link }, body: [{ callId: "a" }] }, { body: [] });
    await page(gateway.url, CALLS, { first: 2 });
    expect(upstream.requests().map(({ query }) => query["pageToken"])).toEqual([undefined, "n"]);
  });

  test.each([
    "",
    "garbage",
    '</calls?pageToken=n>; rel="prev"',
    "<>; rel=next",
    "<http://[>; rel=next",
    "<http://x/?other=n>; rel=next",
  ])("a Link header that leads nowhere ends the list: %j", async (link) => {
    upstream.answer("GET /calls", { headers: { link }, body: [{ callId: "a" }] });
    expect((await page(gateway.url, CALLS, { first: 2 })).pageInfo.hasNextPage).toBe(false);
    expect(upstream.requests()).toHaveLength(1);
  });

  const EVERY_CALL_FIELD = `callId accountId applicationId to from direction rawDirection state rawState enqueuedTime startTime answerTime
    endTime disconnectCause rawDisconnectCause errorMessage errorId lastUpdate stirShaken identity parentCall { callId }`;
  const EVERY_MESSAGE_FIELD = `messageId accountId from to direction rawDirection status rawStatus type rawType time segmentCount errorCode
    carrierName messageSize messageLength attachmentCount recipientCount campaignClass campaignId`;
  const EVERY_RECORDING_FIELD = `recordingId callId accountId applicationId parentCallId to from transferCallerId transferTo duration
    direction rawDirection channels startTime endTime fileFormat rawFileFormat status rawStatus`;

  const FIELDS_OF_REST = {
    calls: `callId accountId applicationId parentCallId to from direction state stirShaken identity enqueuedTime startTime answerTime
      endTime disconnectCause errorMessage errorId lastUpdate`,
    messages: `messageId accountId sourceTn destinationTn messageStatus messageDirection messageType segmentCount errorCode receiveTime
      carrierName messageSize messageLength attachmentCount recipientCount campaignClass campaignId`,
    recordings: `recordingId callId accountId applicationId parentCallId to from transferCallerId transferTo duration direction channels
      startTime endTime fileFormat status transcription`,
  };
  const anything = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      "",
      "unknown",
      "toString",
      "PT",
      "P1Y2M",
      "12345",
      "-1",
      "2026-02-30T00:00:00Z",
      1e300,
      -0,
      {},
      [],
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const itemOf = (fields: string, ids: Record<string, string>) =>
    fc
      .record(
        Object.fromEntries([...fields.split(/\s+/), "somethingNew"].map((field) => [field, anything])),
        { requiredKeys: [], noNullPrototype: true },
      )
      .map((item) => ({ ...item, ...ids }));

  const LISTS: [
    string,
    string,
    string,
    (items: unknown[]) => Answer,
    fc.Arbitrary<Record<string, unknown>>,
  ][] = [
    [
      "calls",
      "GET /calls",
      `{ list: calls(first: 50) { edges { cursor node { id: callId ${EVERY_CALL_FIELD} } } ${PAGE_INFO} } }`,
      (items) => ({ body: items }),
      itemOf(FIELDS_OF_REST.calls, { callId: "c-x" }),
    ],
    [
      "messages",
      "GET /messages",
      `{ list: messages(filter: { sourceTn: "+1919555" }, first: 50) { edges { cursor node { id: messageId ${EVERY_MESSAGE_FIELD} } } ${PAGE_INFO} } }`,
      (items) => ({ body: { totalCount: "many", pageInfo: null, messages: items } }),
      itemOf(FIELDS_OF_REST.messages, { messageId: "m-x" }),
    ],
  ];

  test.each(LISTS)(
    "unknown values, new fields, nulls and wrong kinds in an item never break a page of %s",
    async (_, route, document, answer, item) => {
      await fc.assert(
        fc.asyncProperty(fc.array(item, { maxLength: 4 }), async (items) => {
          upstream.answer(route, answer(items));
          expect(await page(gateway.url, document, {})).toMatchObject({ edges: items.map(() => ({})) });
        }),
        { numRuns: 60 },
      );
    },
  );

  test("nor a call's recordings", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(itemOf(FIELDS_OF_REST.recordings, { recordingId: "r-x", callId: "c-1" }), { maxLength: 4 }),
        async (items) => {
          upstream.answer("GET /calls/c-1", { body: { callId: "c-1" } });
          upstream.answer("GET /calls/c-1/recordings", { body: items });
          const data = await query(
            gateway.url,
            `{ call(callId: "c-1") { recordings { ${EVERY_RECORDING_FIELD} } } }`,
          );
          expect(data).toMatchObject({ call: { recordings: items.map(() => ({ recordingId: "r-x" })) } });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("an item without its id is left out, and the others are there", async () => {
    upstream.answer("GET /calls", {
      body: [null, "x", {}, { callId: null }, { callId: {} }, { callId: "a" }],
    });
    expect(idsOf(await page(gateway.url, CALLS, { first: 10 }))).toEqual(["a"]);
    upstream.answer("GET /messages", { body: { messages: [{ messageId: null }, { messageId: "a" }] } });
    expect(idsOf(await page(gateway.url, MESSAGES, { first: 10, to: FAR_NUMBER }))).toEqual(["a"]);
    upstream.answer("GET /calls/c-1", { body: { callId: "c-1" } });
    upstream.answer("GET /calls/c-1/recordings", {
      body: [{ recordingId: "r-1" }, { recordingId: "r-2", callId: "c-1" }],
    });
    expect(await query(gateway.url, '{ call(callId: "c-1") { recordings { recordingId } } }')).toEqual({
      call: { recordings: [{ recordingId: "r-2" }] },
    });
  });

  test("an enum value that the gateway does not know is UNKNOWN, beside its own spelling", async () => {
    upstream.answer("GET /calls", {
      body: [
        { callId: "a", state: "parked", direction: "sideways", disconnectCause: "node-capacity-exceeded" },
      ],
    });
    const data = await query(
      gateway.url,
      "{ calls(first: 1) { edges { node { state rawState direction rawDirection disconnectCause } } } }",
    );
    expect(data).toEqual({
      calls: {
        edges: [
          {
            node: {
              state: "UNKNOWN",
              rawState: "parked",
              direction: "UNKNOWN",
              rawDirection: "sideways",
              disconnectCause: "NODE_CAPACITY_EXCEEDED",
            },
          },
        ],
      },
    });
  });

  test("a list whose body is no list is UPSTREAM_INVALID_RESPONSE", async () => {
    for (const body of [{ calls: [] }, "null", '"x"']) {
      upstream.answer("GET /calls", { body });
      const { errors } = await post(gateway.url, CALLS, { first: 10 });
      expect(errors).toMatchObject([{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }]);
    }
  });
});
