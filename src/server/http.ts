import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { Logger } from "pino";
import { StoreUnavailable } from "../subscriptions/store.ts";
import { errorBody, STORE_UNAVAILABLE } from "./errors.ts";

/** When to come again after a 503. */
const RETRY_AFTER_SECONDS = "5";
/** While the event log cannot be used every callback fails for the same reason: it is told once in so long. */
const WARN_EVERY_MS = 10_000;

/** How long a client may take to send a request whole. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Connections with a request under way that may take longer: an upload sees to its own deadlines. */
export const hasOwnDeadline = new WeakSet<Socket>();

/** The HTTP server without its routes: how it logs, and what it answers when a request cannot be served. */
export function createHttp(log: Logger, steadyNow: () => number): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request, which would add a number of its own to its lines, cost as much as reading a callback's JSON.
    childLoggerFactory: (logger) => logger,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: {
      // Node takes the longer of its two timeouts for that of a whole request, and looks for late ones every 30 seconds by itself.
      headersTimeout: REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: 5_000,
      // All else is answered as if it asked for no upgrade (RFC 9110, section 7.8): Java's HttpClient offers HTTP/2 with each request.
      shouldUpgradeCallback: ({ headers, url }) =>
        headers.upgrade?.toLowerCase() === "websocket" && url?.split("?")[0] === "/graphql",
    },
    clientErrorHandler(error, socket) {
      const late = error.code === "ERR_HTTP_REQUEST_TIMEOUT";
      if ((late && hasOwnDeadline.has(socket)) || socket.destroyed) return;
      if (socket.writable) socket.write(unreadableAnswer(late ? 408 : (UNREADABLE[error.code] ?? 400)));
      socket.destroy(error);
    },
    // A HEAD of a callback URL would be taken for a delivery.
    exposeHeadRoutes: false,
    // Idle keep-alive connections would hold up a stop for as long as their clients like.
    forceCloseConnections: "idle",
    return503OnClosing: true,
    // A URL that cannot be decoded reaches neither routes nor the error handler.
    frameworkErrors: (error, _request, reply) => {
      reply.raw
        .writeHead(400, { "content-type": "application/json; charset=utf-8" })
        .end(JSON.stringify(errorBody("BAD_REQUEST", error.message)));
    },
  });

  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(errorBody("NOT_FOUND", `There is no ${request.method} ${request.url.split("?")[0]} here`)),
  );
  let warnedAt = Number.NEGATIVE_INFINITY;
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500)
      return reply.code(status).send(errorBody(CODES[status] ?? "BAD_REQUEST", error.message));
    reply.header("retry-after", RETRY_AFTER_SECONDS);
    if (error instanceof StoreUnavailable) {
      const time = steadyNow();
      if (time - warnedAt >= WARN_EVERY_MS) {
        warnedAt = time;
        request.log.error({ err: error }, "Requests are refused, for the event log cannot be used");
      }
      return reply.code(503).send(errorBody(STORE_UNAVAILABLE, error.message));
    }
    request.log.error(
      { err: error, method: request.method, route: request.routeOptions.url },
      "Unexpected error in a request",
    );
    // Bandwidth delivers again, or to a fallback, what was answered 503.
    return reply.code(503).send(errorBody("INTERNAL_SERVER_ERROR", "Unexpected error."));
  });
  app.get("/", async (_request, reply) => reply.redirect("/graphql"));
  return app;
}

/** What is no HTTP request by the codes of Node's parser. */
const UNREADABLE: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431 };

/** An answer where no request could be read: written to the connection itself. */
function unreadableAnswer(status: number): string {
  const reason = STATUS_CODES[status] ?? "";
  const body = JSON.stringify(errorBody("BAD_REQUEST", reason));
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    "content-type: application/json",
    `content-length: ${body.length}`,
    "access-control-allow-origin: *",
    "connection: close",
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}

const CODES: Readonly<Record<number, string>> = {
  401: "UNAUTHENTICATED",
  413: "REQUEST_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};
