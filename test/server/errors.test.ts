import { buildSchema, GraphQLError, getOperationAST, graphql, parse } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UpstreamError } from "../../src/datasources/upstreamError.ts";
import { createErrorMask } from "../../src/server/errors.ts";
import { createGraphQLServer } from "../../src/server/graphql.ts";
import { beginSubscription, resultsOf } from "../../src/server/subscription.ts";
import { keyPrefix } from "../../src/subscriptions/redis/store.ts";
import { StoreUnavailable } from "../../src/subscriptions/store.ts";
import { type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { type RunningRedis, startRedis } from "../support/redis.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";

const schema = buildSchema("type Query { value: Int, values: [Int!], argument(n: Int! = 1): Int }");

function logger() {
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  return { lines, log };
}

/** What a client is told of the only error of an operation, and what was logged. */
async function told(value: unknown, query = "{ value }", variables: Record<string, unknown> = {}) {
  const { errors } = await graphql({
    schema,
    source: query,
    variableValues: variables,
    rootValue: { value: () => value, values: () => value, argument: () => value },
  });
  const { lines, log } = logger();
  expect(errors).toHaveLength(1);
  const shown = createErrorMask(log, () => 0)(errors?.[0]);
  if (!(shown instanceof GraphQLError)) throw new Error("It is no GraphQL error");
  return { shown: shown.toJSON(), lines };
}

const MASKED = { message: "Unexpected error.", extensions: { code: "INTERNAL_SERVER_ERROR" } };

test.each<[string, () => unknown]>([
  ["an error", () => new TypeError("hush")],
  ["what is no error", () => Promise.reject("hush")],
  [
    "an error with extensions of its own",
    () => Object.assign(new Error("hush"), { extensions: { code: "X", a: "hush" } }),
  ],
  ["a GraphQL error that nobody gave a code", () => new GraphQLError("hush")],
  ["a value that its type cannot give out", () => "hush"],
])("a fault of our own is masked, with its place, and logged whole: %s", async (_, value) => {
  const { shown, lines } = await told(value());
  expect(shown).toEqual({ ...MASKED, path: ["value"], locations: [{ line: 1, column: 3 }] });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("hush");
  expect(lines[0]).toContain('"path":["value"]');
});

test("null where there must be a value is a fault of our own", async () => {
  const { shown, lines } = await told([null], "{ values }");
  expect(shown).toMatchObject({ ...MASKED, path: ["values", 0] });
  expect(lines[0]).toContain("Cannot return null for non-nullable field Query.values.");
});

test("an error that has its code is told as it is, and not logged", async () => {
  const error = new GraphQLError("first must be 1 to 10", {
    extensions: { code: "BAD_USER_INPUT", field: "first" },
  });
  const { shown, lines } = await told(error);
  expect(shown).toMatchObject({
    message: "first must be 1 to 10",
    path: ["value"],
    extensions: { code: "BAD_USER_INPUT", field: "first" },
  });
  expect(lines).toEqual([]);
});

test("an argument that GraphQL refuses while it runs is the client's fault", async () => {
  const { shown, lines } = await told(1, "query ($n: Int) { argument(n: $n) }", { n: null });
  expect(shown).toMatchObject({ path: ["argument"], extensions: { code: "BAD_USER_INPUT" } });
  expect(lines).toEqual([]);
});

test("a failure at Bandwidth shows a client what Bandwidth said, and an operator its cause too, without URLs", async () => {
  const { shown, lines } = await told(
    new UpstreamError("RATE_LIMITED", "Bandwidth's voice API answered 429", {
      answer: { api: "voice", status: 429, type: "error" },
      retryAfter: 7,
      cause: new Error("hush at https://voice.bandwidth.com/x"),
    }),
  );
  expect(shown).toEqual({
    message: "Bandwidth's voice API answered 429",
    path: ["value"],
    locations: [{ line: 1, column: 3 }],
    extensions: {
      code: "RATE_LIMITED",
      retryAfter: 7,
      upstream: { api: "voice", status: 429, type: "error" },
    },
  });
  expect(lines).toEqual([expect.stringContaining('"cause":["hush at [URL]"]')]);
});

test.each(["UPSTREAM_BUDGET_EXCEEDED", "CANCELLED"] as const)(
  "what a client brought about itself is no warning to the operator: %s",
  async (code) => {
    const { lines } = await told(new UpstreamError(code, "of the client's own doing"));
    expect(lines).toEqual([expect.stringContaining('"level":20')]);
  },
);

test("a fault outside of any field is masked too, and logged once", async () => {
  const { lines, log } = logger();
  const server = createGraphQLServer({
    schema,
    maskError: createErrorMask(log, () => 0),
    upstreamBudget: 200,
    development: false,
    context: () => {
      throw new TypeError("hush");
    },
  });
  const response = await server.fetch("http://gateway/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ query: "{ value }" }),
  });
  expect(await response.json()).toEqual({ errors: [MASKED] });
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([expect.stringContaining("hush")]);
});

