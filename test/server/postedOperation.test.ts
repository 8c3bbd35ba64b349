import { request as sendRequest } from "node:http";
import { makeExecutableSchema } from "@graphql-tools/schema";
import { GraphQLError } from "graphql";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createUpstreamCalls } from "../../src/datasources/upstreamCalls.ts";
import { UpstreamError } from "../../src/datasources/upstreamError.ts";
import type { Context } from "../../src/resolvers/context.ts";
import { createErrorMask } from "../../src/server/errors.ts";
import { addGraphQL, type Client, createGraphQLServer } from "../../src/server/graphql.ts";
import { createHttp } from "../../src/server/http.ts";
import { createPostedOperations, type PostedOperations } from "../../src/server/postedOperation.ts";
import { API_KEY } from "../support/client.ts";

// The same requests to two servers of the same graph: one answers what is posted in order by itself, the other leaves all to yoga.

const schema = makeExecutableSchema({
  typeDefs: `
    type Query {
      text(is: String = "said", list: [Int!]): String
      required: String!
      thing(id: ID!): Thing
      things: [Thing!]!
      unexpected: String
      upstream: String
      refused: String
      badNumber: Int
      forever: String
    }
    type Thing { id: ID! thing: Thing required: String! }
    type Mutation { first: Int second: Int }
    type Subscription { ticks: Int }
  `,
  resolvers: {
    Query: {
      text: (_, args) => JSON.stringify(args),
      required: () => null,
      thing: async (_, { id }) => (id === "none" ? null : { id, thing: { id: `${id}'s` } }),
      things: () => [{ id: 1, required: "yes" }, { id: 2 }],
      unexpected: () => {
        throw new TypeError("hush");
      },
      upstream: async () => {
        throw new UpstreamError("RATE_LIMITED", "Too many", { retryAfter: 7 });
      },
      refused: () => {
        throw new GraphQLError("Not so", { extensions: { code: "BAD_USER_INPUT", field: "x" } });
      },
      badNumber: () => "hush",
      forever: () => new Promise(() => undefined),
    },
    Mutation: { first: () => 1, second: async () => 2 },
    Subscription: { ticks: { subscribe: async function* () {} } },
  },
});

const contexts: Client[] = [];
let isContextBroken = false;
const engine = {
  schema,
  context: (client: Client) => {
    if (isContextBroken) throw new TypeError("hush");
    contexts.push(client);
    // No resolver here needs more.
    return { datasources: { calls: createUpstreamCalls(3) } } as unknown as Context;
  },
  upstreamBudget: 3,
  development: false,
  maskError: createErrorMask(pino({ level: "silent" }), () => 0),
};

async function startServer(answerPosted: PostedOperations | undefined) {
  const server = createGraphQLServer(engine);
  const own = createPostedOperations(server, engine);
  const app = createHttp(pino({ level: "silent" }), () => 0);
  let taken = 0;
  await app.register(async (scope) =>
    addGraphQL(
      scope,
      server,
      { open: async () => false },
      answerPosted ??
        ((request, reply) => {
          const isTaken = own(request, reply);
          if (isTaken) taken += 1;
          return isTaken;
        }),
      { apiKeys: [API_KEY], uploadMaxBytes: 1_000 },
    ),
  );
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url, close: () => app.close(), taken: () => taken };
}

let own: Awaited<ReturnType<typeof startServer>>;
let yoga: typeof own;
beforeAll(async () => {
  own = await startServer(undefined);
  yoga = await startServer(() => false);
});
afterAll(() => Promise.all([own.close(), yoga.close()]));

type Asked = { method?: string; headers?: Record<string, string>; body?: unknown; search?: string };

/** What a client is told. */
async function told(url: string, { method = "POST", headers, body, search = "" }: Asked) {
  const response = await fetch(`${url}/graphql${search}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}`, ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const allowed = response.headers.get("access-control-allow-origin");
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    allow: response.headers.get("allow"),
    // yoga repeats the origin, and says it to nobody else.
    isOpen: headers?.["origin"] === undefined || allowed === "*" || allowed === headers["origin"],
    length: response.headers.has("content-length"),
    answer: text.startsWith("{") ? (JSON.parse(text) as unknown) : text,
  };
}

async function toldByBoth(asked: Asked) {
  const before = own.taken();
  // Twice: a document that comes again is known.
  const answers = [await told(own.url, asked), await told(own.url, asked)];
  const ofYoga = [await told(yoga.url, asked), await told(yoga.url, asked)];
  return { answers, ofYoga, taken: own.taken() - before };
}

