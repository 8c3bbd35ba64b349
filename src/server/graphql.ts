import type { IncomingMessage } from "node:http";
import { maxDepthPlugin } from "@escape.tech/graphql-armor-max-depth";
import { maxTokensPlugin } from "@escape.tech/graphql-armor-max-tokens";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createSourceEventStream, type ExecutionArgs, GraphQLError, type GraphQLSchema } from "graphql";
import { createYoga, type Plugin, type YogaServerInstance } from "graphql-yoga";
import { isObject, parseJson } from "../lenient.ts";
import { badInput } from "../resolvers/badInput.ts";
import type { Context } from "../resolvers/context.ts";
import { createDocumentCache } from "./documentCache.ts";
import { errorBody, type MaskError } from "./errors.ts";
import type { EventStreams } from "./eventStream.ts";
import { exampleTabs } from "./exampleTabs.ts";
import { type MultipartRequest, readMultipart } from "./multipart.ts";
import { mutationBudget } from "./mutationBudget.ts";
import { leftBy, mediaTypeFor, type PostedOperations } from "./postedOperation.ts";
import { rootConditions } from "./rootConditions.ts";
import { clientCheck } from "./secrets.ts";
import { upstreamReport } from "./upstreamReport.ts";

/** Bounds of a request: bytes of its body, levels of its fields, tokens of its document. */
export const GRAPHQL_BODY_LIMIT = 256 * 1024;
const MAX_DEPTH = 12;
const MAX_TOKENS = 5_000;

/** How long a browser may take the answer to a preflight for granted: a day, of which Chromium keeps it for two hours. */
export const PREFLIGHT_SECONDS = 86_400;

/** Who asks: `client` aborts when the client has gone away; both are left out where the answer is for many. */
export type Client = { client?: AbortSignal | undefined; lastEventId?: string | undefined };

type ServerContext = Client & { multipart?: MultipartRequest | undefined };
export type GraphQLServer = YogaServerInstance<ServerContext, Context>;

/** What operations are run with, by whatever way they come. */
export type Engine = {
  schema: GraphQLSchema;
  context: (client: Client) => Context;
  upstreamBudget: number;
  /** Each answer tells what it cost upstream. */
  development: boolean;
  maskError: MaskError;
};

/** The GraphQL server behind HTTP and WebSocket: limits, masking, GraphiQL. */
export function createGraphQLServer(engine: Engine): GraphQLServer {
  const { schema, context, upstreamBudget, development, maskError } = engine;
  return createYoga<ServerContext, Context>({
    schema,
    context,
    graphqlEndpoint: "/graphql",
    landingPage: false,
    // The limit in addGraphQL comes before; yoga's own would copy every body.
    maxRequestBodySize: false,
    // yoga would hold files whole: readMultipart comes before it.
    multipart: false,
    // Without `allowedHeaders` yoga allows whatever a page asks to send: `clientCheck` decides, and clients add headers of all kinds.
    cors: { origin: "*", credentials: false, methods: ["GET", "POST"], maxAge: PREFLIGHT_SECONDS },
    parserAndValidationCache: {
      documentCache: createDocumentCache(),
      // Errors are not cached: yoga takes the HTTP status out of an error when it answers with it, so the next answer would have none.
      errorCache: { get: () => undefined, set: () => undefined },
    },
    // What goes wrong is logged whole by the mask.
    logging: false,
    maskedErrors: { maskError },
    plugins: [
      maxTokensPlugin({ n: MAX_TOKENS }),
      maxDepthPlugin({
        n: MAX_DEPTH,
        ignoreIntrospection: true,
        flattenFragments: true,
        // Reported among the errors of the document; thrown, it would close a whole WebSocket connection.
        propagateOnRejection: false,
        onReject: [
          (context) =>
            context?.reportError(new GraphQLError(`The query is nested deeper than ${MAX_DEPTH} levels`)),
        ],
      }),
      noQueryPlugin,
      documentFaultPlugin,
      subscriptionPlugin,
      unusedFilePlugin,
      mutationBudget(upstreamBudget),
      upstreamReport(development),
    ],
    graphiql: { title: "bandwidth-graphql", defaultTabs: exampleTabs, subscriptionsProtocol: "SSE" },
    // Inlined in one page, so that no CDN is needed; 9 MB, so loaded when first asked for.
    renderGraphiQL: async (options) =>
      (await import("@graphql-yoga/render-graphiql"))
        .renderGraphiQL(options)
        .replace("</head>", `${STILL_TABS}</head>`),
  });
}