test("a stream whose source fails gives it back, tells that with its code, and is over", async () => {
  const { lines, log } = logger();
  let givenBack = 0;
  const source: AsyncIterableIterator<unknown> = {
    next: () => Promise.reject(new StoreUnavailable("Redis cannot be reached.")),
    async return() {
      givenBack += 1;
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => source,
  };
  const results = [];
  for await (const result of resultsOf(
    source,
    () => ({}),
    createErrorMask(log, () => 0),
  ))
    results.push(result);
  expect(results).toMatchObject([
    { errors: [{ message: "Redis cannot be reached.", extensions: { code: "EVENT_LOG_UNAVAILABLE" } }] },
  ]);
  expect(givenBack).toBe(1);
  expect(lines).toEqual([expect.stringContaining('"reason":"Redis cannot be reached."')]);
});

describe("a store that refuses what it is asked", () => {
  let redis: RunningRedis;
  let gateway: RunningGateway;
  beforeAll(async () => {
    redis = await startRedis();
    gateway = await startGateway({
      upstreamUrl: "http://localhost:1",
      environment: { REDIS_URL: redis.url },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await redis.stop();
  });

  const failure = (reader: Reader): Promise<unknown> =>
    reader.next().then(
      () => undefined,
      (error) => (error instanceof Error ? JSON.parse(error.message) : error),
    );

  test.for([
    ["a feed of the log", "WebSocket", "events", subscribeWebSocket, 'events(after: "0") { cursor }'],
    ["a feed of the log", "SSE", "events", subscribeSse, 'events(after: "0") { cursor }'],
    ["another stream", "WebSocket", "waiting", subscribeWebSocket, "callsAwaitingInstructions { deadline }"],
    ["another stream", "SSE", "waiting", subscribeSse, "callsAwaitingInstructions { deadline }"],
  ] as const)(
    "is a fault of our own, masked, for %s over %s",
    async ([_what, _transport, key, subscribe, selection]) => {
      await redis.command("SET", `${keyPrefix("9900000")}:${key}`, "of another type");
      const reader = await subscribe(gateway.url, `subscription { ${selection} }`);
      expect(await failure(reader)).toEqual([MASKED]);
      expect(await reader.next()).toBeUndefined();
      expect(gateway.logLines.some((line) => line.includes('"level":50') && line.includes("WRONGTYPE"))).toBe(
        true,
      );
      gateway.logLines.length = 0;
      await reader.close();
    },
  );
});

test("a subscription that cannot begin, for a fault of our own, is one masked error", async () => {
  const { lines, log } = logger();
  const maskError = createErrorMask(log, () => 0);
  const server = createGraphQLServer({
    schema,
    maskError,
    upstreamBudget: 200,
    development: false,
    context: () => {
      throw new TypeError("hush");
    },
  });
  const text = "subscription { value }";
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("There is no operation");
  // Nobody says where its items come from.
  const args = {
    schema: buildSchema("type Query { value: Int } type Subscription { value: Int }"),
    document,
  };
  const begun = await beginSubscription(server, maskError, text, operation, args);
  expect(begun).toEqual({ errors: [expect.objectContaining(MASKED)] });
  expect(lines).toEqual([expect.stringContaining("must return Async Iterable")]);
});
