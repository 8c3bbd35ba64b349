import { randomUUID } from "node:crypto";
import { cpSync, renameSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { UpstreamError } from "../../src/datasources/upstreamError.ts";
import { createOnce } from "../../src/resolvers/once.ts";
import { type Attempt, StoreUnavailable } from "../../src/subscriptions/store.ts";
import { post, query, type Result, webSocketClient } from "../support/client.ts";
import { ENGINES, type Engine } from "../support/engines.ts";
import {
  deliver,
  FAR_NUMBER,
  MESSAGING_APPLICATION,
  OWN_NUMBER,
  type RunningGateway,
  type Stack,
  startGateway,
  startStack,
  temporaryFolder,
  voiceEvent,
} from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

const CREATE = "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId state } } }";
const INPUT = { to: FAR_NUMBER, from: OWN_NUMBER, idempotencyKey: "key-1" };
const PLACED = { status: 201, body: { callId: "c-1", to: FAR_NUMBER, from: OWN_NUMBER } };
const codeOf = ({ errors }: Result) => errors?.[0]?.extensions?.["code"];

describe.each(ENGINES)("on %s", (_, startEngine) => {
  let upstream: Upstream;
  let engine: Engine;
  let gateway: RunningGateway;
  beforeAll(async () => {
    upstream = await startUpstream();
    engine = await startEngine();
  });
  afterAll(async () => {
    await upstream.stop();
    await engine.stop();
  });
  const start = () => startGateway({ upstreamUrl: upstream.url, environment: engine.environment });
  beforeEach(async () => {
    gateway = await start();
  });
  afterEach(async () => {
    await gateway.stop();
    await engine.wipe();
    upstream.reset();
  });

  const create = (input: Record<string, unknown> = INPUT) => post(gateway.url, CREATE, { input });
  const placed = () => upstream.asked().filter((route) => route === "POST /calls").length;
  /** The call c-7 is answered, and asks at the URL that was made for it. */
  const tellOfCall = (answerUrl: unknown) =>
    deliver(
      gateway.url,
      new URL(String(answerUrl)).pathname.replace("/callbacks/", ""),
      voiceEvent("answer", { callId: "c-7" }),
    );
  /** The message m-7 is on its way, with the tag that was made for it. */
  const tellOfMessage = (tag: unknown) =>
    deliver(gateway.url, "messaging", [
      {
        type: "message-sending",
        time: "2026-11-21T09:00:00.000Z",
        to: FAR_NUMBER,
        message: {
          id: "m-7",
          time: "2026-11-21T09:00:00.000Z",
          direction: "out",
          applicationId: MESSAGING_APPLICATION,
          to: [FAR_NUMBER],
          from: OWN_NUMBER,
          text: "x",
          tag,
        },
      },
    ]);

  test("a repeat with the same key and input gives the same result and places no second call, also after a restart", async () => {
    upstream.answer("POST /calls", PLACED, { ...PLACED, body: { callId: "c-2" } });
    const first = await create();
    expect(first.data).toEqual({ createCall: { call: { callId: "c-1", state: "QUEUED" } } });
    expect(await create()).toEqual(first);
    // The order of the fields is not part of the input.
    expect(await create(Object.fromEntries(Object.entries(INPUT).reverse()))).toEqual(first);
    await gateway.stop();
    gateway = await start();
    expect(await create()).toEqual(first);
    expect(placed()).toBe(1);
  });

  test("a mutation that runs over WebSocket when the gateway stops is answered, and its key is good after the restart", async () => {
    // Longer than it takes to send all clients away that wait for nothing.
    upstream.answer("POST /calls", () => ({ ...PLACED, after: setTimeout(1_500) }));
    const client = webSocketClient(gateway.url);
    const first = client.iterate({ query: CREATE, variables: { input: INPUT } });
    const answer = first.next();
    await upstream.arrived("POST /calls");
    // One that goes on asking does not hold up the stop.
    const asking = (async () => {
      for (;;) for await (const _ of client.iterate({ query: "{ __typename }" }));
    })().catch((closed: CloseEvent) => closed.code);
    const stopped = gateway.stop();
    const { value } = await answer;
    expect(value).toEqual({ data: { createCall: { call: { callId: "c-1", state: "QUEUED" } } } });
    expect(await first.next()).toEqual({ done: true });
    expect(await asking).toBe(1001);
    await stopped;
    gateway = await start();
    expect(await create()).toMatchObject(value ?? {});
    expect(placed()).toBe(1);
  });

  test("a mutation whose client has left is finished before the gateway stops, and its key is good after the restart", async () => {
    const { promise: after, resolve: release } = Promise.withResolvers<void>();
    upstream.answer("POST /calls", { ...PLACED, after });
    const leaving = new AbortController();
    const left = post(gateway.url, CREATE, { input: INPUT }, { signal: leaving.signal });
    await upstream.arrived("POST /calls");
    leaving.abort();
    await expect(left).rejects.toThrow("abort");
    const stopped = gateway.stop();
    release();
    await stopped;
    gateway = await start();
    expect((await create()).data).toEqual({ createCall: { call: { callId: "c-1", state: "QUEUED" } } });
    expect(placed()).toBe(1);
  });

  test("repeats while the first is running wait for it and place no second call", async () => {
    const { promise: after, resolve: release } = Promise.withResolvers<void>();
    upstream.answer("POST /calls", { ...PLACED, after });
    const all = Promise.all([create(), create(), create()]);
    await upstream.arrived("POST /calls");
    release();
    for (const result of await all)
      expect(result.data).toEqual({ createCall: { call: { callId: "c-1", state: "QUEUED" } } });
    expect(placed()).toBe(1);
  });

  test("the same key with another input, or for another mutation, is refused and sends nothing", async () => {
    upstream.answer("POST /calls", PLACED);
    await create();
    expect(codeOf(await create({ ...INPUT, tag: "other" }))).toBe("IDEMPOTENCY_KEY_REUSED");
    const message = await post(
      gateway.url,
      "mutation ($input: CreateMessageInput!) { createMessage(input: $input) { message { messageId } } }",
      { input: { to: [FAR_NUMBER], from: OWN_NUMBER, text: "x", idempotencyKey: "key-1" } },
    );
    expect(message.errors).toMatchObject([
      { extensions: { code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" } },
    ]);
    expect(upstream.asked()).toEqual(["POST /calls"]);
  });

  test.for([
    [
      "createMessage",
      { to: [FAR_NUMBER], from: OWN_NUMBER, text: "x" },
      "message { messageId }",
      "POST /messages",
      { status: 202, body: { id: "m-1" } },
    ],
    [
      "generateVoiceCode",
      { to: FAR_NUMBER, from: OWN_NUMBER, message: "{CODE}", digits: 6 },
      "call { callId }",
      "POST /api/v1/accounts/9900000/code/voice",
      { body: { callId: "c-1" } },
    ],
    [
      "generateMessagingCode",
      { to: FAR_NUMBER, from: OWN_NUMBER, message: "{CODE}", digits: 6 },
      "messageId",
      "POST /api/v1/accounts/9900000/code/messaging",
      { body: { messageId: "m-1" } },
    ],
    [
      "createLookup",
      { phoneNumbers: [FAR_NUMBER] },
      "lookup { requestId }",
      "POST /v2/accounts/9900000/phoneNumberLookup/bulk",
      { status: 202, body: { data: { requestId: "l-1", status: "IN_PROGRESS" } } },
    ],
    [
      "transcribeCallRecording",
      { callId: "c-1", recordingId: "r-1" },
      "recording { recordingId }",
      "POST /calls/c-1/recordings/r-1/transcription",
      { status: 204, body: "" },
    ],
  ] as const)("%s happens once for its key", async ([name, input, selection, route, answer]) => {
    upstream.answer(route, answer);
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const send = () =>
      post(gateway.url, `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} } }`, {
        input: { ...input, idempotencyKey: "key-2" },
      });
    const first = await send();
    expect(first.errors).toBeUndefined();
    expect(await send()).toEqual(first);
    expect(upstream.asked()).toHaveLength(1);
  });

  test("without a key, or with another one, the mutation happens again", async () => {
    upstream.answer("POST /calls", PLACED);
    const { idempotencyKey: _, ...input } = INPUT;
    await create(input);
    await create(input);
    await create();
    await create({ ...INPUT, idempotencyKey: "key-2" });
    expect(placed()).toBe(4);
  });

  test("what Bandwidth certainly did not carry out may be repeated with its key", async () => {
    upstream.answer("POST /calls", { status: 429, body: { type: "error", description: "Too many" } }, PLACED);
    expect(codeOf(await create())).toBe("RATE_LIMITED");
    expect((await create()).data).toEqual({ createCall: { call: { callId: "c-1", state: "QUEUED" } } });
  });

  test.for([429, 503])(
    "what a callback tells after an answer %i is the result of a repeat, which is not sent",
    async (status) => {
      const refused = { status, body: { type: "error", description: "No" } };
      upstream.answer("POST /calls", refused);
      upstream.answer("GET /calls/c-7", { body: { callId: "c-7", state: "answered" } });
      expect((await create()).errors).toHaveLength(1);
      await tellOfCall(Object(upstream.requests().at(-1)?.body).answerUrl);
      for (let time = 0; time < 2; time++)
        expect((await create()).data).toEqual({ createCall: { call: { callId: "c-7", state: "ANSWERED" } } });
      expect(placed()).toBe(1);
    },
  );

  test.for([429, 503, 500])(
    "what a callback has told before the answer came is the result, though the answer is %i",
    async (status) => {
      const refused = { status, body: { type: "error", description: "No" } };
      upstream.answer("POST /calls", ({ body }) => ({
        ...refused,
        after: tellOfCall(Object(body).answerUrl),
      }));
      upstream.answer("GET /calls/c-7", { body: { callId: "c-7", state: "answered" } });
      for (let time = 0; time < 2; time++)
        expect((await create()).data).toEqual({ createCall: { call: { callId: "c-7", state: "ANSWERED" } } });

      upstream.answer("POST /messages", ({ body }) => ({
        ...refused,
        after: tellOfMessage(Object(body).tag),
      }));
      const input = { to: [FAR_NUMBER], from: OWN_NUMBER, text: "x", idempotencyKey: "key-2" };
      for (let time = 0; time < 2; time++)
        expect(
          await post(
            gateway.url,
            "mutation ($input: CreateMessageInput!) { createMessage(input: $input) { message { messageId } } }",
            { input },
          ),
        ).toMatchObject({ data: { createMessage: { message: { messageId: "m-7" } } } });
      expect(upstream.asked().filter((route) => route.startsWith("POST "))).toEqual([
        "POST /calls",
        "POST /messages",
      ]);
    },
  );

  test("a clock that is a day ahead for a moment makes no key forgotten", async () => {
    await gateway.stop();
    let aheadMs = 0;
    gateway = await startGateway({
      upstreamUrl: upstream.url,
      environment: engine.environment,
      now: () => new Date(Date.now() + aheadMs),
    });
    upstream.answer("POST /calls", { status: 201, body: { callId: "c-1" } });
    for (const [idempotencyKey, ahead] of [
      ["key-1", 0],
      ["key-2", 25 * 3600_000],
      ["key-1", 0],
    ] as const) {
      aheadMs = ahead;
      expect((await create({ ...INPUT, idempotencyKey })).errors).toBeUndefined();
    }
    expect(upstream.asked()).toEqual(["POST /calls", "POST /calls"]);
  });

  test("a repeat of a message that has expired by then gives the same result; one that had expired before leaves its key free", async () => {
    await gateway.stop();
    let now = new Date("2026-11-21T09:00:00Z");
    gateway = await startGateway({
      upstreamUrl: upstream.url,
      environment: engine.environment,
      now: () => now,
    });
    upstream.answer("POST /messages", { status: 202, body: { id: "m-1" } });
    const send = (input: { expiration: string; idempotencyKey?: string }) =>
      post(
        gateway.url,
        "mutation ($input: CreateMessageInput!) { createMessage(input: $input) { message { messageId } } }",
        { input: { to: [FAR_NUMBER], from: OWN_NUMBER, text: "x", ...input } },
      );
    const sent = { data: { createMessage: { message: { messageId: "m-1" } } } };
    const input = { expiration: "2026-11-21T09:00:03Z", idempotencyKey: "key-1" };
    expect(await send(input)).toMatchObject(sent);
    now = new Date(input.expiration);
    expect(await send(input)).toMatchObject(sent);
    for (const over of [{ ...input, idempotencyKey: "key-2" }, { expiration: input.expiration }])
      expect((await send(over)).errors).toMatchObject([
        {
          message: "input.expiration must be in the future",
          extensions: { code: "BAD_USER_INPUT", field: "input.expiration" },
        },
      ]);
    expect(await send({ expiration: "2026-11-21T09:00:06Z", idempotencyKey: "key-2" })).toMatchObject(sent);
    expect(upstream.asked()).toEqual(["POST /messages", "POST /messages"]);
  });

  test("a lost answer is OUTCOME_UNKNOWN under its key, is never sent again, and is settled by the call's own callback", async () => {
    upstream.answer("POST /calls", "reset after reading");
    expect(codeOf(await create())).toBe("OUTCOME_UNKNOWN");
    expect(codeOf(await create())).toBe("OUTCOME_UNKNOWN");
    await gateway.stop();
    gateway = await start();
    expect(codeOf(await create())).toBe("OUTCOME_UNKNOWN");
    expect(placed()).toBe(1);

    // Bandwidth had placed the call.
    await tellOfCall(Object(upstream.requests().at(-1)?.body).answerUrl);
    upstream.answer("GET /calls/c-7", { body: { callId: "c-7", state: "answered" } });
    expect((await create()).data).toEqual({ createCall: { call: { callId: "c-7", state: "ANSWERED" } } });
    expect(placed()).toBe(1);
  });

  test("another input is refused under a key whose first request still runs", async () => {
    const { promise: after, resolve: release } = Promise.withResolvers<void>();
    upstream.answer("POST /calls", { ...PLACED, after });
    const first = create();
    await upstream.arrived("POST /calls");
    expect(codeOf(await create({ ...INPUT, tag: "another" }))).toBe("IDEMPOTENCY_KEY_REUSED");
    release();
    expect((await first).errors).toBeUndefined();
    expect(placed()).toBe(1);
  });

  test("a call that was never answered settles its key by the end that it comes to", async () => {
    upstream.answer("POST /calls", "reset after reading");
    expect(codeOf(await create())).toBe("OUTCOME_UNKNOWN");
    const { disconnectUrl } = Object(upstream.requests().at(-1)?.body);
    await deliver(
      gateway.url,
      new URL(String(disconnectUrl)).pathname.replace("/callbacks/", ""),
      voiceEvent("disconnect", { callId: "c-7", cause: "timeout" }),
    );
    expect((await create()).data).toEqual({ createCall: { call: { callId: "c-7", state: "DISCONNECTED" } } });
  });
});

describe("Bandwidth carried it out and its answer was lost", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  const CALL_ID = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
  const RECORDING_ID = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
  const code = { to: FAR_NUMBER, from: OWN_NUMBER, message: "{CODE}", digits: 6 };

  test.for([
    ["createCall", "createCall", { to: FAR_NUMBER, from: OWN_NUMBER }],
    ["createMessage", "createMessage", { to: [FAR_NUMBER], from: OWN_NUMBER, text: "x" }],
    ["generateVoiceCode", "generateVoiceCode", code],
    ["generateMessagingCode", "generateMessagingCode", code],
    ["createLookup", "createAsyncBulkLookup", { phoneNumbers: [FAR_NUMBER] }],
    ["transcribeCallRecording", "transcribeCallRecording", { callId: CALL_ID, recordingId: RECORDING_ID }],
  ] as const)("%s is OUTCOME_UNKNOWN and a repeat sends nothing", async ([name, operation, input]) => {
    await stack.sandbox.post("faults", { operation, reset: "after" });
    const before = (await stack.sandbox.requests()).length;
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const send = () =>
      post(stack.url, `mutation ($input: ${type}) { ${name}(input: $input) { __typename } }`, {
        input: { ...input, idempotencyKey: `lost-${name}` },
      });
    expect(codeOf(await send())).toBe("OUTCOME_UNKNOWN");
    expect(codeOf(await send())).toBe("OUTCOME_UNKNOWN");
    const sent = (await stack.sandbox.requests()).slice(before);
    expect(sent).toMatchObject([{ method: "POST", status: 0 }]);
  });

  test("createCall is settled by the callbacks of the very call that was placed", async () => {
    const placedAtSandbox = async () =>
      (await stack.sandbox.requests()).filter(
        ({ method, path }) => method === "POST" && path.endsWith("/calls"),
      ).length;
    const before = await placedAtSandbox();
    await stack.sandbox.post("faults", { operation: "createCall", reset: "after" });
    const input = { to: "+19195550100", from: OWN_NUMBER, tag: "mine", idempotencyKey: "settled" };
    const again = () => post(stack.url, CREATE, { input });
    expect(codeOf(await again())).toBe("OUTCOME_UNKNOWN");
    await stack.sandbox.advance(20);
    const { data } = await again();
    const listed = await query(
      stack.url,
      '{ calls(filter: { to: "+19195550100" }) { edges { node { callId state } } } }',
    );
    expect(listed).toEqual({
      calls: { edges: [{ node: Object(data?.["createCall"]).call }] },
    });
    expect(await placedAtSandbox()).toBe(before + 1);
  });

  test("createMessage is settled by the callbacks of the very message that was sent, when it has no tag of the client's", async () => {
    const send = (input: object) =>
      post(
        stack.url,
        "mutation ($input: CreateMessageInput!) { createMessage(input: $input) { message { messageId } } }",
        { input: { to: [FAR_NUMBER], from: OWN_NUMBER, text: "settle me", ...input } },
      );
    const lost = async (input: object) => {
      await stack.sandbox.post("faults", { operation: "createMessage", reset: "after" });
      expect(codeOf(await send(input))).toBe("OUTCOME_UNKNOWN");
      await stack.sandbox.advance(60);
      return send(input);
    };
    const settled = await lost({ idempotencyKey: "settled message" });
    expect(settled.errors).toBeUndefined();
    const told = await query(
      stack.url,
      "{ events(filter: { types: [MESSAGE_SENDING, MESSAGE_DELIVERED] }) { edges { node { ... on MessageEvent { message { messageId } } } } } }",
    );
    expect(told["events"]).toMatchObject({
      edges: expect.arrayContaining([{ node: settled.data?.["createMessage"] }]),
    });
    expect(codeOf(await lost({ idempotencyKey: "tagged", tag: "mine" }))).toBe("OUTCOME_UNKNOWN");
  });
});

describe("while the log is away", () => {
  let upstream: Upstream;
  let gateway: RunningGateway;
  beforeEach(async () => {
    upstream = await startUpstream();
    gateway = await startGateway({ upstreamUrl: upstream.url });
  });
  afterEach(async () => {
    await gateway.stop();
    await upstream.stop();
  });
  const file = () => join(gateway.dataDir, "gateway.sqlite");
  const away = () => renameSync(file(), `${file()}.away`);
  const create = (input: object) => post(gateway.url, CREATE, { input });

  test("a call whose instructions are elsewhere is placed, and what REST tells is told", async () => {
    away();
    upstream.answer("POST /calls", PLACED);
    upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "initiated" } });
    const { idempotencyKey: _, ...input } = INPUT;
    const { data } = await create({ ...input, answerUrl: "https://app.example/answer" });
    expect(data).toMatchObject({ createCall: { call: { callId: "c-1" } } });
    expect(await query(gateway.url, `{ call(callId: "c-1") { state } }`)).toEqual({
      call: { state: "INITIATED" },
    });
    expect(upstream.requests("POST /calls")).toHaveLength(1);
  });

  test("what came of a request is given, and again to repeats, while its key cannot be told", async () => {
    const { promise: after, resolve: release } = Promise.withResolvers<void>();
    upstream.answer("POST /calls", { ...PLACED, after });
    const placing = create(INPUT);
    await upstream.arrived("POST /calls");
    away();
    release();
    const placed = { createCall: { call: { callId: "c-1" } } };
    expect((await placing).data).toMatchObject(placed);
    expect((await create(INPUT)).data).toMatchObject(placed);
    renameSync(`${file()}.away`, file());
    expect((await create(INPUT)).data).toMatchObject(placed);
    expect(upstream.requests("POST /calls")).toHaveLength(1);
  });
});

