import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CALLBACK_BODY_LIMIT } from "../../src/server/callbacks.ts";
import { post, query } from "../support/client.ts";
import { CONTRACT_EVENTS } from "../support/contractEvents.ts";
import { selectionOf, typesOf } from "../support/selection.ts";
import { CALLBACK_AUTH, deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";

let gateway: RunningGateway;
beforeEach(async () => {
  // Callbacks need no upstream: nothing listens at port 1.
  gateway = await startGateway({ upstreamUrl: "http://localhost:1" });
});
afterEach(() => gateway.stop());

type Node = Record<string, unknown>;
async function logged(fields = "{ id type rawType }"): Promise<Node[]> {
  const data = await query(gateway.url, `{ events(first: 1000) { edges { node ${fields} } } }`);
  return (data["events"] as { edges: { node: Node }[] }).edges.map(({ node }) => node);
}

test("every event of the contract becomes its own GraphQL type, with all its fields", async () => {
  expect(Object.keys(CONTRACT_EVENTS).sort()).toEqual(
    typesOf("Event")
      .filter((name) => name !== "GapEvent" && name !== "UnknownEvent")
      .sort(),
  );
  for (const { path, body } of Object.values(CONTRACT_EVENTS)) {
    expect((await deliver(gateway.url, path, body)).status, path).toBeLessThan(300);
  }
  for (const [typeName, { body }] of Object.entries(CONTRACT_EVENTS)) {
    const data = await query(
      gateway.url,
      `query ($types: [EventType!]) { events(filter: { types: $types }) { edges { node { __typename ... on ${typeName} ${selectionOf(typeName)} } } } }`,
      {
        types: [
          typeName
            .replace(/Event$/, "")
            .replace(/(?<!^)([A-Z])/g, "_$1")
            .toUpperCase(),
        ],
      },
    );
    const nodes = (data["events"] as { edges: { node: Node }[] }).edges.map(({ node }) => node);
    expect(nodes, typeName).toHaveLength(1);
    expect(nodes[0], typeName).toMatchObject({ __typename: typeName, source: "CALLBACK", payload: body });
    const empty = Object.entries(nodes[0] ?? {}).filter(([, value]) => value === null);
    expect(empty, `${typeName} has nothing in`).toEqual([]);
  }
});

test("what is told of media streams, live transcriptions and RCS is read into the graph's terms too", async () => {
  for (const name of [
    "MediaStreamRejectedEvent",
    "RealTimeTranscriptionAvailableEvent",
    "SuggestionResponseEvent",
    "RequestedLocationResponseEvent",
  ]) {
    const { path = "", body = {} } = CONTRACT_EVENTS[name] ?? {};
    await deliver(gateway.url, path, body);
  }
  const rich = { text: "Over RCS", media: { fileUrl: "https://example.com/a.png" } };
  const { body: received } = CONTRACT_EVENTS["SuggestionResponseEvent"] ?? {};
  await deliver(gateway.url, "messaging", [
    {
      ...received,
      type: "message-received",
      message: { ...Object(received?.["message"]), content: rich },
    },
  ]);
  expect(
    await logged(`{
      ... on MediaStreamRejectedEvent { cause rawCause mediaStream { tracks rawTracks } originalMediaStream { streamId } }
      ... on RealTimeTranscriptionAvailableEvent {
        realTimeTranscription { status rawStatus stabilized tracks } transcription { transcriptionId callId transcriptionName }
      }
      ... on SuggestionResponseEvent { suggestionResponse { text postbackData } message { channel rawChannel } }
      ... on RequestedLocationResponseEvent { locationResponse { latitude longitude } }
      ... on MessageReceivedEvent { message { text mediaUrls } }
    }`),
  ).toEqual([
    {
      cause: "DUPLICATE",
      rawCause: "duplicate",
      mediaStream: { tracks: ["INBOUND", "OUTBOUND"], rawTracks: ["inbound", "outbound"] },
      originalMediaStream: { streamId: "s-2" },
    },
    {
      realTimeTranscription: {
        status: "AVAILABLE",
        rawStatus: "available",
        stabilized: true,
        tracks: ["INBOUND"],
      },
      transcription: {
        transcriptionId: "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b",
        callId: "c-11111111-1111-1111-1111-111111111111",
        transcriptionName: "live_transcription",
      },
    },
    {
      suggestionResponse: { text: "Yes, I would like to proceed", postbackData: "yes" },
      message: { channel: "RBM", rawChannel: "RBM" },
    },
    { locationResponse: { latitude: 37.7749, longitude: -122.4194 } },
    { message: { text: "Over RCS", mediaUrls: [rich.media.fileUrl] } },
  ]);
});

test("values are read into the graph's terms and kept in Bandwidth's beside them", async () => {
  await deliver(gateway.url, "voice/x", CONTRACT_EVENTS["AnswerEvent"]?.body);
  await deliver(gateway.url, "voice/x", CONTRACT_EVENTS["TransferDisconnectEvent"]?.body);
  await deliver(gateway.url, "messaging", [CONTRACT_EVENTS["MessageReceivedEvent"]?.body]);
  const [answer, transfer, message] = await logged(`{
    type rawType time
    ... on AnswerEvent { direction rawDirection machineDetectionResult { value rawValue duration } call { callId } }
    ... on TransferDisconnectEvent { cause rawCause parentCallId }
    ... on MessageReceivedEvent { messageId message { messageId direction rawDirection text to mediaUrls priority } }
  }`);
  expect(answer).toEqual({
    type: "ANSWER",
    rawType: "answer",
    time: "2026-11-21T09:00:00.000Z",
    direction: "OUTBOUND",
    rawDirection: "outbound",
    machineDetectionResult: {
      value: "ANSWERING_MACHINE",
      rawValue: "answering-machine",
      duration: "PT4.9891287S",
    },
    call: { callId: "c-11111111-1111-1111-1111-111111111111" },
  });
  expect(transfer).toMatchObject({
    cause: "BUSY",
    rawCause: "busy",
    parentCallId: "c-22222222-2222-2222-2222-222222222222",
  });
  expect(message).toMatchObject({
    messageId: "1589228074636lm4k2je7j7jklbn2",
    message: {
      direction: "INBOUND",
      rawDirection: "in",
      text: "Hello",
      to: ["+15554442222"],
      priority: "DEFAULT",
    },
  });
});

test("a callback comes as an object, as an array of objects, or as the query of a GET", async () => {
  expect((await deliver(gateway.url, "voice/status", voiceEvent("disconnect"))).status).toBe(204);
  expect(
    (
      await deliver(gateway.url, "voice/status", [
        voiceEvent("dtmf", { digit: "1" }),
        voiceEvent("dtmf", { digit: "2" }),
      ])
    ).status,
  ).toBe(204);
  const flat = new URLSearchParams(
    voiceEvent("recordingAvailable", { channels: "2", recordingId: "r-1" }) as Record<string, string>,
  );
  const get = await fetch(`${gateway.url}/callbacks/voice/recording?${flat}`, {
    headers: { authorization: CALLBACK_AUTH },
  });
  expect(get.status).toBe(204);
  expect(await logged("{ type ... on RecordingAvailableEvent { channels to } }")).toEqual([
    { type: "DISCONNECT" },
    { type: "DTMF" },
    { type: "DTMF" },
    { type: "RECORDING_AVAILABLE", channels: 2, to: "+19195551234" },
  ]);
});

test("a GET callback holds objects as parameters with dots, or as JSON", async () => {
  const fields = {
    callId: "c-1",
    "machineDetectionResult.value": "human",
    "machineDetectionResult.duration": "PT1.5S",
  };
  const query = (each: object) =>
    new URLSearchParams(voiceEvent("machineDetectionComplete", { ...each }) as Record<string, string>);
  const dots = query(fields);
  const json = query({ callId: "c-2", machineDetectionResult: '{"value":"human","duration":"PT1.5S"}' });
  const deep = `eventType=future&${Array.from({ length: 3000 }, () => "a").join(".")}=1`;
  for (const each of [dots, json, deep]) {
    const response = await fetch(`${gateway.url}/callbacks/voice/x?${each}`, {
      headers: { authorization: CALLBACK_AUTH },
    });
    expect(response.status).toBe(204);
  }
  const result = { machineDetectionResult: { value: "HUMAN", duration: "PT1.5S" } };
  expect(
    await logged("{ ... on MachineDetectionCompleteEvent { machineDetectionResult { value duration } } }"),
  ).toEqual([result, result, {}]);
});

test("a type that the contract does not have is kept as UnknownEvent, with its payload", async () => {
  const body = voiceEvent("brainScanComplete", { callId: "c-9", result: { deep: [1] } });
  expect((await deliver(gateway.url, "voice/x", body)).status).toBe(204);
  expect(await logged("{ __typename type rawType payload ... on UnknownEvent { callId } }")).toEqual([
    {
      __typename: "UnknownEvent",
      type: "UNKNOWN",
      rawType: "brainScanComplete",
      callId: "c-9",
      payload: body,
    },
  ]);
});

test("a type of messages is none of a call's, nor the other way round", async () => {
  await deliver(gateway.url, "voice/x", [voiceEvent("message-delivered"), { type: "answer" }]);
  expect(await logged("{ __typename rawType }")).toEqual([
    { __typename: "UnknownEvent", rawType: "message-delivered" },
    { __typename: "UnknownEvent", rawType: "answer" },
  ]);
});

test("an event is found by each number that it names, and a message's by its application", async () => {
  const message = { id: "m-1", owner: "+1", from: "+2", to: ["+3", "+4"], applicationId: "app-1" };
  await deliver(gateway.url, "messaging", [{ type: "message-delivered", to: "+5", message }]);
  const leg = { from: "+6", to: "+7", transferCallerId: "+8", transferTo: "sip:x@example.com" };
  await deliver(gateway.url, "voice/x", voiceEvent("transferAnswer", leg));
  const types = async (filter: object) => {
    const document =
      "query ($filter: EventFilter) { events(filter: $filter) { edges { node { rawType } } } }";
    const { events } = (await query(gateway.url, document, { filter })) as {
      events: { edges: { node: { rawType: string } }[] };
    };
    return events.edges.map(({ node }) => node.rawType);
  };
  for (const number of ["+1", "+2", "+3", "+4", "+5"])
    expect(await types({ number }), number).toEqual(["message-delivered"]);
  for (const number of ["+6", "+7", "+8", "sip:x@example.com"])
    expect(await types({ number }), number).toEqual(["transferAnswer"]);
  expect(await types({ applicationId: "app-1" })).toEqual(["message-delivered"]);
});

test("messaging takes a GET, and voice the bare path; a HEAD delivers nothing", async () => {
  const headers = { authorization: CALLBACK_AUTH };
  expect((await fetch(`${gateway.url}/callbacks/messaging?type=message-delivered`, { headers })).status).toBe(
    200,
  );
  expect((await fetch(`${gateway.url}/callbacks/voice?eventType=dtmf`, { headers })).status).toBe(204);
  expect(
    (await fetch(`${gateway.url}/callbacks/voice/x?eventType=gather`, { method: "HEAD", headers })).status,
  ).toBe(404);
  expect(await logged("{ type }")).toEqual([{ type: "MESSAGE_DELIVERED" }, { type: "DTMF" }]);
});

test("recordingComplete, as the OpenAPI file spells it, is recordComplete", async () => {
  await deliver(gateway.url, "voice/x", voiceEvent("recordingComplete"));
  expect(await logged("{ __typename type rawType }")).toEqual([
    { __typename: "RecordCompleteEvent", type: "RECORD_COMPLETE", rawType: "recordingComplete" },
  ]);
});

test("without credentials a callback is challenged and nothing of it is kept", async () => {
  for (const authorization of [
    "",
    "Basic !!",
    `Basic ${btoa("callbacks:wrong")}`,
    `Basic ${btoa("wrong:secret")}`,
    "Bearer test-key-1",
  ]) {
    const response = await deliver(gateway.url, "voice/x", voiceEvent("answer"), { authorization });
    expect(response.status, authorization).toBe(401);
    expect(response.headers.get("www-authenticate"), authorization).toMatch(/^Basic /);
  }
  expect(await logged()).toEqual([]);
  expect(await query(gateway.url, "{ callbackDeliveries { id } }")).toEqual({ callbackDeliveries: [] });
});

test("an operator is warned of wrong credentials once a minute, also when the clock goes back", async () => {
  let time = 0;
  await gateway.stop();
  gateway = await startGateway({
    upstreamUrl: "http://localhost:1",
    now: () => new Date(-time),
    steadyNow: () => time,
  });
  const warnings = () => gateway.logLines.filter((line) => line.includes("CALLBACK_PASSWORD")).length;
  const guess = () =>
    deliver(gateway.url, "voice/x", voiceEvent("answer"), { authorization: `Basic ${btoa("callbacks:a")}` });
  for (const [passed, warned] of [
    [0, 1],
    [59_999, 1],
    [60_000, 2],
    [60_001, 2],
  ] as const) {
    time = passed;
    await guess();
    expect(warnings()).toBe(warned);
  }
});

test.for([
  ["no JSON", "{ nope", "application/json", 400, "not JSON"],
  ["no object", "42", "application/json", 400, "eventType"],
  ["an object without a type", '{"callId":"c-1"}', "application/json", 400, "eventType"],
  ["an empty array", "[]", "application/json", 400, "no event"],
  ["another content type", '{"eventType":"answer"}', "text/plain", 415, "Content-Type"],
  ["no content type", '{"eventType":"answer"}', undefined, 415, "Content-Type"],
  ["another account", '{"eventType":"answer","accountId":"1"}', "application/json", 400, "account 1"],
  [
    "nesting without end",
    `{"eventType":"answer","a":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    "application/json",
    400,
    "deep",
  ],
] as const)("%s is refused and set aside for an operator", async ([, body, contentType, status, reason]) => {
  const response = await fetch(`${gateway.url}/callbacks/voice/status?secret=1`, {
    method: "POST",
    headers: { authorization: CALLBACK_AUTH, ...(contentType && { "content-type": contentType }) },
    body: Buffer.from(body),
  });
  expect(response.status).toBe(status);
  expect(await response.text()).toContain(reason);
  expect(await query(gateway.url, "{ callbackDeliveries { path outcome reason body } }")).toEqual({
    callbackDeliveries: [
      {
        path: "/callbacks/voice/status",
        outcome: "REJECTED",
        reason: expect.stringContaining(reason),
        body: body.slice(0, 16 * 1024),
      },
    ],
  });
  expect(await logged()).toEqual([]);
});

test("of an array with good and bad elements the good ones are kept, and all of it is set aside", async () => {
  const response = await deliver(gateway.url, "messaging", [
    CONTRACT_EVENTS["MessageDeliveredEvent"]?.body,
    7,
  ]);
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("Element 1");
  expect(await logged("{ type }")).toEqual([{ type: "MESSAGE_DELIVERED" }]);
  expect(
    await query(gateway.url, "{ callbackDeliveries(filter: { outcome: REJECTED }) { reason } }"),
  ).toMatchObject({
    callbackDeliveries: [{}],
  });
});

test("a body over the limit is answered 413 and its size set aside, and the next callback is taken", async () => {
  const response = await deliver(
    gateway.url,
    "voice/x",
    voiceEvent("answer", { tag: "x".repeat(CALLBACK_BODY_LIMIT) }),
  );
  expect(response.status).toBe(413);
  expect(await query(gateway.url, "{ callbackDeliveries { path outcome reason body } }")).toEqual({
    callbackDeliveries: [
      {
        path: "/callbacks/voice/x",
        outcome: "REJECTED",
        reason: expect.stringMatching(/limit of 262144 bytes: 262\d{3}\.$/),
        body: "",
      },
    ],
  });
  expect((await deliver(gateway.url, "voice/x", voiceEvent("disconnect"))).status).toBe(204);
  expect(await logged("{ type }")).toEqual([{ type: "DISCONNECT" }]);
});

test("of the callbacks set aside the last 1000 are kept, the newest first", async () => {
  for (let i = 0; i < 1005; i += 15) {
    await Promise.all(Array.from({ length: 15 }, (_, j) => deliver(gateway.url, "voice/x", `bad ${i + j}`)));
  }
  const data = await query(gateway.url, "{ callbackDeliveries(first: 1000) { id } }");
  const ids = (data["callbackDeliveries"] as { id: string }[]).map(({ id }) =>
    Number(id.replace("delivery-", "")),
  );
  expect(ids).toEqual(Array.from({ length: 1000 }, (_, i) => 1005 - i));
});

test("the same callback delivered twice is one event, also when its keys come in another order or in an array", async () => {
  const body = voiceEvent("disconnect", { cause: "hangup" });
  const turned = Object.fromEntries(Object.entries(body).reverse());
  await Promise.all(
    [body, body, turned, [body, turned]].map((each) => deliver(gateway.url, "voice/x", each)),
  );
  expect(await logged("{ type }")).toEqual([{ type: "DISCONNECT" }]);
});

test("two callbacks that differ in anything are two events", async () => {
  const value = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string(), { maxLength: 2 }),
  );
  const body = fc.dictionary(fc.string({ minLength: 1, maxLength: 3 }), value, { maxKeys: 3 });
  const canonical = (fields: object) =>
    JSON.stringify(Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)));
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 8 }), async (bodies) => {
      const callId = `c-${round++}`;
      const response = await deliver(
        gateway.url,
        "voice/x",
        bodies.map((fields) => ({ ...fields, ...voiceEvent("future", { callId }) })),
      );
      expect(response.status).toBe(204);
      const distinct = new Set(
        bodies.map((fields) =>
          canonical({ ...JSON.parse(JSON.stringify(fields)), ...voiceEvent("future", { callId }) }),
        ),
      );
      const data = await query(
        gateway.url,
        `{ events(filter: { callId: "${callId}" }) { edges { node { id } } } }`,
      );
      expect((data["events"] as { edges: unknown[] }).edges).toHaveLength(distinct.size);
    }),
    { numRuns: 60 },
  );
});

test("fields that are missing, null or of another kind never break the page", async () => {
  const odd = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.array(fc.anything()),
    fc.dictionary(fc.string(), fc.anything()),
  );
  const selections = Object.keys(CONTRACT_EVENTS).map(
    (name) => `... on ${name} { ${name}: __typename ${aliased(name)} }`,
  );
  const document = `{ events(first: 1000) { edges { node { id type time ${selections.join(" ")} } } } }`;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(CONTRACT_EVENTS)),
      fc.infiniteStream(odd),
      async ({ path, body }, values) => {
        const broken = Object.fromEntries(
          Object.entries(body).map(([key, value]) => [
            key,
            key === "eventType" || key === "type" || key === "accountId" ? value : values.next().value,
          ]),
        );
        const response = await deliver(gateway.url, path, JSON.stringify(broken));
        expect(response.status).toBeLessThan(300);
      },
    ),
    { numRuns: 200 },
  );
  const { errors } = await post(gateway.url, document);
  expect(errors).toBeUndefined();
});

/** The fields of a type, each under an alias of its own: two types may have fields of one name and another kind. */
function aliased(typeName: string): string {
  return selectionOf(typeName)
    .slice(1, -1)
    .replace(
      /(\w+)( \{[^{}]*\})?/g,
      (_, field: string, inner = "") => `${typeName}_${field}: ${field}${inner}`,
    );
}

test("an event that is told after a later one of the same call is flagged late, and only that", async () => {
  const at = (second: number) => ({ eventTime: `2026-11-21T09:00:0${second}.000Z` });
  await deliver(gateway.url, "voice/x", voiceEvent("answer", at(1)));
  await deliver(gateway.url, "voice/x", voiceEvent("disconnect", at(3)));
  await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { ...at(2), digit: "1" }));
  await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { ...at(2), callId: "c-other", digit: "1" }));
  expect(await logged("{ type late }")).toEqual([
    { type: "ANSWER", late: false },
    { type: "DISCONNECT", late: false },
    { type: "DTMF", late: true },
    { type: "DTMF", late: false },
  ]);
});
