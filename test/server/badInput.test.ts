import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { z } from "zod";
import { readConfig } from "../../src/config.ts";
import { createGateway } from "../../src/gateway.ts";
import { API_KEY } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import {
  CALLBACK_AUTH,
  type RunningGateway,
  startGateway,
  temporaryFolder,
  voiceEvent,
} from "../support/stack.ts";
import { type Answer, startUpstream, TOKEN_PATH, type Upstream } from "../support/upstream.ts";

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

const JSON_WITH_KEY = { "content-type": "application/json", authorization: `Bearer ${API_KEY}` };

// Every error must have a code: an answer without one is no answer at all to these tests.
const Failure = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ code: z.string() }),
});
const Answered = z.strictObject({ data: z.unknown(), errors: z.array(Failure).optional() }).partial();

async function http(path: string, init: RequestInit) {
  const response = await fetch(gateway.url + path, init);
  const { data, errors = [] } = Answered.parse(await response.json());
  return { status: response.status, data, errors, codes: errors.map(({ extensions }) => extensions.code) };
}

type Operation = {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
  extensions?: Record<string, unknown>;
};

const post = (body: unknown, headers: Record<string, string> = {}) =>
  http("/graphql", {
    method: "POST",
    headers: { ...JSON_WITH_KEY, ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const WebSocketMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("connection_ack") }),
  z.object({ type: z.literal("error"), payload: z.array(Failure) }),
  z.object({ type: z.literal("next"), payload: Answered }),
  z.object({ type: z.literal("complete") }),
]);

