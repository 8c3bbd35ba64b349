import { createServer, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Authorization, basicAuthorization } from "../../src/datasources/authorization.ts";
import { createConnectionPool } from "../../src/datasources/connectionPool.ts";
import { NO_BODY } from "../../src/datasources/rest.ts";
import { freePort } from "../support/freePort.ts";
import { restTo } from "../support/rest.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { type Answer, type Received, startUpstream, TOKEN_PATH, type Upstream } from "../support/upstream.ts";

const ID = "upstream-client";
const SECRET = "upstream-hush";
const API_KEY = "client-hush";
const CALLBACK_SECRET = "callback-hush";

let upstream: Upstream;
let gateway: RunningGateway;
/** Every answer that the gateway gave. */
const told: string[] = [];

const OURS = {
  BW_CLIENT_ID: ID,
  BW_CLIENT_SECRET: SECRET,
  GATEWAY_API_KEYS: API_KEY,
  CALLBACK_PASSWORD: CALLBACK_SECRET,
};
const startOne = () => startGateway({ upstreamUrl: upstream.url, environment: OURS });
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startOne();
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

const Answered = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) }))
    .optional(),
});

async function ask(query: string, { url } = gateway) {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  told.push(text, JSON.stringify([...response.headers]));
  return Answered.parse(JSON.parse(text));
}

/** The only error of an operation. */
async function errorOf(query: string, at = gateway) {
  const { errors = [] } = await ask(query, at);
  expect(errors).toHaveLength(1);
  const [error] = errors;
  if (!error) throw new Error("There is no error");
  return error;
}

const READ = `{ call(callId: "c-1") { state } }`;
const WRITE = `mutation { createCall(input: { to: "+19195551234", from: "+19195554321" }) { call { callId } } }`;
const SEND = `mutation { createMessage(input: { to: ["+19195551234"], from: "+19195554321", text: "hi" }) { message { messageId } } }`;
const READ_ROUTE = "GET /calls/c-1";
const WRITE_ROUTE = "POST /calls";
const CALL = { body: { callId: "c-1", state: "answered" } };
const HTML = "<html><body><h1>Bad gateway at 10.0.0.7</h1></body></html>";

test.each([429, 503])(
  "a read that is answered %i is repeated after the Retry-After it names",
  async (status) => {
    upstream.answer(READ_ROUTE, { status, headers: { "retry-after": "1" } }, CALL);
    const before = performance.now();
    expect(await ask(READ)).toEqual({ data: { call: { state: "ANSWERED" } } });
    expect(performance.now() - before).toBeGreaterThan(990);
    expect(upstream.asked()).toEqual([READ_ROUTE, READ_ROUTE]);
  },
);

test("the gateway's clock that nobody sets says when a token is over and when a Retry-After is", async () => {
  let time = Date.now();
  await using timed = await startGateway({
    upstreamUrl: upstream.url,
    environment: OURS,
    steadyNow: () => time,
  });
  upstream.answer(READ_ROUTE, CALL, { status: 429, headers: { "retry-after": "60" } }, CALL);
  await ask(READ, timed);
  expect((await errorOf(READ, timed)).extensions.code).toBe("RATE_LIMITED");
  time += 3_600_000;
  expect(await ask(READ, timed)).toEqual({ data: { call: { state: "ANSWERED" } } });
  expect(upstream.tokenRequests()).toHaveLength(2);
});

test("a Retry-After that is a date counts as well", async () => {
  await using paused = await startOne();
  upstream.answer(
    READ_ROUTE,
    { status: 429, headers: { "retry-after": new Date(Date.now() + 3600_000).toUTCString() } },
    CALL,
  );
  const { retryAfter } = (await errorOf(READ, paused)).extensions;
  expect(retryAfter).toBeGreaterThan(3590);
  expect(retryAfter).toBeLessThanOrEqual(3600);
  expect(upstream.asked()).toEqual([READ_ROUTE]);
});