const IN_ORDER: [string, Asked][] = [
  ["a query", { body: { query: "{ text }" } }],
  ["variables", { body: { query: "query ($t: String) { text(is: $t) }", variables: { t: "x" } } }],
  ["no variables where there is a default", { body: { query: "query ($t: String) { text(is: $t) }" } }],
  ["variables that are null", { body: { query: "query ($t: String) { text(is: $t) }", variables: null } }],
  ["a variable too many", { body: { query: "{ text }", variables: { t: 1 } } }],
  [
    "an argument that may not be null",
    { body: { query: "query ($l: [Int!]) { text(list: $l) }", variables: { l: [1] } } },
  ],
  ["extensions", { body: { query: "{ text }", extensions: { a: 1 } } }],
  [
    "null everywhere",
    { body: { query: "{ text }", variables: null, operationName: null, extensions: null } },
  ],
  [
    "an operation by its name",
    { body: { query: "query A { a: text } query B { b: text }", operationName: "B" } },
  ],
  ["the only operation, named", { body: { query: "query A { a: text }", operationName: "A" } }],
  ["the only operation, by no name", { body: { query: "query A { a: text }" } }],
  ["a mutation", { body: { query: "mutation { first second }" } }],
  [
    "aliases and their order",
    { body: { query: '{ z: text a: thing(id: "1") { t: __typename id } __typename }' } },
  ],
  [
    "conditions",
    {
      body: {
        query: "query ($c: Boolean!) { text @skip(if: $c) b: text @include(if: $c) }",
        variables: { c: true },
      },
    },
  ],
  [
    "fragments",
    { body: { query: '{ thing(id: "1") { ...F } } fragment F on Thing { thing { ... on Thing { id } } }' } },
  ],
  ["nothing there", { body: { query: '{ thing(id: "none") { id } }' } }],
  ["a fault of our own", { body: { query: "{ unexpected text }" } }],
  ["a value that cannot be given out", { body: { query: "{ badNumber }" } }],
  ["null where there must be a value", { body: { query: "{ required text }" } }],
  [
    "null where there must be a value, deeper",
    { body: { query: '{ thing(id: "1") { thing { required } } }' } },
  ],
  ["null in a list where there must be a value", { body: { query: "{ things { id required } }" } }],
  ["a failure at Bandwidth", { body: { query: "{ upstream }" } }],
  ["an error with its code", { body: { query: "{ refused a: refused }" } }],
  [
    "application/graphql-response+json",
    { headers: { accept: "application/graphql-response+json" }, body: { query: "{ text unexpected }" } },
  ],
  ["application/json", { headers: { accept: "application/json" }, body: { query: "{ required }" } }],
  ["any type", { headers: { accept: "*/*" }, body: { query: "{ text }" } }],
  ["any application", { headers: { accept: "application/*" }, body: { query: "{ text }" } }],
  [
    "both, the newer first",
    {
      headers: { accept: "application/graphql-response+json, application/json;q=0.9" },
      body: { query: "{ text }" },
    },
  ],
  [
    "both, the older first",
    {
      headers: { accept: "application/json, application/graphql-response+json" },
      body: { query: "{ text }" },
    },
  ],
  [
    "many types",
    {
      headers: { accept: "text/html, multipart/mixed, Application/GraphQL-Response+JSON , */*" },
      body: { query: "{ text }" },
    },
  ],
  [
    "the types of urql",
    {
      headers: {
        accept:
          "application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed",
      },
      body: { query: "{ text }" },
    },
  ],
  [
    "a page of another origin",
    { headers: { origin: "https://elsewhere.example" }, body: { query: "{ text }" } },
  ],
  [
    "a charset",
    { headers: { "content-type": "application/json; charset=utf-8" }, body: { query: "{ text }" } },
  ],
  ["letters of all kinds", { body: { query: '{ text(is: "😀 \\u00e9 \\"é\\"") }' } }],
  ["parameters of the URL", { search: "?operation=A", body: { query: "{ text }" } }],
  ["what it cost", { headers: { "x-upstream-report": "1" }, body: { query: "{ text refused }" } }],
];