/** A WebSocket that speaks graphql-transport-ws by hand, to say what no client would. */
async function webSocket(init: unknown) {
  const socket = new WebSocket(`${gateway.url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
  const messages: z.infer<typeof WebSocketMessage>[] = [];
  let wake = Promise.withResolvers<void>();
  const closed = new Promise<number>((resolve) => {
    socket.on("close", (code) => {
      wake.reject(new Error(`The connection was closed with ${code}`));
      resolve(code);
    });
  });
  wake.promise.catch(() => {});
  socket.on("message", (data) => {
    messages.push(WebSocketMessage.parse(JSON.parse(String(data))));
    wake.resolve();
    wake = Promise.withResolvers();
    wake.promise.catch(() => {});
  });
  socket.on("error", () => {});
  await new Promise((resolve) => socket.on("open", resolve));
  socket.send(JSON.stringify({ type: "connection_init", payload: init }));
  return {
    closed,
    close: () => socket.close(),
    pause: () => socket.pause(),
    terminate: () => socket.terminate(),
    send: (text: string) => socket.send(text),
    async next() {
      for (;;) {
        const message = messages.shift();
        if (message) return message;
        await wake.promise;
      }
    },
    /** The errors of one operation; `next` or `error`, as the protocol has it. */
    async errorsOf(operation: Operation) {
      socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: operation }));
      const message = await this.next();
      if (message.type === "next") {
        expect(await this.next()).toEqual({ type: "complete" });
        return message.payload.errors ?? [];
      }
      if (message.type !== "error") throw new Error(`It was answered ${message.type}`);
      return message.payload;
    },
  };
}

async function openWebSocket() {
  const socket = await webSocket({ authorization: `Bearer ${API_KEY}` });
  expect(await socket.next()).toEqual({ type: "connection_ack" });
  return socket;
}

const deep = (levels: number) =>
  `{ call(callId: "1") { ${"parentCall { ".repeat(levels - 2)}callId${" }".repeat(levels - 2)} } }`;
const wide = (fields: number) =>
  `{ ${Array.from({ length: fields }, (_, i) => `a${i}: __typename`).join(" ")} }`;

describe("an operation that cannot be run is told why by its code, over HTTP and WebSocket alike", () => {
  test.each<[string, Operation, string]>([
    ["no GraphQL", { query: "{ call(" }, "GRAPHQL_PARSE_FAILED"],
    ["an empty document", { query: "" }, "GRAPHQL_PARSE_FAILED"],
    ["too many tokens", { query: wide(2_000) }, "GRAPHQL_PARSE_FAILED"],
    ["an unknown field", { query: "{ nope }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["an unknown argument", { query: '{ call(id: "1") { state } }' }, "GRAPHQL_VALIDATION_FAILED"],
    ["a missing argument", { query: "{ call { state } }" }, "GRAPHQL_VALIDATION_FAILED"],
    ["a value of a wrong type", { query: "{ call(callId: true) { state } }" }, "GRAPHQL_VALIDATION_FAILED"],
    [
      "a time that is none",
      { query: '{ calls(filter: { minStartTime: "soon" }) { edges { cursor } } }' },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    ["no selection", { query: '{ call(callId: "1") }' }, "GRAPHQL_VALIDATION_FAILED"],
    ["too many levels", { query: deep(13) }, "GRAPHQL_VALIDATION_FAILED"],
    [
      "too many levels by fragments",
      {
        query: `{ call(callId: "1") { ...a } } fragment a on Call { ${"parentCall { ".repeat(6)} ...b ${"}".repeat(6)} } fragment b on Call { ${"parentCall { ".repeat(6)} callId ${"}".repeat(6)} }`,
      },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a fragment within itself",
      { query: `{ call(callId: "1") { ...a } } fragment a on Call { parentCall { ...a } }` },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a condition on a subscription's field",
      {
        query: "subscription ($x: Boolean!) { events @include(if: $x) { cursor } }",
        variables: { x: true },
      },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a condition on a subscription's fragment",
      { query: "subscription { ...a @skip(if: true) } fragment a on Subscription { events { cursor } }" },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a condition within a subscription's fragments",
      {
        query:
          "subscription { ...a } fragment a on Subscription { ... { events @skip(if: true) { cursor } } }",
      },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a subscription's fragment within itself",
      { query: "subscription { ...a } fragment a on Subscription { ...a }" },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a form of BXML left open",
      {
        query:
          'mutation { createCall(input: { to: "+19195551234", from: "+19195554321", onAnswer: {} }) { call { callId } } }',
      },
      "GRAPHQL_VALIDATION_FAILED",
    ],
    [
      "a variable of a wrong type",
      { query: "query ($n: Int!) { calls(first: $n) { edges { cursor } } }", variables: { n: "ten" } },
      "BAD_USER_INPUT",
    ],
    [
      "a variable left out",
      { query: "query ($n: Int!) { calls(first: $n) { edges { cursor } } }" },
      "BAD_USER_INPUT",
    ],
    [
      "null where a variable may be left out",
      { query: "query ($n: Int) { calls(first: $n) { edges { cursor } } }", variables: { n: null } },
      "BAD_USER_INPUT",
    ],
    [
      "an unknown value of an enum in a variable",
      {
        query: "mutation ($i: UpdateCallInput!) { updateCall(input: $i) { call { callId } } }",
        variables: { i: { callId: "c-1", state: "PAUSED" } },
      },
      "BAD_USER_INPUT",
    ],
    [
      "an unknown field in a variable",
      {
        query: "mutation ($i: UpdateCallInput!) { updateCall(input: $i) { call { callId } } }",
        variables: { i: { callId: "c-1", statee: "ACTIVE" } },
      },
      "BAD_USER_INPUT",
    ],
    [
      "a time that is none in a variable",
      {
        query: "query ($t: DateTime) { calls(filter: { minStartTime: $t }) { edges { cursor } } }",
        variables: { t: "soon" },
      },
      "BAD_USER_INPUT",
    ],
    ["a value out of its range", { query: "{ calls(first: 0) { edges { cursor } } }" }, "BAD_USER_INPUT"],
    ["a cursor that is none", { query: 'subscription { events(after: "x") { cursor } }' }, "BAD_USER_INPUT"],
    [
      "an operation that is not in the document",
      { query: "query A { __typename }", operationName: "B" },
      "OPERATION_RESOLUTION_FAILURE",
    ],
    [
      "a hash in the place of the query",
      { query: "", extensions: { persistedQuery: { version: 1, sha256Hash: "x" } } },
      "PERSISTED_QUERY_NOT_SUPPORTED",
    ],
    [
      "two operations and no name",
      { query: "query A { __typename } query B { __typename }" },
      "OPERATION_RESOLUTION_FAILURE",
    ],
  ])("%s", async (_, operation, code) => {
    const overHttp = await post(operation, { accept: "application/json" });
    const socket = await openWebSocket();
    const overWebSocket = await socket.errorsOf(operation);
    for (const errors of [overHttp.errors, overWebSocket]) {
      expect(errors.length).toBeGreaterThan(0);
      for (const { extensions } of errors) {
        expect(extensions.code).toBe(code);
        expect(extensions).not.toHaveProperty("http");
      }
    }
    expect(overWebSocket[0]?.message).toBe(overHttp.errors[0]?.message);
    expect(upstream.requests()).toEqual([]);
    // One operation's fault costs nothing else on the connection.
    expect(await socket.errorsOf({ query: "{ __typename }" })).toEqual([]);
    socket.close();
  });

  describe("what is said of a variable's value names its place and its fault, and does not repeat it", () => {
    const CALL = "mutation ($i: CreateCallInput!) { createCall(input: $i) { call { callId } } }";
    const EVENTS = "subscription ($f: EventFilter) { events(filter: $f) { cursor } }";
    const SECRET = 's3cret at "i.s3cret"; s3cret: x at ';
    const call = { to: "+19195551234", from: "+19195554321", password: SECRET };

    test.each<[string, Operation, string, string]>([
      [
        "a field left out",
        { query: CALL, variables: { i: { ...call, from: undefined } } },
        "i.from",
        'Variable "$i" got invalid value at "i"; Field "from" of required type "String!" was not provided.',
      ],
      [
        "an unknown field",
        { query: CALL, variables: { i: { ...call, ' at "i.at': SECRET, fromm: 1 } } },
        "i",
        'Variable "$i" got invalid value at "i"; Field "fromm" is not defined by type "CreateCallInput". Did you mean "from"?',
      ],
      [
        "a field of another kind",
        { query: CALL, variables: { i: { ...call, password: [SECRET] } } },
        "i.password",
        'Variable "$i" got invalid value at "i.password"; String cannot represent a non string value',
      ],
      [
        "text that is to be an object",
        { query: CALL, variables: { i: SECRET } },
        "i",
        'Variable "$i" got invalid value at "i"; Expected type "CreateCallInput" to be an object.',
      ],
      [
        "an entry of a list",
        { query: EVENTS, variables: { f: { types: ["ANSWER", "x".repeat(200_000)], callId: SECRET } } },
        "f.types[1]",
        `Variable "$f" got invalid value at "f.types[1]"; Value "${"x".repeat(193)}`,
      ],
      [
        "a filter of another kind",
        { query: EVENTS, variables: { f: [{ callId: SECRET }] } },
        "f",
        'Variable "$f" got invalid value at "f"; Expected type "EventFilter" to be an object.',
      ],
    ])("%s", async (_, operation, field, message) => {
      const socket = await openWebSocket();
      const overSse = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { ...JSON_WITH_KEY, accept: "text/event-stream" },
        body: JSON.stringify(operation),
      });
      const data = /^data: (\{.*\})$/m.exec(await overSse.text())?.[1] ?? "";
      for (const errors of [
        await socket.errorsOf(operation),
        Answered.parse(JSON.parse(data)).errors,
        ...(operation.query === CALL ? [(await post(operation)).errors] : []),
      ]) {
        expect(errors).toContainEqual({ message, extensions: { code: "BAD_USER_INPUT", field } });
        expect(JSON.stringify(errors)).not.toContain("s3cret");
      }
      socket.close();
    });
  });

  test("12 levels and a few thousand tokens are no fault", async () => {
    upstream.answer("GET /calls/1", { status: 404 });
    expect(await post({ query: deep(12) })).toMatchObject({ status: 200, codes: [] });
    expect(await post({ query: wide(1_600) })).toMatchObject({ status: 200, codes: [] });
  });

  test("a document as deep as its tokens allow is refused, and harms nothing", async () => {
    for (const query of [
      `{ ${"a { ".repeat(1_600)} b ${"}".repeat(1_600)} }`,
      `{ call(callId: ${"[".repeat(2_400)}${"]".repeat(2_400)}) { state } }`,
      `{ call(callId: ${"{a: ".repeat(1_200)}1${"}".repeat(1_200)}) { state } }`,
      `query ($a: ${"[".repeat(2_400)}Int${"]".repeat(2_400)}) { __typename }`,
    ]) {
      const socket = await openWebSocket();
      const errors = [...(await post({ query })).errors, ...(await socket.errorsOf({ query }))];
      expect(errors.length).toBeGreaterThan(1);
      // Whether the parser's stack is enough for it depends on the machine.
      for (const { extensions } of errors)
        expect(extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
      socket.close();
    }
  });

  test.each([
    "application/json",
    "application/graphql-response+json",
    "*/*",
    "application/json, text/event-stream;q=0",
    "application/json, text/event-stream-x",
  ])("a subscription that asks for %s is told how to ask", async (accept) => {
    const { status, errors } = await post({ query: "subscription { events { cursor } }" }, { accept });
    expect(status).toBe(400);
    expect(errors).toEqual([
      {
        message: "A subscription needs the header `Accept: text/event-stream`, or a WebSocket",
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
  });

  test("a subscription over SSE is refused in the stream, by the same code", async () => {
    for (const [query, code] of [
      ["subscription { nope }", "GRAPHQL_VALIDATION_FAILED"],
      ["subscription { events @skip(if: true) { cursor } }", "GRAPHQL_VALIDATION_FAILED"],
      ['subscription { events(after: "x") { cursor } }', "BAD_USER_INPUT"],
    ]) {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: "POST",
        headers: { ...JSON_WITH_KEY, accept: "text/event-stream" },
        body: JSON.stringify({ query }),
      });
      const data = /^data: (\{.*\})$/m.exec(await response.text())?.[1] ?? "";
      expect(Answered.parse(JSON.parse(data)).errors).toMatchObject([{ extensions: { code } }]);
    }
  });
});

