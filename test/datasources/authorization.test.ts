import { createServer } from "node:http";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { basicAuthorization, clientCredentials } from "../../src/datasources/authorization.ts";
import { createConnectionPool } from "../../src/datasources/connectionPool.ts";
import { NO_BODY } from "../../src/datasources/rest.ts";
import { UpstreamError } from "../../src/datasources/upstreamError.ts";
import { createMaskSecrets } from "../../src/maskSecrets.ts";
import { restTo } from "../support/rest.ts";
import { startUpstream, TOKEN_PATH, type Upstream } from "../support/upstream.ts";

const TOKEN_ROUTE = `POST ${TOKEN_PATH}`;
const REFUSED = {
  status: 401,
  body: { type: "authentication-error", description: "The credentials provided were invalid", id: null },
};

let upstream: Upstream;
const pool = createConnectionPool();
beforeAll(async () => {
  upstream = await startUpstream();
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await pool.close();
  await upstream.stop();
});

/** Client credentials on a clock that the test moves. */
function oauth() {
  const clock = { time: 1_000_000 };
  const authorization = clientCredentials({
    tokenUrl: upstream.url + TOKEN_PATH,
    clientId: "client",
    clientSecret: "hush:hush",
    fetch: pool.fetch,
    now: () => clock.time,
    maskSecrets: createMaskSecrets(["hush:hush"]),
  });
  return { authorization, clock };
}

function rest(authorization = oauth().authorization) {
  return restTo(upstream.url, { authorization, exchange: pool.exchange });
}

async function failure(outcome: unknown): Promise<UpstreamError> {
  try {
    await outcome;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return error;
  }
  throw new Error("It did not fail");
}

const bearers = () => upstream.requests().map(({ headers }) => headers["authorization"]);

