import type { MfaForbiddenRequestError, MfaRequestError, MfaUnauthorizedRequestError } from "bandwidth-sdk";
import type { z } from "zod";
import { ApiError, type ErrorFamily, firstMistake } from "../errors.ts";
import type { Ids } from "../ids.ts";

const badRequest = (description: string) => new ApiError(400, "bad-request", description);

/** Bandwidth's sentence for too many wrong codes. */
export const TOO_MANY_CODES = "This number has exceeded verification attempts, please wait 2 minutes";

/** Multi-factor authentication: `{error, requestId}`, but `{message}` for who is not let in. */
export const createMfaErrors = ({ uuid }: Pick<Ids, "uuid">): ErrorFamily => ({
  // Unknown credentials get 403 here, and only missing ones 401.
  unauthorized: (hasCredentials) =>
    hasCredentials
      ? new ApiError(403, "forbidden", "User is not authorized to access this resource with an explicit deny")
      : new ApiError(401, "unauthorized", "Unauthorized"),
  forbidden: () => new ApiError(403, "forbidden", "Access is denied"),
  notFound: () => new ApiError(404, "not-found", "Not Found"),
  methodNotAllowed: () => new ApiError(405, "method-not-allowed", "Method Not Allowed"),
  unsupportedMediaType: () => new ApiError(415, "unsupported-media-type", "Unsupported Media Type"),
  badRequest,
  tooMany: () => new ApiError(429, "too-many-requests", TOO_MANY_CODES),
  internal: () => new ApiError(500, "internal", "Internal Error"),
  body: ({ status, message }) =>
    status === 401 || status === 403
      ? ({ message } satisfies MfaUnauthorizedRequestError & MfaForbiddenRequestError)
      : ({ error: message, requestId: uuid() } satisfies MfaRequestError),
});

/** Parses a request; the first mistake becomes a 400. */
export function parseMfa<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(input);
  if (success) return data;
  const [issue] = error.issues;
  const field = issue?.path.join(".");
  if (issue?.message !== "is required") throw badRequest(firstMistake(error));
  throw badRequest(`${field === "to" || field === "from" ? `${field} number` : field} is required`);
}