test("a gateway that died while a call was being placed does not place it again", async () => {
  const upstream = await startUpstream();
  const folder = temporaryFolder();
  const gateway = await startGateway({ upstreamUrl: upstream.url, dataDir: folder.path });
  const { promise: after, resolve: release } = Promise.withResolvers<void>();
  upstream.answer("POST /calls", { ...PLACED, after });
  const lost = post(gateway.url, CREATE, { input: INPUT });
  await upstream.arrived("POST /calls");
  // As after kill -9: another process opens a copy of what is on disk.
  const copy = temporaryFolder();
  cpSync(folder.path, copy.path, { recursive: true });
  const second = await startGateway({ upstreamUrl: upstream.url, dataDir: copy.path });
  expect(codeOf(await post(second.url, CREATE, { input: INPUT }))).toBe("OUTCOME_UNKNOWN");
  expect(upstream.asked()).toEqual(["POST /calls"]);
  await second.stop();
  copy.remove();
  release();
  await lost;
  await gateway.stop();
  await upstream.stop();
  folder.remove();
});

test("whatever fails once Bandwidth has answered, the outcome is given, and again to repeats", async () => {
  const upstream = await startUpstream();
  const folder = temporaryFolder();
  const start = () => startGateway({ upstreamUrl: upstream.url, dataDir: folder.path });
  await (await start()).stop();
  const file = new DatabaseSync(join(folder.path, "gateway.sqlite"));
  for (const written of ["INSERT ON placed_calls", "INSERT ON open_items", "UPDATE ON idempotency_keys"])
    file.exec(`CREATE TRIGGER "${written}" BEFORE ${written} BEGIN SELECT RAISE(ABORT, 'a fault'); END`);
  file.close();
  const gateway = await start();
  upstream.answer("POST /calls", PLACED);
  for (let time = 0; time < 2; time++)
    expect((await post(gateway.url, CREATE, { input: INPUT })).data).toEqual({
      createCall: { call: { callId: "c-1", state: "QUEUED" } },
    });
  expect(upstream.asked()).toEqual(["POST /calls"]);
  // An operator is told of each, once.
  expect(gateway.logLines.filter((line) => line.includes("a fault"))).toHaveLength(3);
  await gateway.stop();
  await upstream.stop();
  folder.remove();
});