test("a token is asked for as RFC 6749 says: form body, client id and secret as Basic", async () => {
  await oauth().authorization.header();
  expect(upstream.tokenRequests()).toMatchObject([
    {
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from("client:hush:hush").toString("base64")}`,
        "content-type": expect.stringMatching(/^application\/x-www-form-urlencoded/),
      },
      body: "grant_type=client_credentials",
    },
  ]);
});

test("a token serves every request until 60 s before it expires, and is then replaced", async () => {
  upstream.answer(
    TOKEN_ROUTE,
    { body: { access_token: "one", expires_in: 3600 } },
    { body: { access_token: "two", expires_in: 3600 } },
  );
  const { authorization, clock } = oauth();
  expect(await authorization.header()).toBe("Bearer one");
  clock.time += 3_539_999;
  expect(await authorization.header()).toBe("Bearer one");
  expect(upstream.tokenRequests()).toHaveLength(1);
  clock.time += 1;
  expect(await authorization.header()).toBe("Bearer two");
  expect(await authorization.header()).toBe("Bearer two");
  expect(upstream.tokenRequests()).toHaveLength(2);
});

test("a token that lives less than two minutes is used for half of its life", async () => {
  upstream.answer(TOKEN_ROUTE, { body: { access_token: "short", expires_in: 30 } });
  const { authorization, clock } = oauth();
  await authorization.header();
  clock.time += 14_999;
  await authorization.header();
  expect(upstream.tokenRequests()).toHaveLength(1);
  clock.time += 1;
  await authorization.header();
  expect(upstream.tokenRequests()).toHaveLength(2);
});

test("however many callers wait, one token request is under way", async () => {
  const gate = Promise.withResolvers<void>();
  upstream.answer(TOKEN_ROUTE, { body: { access_token: "one", expires_in: 3600 }, after: gate.promise });
  const { authorization } = oauth();
  const first = authorization.header();
  await upstream.arrived(TOKEN_ROUTE);
  const others = Array.from({ length: 50 }, () => authorization.header());
  gate.resolve();
  expect(new Set(await Promise.all([first, ...others]))).toEqual(new Set(["Bearer one"]));
  expect(upstream.tokenRequests()).toHaveLength(1);
});

test("a failed token request is not kept: the next caller asks again", async () => {
  upstream.answer(TOKEN_ROUTE, { status: 503 }, { body: { access_token: "one", expires_in: 3600 } });
  const { authorization } = oauth();
  expect((await failure(authorization.header())).code).toBe("UPSTREAM_UNAVAILABLE");
  expect(await authorization.header()).toBe("Bearer one");
});

test.each([
  ["a refused client", { status: 401, body: { error: "invalid_client" } }, "UPSTREAM_UNAUTHENTICATED"],
  [
    "a refused client, told as 400",
    { status: 400, body: { error: "invalid_client" } },
    "UPSTREAM_UNAUTHENTICATED",
  ],
  ["too many token requests", { status: 429 }, "RATE_LIMITED"],
  ["a token endpoint that fails", { status: 500 }, "UPSTREAM_UNAVAILABLE"],
  ["a reset connection", "reset after reading", "UPSTREAM_UNAVAILABLE"],
  ["an answer that is no JSON", { body: "<html>" }, "UPSTREAM_INVALID_RESPONSE"],
  ["a token without a lifetime", { body: { access_token: "x" } }, "UPSTREAM_INVALID_RESPONSE"],
  ["a redirect", { status: 302, headers: { location: "/elsewhere" } }, "UPSTREAM_REJECTED"],
] as const)(
  "%s at the token endpoint fails a write with a code that says nothing was sent",
  async (_, answer, code) => {
    upstream.answer(TOKEN_ROUTE, answer);
    const error = await failure(rest().post("calls", {}, NO_BODY));
    expect(error.code).toBe(code);
    expect(upstream.requests()).toEqual([]);
    expect(upstream.tokenRequests()).toHaveLength(1);
  },
);

test("what the token endpoint repeats of the client's credentials is not told", async () => {
  const basic = Buffer.from("client:hush:hush").toString("base64");
  for (const status of [400, 429, 500]) {
    upstream.answer(TOKEN_ROUTE, {
      status,
      body: {
        error: "invalid_client",
        error_description: `Authorization=Basic ${basic}, ${basic}, hush:hush`,
      },
    });
    const { message, answer } = await failure(oauth().authorization.header());
    expect(answer?.description).toBe("Authorization=[masked] [masked], [masked], [masked]");
    expect(message).not.toMatch(new RegExp(`hush|${basic}`));
  }
});

test("nothing of a token that cannot be read is told", async () => {
  for (const body of ['{"access_token":hush}', '{"access_token":"hush"}', { access_token: "hush" }]) {
    upstream.answer(TOKEN_ROUTE, { body });
    const error = await failure(oauth().authorization.header());
    expect(error.code).toBe("UPSTREAM_INVALID_RESPONSE");
    expect(inspect(error)).not.toContain("hush}");
    expect(inspect(error)).not.toContain('"hush');
  }
});

test("a 401 is answered with a new token and one more try, for a read and a write alike", async () => {
  const client = rest();
  upstream.answer("GET /calls", REFUSED, { body: [] });
  upstream.answer("POST /calls/c-1", REFUSED, { body: {} });
  await client.get("calls", z.array(z.unknown()));
  await client.post("calls/c-1", { state: "completed" }, NO_BODY);
  expect(upstream.asked()).toEqual(["GET /calls", "GET /calls", "POST /calls/c-1", "POST /calls/c-1"]);
  const [one, two, three, four] = bearers();
  expect(one).not.toBe(two);
  expect(two).toBe(three);
  expect(three).not.toBe(four);
  expect(upstream.tokenRequests()).toHaveLength(3);
});

test("a second 401 is told, and not followed by a third try", async () => {
  upstream.answer("GET /calls", REFUSED);
  const error = await failure(rest().get("calls", NO_BODY));
  expect(error).toMatchObject({
    code: "UPSTREAM_UNAUTHENTICATED",
    answer: { api: "voice", status: 401, type: "authentication-error" },
  });
  expect(upstream.asked()).toEqual(["GET /calls", "GET /calls"]);
});

test("calls that are refused together are renewed by one token request", async () => {
  const client = rest();
  upstream.answer("GET /statistics", { body: {} });
  await client.get("statistics", NO_BODY);
  const ids = Array.from({ length: 20 }, (_, i) => `c-${i}`);
  const gate = Promise.withResolvers<void>();
  for (const id of ids)
    upstream.answer(`GET /calls/${id}`, { ...REFUSED, after: gate.promise }, { body: {} });
  const all = ids.map((id) => client.get(`calls/${id}`, NO_BODY));
  await Promise.all(ids.map((id) => upstream.arrived(`GET /calls/${id}`)));
  gate.resolve();
  await Promise.all(all);
  expect(upstream.tokenRequests()).toHaveLength(2);
});

test("a refusal of the token before does not cost the one that replaced it", async () => {
  const client = rest();
  const gate = Promise.withResolvers<void>();
  upstream.answer("GET /late", { ...REFUSED, after: gate.promise }, { body: {} });
  upstream.answer("GET /early", REFUSED, { body: {} });
  const late = client.get("late", NO_BODY);
  await upstream.arrived("GET /late");
  await client.get("early", NO_BODY);
  gate.resolve();
  await late;
  expect(upstream.tokenRequests()).toHaveLength(2);
});

test("Basic credentials go with each request, and a 401 is told at once", async () => {
  const client = rest(basicAuthorization("user", "pass:word"));
  upstream.answer("GET /calls", REFUSED);
  expect((await failure(client.get("calls", NO_BODY))).code).toBe("UPSTREAM_UNAUTHENTICATED");
  expect(upstream.asked()).toEqual(["GET /calls"]);
  expect(bearers()).toEqual([`Basic ${Buffer.from("user:pass:word").toString("base64")}`]);
  expect(upstream.tokenRequests()).toEqual([]);
});

test("a token endpoint whose answer never ends is given up in time, whatever its status", async () => {
  const server = createServer((request, response) => {
    response.writeHead(Number(request.url?.slice(1)), { "content-type": "application/json" });
    const drops = setInterval(() => response.write(" "), 10);
    response.once("close", () => clearInterval(drops));
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  const codes = [200, 401, 500].map(async (status) => {
    const authorization = clientCredentials({
      tokenUrl: `http://localhost:${address.port}/${status}`,
      clientId: "client",
      clientSecret: "hush",
      fetch: pool.fetch,
      now: Date.now,
      maskSecrets: createMaskSecrets(["hush"]),
      timeoutMs: 200,
    });
    return (await failure(authorization.header())).code;
  });
  // Of a refusal the status is enough, if it came in time.
  for (const code of await Promise.all(codes)) expect(code).toMatch(/^UPSTREAM_/);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