describe("without one of the gateway's keys nothing is served", () => {
  test.each([
    ["none", undefined],
    ["a wrong one", "Bearer wrong"],
    ["the beginning of one", `Bearer ${API_KEY.slice(0, -1)}`],
    ["two at once", `Bearer ${API_KEY},test-key-2`],
    ["one without its scheme", API_KEY],
    ["one in another scheme", `Basic ${API_KEY}`],
    ["nothing after the scheme", "Bearer "],
  ])("over HTTP: %s", async (_, authorization) => {
    const headers = { "content-type": "application/json", ...(authorization && { authorization }) };
    const asked = [
      { method: "POST", headers, body: JSON.stringify({ query: "{ __typename }" }) },
      // Before the body is read: its faults are not told.
      { method: "POST", headers: { ...headers, "content-type": "text/plain" }, body: "x".repeat(300_000) },
    ];
    for (const init of asked) {
      expect(await http("/graphql", init)).toMatchObject({ status: 401, codes: ["UNAUTHENTICATED"] });
    }
    expect(await http("/graphql?query=%7B__typename%7D", { headers })).toMatchObject({
      status: 401,
      codes: ["UNAUTHENTICATED"],
    });
  });

  test.each([
    ["none", {}],
    ["no payload", undefined],
    ["a wrong one", { authorization: "Bearer wrong" }],
    ["one of another kind", { authorization: 7 }],
    ["one under another name", { token: API_KEY }],
  ])("over WebSocket, the connection is closed with 4403: %s", async (_, init) => {
    expect(await (await webSocket(init)).closed).toBe(4403);
  });

  test("over WebSocket, nothing can be asked before the key was shown", async () => {
    const socket = new WebSocket(`${gateway.url.replace(/^http/, "ws")}/graphql`, "graphql-transport-ws");
    const received: string[] = [];
    socket.on("message", (data) => received.push(String(data)));
    await new Promise((resolve) => socket.on("open", resolve));
    socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: "{ __typename }" } }));
    expect(await new Promise((resolve) => socket.on("close", resolve))).toBe(4401);
    expect(received).toEqual([]);
  });

  test("each of the keys opens", async () => {
    for (const key of [API_KEY, "test-key-2"]) {
      expect(await post({ query: "{ __typename }" }, { authorization: `Bearer ${key}` })).toMatchObject({
        status: 200,
        data: { __typename: "Query" },
      });
    }
  });
});

