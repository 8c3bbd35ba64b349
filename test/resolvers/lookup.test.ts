import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let v2: RunningGateway;
let tnlookup: RunningGateway;
beforeAll(async () => {
  upstream = await startUpstream();
  v2 = await startGateway({ upstreamUrl: upstream.url });
  tnlookup = await startGateway({
    upstreamUrl: upstream.url,
    environment: { LOOKUP_API: "tnlookup", BW_LOOKUP_URL: `${upstream.url}/api/v1` },
  });
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await v2.stop();
  await tnlookup.stop();
  await upstream.stop();
});

const SYNC = "POST /v2/accounts/9900000/phoneNumberLookup";
const BULK = `${SYNC}/bulk`;
const GET_BULK = "GET /v2/accounts/9900000/phoneNumberLookup/bulk/l-1";
const CREATE = "POST /api/v1/accounts/9900000/tnlookup";
const STATUS = "GET /api/v1/accounts/9900000/tnlookup/l-1";
const A = "+19195551111";
const B = "+19195552222";
const C = "+19195553333";

const known = (phoneNumber: string) => ({
  phoneNumber,
  lineType: "VOIP-FIXED",
  messagingProvider: "Messages Inc",
  voiceProvider: "Voices Inc",
  countryCodeA3: "USA",
  latestMessageDeliveryStatus: "NOT_ENABLED",
  deactivationDate: "2025-06-20 18:35",
  rcsEnabled: true,
});
const fault = {
  code: "NO-MATCH",
  type: "NumberInventory",
  description: "No match",
  meta: { phoneNumbers: [B], message: "Invalid TNs", code: 1001 },
};
const knownV1 = (phoneNumber: string) => ({
  "Response Code": 0,
  Message: "NOERROR",
  "E.164 Format": phoneNumber,
  Formatted: "(919) 555-1111",
  Country: "US",
  "Line Type": "Mobile",
  "Line Provider": "Verizon Wireless",
  "Mobile Country Code": "310",
  "Mobile Network Code": "010",
});
const numbersSent = () =>
  upstream
    .requests()
    .flatMap(({ body }) =>
      body && typeof body === "object" && "phoneNumbers" in body ? [body.phoneNumbers] : [],
    );
const lookUp = (gateway: RunningGateway, phoneNumbers: readonly string[], fields: string) =>
  post(gateway.url, `query ($n: [String!]!) { lookupPhoneNumbers(phoneNumbers: $n) { ${fields} } }`, {
    n: phoneNumbers,
  });

/** Calls between so many numbers, each number in one of them. */
const callsBetween = (numbers: number) =>
  Array.from({ length: numbers / 2 }, (_, i) => ({
    callId: `c-${i}`,
    from: `+1919555${1000 + 2 * i}`,
    to: `+1919555${1001 + 2 * i}`,
    startTime: "2026-11-20T12:00:00.000Z",
  }));
type Calls = ReturnType<typeof callsBetween>;
/** Each call has a recording, by which its numbers come to light once more, later. */
function serveCalls(calls: Calls) {
  upstream.answer("GET /calls", { body: calls });
  upstream.answer("GET /recordings", {
    body: calls.map(({ callId }) => ({ callId, recordingId: `r-${callId}` })),
  });
}
const LINKED =
  '{ lookupPhoneNumbers(phoneNumbers: ["+19195551000"]) { phoneNumber } calls(first: 1000) { edges { node { recordings { call { fromLookup { phoneNumber } toLookup { phoneNumber } } } } } } }';
const linked = (calls: Calls) => ({
  lookupPhoneNumbers: [{ phoneNumber: "+19195551000" }],
  calls: {
    edges: calls.map(({ from, to }) => ({
      node: { recordings: [{ call: { fromLookup: { phoneNumber: from }, toLookup: { phoneNumber: to } } }] },
    })),
  },
});

