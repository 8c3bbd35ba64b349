import type { IncomingMessage } from "node:http";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { authenticate } from "./authentication.ts";
import {
  ApiError,
  createMessagingErrors,
  createVoiceErrors,
  type ErrorFamily,
  errorHandler,
} from "./errors.ts";
import { faultHooks } from "./faultHooks.ts";
import { phoneNumberLookupErrors, tnLookupErrors } from "./lookup/errors.ts";
import { createMfaErrors } from "./mfa/errors.ts";
import { createAccessToken, tokenErrors } from "./operations/createAccessToken.ts";
import { type Endpoint, endpoint } from "./operations/operation.ts";
import {
  endpointRoutes,
  type Method,
  messagingRoutes,
  mfaRoutes,
  phoneNumberLookupRoutes,
  type Routes,
  tnLookupRoutes,
  voiceRoutes,
} from "./operations/routes.ts";
import { requestRecord } from "./requestLog.ts";
import type { Services } from "./services.ts";
import { xmlText } from "./xmlText.ts";

const METHODS: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** Serves Bandwidth's own paths, and logs each request to them. */
export async function api(server: FastifyInstance, services: Services): Promise<void> {
  const { clock, ids, requests } = services;
  server.addHook("onRequest", async (request, { raw }) => {
    const lifetime = clock.lifetime();
    let status = 0;
    raw.once("finish", () => {
      status = raw.statusCode;
    });
    raw.once("close", () => {
      if (!lifetime.aborted) requests.add(requestRecord(request, status, clock.now()));
    });
  });

  const families: [string, ErrorFamily, Routes][] = [
    ["/api/v2/accounts/:accountId", createVoiceErrors(ids), voiceRoutes(services)],
    ["/api/v2/users/:accountId", createMessagingErrors(clock), messagingRoutes(services)],
    ["/api/v1/accounts/:accountId/code", createMfaErrors(ids), mfaRoutes(services)],
    ["/api/v1/accounts/:accountId/tnlookup", tnLookupErrors, tnLookupRoutes(services)],
    ["/v2/accounts/:accountId/phoneNumberLookup", phoneNumberLookupErrors, phoneNumberLookupRoutes(services)],
    ["/v2/accounts/:accountId/endpoints", phoneNumberLookupErrors, endpointRoutes],
    [
      "/api/v2/tollFreeVerification",
      createVoiceErrors(ids),
      { "/useCases": { GET: "listTollFreeUseCases" } },
    ],
  ];
  for (const [prefix, errors, routes] of families) {
    await server.register(async (scope) => serve(scope, services, errors, routes), { prefix });
  }
  await server.register(async (scope) => {
    scope.setErrorHandler(errorHandler(tokenErrors));
    const token = endpoint("createAccessToken", createAccessToken(services), "form");
    route(scope, "POST", "/api/v1/oauth2/token", token, tokenErrors, services);
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ message: "Not Found" }));
}

/** How bodies that are read whole, and are no JSON, are read. */
const TEXTS = {
  xml: { contentType: "application/xml", read: xmlText },
  form: {
    contentType: "application/x-www-form-urlencoded",
    read: (bytes: Buffer): unknown => Object.fromEntries(new URLSearchParams(bytes.toString())),
  },
};

/** Serves an operation, with its faults; what takes no JSON has content types of its own. */
function route(
  scope: FastifyInstance,
  method: Method,
  url: string,
  { operationId, serve: handler, body: declared }: Endpoint,
  errors: ErrorFamily,
  services: Pick<Services, "clock" | "faults">,
): void {
  services.faults.declare(operationId);
  const hooks = faultHooks(operationId, errors, services);
  // A delete has no body, whatever type its headers say that it has.
  const body = method === "DELETE" ? "stream" : declared;
  if (body === "json") {
    scope.route({ method, url, ...hooks, handler });
    return;
  }
  scope.register(async (own) => {
    own.removeAllContentTypeParsers();
    if (body === "stream") {
      own.addContentTypeParser("*", async (_: FastifyRequest, bytes: IncomingMessage) => bytes);
    } else {
      const { contentType, read } = TEXTS[body];
      own.addContentTypeParser(
        contentType,
        { parseAs: "buffer" },
        async ({ headers }: FastifyRequest, bytes: Buffer) => read(bytes, headers["content-type"]),
      );
    }
    own.route({ method, url, ...hooks, handler });
  });
}

function serve(
  scope: FastifyInstance,
  services: Pick<Services, "accessTokens" | "clock" | "faults" | "log">,
  errors: ErrorFamily,
  routes: Routes,
): void {
  const { accessTokens, log } = services;
  scope.removeContentTypeParser("text/plain");
  scope.addHook("onRequest", authenticate({ accessTokens, errors }));
  scope.setErrorHandler(errorHandler(errors));

  /** Answers before the body is read, so that no content type hides the refusal. */
  const refuse = (url: string, method: Method, refusal: () => ApiError) =>
    scope.route({
      method,
      url,
      onRequest: async () => {
        throw refusal();
      },
      handler: () => undefined,
    });

  for (const [url, operations] of Object.entries(routes)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (typeof operation === "object") route(scope, method, url, operation, errors, services);
      else if (operation === undefined) refuse(url, method, errors.methodNotAllowed);
      else {
        refuse(url, method, () => {
          const sentence = `The sandbox does not emulate ${operation} yet`;
          log.warn(sentence);
          return new ApiError(501, "not-emulated", sentence);
        });
      }
    }
  }
  for (const method of METHODS) refuse("/*", method, errors.notFound);
}