describe("a gateway that asks for no key serves no web page of elsewhere", () => {
  let open: { url: string; stop(): Promise<void> };
  beforeAll(async () => {
    const port = await freePort();
    const config = readConfig({ PORT: String(port) });
    const folder = temporaryFolder();
    const created = await createGateway({ ...config, dataDir: folder.path }, pino({ level: "silent" }));
    const stop = async () => {
      await created.stop();
      folder.remove();
    };
    open = { url: await created.start(), stop };
  });
  afterAll(() => open.stop());

  /** What HTTP answers, and with what a WebSocket is closed. */
  async function servedFor(origin: string | undefined) {
    const headers = { ...(origin !== undefined && { origin }) };
    const { status } = await fetch(`${open.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    const stream = await fetch(`${open.url}/graphql?query=subscription{events{cursor}}`, {
      headers: { accept: "text/event-stream", ...headers },
    });
    await stream.body?.cancel();
    const socket = new WebSocket(`${open.url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
      headers,
    });
    const said = new Promise((resolve) => {
      socket.on("close", resolve);
      socket.on("message", (data) => resolve(String(data)));
    });
    socket.on("open", () => socket.send('{"type":"connection_init"}'));
    const answer = await said;
    socket.terminate();
    return [status, stream.status, answer];
  }

  test.each([undefined, "http://localhost:5173", "http://127.0.0.1", "http://[::1]:8080"])(
    "%s is served",
    async (origin) => {
      expect(await servedFor(origin)).toEqual([200, 200, '{"type":"connection_ack"}']);
    },
  );

  test.each([
    ["localhost", 200],
    ["127.0.0.1", 200],
    ["192.168.1.5", 200],
    ["[fd00::1]", 200],
    ["gateway", 200],
    ["rebound.example", 401],
    ["127.0.0.1.rebound.example", 401],
  ])(
    "its own pages are served under a name that nobody else can own: under %s with %i",
    async (name, status) => {
      const { port } = new URL(open.url);
      const host = `${name}:${port}`;
      // A browser sends no Origin with a GET of a page to where it came from.
      for (const headers of [{ host }, { host, origin: `http://${host}` }]) {
        // Not by `fetch`, which has the host from the URL.
        const asked = request({ port, path: "/graphql?query={__typename}", headers }).end();
        const [response] = await once(asked, "response");
        response.resume();
        expect(response.statusCode).toBe(status);
      }
      const headers = { host, origin: `http://${host}` };
      const socket = new WebSocket(`${open.url.replace("http", "ws")}/graphql`, "graphql-transport-ws", {
        headers,
      });
      socket.on("open", () => socket.send('{"type":"connection_init"}'));
      const said = await Promise.race([once(socket, "message"), once(socket, "close")]);
      expect(String(said[0])).toBe(status === 200 ? '{"type":"connection_ack"}' : "4403");
      socket.terminate();
    },
  );

  test.each(["https://app.example", "http://localhost.app.example", "null"])(
    "%s is refused, and told why",
    async (origin) => {
      expect(await servedFor(origin)).toEqual([401, 401, 4403]);
      const response = await fetch(`${open.url}/graphql?query={__typename}`, { headers: { origin } });
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      expect(await response.text()).toContain("GATEWAY_API_KEYS");
    },
  );
});

