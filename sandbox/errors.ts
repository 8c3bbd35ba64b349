import type { CreateMessageRequestError, FieldError, VoiceApiError } from "bandwidth-sdk";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Clock } from "./clock.ts";
import type { Ids } from "./ids.ts";
import { toIsoTime } from "./values.ts";

/** An answer other than success, in the terms of Bandwidth's error bodies. */
export class ApiError extends Error {
  readonly status: number;
  readonly type: string;
  readonly fieldErrors: FieldError[] | undefined;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    type: string,
    description: string,
    extra: { fieldErrors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(description);
    this.status = status;
    this.type = type;
    this.fieldErrors = extra.fieldErrors;
    this.headers = extra.headers ?? {};
  }
}

/** The errors that every operation of an API family can give, and the body that it puts them in. */
export interface ErrorFamily {
  unauthorized(hasCredentials: boolean): ApiError;
  forbidden(): ApiError;
  notFound(): ApiError;
  methodNotAllowed(): ApiError;
  unsupportedMediaType(contentType: string): ApiError;
  badRequest(description: string): ApiError;
  tooMany(): ApiError;
  internal(): ApiError;
  /** What single operations say otherwise, or only they. */
  ofOperation?(operationId: string): readonly ApiError[];
  body(error: ApiError, request: Pick<FastifyRequest, "url">): object;
}

/** What a 401 asks for. */
export const CHALLENGE = { headers: { "www-authenticate": 'Basic realm="Bandwidth"' } };

/** Voice: `{type, description, id}`. The id is left empty in 409 and 429, as Bandwidth does. */
export function createVoiceErrors({ uuid }: Pick<Ids, "uuid">): ErrorFamily {
  return {
    unauthorized: () =>
      new ApiError(401, "authentication-error", "The credentials provided were invalid", CHALLENGE),
    forbidden: () => new ApiError(403, "authorization-error", "Access is denied"),
    notFound: () => new ApiError(404, "validation", "Resource not found"),
    methodNotAllowed: () => new ApiError(405, "validation", "Method Not Allowed"),
    unsupportedMediaType: (contentType) =>
      new ApiError(415, "validation", `Content type '${contentType}' not supported`),
    badRequest: (description) => new ApiError(400, "validation", description),
    tooMany: () => new ApiError(429, "error", "Account call creation rate limit exceeded"),
    internal: () => new ApiError(500, "internal-error", "An unknown internal error occurred"),
    ofOperation: () => [new ApiError(503, "system-overloaded", "Managing too many concurrent calls")],
    body: ({ status, type, message }) =>
      ({
        type,
        description: message,
        id: status === 409 || status === 429 ? "" : uuid(),
      }) satisfies VoiceApiError,
  };
}

/** Never sent: it tells a path that does not exist from a resource that does not. */
const UNKNOWN_PATH = "unknown-path";

/**
 * Messaging: `{type, description}`, with `fieldErrors` where single fields of a new message are wrong.
 * A path that does not exist gets the body of the framework that Bandwidth uses.
 */
export const createMessagingErrors = ({ now }: Pick<Clock, "now">): ErrorFamily => ({
  unauthorized: () => new ApiError(401, "unauthorized", "Authentication Failed", CHALLENGE),
  forbidden: () => new ApiError(403, "forbidden", "Access Denied"),
  notFound: () => new ApiError(404, UNKNOWN_PATH, "Not Found"),
  methodNotAllowed: () => new ApiError(405, "method-not-allowed", "Method Not Allowed"),
  unsupportedMediaType: (contentType) =>
    new ApiError(415, "unsupported-content-type", `Content-Type '${contentType}' is not supported`),
  badRequest: messagingBadRequest,
  tooMany: () => new ApiError(429, "rate_limit_exceeded", "Rate limit exceeded"),
  internal: () => new ApiError(500, "internal-server-error", "An unknown internal error occurred"),
  ofOperation: (operationId) => [
    new ApiError(404, "not-found", "Not Found"),
    ...(operationId === "createMessage" ? [messageQueueFull()] : []),
  ],
  body: ({ status, type, message, fieldErrors }, { url }) =>
    type === UNKNOWN_PATH
      ? { timestamp: toIsoTime(now()), status, error: "Not Found", message, path: url.split("?")[0] }
      : ({
          type,
          description: message,
          ...(fieldErrors !== undefined && { fieldErrors }),
        } satisfies CreateMessageRequestError),
});

/** A messaging request that is wrong as a whole. */
export const messagingBadRequest = (description: string) =>
  new ApiError(400, "request-validation", description);

/** No more messages are taken for now. */
export const messageQueueFull = () =>
  new ApiError(429, "max-message-queue-size-exceeded", "The message queue is full");

/** Makes a parser that throws what `refusal` makes of the first mistake. */
export const createParser =
  (refusal: (mistake: string) => Error) =>
  <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
    const { success, data, error } = schema.safeParse(input);
    if (success) return data;
    throw refusal(firstMistake(error));
  };

/** Parses a voice request; the first mistake becomes a 400 such as `Invalid to: must be an E164 telephone number`. */
export const parseVoice = createParser((mistake) => new ApiError(400, "validation", mistake));

/** Parses a messaging query; the first mistake becomes a 400. */
export const parseMessagingQuery = createParser(messagingBadRequest);

/** The first mistake as one sentence that names the field. */
export function firstMistake(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return "Invalid request";
  return issue.path.length === 0
    ? `Invalid request: ${issue.message}`
    : `Invalid ${issue.path.join(".")}: ${issue.message}`;
}

/** A fastify error handler that answers in the family's own shape. */
export function errorHandler(family: ErrorFamily) {
  return (error: FastifyError | ApiError, request: FastifyRequest, reply: FastifyReply) => {
    const answer = error instanceof ApiError ? error : fromFramework(error, family, request);
    // A client that broke off its request is no fault of the sandbox.
    if (answer.status === 500 && !request.raw.readableAborted) request.log.error(error);
    return reply.code(answer.status).headers(answer.headers).send(family.body(answer, request));
  };
}

function fromFramework(error: FastifyError, family: ErrorFamily, request: FastifyRequest): ApiError {
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") {
    return family.unsupportedMediaType(request.headers["content-type"] ?? "");
  }
  const status = error.statusCode ?? 500;
  if (status === 413) {
    const { type } = family.badRequest("");
    return new ApiError(413, type, "Request body is too large");
  }
  return status < 500 ? family.badRequest("Request body is not valid JSON") : family.internal();
}