test("a Retry-After of more than a day, which nobody can mean, is told as a day", async () => {
  for (const retryAfter of ["9".repeat(23), "Fri, 31 Dec 9999 23:59:59 GMT"]) {
    await using paused = await startOne();
    upstream.answer(READ_ROUTE, { status: 429, headers: { "retry-after": retryAfter } });
    expect((await errorOf(READ, paused)).extensions).toMatchObject({ retryAfter: 86_400 });
  }
});

test("a read is repeated twice at most", async () => {
  upstream.answer(READ_ROUTE, { status: 429, headers: { "retry-after": "0" } });
  expect((await errorOf(READ)).extensions.code).toBe("RATE_LIMITED");
  expect(upstream.asked()).toEqual([READ_ROUTE, READ_ROUTE, READ_ROUTE]);
});

test.each([
  [429, "RATE_LIMITED"],
  [503, "UPSTREAM_UNAVAILABLE"],
])("a Retry-After beyond the deadline is told at once: %i is %s with retryAfter", async (status, code) => {
  await using paused = await startOne();
  upstream.answer(READ_ROUTE, { status, headers: { "retry-after": "60" } }, CALL);
  expect((await errorOf(READ, paused)).extensions).toMatchObject({
    code,
    retryAfter: 60,
    upstream: { status },
  });
  expect(upstream.asked()).toEqual([READ_ROUTE]);
});

test.each([400, 403, 404, 500, 502])("a read that is answered %i is not repeated", async (status) => {
  upstream.answer(READ_ROUTE, { status }, CALL);
  await ask(READ);
  expect(upstream.asked()).toEqual([READ_ROUTE]);
});

test.each(["reset", "reset after reading"] as const)(
  "a read is repeated after a connection %s",
  async (fault) => {
    upstream.answer(READ_ROUTE, fault, CALL);
    expect(await ask(READ)).toEqual({ data: { call: { state: "ANSWERED" } } });
    expect(upstream.asked()).toEqual([READ_ROUTE, READ_ROUTE]);
  },
);

test.each<[string, Answer, string]>([
  ["429", { status: 429, headers: { "retry-after": "0" } }, "RATE_LIMITED"],
  ["503", { status: 503, headers: { "retry-after": "0" } }, "UPSTREAM_UNAVAILABLE"],
  ["500", { status: 500 }, "OUTCOME_UNKNOWN"],
  ["502", { status: 502 }, "OUTCOME_UNKNOWN"],
  ["504", { status: 504 }, "OUTCOME_UNKNOWN"],
  ["a reset before the body was read", "reset", "OUTCOME_UNKNOWN"],
  ["a reset after the body was read", "reset after reading", "OUTCOME_UNKNOWN"],
  ["an answer that breaks off", { status: 201, body: CALL.body, end: "cut" }, "OUTCOME_UNKNOWN"],
  ["a success that is no JSON", { status: 201, body: "<html>" }, "OUTCOME_UNKNOWN"],
  ["a success without an id", { status: 201, body: {} }, "OUTCOME_UNKNOWN"],
])("a write is never repeated: %s", async (_, answer, code) => {
  upstream.answer(WRITE_ROUTE, answer);
  upstream.answer("POST /messages", answer);
  for (const [mutation, route] of [
    [WRITE, WRITE_ROUTE],
    [SEND, "POST /messages"],
  ] as const) {
    expect((await errorOf(mutation)).extensions.code).toBe(code);
    expect(upstream.requests(route)).toHaveLength(1);
  }
});

const AT = `callId: "c-1"`;
test.each([
  [`hangUpCall(input: { ${AT} }) { call { callId } }`, "POST /calls/c-1"],
  [`updateCallBxml(input: { ${AT}, bxml: { verbs: [] } }) { call { callId } }`, "PUT /calls/c-1/bxml"],
  [
    `deleteRecording(input: { ${AT}, recordingId: "r-1" }) { recordingId }`,
    "DELETE /calls/c-1/recordings/r-1",
  ],
  [`deleteMedia(input: { mediaId: "a.png" }) { mediaId }`, "DELETE /media/a.png"],
])(
  "a write whose success has no body is OUTCOME_UNKNOWN where a proxy's page comes in its place: %s",
  async (mutation, route) => {
    upstream.answer(route, { headers: { "content-type": "text/html" }, body: HTML });
    expect((await errorOf(`mutation { ${mutation} }`)).extensions.code).toBe("OUTCOME_UNKNOWN");
    for (const body of [undefined, "\n", {}]) {
      upstream.answer(route, { body });
      expect((await ask(`mutation { ${mutation} }`)).errors).toBeUndefined();
    }
  },
);

