import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { type ExecutionArgs, GraphQLError, getOperationAST, type OperationDefinitionNode } from "graphql";
import { CloseCode, type Context } from "graphql-ws";
import { useServer } from "graphql-ws/use/ws";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { isObject, parseJson } from "../lenient.ts";
import { isFeed } from "../subscriptions/feed.ts";
import type { MaskError } from "./errors.ts";
import type { FanOut } from "./fanOut.ts";
import { GRAPHQL_BODY_LIMIT, type GraphQLServer, unknownHash } from "./graphql.ts";
import { clientCheck } from "./secrets.ts";
import { beginSubscription, resultsOf } from "./subscription.ts";
import { createLink, type Link } from "./webSocketLink.ts";

/** The most operations that one connection may have running. */
const MAX_OPERATIONS = 100;
/** Connections that do not answer a ping within this time are ended. */
const KEEP_ALIVE_MS = 12_000;
/** RFC 6455, section 7.4.1: the endpoint is going away. */
const GOING_AWAY = 1001;
/** Over how long the clients are sent away. */
export const LEAVE_WITHIN_MS = 1_000;
/** How long clients have to close their side before they are cut off. */
const CLOSE_GRACE_MS = 1_000;
/** How often it is looked whether a client that is to be sent away has its answers. */
const LOOK_EVERY_MS = 50;

const ConnectionParams = z.object({
  authorization: z.string().optional(),
  Authorization: z.string().optional(),
});

/**
 * GraphQL over WebSocket (graphql-transport-ws) at `/graphql`. The API key comes in the upgrade request's `Authorization` header or,
 * from a browser, as `authorization` in the payload of `connection_init`. Returns how to close it: clients get the answers that they
 * wait for first, for up to `graceMs`.
 */
export function addWebSocket(
  http: Server,
  server: GraphQLServer,
  fanOut: FanOut,
  { apiKeys, maskError, random }: { apiKeys: readonly string[]; maskError: MaskError; random: () => number },
): (graceMs: number) => Promise<void> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: GRAPHQL_BODY_LIMIT,
    perMessageDeflate: false,
    // One message of a socket in each turn of the event loop, so that who sends thousands at once holds up nobody else.
    allowSynchronousEvents: false,
  });

  // Of WebSockets at `/graphql` alone: see http.ts. Node takes its own error listener off their connections; ws puts one in its place.
  http.on("upgrade", (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) => {
      // graphql-ws would print a stack trace for each answer that a client did not wait for, ...
      const send = client.send.bind(client);
      Object.assign(client, { send: (text: string, done: () => void) => send(text, () => done()) });
      sockets.emit("connection", client, request);
      // ... for each frame that is wrong, for which ws itself closes the connection, with the right code, ...
      client.removeAllListeners("error").on("error", () => undefined);
      // ... and for each message that only servers send.
      const [take] = client.listeners("message");
      client.removeAllListeners("message").on("message", (data) => {
        if (isOfServers(String(data))) client.close(CloseCode.BadRequest, "Invalid message received");
        else take?.(data);
      });
      links.set(client, createLink(client, socket));
    });
  });

  const isClient = clientCheck(apiKeys);
  const links = new WeakMap<WebSocket, Link>();
  const connections = new WeakMap<WebSocket, Pick<Context, "subscriptions">>();
  /** graphql-ws has `null` in the place of an operation that is no subscription until its answer was sent. */
  const isAwaitingAnswer = (client: WebSocket) =>
    Object.values(connections.get(client)?.subscriptions ?? {}).includes(null);
  // graphql-ws gives back the arguments of an operation when it is to run; what else belongs to it is kept by them.
  const prepared = new WeakMap<ExecutionArgs, Prepared>();
  const preparedOf = (args: ExecutionArgs) => known(prepared.get(args));

  useServer(
    {
      onConnect(connection) {
        const { extra, connectionParams } = connection;
        connections.set(extra.socket, connection);
        const params = ConnectionParams.safeParse(connectionParams ?? {});
        const { headers } = extra.request;
        const given = headers.authorization ?? params.data?.authorization ?? params.data?.Authorization;
        return isClient(headers, given);
      },
      async onSubscribe(connection, id, { query, variables, operationName, extensions }) {
        if (Object.keys(connection.subscriptions).length > MAX_OPERATIONS) {
          return [
            new GraphQLError(`A connection may have ${MAX_OPERATIONS} operations running`, {
              extensions: { code: "RATE_LIMITED" },
            }),
          ];
        }
        // Nobody would get the answer.
        if (connection.extra.socket.readyState !== WebSocket.OPEN) return [new GraphQLError("Closed")];
        const unknown = unknownHash(query, extensions);
        if (unknown) return [unknown];
        const link = known(links.get(connection.extra.socket));
        const engine = server.getEnveloped({ client: link.left });
        // What is thrown out of here closes the connection, with all that runs on it.
        try {
          const document = engine.parse(query);
          const errors = engine.validate(engine.schema, document);
          if (errors.length > 0) return errors;
          const operation = getOperationAST(document, operationName);
          if (!operation) {
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
          prepared.set(args, { id, text: query, operation, link, engine });
          return args;
        } catch (error) {
          return [maskError(error)];
        }
      },
      execute: (args) => preparedOf(args).engine.execute(args),
      async subscribe(args) {
        const { id, text, operation, link } = preparedOf(args);
        const begun = await beginSubscription(server, maskError, text, operation, args);
        if (!("source" in begun)) return begun;
        const { source, key, execute } = begun;
        return isFeed(source)
          ? link.push(id, (connection) => fanOut.join({ key, feed: source, execute }, connection))
          : resultsOf(source, execute, maskError);
      },
      onError(_connection, _id, _payload, errors) {
        // What a link failed with comes here as it is.
        const masked = errors.map(maskError);
        removeHttp(masked);
        return masked.map((error) => error.toJSON());
      },
      onNext: (_connection, _id, _payload, _args, { errors }) => removeHttp(errors),
    },
    sockets,
    KEEP_ALIVE_MS,
  );

  async function leave(client: WebSocket) {
    // Not all at once: they come back at another replica, or at this one when it has started again.
    await wait(random() * LEAVE_WITHIN_MS);
    // What it asks for from now on it asks for elsewhere.
    client.pause();
    while (isAwaitingAnswer(client)) await wait(LOOK_EVERY_MS);
    client.close(GOING_AWAY, "Resume elsewhere with your last cursor");
    client.resume();
    setTimeout(() => client.terminate(), CLOSE_GRACE_MS).unref();
  }

  return async (graceMs) => {
    for (const client of sockets.clients) void leave(client);
    const cutOff = setTimeout(() => {
      for (const client of sockets.clients) client.terminate();
    }, graceMs);
    await new Promise<void>((resolve) => sockets.close(() => resolve()));
    clearTimeout(cutOff);
  };
}

function isOfServers(text: string): boolean {
  const message = parseJson(text);
  return isObject(message) && ["connection_ack", "next", "error"].includes(String(message["type"]));
}

/** An operation that onSubscribe has accepted. */
type Prepared = {
  id: string;
  text: string;
  operation: OperationDefinitionNode;
  link: Link;
  engine: ReturnType<GraphQLServer["getEnveloped"]>;
};

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("graphql-ws came with what it was not given");
  return value;
}

/** yoga puts the status of an HTTP answer among the extensions, and takes it out again where there is one. */
function removeHttp(errors: readonly GraphQLError[] = []) {
  for (const error of errors) delete error.extensions["http"];
}