test("what the store could not be told is told once more when the gateway stops, 10,000 keys of it at most", async () => {
  const told: string[] = [];
  let isAway = true;
  async function tell(attempt: Attempt, what: string) {
    if (isAway) throw new StoreUnavailable("It is away.");
    told.push(`${attempt.key}: ${what}`);
    return undefined;
  }
  const { once, settled } = createOnce(
    {
      claim: async ({ key }) => (key === "claim" ? Promise.reject(new StoreUnavailable("away")) : "claimed"),
      settle: tell,
      release: (attempt) => tell(attempt, "released"),
      refuse: (attempt) => tell(attempt, "refused"),
      giveUp: (attempt) => tell(attempt, "given up"),
      settleByCallback: async () => undefined,
    },
    { wait: () => new Promise(() => undefined), createId: randomUUID, warn: () => expect.unreachable() },
  );
  const outcomeOf = async (key: string, send: () => Promise<string>) => {
    const [outcome] = await Promise.allSettled([
      once({ operation: "createCall", key, input: {}, result: z.string(), send }),
    ]);
    return outcome.status;
  };
  expect(await outcomeOf("settle", async () => "placed")).toBe("fulfilled");
  const waited = new UpstreamError("RATE_LIMITED", "Too many");
  expect(await outcomeOf("release", () => Promise.reject(waited))).toBe("rejected");
  const refused = new UpstreamError("CONFLICT", "No", { answer: { api: "voice", status: 409 } });
  expect(await outcomeOf("refuse", () => Promise.reject(refused))).toBe("rejected");
  const lost = new UpstreamError("OUTCOME_UNKNOWN", "Lost");
  expect(await outcomeOf("give up", () => Promise.reject(lost))).toBe("rejected");
  expect(await outcomeOf("claim", () => expect.unreachable())).toBe("rejected");
  const before = [
    'settle: "placed"',
    "release: released",
    "refuse: refused",
    "give up: given up",
    "claim: released",
  ];
  for (let key = before.length; key <= 10_000; key++) await outcomeOf(String(key), async () => "placed");
  isAway = false;
  await settled();
  expect(told.slice(0, before.length)).toEqual(before);
  expect(told).toHaveLength(10_000);
});

test("a request that runs at another replica is waited for as long as it can take, and then nobody knows what came of it", async () => {
  let waited = 0;
  const keys = {
    claim: async (_attempt: Attempt, input: string) => ({ input, result: undefined, running: true }),
    settle: () => expect.unreachable(),
    release: () => expect.unreachable(),
    refuse: () => expect.unreachable(),
    giveUp: () => expect.unreachable(),
    settleByCallback: () => expect.unreachable(),
  };
  const { once } = createOnce(keys, {
    async wait(ms) {
      waited += ms;
    },
    createId: randomUUID,
    warn: () => expect.unreachable(),
  });
  const send = () => expect.unreachable();
  const request = { operation: "createCall", key: "key", input: {}, result: z.string(), send };
  await expect(once(request)).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  // The deadline of an upstream call is 15 seconds.
  expect(waited).toBeGreaterThan(15_000);
});