describe("a request that is no GraphQL request is refused by status and code", () => {
  const BAD_REQUEST = { status: 400, codes: ["BAD_REQUEST"] };

  test.each([
    "",
    "{",
    "null",
    "7",
    "[]",
    '[{"query":"{__typename}"}]',
    '{"query":7}',
    '{"query":"{__typename}","variables":"x"}',
  ])("a body that is no request: %j", async (body) => {
    expect(await post(body)).toMatchObject(BAD_REQUEST);
  });

  const ACCEPTED = ["application/json", "application/graphql-response+json", "*/*"];

  test.each(ACCEPTED)("what has no query, to who accepts %s", async (accept) => {
    for (const body of [
      "{}",
      '{"query":null}',
      '{"variables":{}}',
      '{"extensions":{}}',
      '{"extensions":null}',
    ]) {
      expect(await post(body, { accept })).toMatchObject(BAD_REQUEST);
    }
    expect(await http("/graphql", { headers: { ...JSON_WITH_KEY, accept } })).toMatchObject(BAD_REQUEST);
  });

  test.each(ACCEPTED)("but a hash alone, to which clients then send the query: %s", async (accept) => {
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: "x" } });
    const notSupported = {
      status: 200,
      codes: ["PERSISTED_QUERY_NOT_SUPPORTED"],
      errors: [{ message: "PersistedQueryNotSupported" }],
    };
    for (const query of ["", '"query":null,', '"query":"",']) {
      expect(await post(`{${query}"extensions":${extensions}}`, { accept })).toMatchObject(notSupported);
    }
    const search = `?operationName=A&extensions=${encodeURIComponent(extensions)}`;
    expect(await http(`/graphql${search}`, { headers: { ...JSON_WITH_KEY, accept } })).toMatchObject(
      notSupported,
    );
  });

  test("a body that is compressed is not mistaken for JSON", async () => {
    expect(await post("\u001f\u008b", { "content-encoding": "gzip" })).toMatchObject(BAD_REQUEST);
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/mixed; boundary=x",
    "application/graphql",
  ])("a body of another type: %s", async (type) => {
    expect(await post("{}", { "content-type": type })).toMatchObject({
      status: 415,
      codes: ["UNSUPPORTED_MEDIA_TYPE"],
      errors: [{ message: expect.stringContaining("application/json") }],
    });
  });

  test.each([
    ["application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
    [
      "application/graphql-response+json, application/json;q=0.9",
      "application/graphql-response+json; charset=utf-8",
    ],
    ["application/json", "application/json; charset=utf-8"],
    ["*/*", "application/json; charset=utf-8"],
    ["text/html", "application/json; charset=utf-8"],
  ])("in the media type that is accepted: %s", async (accept, type) => {
    const key = { authorization: `Bearer ${API_KEY}` };
    const json = { "content-type": "application/json" };
    const refusals: [number, RequestInit & { search?: string }][] = [
      [401, { body: "{}", headers: json }],
      [400, { body: "{", headers: { ...key, ...json } }],
      [413, { body: "x".repeat(300_000), headers: { ...key, ...json } }],
      [415, { body: "{}", headers: { ...key, "content-type": "text/plain" } }],
      [400, { body: "x", headers: { ...key, "content-type": "multipart/form-data; boundary=x" } }],
      [400, { body: "{}", headers: { ...key, ...json }, search: "?variables=x" }],
    ];
    for (const [status, { search = "", headers, ...init }] of refusals) {
      const response = await fetch(`${gateway.url}/graphql${search}`, {
        method: "POST",
        ...init,
        headers: { ...headers, accept },
      });
      expect([response.status, response.headers.get("content-type")]).toEqual([status, type]);
      Answered.parse(await response.json());
    }
  });

  test("a body over the limit, told before it is read or while it comes", async () => {
    const body = JSON.stringify({ query: "{ __typename }", variables: { x: "x".repeat(256 * 1024) } });
    const tooLarge = { status: 413, codes: ["REQUEST_TOO_LARGE"] };
    expect(await post(body)).toMatchObject(tooLarge);
    const chunks = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(body));
        controller.close();
      },
    });
    const streamed: RequestInit & { duplex: "half" } = {
      method: "POST",
      headers: JSON_WITH_KEY,
      body: chunks,
      duplex: "half",
    };
    expect(await http("/graphql", streamed)).toMatchObject(tooLarge);
  });

  test("a message over the limit closes its WebSocket with 1009, one that is no message with 4400, and prints nothing", async () => {
    using printed = vi.spyOn(console, "error");
    const large = await openWebSocket();
    large.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: " ".repeat(256 * 1024) } }));
    expect(await large.closed).toBe(1009);
    for (const text of [
      "{",
      "[]",
      '{"type":"subscribe"}',
      '{"id":"1","type":"subscribe","payload":{"query":7}}',
      // What only a server may say.
      '{"type":"connection_ack"}',
      '{"id":"1","type":"next","payload":{"data":{}}}',
      '{"id":"1","type":"error","payload":[{"message":"No"}]}',
    ]) {
      const socket = await openWebSocket();
      socket.send(text);
      expect(await socket.closed).toBe(4400);
    }
    expect(printed).not.toHaveBeenCalled();
  });

  test("a client that is cut off with answers unread prints nothing", async () => {
    using printed = vi.spyOn(console, "error");
    upstream.answer("GET /calls/c-1", "hang");
    const socket = await openWebSocket();
    socket.pause();
    // More than the kernel holds.
    const large = "{ __schema { types { description fields { description args { description } } } } }";
    for (let id = 0; id < 99; id++)
      socket.send(JSON.stringify({ id: `${id}`, type: "subscribe", payload: { query: large } }));
    socket.send('{"id":"99","type":"subscribe","payload":{"query":"{ call(callId: \\"c-1\\") { state } }"}}');
    await upstream.arrived("GET /calls/c-1");
    socket.terminate();
    await upstream.givenUp("GET /calls/c-1");
    expect(printed).not.toHaveBeenCalled();
  });

  test("documents that come at once over a WebSocket are answered in order, and others in between", async () => {
    const socket = await openWebSocket();
    const numbers = Array.from({ length: 3_000 }, (_, n) => `${n}`);
    for (const id of numbers)
      socket.send(JSON.stringify({ id, type: "subscribe", payload: { query: `{ ${id} }` } }));
    const answers = [await socket.next()];
    const answeredBefore = post({ query: "{ __typename }" }).then(() => answers.length);
    while (answers.length < numbers.length) answers.push(await socket.next());
    // One in each turn of the event loop, of which a request takes a few.
    expect(await answeredBefore).toBeLessThan(1_000);
    const found = answers.map((answer) => /found Int \\"(\d+)/.exec(JSON.stringify(answer))?.[1]);
    expect(found).toEqual(numbers);
    socket.close();
  });

  test("a mutation by GET", async () => {
    const mutation =
      'mutation { createCall(input: { to: "+19195551234", from: "+19195554321" }) { call { callId } } }';
    const answer = await http(`/graphql?query=${encodeURIComponent(mutation)}`, { headers: JSON_WITH_KEY });
    expect(answer).toMatchObject({ status: 405, codes: ["BAD_REQUEST"] });
    expect(upstream.requests()).toEqual([]);
  });

  test.each(["", "?query=%7B__typename%7D&variables=%7B", "?query=%7B__typename%7D&extensions=x"])(
    "a GET that is no query: %j",
    async (search) => {
      const { codes } = await http(`/graphql${search}`, { headers: JSON_WITH_KEY });
      expect(codes).toEqual(["BAD_REQUEST"]);
    },
  );

  test("a path that is not there, without what follows it", async () => {
    const answer = await http("/calls?key=hush", {});
    expect(answer).toMatchObject({ status: 404, codes: ["NOT_FOUND"] });
    expect(JSON.stringify(answer)).not.toContain("hush");
    expect(await http("/graphql", { method: "PUT", headers: JSON_WITH_KEY, body: "{}" })).toMatchObject({
      status: 404,
      codes: ["NOT_FOUND"],
    });
  });

  test("a path that cannot be decoded", async () => {
    expect(await http("/%zz", {})).toMatchObject(BAD_REQUEST);
  });

  test("a WebSocket at another path is answered 404", async () => {
    const socket = new WebSocket(`${gateway.url.replace(/^http/, "ws")}/events`);
    const error = await new Promise((resolve) => socket.on("error", resolve));
    expect(String(error)).toContain("404");
  });

  test("a client that resets its connection as its WebSocket at another path is refused harms no other", async () => {
    for (let n = 0; n < 20; n++) {
      const socket = connect(gateway.port, "localhost");
      socket.write(
        "GET /events HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n",
        () => socket.resetAndDestroy(),
      );
      await once(socket, "close");
    }
    expect(await post({ query: "{ __typename }" })).toMatchObject({ status: 200 });
  });

  test("an upgrade to anything but a WebSocket is not made, and the request served as any other", async () => {
    const upgrade = { connection: "Upgrade, HTTP2-Settings", upgrade: "h2c", "http2-settings": "AAEAAEAA" };
    const ask = async (path: string, headers: Record<string, string>, body: object) => {
      const asked = request(gateway.url + path, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers, ...upgrade },
      });
      asked.end(JSON.stringify(body));
      const answer = await new Promise<IncomingMessage>((resolve) => asked.once("response", resolve));
      return { status: answer.statusCode, text: await text(answer) };
    };
    expect(await ask("/graphql", JSON_WITH_KEY, { query: "{ __typename }" })).toEqual({
      status: 200,
      text: '{"data":{"__typename":"Query"}}',
    });
    const event = voiceEvent("dtmf", { callId: "c-h2c", digit: "1" });
    expect(await ask("/callbacks/voice/status", { authorization: CALLBACK_AUTH }, event)).toEqual({
      status: 204,
      text: "",
    });
    expect(
      await post({ query: '{ events(filter: { callId: "c-h2c" }) { edges { node { type } } } }' }),
    ).toMatchObject({ data: { events: { edges: [{ node: { type: "DTMF" } }] } } });
  });

  test("bytes that are no HTTP end their connection, and no other", async () => {
    const socket = connect(gateway.port, "localhost");
    socket.end("HELLO\r\n\r\n");
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe("what Bandwidth's fault is, is told by its code, and costs the field and not the page", () => {
  const PAGE = `{ bad: call(callId: "c-1") { state } good: call(callId: "c-2") { state } here: __typename }`;

  test.each<[number, string, Answer]>([
    [400, "BAD_USER_INPUT", { status: 400 }],
    [401, "UPSTREAM_UNAUTHENTICATED", { status: 401 }],
    [403, "FORBIDDEN", { status: 403 }],
    [409, "CONFLICT", { status: 409 }],
    [415, "UPSTREAM_REJECTED", { status: 415 }],
    [429, "RATE_LIMITED", { status: 429, headers: { "retry-after": "0" } }],
    [500, "UPSTREAM_UNAVAILABLE", { status: 500 }],
    [502, "UPSTREAM_UNAVAILABLE", { status: 502 }],
    [503, "UPSTREAM_UNAVAILABLE", { status: 503, headers: { "retry-after": "30" } }],
    [504, "UPSTREAM_UNAVAILABLE", { status: 504 }],
  ])("%i is %s", async (status, code, answer) => {
    upstream.answer("GET /calls/c-1", answer);
    upstream.answer("GET /calls/c-2", { body: { callId: "c-2", state: "answered" } });
    const { data, errors } = await post({ query: PAGE });
    expect(data).toEqual({ bad: null, good: { state: "ANSWERED" }, here: "Query" });
    expect(errors).toMatchObject([
      { path: ["bad"], extensions: { code, upstream: { api: "voice", status } } },
    ]);
  });

  test("so it is of what a client may not ask, in each list and at the root", async () => {
    upstream.answer("GET /calls/c-2", { body: { callId: "c-2", state: "answered" } });
    const query = `{
      good: call(callId: "c-2") { state events(first: 0) { edges { cursor } } }
      events(first: 0) { edges { cursor } } callScripts(first: 0) { edges { cursor } }
      callbackDeliveries(first: 0) { id } bxml(verbs: [{ pause: { duration: -1 } }])
    }`;
    const { data, codes } = await post({ query });
    expect(data).toEqual({
      good: { state: "ANSWERED", events: null },
      events: null,
      callScripts: null,
      callbackDeliveries: null,
      bxml: null,
    });
    expect(codes).toEqual(Array(5).fill("BAD_USER_INPUT"));
  });

  test("what is not there is null, and no error", async () => {
    for (const route of ["GET /calls/c-1", "GET /calls/c-2", "GET /calls/c-1/recordings/r-1"])
      upstream.answer(route, { status: 404, body: { type: "validation", description: "Not found" } });
    upstream.answer("GET /messages", { body: { pageInfo: {}, messages: [] } });
    const query = `{ bad: call(callId: "c-1") { state } recording(callId: "c-1", recordingId: "r-1") { duration } message(messageId: "m") { status } }`;
    expect(await post({ query })).toMatchObject({
      data: { bad: null, recording: null, message: null },
      errors: [],
    });
  });

  test("but to change what is not there is NOT_FOUND", async () => {
    upstream.answer("POST /calls/c-9", { status: 404 });
    const query = 'mutation { updateCall(input: { callId: "c-9", state: COMPLETED }) { call { callId } } }';
    expect((await post({ query })).codes).toEqual(["NOT_FOUND"]);
  });

  test("a loader's failure is told at each field that needs it", async () => {
    upstream.answer("GET /calls/c-1", { status: 403 });
    const { errors } = await post({
      query: '{ a: call(callId: "c-1") { to } b: call(callId: "c-1") { to } }',
    });
    expect(errors.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [["a"], "FORBIDDEN"],
      [["b"], "FORBIDDEN"],
    ]);
    expect(upstream.requests()).toHaveLength(1);
  });

  test("credentials that Bandwidth refuses are named, not shown", async () => {
    const other = await startGateway({ upstreamUrl: upstream.url });
    upstream.answer(`POST ${TOKEN_PATH}`, { status: 401, body: { error: "invalid_client" } });
    const response = await fetch(`${other.url}/graphql`, {
      method: "POST",
      headers: JSON_WITH_KEY,
      body: JSON.stringify({ query: "{ statistics { currentCallQueueSize } }" }),
    });
    expect(Answered.parse(await response.json()).errors).toMatchObject([
      {
        message: "Bandwidth refused BW_CLIENT_ID and BW_CLIENT_SECRET",
        extensions: { code: "UPSTREAM_UNAUTHENTICATED", upstream: { api: "oauth", status: 401 } },
      },
    ]);
    await other.stop();
  });
});

test("after all of it the gateway serves as before, and has logged nothing unexpected", async () => {
  upstream.answer("GET /calls/c-2", { body: { callId: "c-2", state: "answered" } });
  expect(await post({ query: '{ call(callId: "c-2") { state } }' })).toMatchObject({
    status: 200,
    data: { call: { state: "ANSWERED" } },
  });
  const unexpected = gateway.logLines.filter((line) => /"level":[56]0/.test(line));
  expect(unexpected).toEqual([]);
  // What Bandwidth did is there for an operator, without URLs and credentials.
  expect(gateway.logLines.some((line) => /"level":40.*"code":"UPSTREAM_UNAVAILABLE"/.test(line))).toBe(true);
});
