import { setMaxListeners } from "node:events";
import type { Server } from "node:http";
import { type DocumentNode, type ExecutionArgs, GraphQLError, getOperationAST } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { GRAPHQL_BODY_LIMIT, type GraphQLServer } from "./graphql.ts";
import { isClient } from "./secrets.ts";

/** The most operations that one connection may have running. */
const MAX_OPERATIONS = 100;
/** Connections that do not answer a ping within this time are ended. */
const KEEP_ALIVE_MS = 12_000;
/** RFC 6455, section 7.4.1: the endpoint is going away. */
const GOING_AWAY = 1001;
/** How long clients have to close their side before they are cut off. */
const CLOSE_GRACE_MS = 1_000;

const ConnectionParams = z.object({
  authorization: z.string().optional(),
  Authorization: z.string().optional(),
});

/**
 * GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. The API key comes in the upgrade request's `Authorization` header or,
 * from a browser, as `authorization` in the payload of `connection_init`. Returns how to close it.
 */
export function addWebSocket(
  http: Server,
  server: GraphQLServer,
  apiKeys: readonly string[],
): () => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: GRAPHQL_BODY_LIMIT,
    perMessageDeflate: false,
  });

  http.on("upgrade", (request, socket, head) => {
    if (request.url?.split("?")[0] === "/graphql") {
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit("connection", client, request));
    } else {
      socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
    }
  });

  // The plugins of yoga wrap the functions of each operation apart; graphql-ws gives back the arguments that they belong to.
  const engines = new WeakMap<ExecutionArgs, ReturnType<GraphQLServer["getEnveloped"]>>();
  const engineOf = (args: ExecutionArgs) => {
    const engine = engines.get(args);
    if (!engine) throw new Error("An operation was not prepared by onSubscribe");
    return engine;
  };

  // One signal for all operations of a connection.
  const leaving = new WeakMap<WebSocket, AbortSignal>();
  const leavingOf = (socket: WebSocket): AbortSignal => {
    const known = leaving.get(socket);
    if (known) return known;
    const controller = new AbortController();
    // Each upstream read under way listens to it.
    setMaxListeners(0, controller.signal);
    socket.once("close", () => controller.abort());
    leaving.set(socket, controller.signal);
    return controller.signal;
  };

  useServer(
    {
      onConnect({ extra, connectionParams }) {
        const params = ConnectionParams.safeParse(connectionParams ?? {});
        const given =
          extra.request.headers.authorization ?? params.data?.authorization ?? params.data?.Authorization;
        return isClient(given, apiKeys);
      },
      async onSubscribe(connection, _id, { query, variables, operationName }) {
        if (Object.keys(connection.subscriptions).length > MAX_OPERATIONS) {
          return [
            new GraphQLError(`A connection may have ${MAX_OPERATIONS} operations running`, {
              extensions: { code: "RATE_LIMITED" },
            }),
          ];
        }
        const engine = server.getEnveloped({ client: leavingOf(connection.extra.socket) });
        const document = parseDocument(engine.parse, query);
        if (document instanceof GraphQLError) return [document];
        const errors = engine.validate(engine.schema, document);
        if (errors.length > 0) return errors;
        if (!getOperationAST(document, operationName)) {
          return [
            new GraphQLError("Could not determine what operation to execute.", {
              extensions: { code: "OPERATION_RESOLUTION_FAILURE" },
            }),
          ];
        }
        const args: ExecutionArgs = {
          schema: engine.schema,
          document,
          variableValues: variables ?? null,
          operationName: operationName ?? null,
          contextValue: await engine.contextFactory(),
        };
        engines.set(args, engine);
        return args;
      },
      execute: (args) => engineOf(args).execute(args),
      subscribe: (args) => engineOf(args).subscribe(args),
      onError: (_connection, _id, _payload, errors) => removeHttp(errors),
      onNext: (_connection, _id, _payload, _args, { errors }) => removeHttp(errors),
    },
    sockets,
    KEEP_ALIVE_MS,
  );

  return async () => {
    for (const client of sockets.clients)
      client.close(GOING_AWAY, "The gateway stops. Resume with your last cursor.");
    const cutOff = setTimeout(() => {
      for (const client of sockets.clients) client.terminate();
    }, CLOSE_GRACE_MS);
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
    clearTimeout(cutOff);
  };
}

function parseDocument(parse: (query: string) => DocumentNode, query: string): DocumentNode | GraphQLError {
  try {
    return parse(query);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    error.extensions["code"] ??= "GRAPHQL_PARSE_FAILED";
    return error;
  }
}

/** yoga puts the status of an HTTP answer among the extensions, and takes it out again where there is one. */
function removeHttp(errors: readonly GraphQLError[] = []) {
  for (const error of errors) delete error.extensions["http"];
}