describe("by v2", () => {
  test("numbers are looked up in one upstream call, in the order asked for, null where nothing is known", async () => {
    upstream.answer(SYNC, {
      body: {
        links: [],
        data: { requestId: "l-1", status: "PARTIAL_COMPLETE", results: [known(C), known(A)] },
        errors: [fault],
      },
    });
    const { data, errors } = await lookUp(
      v2,
      [A, B, C, A],
      "phoneNumber lineType rawLineType messagingProvider voiceProvider countryCodeA3 latestMessageDeliveryStatus deactivationDate rcsEnabled country",
    );
    expect(errors).toBeUndefined();
    const shown = (phoneNumber: string) => ({
      ...known(phoneNumber),
      lineType: "VOIP_FIXED",
      rawLineType: "VOIP-FIXED",
      country: null,
    });
    expect(data).toEqual({ lookupPhoneNumbers: [shown(A), null, shown(C), shown(A)] });
    expect(upstream.asked()).toEqual([SYNC]);
    expect(numbersSent()).toEqual([[A, B, C]]);
  });

  test("all numbers that an operation wants go into one upstream call, however late they come to light", async () => {
    upstream.answer("GET /calls", {
      body: [
        { callId: "c-1", from: A, to: B },
        { callId: "c-2", from: A, to: "sip:someone@example.com" },
        { callId: "c-3", from: "Restricted", to: A },
      ],
    });
    let answerCall = () => {};
    const after = new Promise<void>((resolve) => {
      answerCall = resolve;
    });
    upstream.answer("GET /calls/c-9", { body: { callId: "c-9", from: C, to: A }, after });
    upstream.answer(SYNC, {
      body: { data: { requestId: "l-1", status: "COMPLETE", results: [A, B, C].map(known) } },
    });
    const answer = query(
      v2.url,
      `{ lookupPhoneNumbers(phoneNumbers: ["${A}"]) { phoneNumber }
         calls { edges { node { fromLookup { phoneNumber } toLookup { phoneNumber } } } }
         call(callId: "c-9") { fromLookup { phoneNumber } } }`,
    );
    await upstream.arrived("GET /calls/c-9");
    await upstream.arrived("GET /calls");
    answerCall();
    const [a, b, c] = [A, B, C].map((phoneNumber) => ({ phoneNumber }));
    expect(await answer).toEqual({
      lookupPhoneNumbers: [a],
      calls: {
        edges: [
          { node: { fromLookup: a, toLookup: b } },
          { node: { fromLookup: a, toLookup: null } },
          { node: { fromLookup: null, toLookup: a } },
        ],
      },
      call: { fromLookup: c },
    });
    expect(upstream.requests(SYNC)).toHaveLength(1);
    expect(numbersSent()).toEqual([[A, B, C]]);
  });

  test("250 numbers, all but one of the calls of recordings of calls, make 3 upstream calls", async () => {
    const calls = callsBetween(250);
    serveCalls(calls);
    const results = calls.flatMap(({ from, to }) => [known(from), known(to)]);
    upstream.answer(SYNC, { body: { data: { requestId: "l-1", status: "COMPLETE", results } } });
    expect(await query(v2.url, LINKED)).toEqual(linked(calls));
    expect(upstream.asked()).toEqual(["GET /calls", "GET /recordings", SYNC, SYNC, SYNC]);
    expect(numbersSent().map((sent) => (Array.isArray(sent) ? sent.length : 0))).toEqual([100, 100, 50]);
  });

  test("250 numbers make 3 upstream calls, and one that fails costs its 100 only", async () => {
    const numbers = Array.from({ length: 250 }, (_, i) => `+1919555${1000 + i}`);
    const results = numbers.map(known);
    upstream.answer(
      SYNC,
      { body: { data: { requestId: "l-1", status: "COMPLETE", results } } },
      {
        status: 429,
        headers: { "retry-after": "1" },
        body: { errors: [{ type: "rate-limiting", description: "Slow down" }] },
      },
      { body: { data: { requestId: "l-1", status: "COMPLETE", results } } },
    );
    const { data, errors } = await lookUp(v2, numbers, "phoneNumber");
    expect(
      numbersSent()
        .map((sent) => (Array.isArray(sent) ? sent.length : 0))
        .sort(),
    ).toEqual([100, 100, 50]);
    const answered = ((data?.["lookupPhoneNumbers"] ?? []) as unknown[]).filter(Boolean).length;
    expect(answered + (errors?.length ?? 0)).toBe(250);
    expect([50, 100]).toContain(errors?.length);
    expect(errors?.[0]).toMatchObject({
      extensions: {
        code: "RATE_LIMITED",
        retryAfter: 1,
        upstream: { api: "lookup", type: "rate-limiting", description: "Slow down" },
      },
    });
  });

  test("createLookup asks in bulk, and lookup tells how far it is, with what failed and why", async () => {
    upstream.answer(BULK, {
      status: 202,
      body: { data: { requestId: "l-1", status: "IN_PROGRESS" }, errors: [] },
    });
    const { send, expectRefused } = mutation(
      upstream,
      () => v2.url,
      "createLookup",
      "lookup { id requestId status results { phoneNumber } failedPhoneNumbers }",
    );
    const created = await send({ phoneNumbers: [A, B, A] });
    expect(created).toMatchObject({
      lookup: { requestId: "l-1", status: "IN_PROGRESS", results: null, failedPhoneNumbers: [] },
    });
    expect(numbersSent()).toEqual([[A, B]]);
    upstream.answer(GET_BULK, {
      body: { data: { requestId: "l-1", status: "PARTIAL_COMPLETE", results: [known(A)] }, errors: [fault] },
    });
    const read = `requestId status rawStatus results { phoneNumber } failedPhoneNumbers errors { code type description phoneNumbers }`;
    const shown = {
      requestId: "l-1",
      status: "PARTIAL_COMPLETE",
      rawStatus: "PARTIAL_COMPLETE",
      results: [{ phoneNumber: A }],
      failedPhoneNumbers: [B],
      errors: [{ code: "NO-MATCH", type: "NumberInventory", description: "No match", phoneNumbers: [B] }],
    };
    expect(await query(v2.url, `{ lookup(requestId: "l-1") { ${read} } }`)).toEqual({ lookup: shown });
    const { id } = (created as { lookup: { id: string } }).lookup;
    expect(await query(v2.url, `{ node(id: "${id}") { ... on Lookup { ${read} } } }`)).toEqual({
      node: shown,
    });
    await expectRefused({ phoneNumbers: [] }, "input.phoneNumbers", "must have a number");
    await expectRefused(
      { phoneNumbers: ["9195551111"] },
      "input.phoneNumbers[0]",
      "must be an E.164 number, such as +19195551234",
    );
  });

  test("a repeat of createLookup with its key tells how far the lookup is by then, unless Bandwidth cannot", async () => {
    upstream.answer(BULK, { status: 202, body: { data: { requestId: "l-1", status: "IN_PROGRESS" } } });
    const { send } = mutation(
      upstream,
      () => v2.url,
      "createLookup",
      "lookup { requestId status rawStatus results { phoneNumber } failedPhoneNumbers errors { code } }",
    );
    const create = () => send({ phoneNumbers: [A, B], idempotencyKey: "lookup-1" });
    const created = {
      ...{ requestId: "l-1", status: "IN_PROGRESS", rawStatus: "IN_PROGRESS" },
      ...{ results: null, failedPhoneNumbers: [], errors: [] },
    };
    expect(await create()).toEqual({ lookup: created });
    expect(upstream.asked()).toEqual([BULK]);
    upstream.answer(GET_BULK, {
      body: { data: { requestId: "l-1", status: "PARTIAL_COMPLETE", results: [known(A)] }, errors: [fault] },
    });
    expect(await create()).toEqual({
      lookup: {
        ...{ requestId: "l-1", status: "PARTIAL_COMPLETE", rawStatus: "PARTIAL_COMPLETE" },
        ...{ results: [{ phoneNumber: A }], failedPhoneNumbers: [B], errors: [{ code: "NO-MATCH" }] },
      },
    });
    expect(upstream.asked()).toEqual([BULK, GET_BULK]);
    for (const status of [404, 403]) {
      upstream.answer(GET_BULK, { status, body: { errors: [{ type: "x", description: "x" }] } });
      expect(await create()).toEqual({ lookup: created });
    }
    expect(upstream.requests(BULK)).toHaveLength(1);
  });

  test("what is known of the numbers is null as long as nothing is, though Bandwidth shows an empty list", async () => {
    const results = async (status: string, shown: object[]) => {
      upstream.answer(GET_BULK, { body: { data: { requestId: "l-1", status, results: shown } } });
      return (await query(v2.url, '{ lookup(requestId: "l-1") { results { phoneNumber } } }'))["lookup"];
    };
    expect(await results("IN_PROGRESS", [])).toEqual({ results: null });
    expect(await results("IN_PROGRESS", [known(A)])).toEqual({ results: [{ phoneNumber: A }] });
    expect(await results("FAILED", [])).toEqual({ results: [] });
  });

  test("a lookup that Bandwidth does not know is null", async () => {
    upstream.answer(GET_BULK, {
      status: 404,
      body: { errors: [{ type: "not-found", description: "Not found" }] },
    });
    expect(await query(v2.url, '{ lookup(requestId: "l-1") { status } }')).toEqual({ lookup: null });
  });
});