/**
 * GraphiQL lets a tab slide and leaves it displaced, which its own style hides until the tab has the focus. So the first press made the
 * tab jump from under the pointer, no click came of it, and Run did again what the tab before says.
 */
const STILL_TABS = "<style>.graphiql-tab{transform:none !important}</style>";

/**
 * Told to a client that sends a hash in the place of a document: it sends the document then, and by these words alone
 * (https://www.apollographql.com/docs/apollo-server/performance/apq). Over HTTP with 200, as Apollo Server says
 * it: clients' handling of other statuses may hide the words.
 */
export function unknownHash(query: string | undefined, extensions: unknown): GraphQLError | undefined {
  if (query || !isObject(extensions) || !isObject(extensions["persistedQuery"])) return undefined;
  return new GraphQLError("PersistedQueryNotSupported", {
    extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" },
  });
}

/** yoga answers 200 where there is no query at all and `application/json` is accepted. */
const noQueryPlugin: Plugin<Context> = {
  onParams({ params: { query, extensions } }) {
    const unknown = unknownHash(query, extensions);
    if (unknown) throw unknown;
    if (query === undefined || query === null) {
      throw new GraphQLError("A request must have a query", {
        extensions: { code: "BAD_REQUEST", http: { status: 400 } },
      });
    }
  },
};

/** Names what is wrong with a document, on HTTP and on WebSocket alike. */
const documentFaultPlugin: Plugin<Context> = {
  onParse({ parseFn, setParseFn }) {
    setParseFn((source: string, options: unknown) => {
      try {
        return parseFn(source, options);
      } catch (error) {
        // The parser calls itself for each level of a list.
        const fault =
          error instanceof RangeError
            ? new GraphQLError("The document is nested too deep to be parsed")
            : error;
        // yoga says it over its own HTTP path alone.
        if (fault instanceof GraphQLError) fault.extensions["code"] ??= "GRAPHQL_PARSE_FAILED";
        throw fault;
      }
    });
  },
  onValidate({ params: { documentAST }, setResult }) {
    // graphql-js' own rule throws where it meets one with a variable, and execution where one has left no field.
    const conditions = rootConditions(documentAST);
    if (conditions.length > 0) {
      setResult([
        new GraphQLError("Whether a subscription has its field must not depend on @skip or @include", {
          nodes: conditions,
        }),
      ]);
    }
    return ({ valid, result }) => {
      if (!valid) for (const error of result) error.extensions.code ??= "GRAPHQL_VALIDATION_FAILED";
    };
  },
};

/** A subscription has no single answer. What can be streamed does not come by here: see eventStream.ts and webSocket.ts. */
const subscriptionPlugin: Plugin<Context> = {
  onSubscribe({ setSubscribeFn }) {
    setSubscribeFn(async (args: ExecutionArgs) => {
      const source = await createSourceEventStream(args);
      if (!(Symbol.asyncIterator in source)) return source;
      const error = new GraphQLError(
        "A subscription needs the header `Accept: text/event-stream`, or a WebSocket",
        { extensions: { code: "BAD_REQUEST", http: { status: 400 } } },
      );
      return { errors: [error] };
    });
  },
};

/** Adds an error for a file that no field took, for its sender would think that it is stored; not where another error explains it. */
const unusedFilePlugin: Plugin<Context, ServerContext> = {
  onExecutionResult({ context: { multipart }, result, setResult }) {
    const unused = multipart?.files.filter(({ taken }) => !taken) ?? [];
    multipart?.over();
    if (unused.length === 0 || !result || !("data" in result) || result.errors?.length) return;
    const errors = unused.map(({ place }) =>
      badInput(place, "is a file that no field of the operation took"),
    );
    setResult({ ...result, errors });
  },
};