const LEFT_TO_YOGA: [string, Asked][] = [
  ["GET", { method: "GET", search: "?query={text}" }],
  ["a mutation by GET", { method: "GET", search: "?query=mutation{first}" }],
  ["OPTIONS", { method: "OPTIONS", headers: { origin: "https://elsewhere.example" } }],
  ["HEAD", { method: "HEAD" }],
  ["PUT", { method: "PUT", body: { query: "{ text }" } }],
  ["no key", { headers: { authorization: "" }, body: { query: "{ text }" } }],
  ["another key", { headers: { authorization: "Bearer wrong" }, body: { query: "{ text }" } }],
  [
    "text/plain, which a form of any page can send",
    { headers: { "content-type": "text/plain" }, body: { query: "mutation { first }" } },
  ],
  [
    "a form",
    { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query=mutation{first}" },
  ],
  ["application/graphql", { headers: { "content-type": "application/graphql" }, body: "{ text }" }],
  ["no JSON", { body: "{" }],
  ["an empty body", { body: "" }],
  ["an empty object", { body: {} }],
  ["a text", { body: '"{ text }"' }],
  ["null", { body: "null" }],
  ["a batch", { body: [{ query: "{ text }" }, { query: "{ text }" }] }],
  ["no query", { body: { variables: {} } }],
  ["a query that is null", { body: { query: null } }],
  ["a query that is no text", { body: { query: { text: true } } }],
  ["an empty query", { body: { query: "" } }],
  ["a parameter too many", { body: { query: "{ text }", more: 1 } }],
  ["a parameter too many that is null", { body: { query: "{ text }", more: null } }],
  ["variables as text", { body: { query: "{ text }", variables: "{}" } }],
  ["variables as a list", { body: { query: "{ text }", variables: [] } }],
  ["extensions as text", { body: { query: "{ text }", extensions: "{}" } }],
  ["extensions as a list", { body: { query: "{ text }", extensions: [1] } }],
  ["variables of the URL that are no JSON", { search: "?variables={", body: { query: "{ text }" } }],
  ["no GraphQL", { body: { query: "{ text" } }],
  ["a field that is not there", { body: { query: "{ nothing }" } }],
  [
    "a variable of a wrong type",
    { body: { query: "query ($l: [Int!]) { text(list: $l) }", variables: { l: ["x"] } } },
  ],
  ["no variable where there must be one", { body: { query: "query ($i: ID!) { thing(id: $i) { id } }" } }],
  ["an operation that is not there", { body: { query: "query A { text }", operationName: "B" } }],
  ["an operation by an empty name", { body: { query: "query A { text }", operationName: "" } }],
  ["a name that is no text", { body: { query: "query A { text }", operationName: 1 } }],
  ["two operations and no name", { body: { query: "query A { text } query B { text }" } }],
  ["fragments alone", { body: { query: "fragment F on Query { text }" } }],
  ["a subscription", { body: { query: "subscription { ticks }" } }],
  ["@defer", { body: { query: "{ ... @defer { text } }" } }],
  ["introspection", { body: { query: '{ __type(name: "Thing") { name } }' } }],
  ["too deep", { body: { query: `{ thing(id: 1) ${"{ thing ".repeat(13)} { id } ${"}".repeat(13)} }` } }],
  ["too many tokens", { body: { query: `{ ${"text ".repeat(5_001)} }` } }],
  ["more mutations than calls", { body: { query: "mutation { first second a: first b: first }" } }],
  ["a type that we do not have", { headers: { accept: "text/html" }, body: { query: "{ text }" } }],
  [
    "another charset",
    { headers: { accept: "application/json; charset=utf-16" }, body: { query: "{ text }" } },
  ],
];

test.each(IN_ORDER)("what is posted in order is answered as yoga would: %s", async (_, asked) => {
  const { answers, ofYoga, taken } = await toldByBoth(asked);
  expect(taken).toBe(2);
  expect(answers).toEqual(ofYoga);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
});

test.each(LEFT_TO_YOGA)("all else is left to yoga: %s", async (_, asked) => {
  const { answers, ofYoga, taken } = await toldByBoth(asked);
  expect(taken).toBe(0);
  expect(answers).toEqual(ofYoga);
});

test("a fault before the operation begins is masked, as yoga has it", async () => {
  isContextBroken = true;
  const { answers, ofYoga, taken } = await toldByBoth({ body: { query: "{ text }" } });
  isContextBroken = false;
  expect(taken).toBe(2);
  expect(answers).toEqual(ofYoga);
  expect(JSON.stringify(answers)).not.toContain("hush");
});

test("what a client who leaves wanted is told so", async () => {
  const before = contexts.length;
  const request = sendRequest(`${own.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
  });
  request.on("error", () => undefined);
  request.end(JSON.stringify({ query: "{ forever }" }));
  await expect.poll(() => contexts.length).toBe(before + 1);
  const client = contexts.at(-1)?.client;
  expect(client?.aborted).toBe(false);
  request.destroy();
  await expect.poll(() => client?.aborted).toBe(true);
});

test("who has got the answer has not left", async () => {
  await told(own.url, { body: { query: "{ text }" } });
  expect(contexts.at(-1)?.client?.aborted).toBe(false);
});

test("plans are given up when 100,000 fields are planned", async () => {
  const planning = vi.spyOn(schema, "getRootType");
  const isPlanned = async (query: string) => {
    planning.mockClear();
    expect(await told(own.url, { body: { query } })).toMatchObject({ status: 200 });
    return planning.mock.calls.length > 0;
  };
  const short = "{ kept: text }";
  expect([await isPlanned(short), await isPlanned(short)]).toEqual([true, false]);
  const aliases = Array.from({ length: 1_600 }, (_, index) => `a${index}:__typename`).join(" ");
  const long = `query ($c: Boolean!) { text @skip(if: $c) ${aliases} }`;
  // Of so many fields the plan for one outcome takes the place of the other's.
  for (let requests = 0; requests < 63; requests += 1) {
    await told(own.url, { body: { query: long, variables: { c: requests % 2 === 0 } } });
  }
  expect([await isPlanned(short), await isPlanned(short)]).toEqual([true, false]);
  planning.mockRestore();
});