describe("by tnlookup", () => {
  test("all numbers are one request that is polled until it is final, in the same form", async () => {
    upstream.answer(CREATE, { status: 202, body: { requestId: "l-1", status: "IN_PROGRESS" } });
    upstream.answer(
      STATUS,
      { body: { requestId: "l-1", status: "IN_PROGRESS" } },
      {
        body: {
          requestId: "l-1",
          status: "PARTIAL_COMPLETE",
          result: [knownV1("19195551111")],
          failedTelephoneNumbers: [B],
        },
      },
    );
    const { data, errors } = await lookUp(
      tnlookup,
      [A, B],
      "phoneNumber e164Format lineType rawLineType messagingProvider voiceProvider countryCodeA3 country formatted mobileCountryCode mobileNetworkCode responseCode message",
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      lookupPhoneNumbers: [
        {
          phoneNumber: A,
          e164Format: A,
          lineType: "MOBILE",
          rawLineType: "Mobile",
          messagingProvider: "Verizon Wireless",
          voiceProvider: null,
          countryCodeA3: "USA",
          country: "US",
          formatted: "(919) 555-1111",
          mobileCountryCode: "310",
          mobileNetworkCode: "010",
          responseCode: 0,
          message: "NOERROR",
        },
        null,
      ],
    });
    expect(upstream.asked()).toEqual([CREATE, STATUS, STATUS]);
    expect(upstream.requests()[0]?.body).toEqual({ tns: [A, B] });
  });

  test("250 numbers, all but one of the calls of recordings of calls, are one request", async () => {
    const calls = callsBetween(250);
    serveCalls(calls);
    const result = calls.flatMap(({ from, to }) => [knownV1(from.slice(1)), knownV1(to)]);
    upstream.answer(CREATE, { status: 202, body: { requestId: "l-1", status: "COMPLETE", result } });
    expect(await query(tnlookup.url, LINKED)).toEqual(linked(calls));
    expect(upstream.asked()).toEqual(["GET /calls", "GET /recordings", CREATE]);
  });

  test("createLookup and lookup use it too", async () => {
    upstream.answer(CREATE, { status: 202, body: { requestId: "l-1", status: "IN_PROGRESS" } });
    upstream.answer(STATUS, {
      body: { requestId: "l-1", status: "FAILED", result: [], failedTelephoneNumbers: ["19195551111"] },
    });
    const { send } = mutation(upstream, () => tnlookup.url, "createLookup", "lookup { requestId status }");
    expect(await send({ phoneNumbers: [A] })).toEqual({
      lookup: { requestId: "l-1", status: "IN_PROGRESS" },
    });
    expect(
      await query(
        tnlookup.url,
        '{ lookup(requestId: "l-1") { status results { phoneNumber } failedPhoneNumbers errors { code } } }',
      ),
    ).toEqual({ lookup: { status: "FAILED", results: [], failedPhoneNumbers: [A], errors: [] } });
  });
});

test("what is no E.164 number, and more than 1000 numbers, are refused before anything is sent", async () => {
  const tooMany = Array.from({ length: 1001 }, () => A);
  for (const [numbers, message] of [
    [[A, "5551234"], "phoneNumbers[1] must be an E.164 number, such as +19195551234"],
    [tooMany, "phoneNumbers must have at most 1000 numbers"],
    [[], "phoneNumbers must have a number"],
  ] as const) {
    const { errors } = await lookUp(v2, numbers, "phoneNumber");
    expect(errors).toMatchObject([{ message, extensions: { code: "BAD_USER_INPUT" } }]);
  }
  expect(upstream.requests()).toEqual([]);
});