/** `/graphql`: queries and mutations, subscriptions by SSE, and GraphiQL for a browser. */
export function addGraphQL(
  app: FastifyInstance,
  server: GraphQLServer,
  eventStreams: Pick<EventStreams, "open">,
  answerPosted: PostedOperations,
  { apiKeys, uploadMaxBytes }: { apiKeys: readonly string[]; uploadMaxBytes: number },
) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/json",
    { parseAs: "string", bodyLimit: GRAPHQL_BODY_LIMIT },
    (_request, text, done) => {
      const body = parseJson(String(text));
      // yoga would wait for a body that is empty, or no object, to come once more.
      if (typeof body === "object" && body !== null && Object.keys(body).length > 0) done(null, body);
      else done(Object.assign(new Error("The body must be a JSON object with a query"), { statusCode: 400 }));
    },
  );
  const multiparts = new WeakMap<IncomingMessage, MultipartRequest | Error>();
  app.addContentTypeParser("multipart/form-data", async ({ raw }: FastifyRequest) => {
    const limits = { fieldBytes: GRAPHQL_BODY_LIMIT, fileBytes: uploadMaxBytes };
    // Told by the handler: after an error of a parser Fastify closes the connection, and a client that still sends loses the answer.
    multiparts.set(raw, await readMultipart(raw, limits).catch((error: Error) => error));
  });
  app.addContentTypeParser("*", (_request, _payload, done) =>
    done(
      Object.assign(
        new Error("The Content-Type must be application/json or, to send files, multipart/form-data"),
        { statusCode: 415 },
      ),
    ),
  );
  // Of answers that yoga does not give; without it a page of another origin would see no more than a failed request.
  const isClient = clientCheck(apiKeys);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("access-control-allow-origin", "*");
    done();
  });
  // Of refusals alone, for answers are text by then. Apollo looks for no code in `application/json` that has another status than 200.
  app.addHook("preSerialization", ({ headers }, reply, body, done) => {
    reply.type(`${mediaTypeFor(headers.accept) ?? "application/json"}; charset=utf-8`);
    done(null, body);
  });
  app.route<{ Querystring: Record<string, unknown> }>({
    method: ["GET", "POST", "OPTIONS"],
    url: "/graphql",
    onRequest(request, reply, done) {
      const isPage = request.method === "GET" && /\btext\/html\b/.test(request.headers.accept ?? "");
      if (request.method === "OPTIONS" || isPage || isClient(request.headers)) return done();
      reply
        .code(401)
        .header("www-authenticate", "Bearer")
        .send(
          errorBody(
            "UNAUTHENTICATED",
            apiKeys.length > 0
              ? "Authorization must be `Bearer` and one of the gateway's API keys"
              : "Pages of other machines are served with an API key only, and so is who calls this one by a name with a dot: set GATEWAY_API_KEYS",
          ),
        );
    },
    handler(request, reply) {
      const { variables, extensions } = request.query;
      // yoga would call it an unexpected error.
      if (![variables, extensions].every(isJsonOrAbsent)) {
        return reply.code(400).send(errorBody("BAD_REQUEST", "variables and extensions must be JSON"));
      }
      const isPosted = request.method === "POST" && !multiparts.has(request.raw);
      return isPosted && answerPosted(request, reply) ? undefined : leaveToYoga(request, reply);
    },
  });

  async function leaveToYoga(request: FastifyRequest, reply: FastifyReply) {
    const multipart = multiparts.get(request.raw);
    if (multipart instanceof Error) throw multipart;
    reply.raw.once("close", () => {
      // A client that left in the middle of a file is a failure of that file, which the reader of the request tells.
      if (reply.raw.writableFinished || request.raw.complete) multipart?.over();
    });
    const body = multipart?.operation ?? request.body;
    if (acceptsStream(request.headers.accept) && (await eventStreams.open(request, reply))) return reply;
    reply.hijack();
    // yoga takes a body that was read already from where Express would leave it.
    await server.handle(Object.assign(request.raw, { body }), reply.raw, {
      client: leftBy(reply),
      multipart,
    });
    return reply;
  }
}

function isJsonOrAbsent(parameter: unknown): boolean {
  return parameter === undefined || (typeof parameter === "string" && parseJson(parameter) !== undefined);
}

/** Whether `Accept` names SSE, with another weight than 0 (RFC 9110, section 12.5.1). */
function acceptsStream(accept = ""): boolean {
  return accept
    .toLowerCase()
    .split(",")
    .some((range) => /^\s*text\/event-stream\s*(;|$)/.test(range) && !/;\s*q=0(\.0*)?\s*(;|$)/.test(range));
}