test("a write over a connection that was never made is UPSTREAM_UNAVAILABLE: it may be tried again", async () => {
  const { message, extensions } = await errorWithNobodyListening(WRITE);
  expect(extensions).toEqual({ code: "UPSTREAM_UNAVAILABLE" });
  expect(message).toBe("Bandwidth's voice API could not be reached");
});

test("a read over a connection that cannot be made is UPSTREAM_UNAVAILABLE, not null", async () => {
  expect((await errorWithNobodyListening(READ)).extensions).toEqual({ code: "UPSTREAM_UNAVAILABLE" });
});

test.each<[string, (socket: Socket) => void]>([
  ["is hung up", (socket) => socket.destroy()],
  ["is answered with what is no TLS", (socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")],
])("a write whose TLS handshake %s was not sent, so it is UPSTREAM_UNAVAILABLE", async (_, answer) => {
  const server = createServer((socket) =>
    socket.on("error", () => undefined).once("data", () => answer(socket)),
  );
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  expect((await errorAt(`https://localhost:${port}`, WRITE)).extensions).toEqual({
    code: "UPSTREAM_UNAVAILABLE",
  });
  server.close();
});

test("a write whose token leaves it no time for an answer is not sent: it is UPSTREAM_TIMEOUT, or what a 401 said before", async () => {
  const times = { attemptTimeoutMs: 900, deadlineMs: 1000 };
  upstream.answer("POST /late", { body: {} });
  const late = impatient({ ...times, authorization: tokensAfter(500) });
  await expect(late.client.post("late", {}, NO_BODY)).rejects.toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  expect(upstream.asked()).toEqual([]);
  await late.stop();

  upstream.answer("POST /refused", { status: 401 }, { body: {} });
  const refused = impatient({ ...times, authorization: tokensAfter(0, 500) });
  await expect(refused.client.post("refused", {}, NO_BODY)).rejects.toMatchObject({
    code: "UPSTREAM_UNAUTHENTICATED",
  });
  expect(upstream.asked()).toEqual(["POST /refused"]);
  await refused.stop();

  upstream.reset();
  upstream.answer("POST /refused", { status: 401, after: setTimeout(200) }, { body: {} });
  const refusedLate = impatient({ ...times, authorization: tokensAfter() });
  await expect(refusedLate.client.post("refused", {}, NO_BODY)).rejects.toMatchObject({
    code: "UPSTREAM_UNAUTHENTICATED",
  });
  expect(upstream.asked()).toEqual(["POST /refused"]);
  await refusedLate.stop();
});

/** Gives a token after so many milliseconds, and the next after so many more. */
function tokensAfter(...waits: number[]): Authorization {
  return {
    header: () => setTimeout(waits.shift() ?? 0, "Bearer token"),
    refused: () => true,
  };
}

/** The error of an operation at a gateway that gets its token but finds no voice API. */
const errorWithNobodyListening = async (query: string) =>
  errorAt(`http://localhost:${await freePort()}`, query);

/** The error of an operation at a gateway whose voice API is there. */
async function errorAt(voiceUrl: string, query: string) {
  const nobody = await startGateway({
    upstreamUrl: upstream.url,
    environment: { GATEWAY_API_KEYS: API_KEY, BW_VOICE_URL: `${voiceUrl}/api/v2` },
  });
  const response = await fetch(`${nobody.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  told.push(text);
  await nobody.stop();
  const [error] = Answered.parse(JSON.parse(text)).errors ?? [];
  if (!error) throw new Error(`There is no error: ${text}`);
  return error;
}

test("an answer that does not begin in time is UPSTREAM_TIMEOUT for a read and OUTCOME_UNKNOWN for a write", async () => {
  const { client, stop } = impatient({ attemptTimeoutMs: 100 });
  upstream.answer("GET /hang", "hang");
  upstream.answer("POST /hang", "hang");
  await expect(client.get("hang", NO_BODY)).rejects.toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  await expect(client.post("hang", {}, NO_BODY)).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  expect(upstream.asked()).toEqual(["GET /hang", "POST /hang"]);
  await stop();
});

test("the deadline holds for the body too: one that stalls does not hold its caller", async () => {
  const { client, stop } = impatient({ attemptTimeoutMs: 500, deadlineMs: 1000 });
  upstream.answer("GET /stall", { body: { a: "b" }, end: "stall" });
  upstream.answer("POST /stall", { body: { a: "b" }, end: "stall" });
  await expect(client.get("stall", NO_BODY)).rejects.toMatchObject({ code: "UPSTREAM_TIMEOUT" });
  await expect(client.post("stall", {}, NO_BODY)).rejects.toMatchObject({ code: "OUTCOME_UNKNOWN" });
  await stop();
});

test("when Bandwidth hangs, no more than 16 writes are sent, and those that cannot be in time for an answer are RATE_LIMITED", async () => {
  const { client, stop } = impatient({ attemptTimeoutMs: 1000, deadlineMs: 1300 });
  upstream.answer("POST /hang", "hang");
  const codes = await Promise.all(
    Array.from({ length: 100 }, () => client.post("hang", {}, NO_BODY).catch(({ code }) => code)),
  );
  expect(codes.filter((code) => code === "OUTCOME_UNKNOWN")).toHaveLength(16);
  expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(84);
  expect(upstream.asked()).toHaveLength(16);
  await stop();
});

/** A client with times of the test's own. */
function impatient(options: {
  attemptTimeoutMs?: number;
  deadlineMs?: number;
  authorization?: Authorization;
}) {
  const pool = createConnectionPool();
  const client = restTo(upstream.url, {
    authorization: basicAuthorization("user", "password"),
    exchange: pool.exchange,
    ...options,
  });
  return { client, stop: () => pool.close() };
}

test("what Bandwidth repeats of a request is told without its token and without passwords", async () => {
  const echo = ({ headers, body }: Received): Answer => {
    const { authorization = "" } = headers;
    const token = String(authorization).replace("Bearer ", "");
    const sentence = `Authorization=${authorization} ${token} ${encodeURIComponent(token)} ${JSON.stringify(body)}`;
    return {
      status: 403,
      body: {
        type: `type ${token}`,
        description: sentence,
        id: token,
        fieldErrors: [
          { fieldName: `password=${CALLBACK_SECRET}`, description: `Basic ${token.slice(0, -2)}` },
        ],
      },
    };
  };
  upstream.answer(READ_ROUTE, echo);
  upstream.answer(WRITE_ROUTE, echo);
  for (const document of [READ, WRITE]) {
    const { extensions } = await errorOf(document);
    expect(extensions["upstream"]).toMatchObject({
      type: "type [masked]",
      description: expect.stringMatching(/^Authorization=\[masked\] \[masked\] \[masked\] \[masked\]/),
      id: "[masked]",
      fieldErrors: [{ fieldName: "password=[masked]", description: "Basic [masked]" }],
    });
  }
});

test("what Bandwidth says of a kind of credentials stays readable", async () => {
  const description = "Basic authentication is over. Bearer token has expired: send a Bearer token.";
  upstream.answer(READ_ROUTE, { status: 401, body: { type: "authentication-error", description } });
  expect((await errorOf(READ)).extensions["upstream"]).toMatchObject({ description });
});

test("credentials of somebody else are told by no error either, be they of letters alone", async () => {
  // dXNlcjpwYXNz is user:pass.
  const description = "basic dXNlcjpwYXNz, Bearer abcDef and BEARER a1";
  upstream.answer(READ_ROUTE, { status: 403, body: { type: "authorization-error", description } });
  expect((await errorOf(READ)).extensions["upstream"]).toMatchObject({
    description: "basic [masked], Bearer [masked] and BEARER [masked]",
  });
});

test.each<[string, Answer, object]>([
  [
    "voice",
    { status: 400, body: { type: "validation", description: "Invalid to", id: "e-1" } },
    { status: 400, type: "validation", description: "Invalid to", id: "e-1" },
  ],
  [
    "voice, with no id",
    { status: 403, body: { type: "authorization-error", description: "Access is denied", id: null } },
    { status: 403, type: "authorization-error", description: "Access is denied" },
  ],
  [
    "voice, with an empty id",
    { status: 409, body: { type: "validation", description: "Call [c-1] cannot be modified", id: "" } },
    { status: 409, type: "validation", description: "Call [c-1] cannot be modified" },
  ],
  [
    "messaging, with field errors",
    {
      status: 400,
      body: {
        type: "request-validation",
        description: "Your request could not be accepted.",
        fieldErrors: [{ fieldName: "from", description: "must be E164" }],
      },
    },
    {
      status: 400,
      type: "request-validation",
      description: "Your request could not be accepted.",
      fieldErrors: [{ fieldName: "from", description: "must be E164" }],
    },
  ],
  [
    "messaging, unknown path",
    {
      status: 400,
      body: { timestamp: "t", status: 404, error: "Not Found", message: "No message available", path: "/x" },
    },
    { status: 400, description: "No message available" },
  ],
  [
    "MFA",
    { status: 400, body: { error: "to number is required", requestId: "r-1" } },
    { status: 400, description: "to number is required", id: "r-1" },
  ],
  [
    "lookup v1",
    { status: 403, body: { message: "Missing Authentication Token" } },
    { status: 403, description: "Missing Authentication Token" },
  ],
  [
    "MFA, in the documentation's spelling",
    { status: 403, body: { Message: "Explicit deny" } },
    { status: 403, description: "Explicit deny" },
  ],
  [
    "lookup v2",
    {
      status: 400,
      body: { links: [], data: {}, errors: [{ code: "9", type: "bad-request", description: "No numbers" }] },
    },
    { status: 400, type: "bad-request", description: "No numbers" },
  ],
  [
    "multi-channel",
    {
      status: 400,
      body: {
        links: [],
        data: null,
        errors: [
          { type: "bad-request", description: "First", source: { field: "to" } },
          { type: "bad-request", description: "Second", source: { parameter: "limit" } },
        ],
      },
    },
    {
      status: 400,
      type: "bad-request",
      description: "First",
      fieldErrors: [
        { fieldName: "to", description: "First" },
        { fieldName: "limit", description: "Second" },
      ],
    },
  ],
  [
    "toll-free verification",
    {
      status: 400,
      body: { type: "validation", description: "Invalid request", errors: { volume: "must be a number" } },
    },
    {
      status: 400,
      type: "validation",
      description: "Invalid request",
      fieldErrors: [{ fieldName: "volume", description: "must be a number" }],
    },
  ],
  [
    "endpoints",
    {
      status: 409,
      body: {
        links: [],
        data: null,
        errors: [{ id: "e-2", type: "conflict", description: "Too many", code: "too_many_endpoints" }],
      },
    },
    { status: 409, type: "conflict", description: "Too many", id: "e-2" },
  ],
  [
    "OAuth",
    { status: 400, body: { error: "invalid_request", error_description: "No grant type" } },
    { status: 400, type: "invalid_request", description: "No grant type" },
  ],
  [
    "a proxy's HTML page",
    { status: 400, headers: { "content-type": "text/html" }, body: HTML },
    { status: 400 },
  ],
  ["a proxy's HTML page that claims to be JSON", { status: 400, body: HTML }, { status: 400 }],
  ["nothing", { status: 400 }, { status: 400 }],
  ["a list", { status: 400, body: [1, null] }, { status: 400 }],
  [
    "values of wrong kinds",
    { status: 400, body: { type: {}, description: [1], id: 7, fieldErrors: "none", errors: [null, 1] } },
    { status: 400, id: "7" },
  ],
])("an error body becomes the one upstream shape: %s", async (_, answer, shape) => {
  upstream.answer(READ_ROUTE, answer);
  const { message, extensions } = await errorOf(READ);
  expect(extensions["upstream"]).toEqual({ api: "voice", ...shape });
  expect(message).toMatch(/^Bandwidth's voice API answered \d+(: .+)?$/);
});

test("a success that is no JSON, or of another shape, is UPSTREAM_INVALID_RESPONSE", async () => {
  for (const body of [HTML, '{"callId": "c-1"', "", [], { state: "answered" }]) {
    upstream.answer(READ_ROUTE, { body });
    expect((await errorOf(READ)).extensions).toEqual({ code: "UPSTREAM_INVALID_RESPONSE" });
  }
});

test("a redirect is not followed, neither to another host nor to the same", async () => {
  const elsewhere = await startUpstream();
  for (const location of [
    `${elsewhere.url}/api/v2/accounts/9900000/calls/c-1`,
    "/api/v2/accounts/9900000/calls/c-2",
  ]) {
    for (const status of [301, 302, 307, 308]) {
      upstream.answer(READ_ROUTE, { status, headers: { location } });
      upstream.answer(WRITE_ROUTE, { status, headers: { location } });
      expect((await errorOf(READ)).extensions).toMatchObject({
        code: "UPSTREAM_REJECTED",
        upstream: { status },
      });
      expect((await errorOf(WRITE)).extensions.code).toBe("UPSTREAM_REJECTED");
    }
  }
  expect(new Set(upstream.asked())).toEqual(new Set([READ_ROUTE, WRITE_ROUTE]));
  expect(elsewhere.requests()).toEqual([]);
  await elsewhere.stop();
});

test("of a link to the next page only the token is taken: another host is never asked", async () => {
  const elsewhere = await startUpstream();
  upstream.answer(
    "GET /calls",
    {
      headers: { link: `<${elsewhere.url}/api/v2/accounts/1/calls?pageToken=t%261&to=x>; rel="next"` },
      body: [{ callId: "c-1" }],
    },
    { body: [{ callId: "c-2" }] },
  );
  expect(await ask("{ calls(first: 2) { edges { node { callId } } } }")).toEqual({
    data: { calls: { edges: [{ node: { callId: "c-1" } }, { node: { callId: "c-2" } }] } },
  });
  expect(upstream.requests().map(({ query }) => query)).toEqual([
    { pageSize: "2" },
    { pageSize: "2", pageToken: "t&1" },
  ]);
  upstream.answer(
    "GET /messages",
    {
      body: {
        pageInfo: { nextPage: `${elsewhere.url}/x?pageToken=no`, nextPageToken: "yes" },
        messages: [{ messageId: "1" }],
      },
    },
    { body: { pageInfo: {}, messages: [] } },
  );
  await ask(`{ messages(filter: { sourceTn: "+19195554321" }, first: 2) { edges { cursor } } }`);
  expect(upstream.requests("GET /messages").map(({ query }) => query["pageToken"])).toEqual([
    undefined,
    "yes",
  ]);
  expect(elsewhere.requests()).toEqual([]);
  await elsewhere.stop();
});

test("ids cannot change the path of a request", async () => {
  for (const id of ["../recordings", "a/b", "a?to=x", "a#b", "%2e%2e"]) {
    upstream.answer(`GET /calls/${encodeURIComponent(id)}`, { status: 404 });
    expect(await ask(`{ call(callId: ${JSON.stringify(id)}) { state } }`)).toEqual({ data: { call: null } });
    expect(upstream.asked().at(-1)).toBe(`GET /calls/${encodeURIComponent(id)}`);
  }
});

test("no credential and no URL of Bandwidth's stands in any answer or log line of all of these tests", () => {
  const secrets = [
    SECRET,
    Buffer.from(`${ID}:${SECRET}`).toString("base64"),
    "access-token-",
    API_KEY,
    CALLBACK_SECRET,
    new URL(upstream.url).host,
    "/api/v2",
    TOKEN_PATH,
    "10.0.0.7",
  ];
  expect(told.length).toBeGreaterThan(100);
  for (const secret of secrets) {
    expect(told.filter((text) => text.includes(secret))).toEqual([]);
    expect(gateway.logLines.filter((line) => line.includes(secret))).toEqual([]);
  }
});
