import { ApiError, createParser, type ErrorFamily } from "../errors.ts";

/** Lookup v1: `{message}`. */
export const tnLookupErrors: ErrorFamily = {
  unauthorized: () => new ApiError(401, "unauthorized", "Unauthorized"),
  forbidden: () => new ApiError(403, "forbidden", "Access is denied"),
  notFound: () => new ApiError(404, "not-found", "Not Found"),
  methodNotAllowed: () => new ApiError(405, "method-not-allowed", "Method Not Allowed"),
  unsupportedMediaType: () => new ApiError(415, "unsupported-media-type", "Unsupported Media Type"),
  badRequest: (description) => new ApiError(400, "bad-request", description),
  tooMany: () => new ApiError(429, "too-many-requests", "Too many requests."),
  internal: () => new ApiError(500, "internal", "Internal Server Error"),
  body: ({ message }) => ({ message }),
};

/** The numbers that the errors of v2 carry beside their types. */
const CODES = new Map([
  [401, "1"],
  [403, "2"],
  [500, "500"],
]);

/** Lookup v2: an envelope. */
export const phoneNumberLookupErrors: ErrorFamily = {
  unauthorized: () => new ApiError(401, "Unauthorized", "You are not authorized to access this resource."),
  forbidden: () => new ApiError(403, "Forbidden", "You do not have permission to access this resource."),
  notFound: () =>
    new ApiError(
      404,
      "not-found",
      "RequestId not found. Ensure that the requestId used in the URL path is valid and maps to a previous request that was submitted.",
    ),
  methodNotAllowed: () => new ApiError(405, "method-not-allowed", "Method Not Allowed"),
  unsupportedMediaType: () =>
    new ApiError(
      415,
      "invalid-content-type",
      "Invalid content-type. Ensure that your content-type header is set to application/json.",
    ),
  badRequest: (description) => new ApiError(400, "bad-request", description),
  tooMany: () =>
    new ApiError(
      429,
      "rate-limiting",
      "Rate limit exceeded. Wait for the time specified in the Retry-After header before sending another request.",
    ),
  internal: () => new ApiError(500, "unexpected-error", "Unexpected error."),
  body: ({ status, type, message }) => {
    const code = CODES.get(status);
    return { links: [], data: {}, errors: [{ ...(code && { code }), type, description: message }] };
  },
};

/** Parses a request of either version; the first mistake becomes a 400. */
export const parseLookup = createParser((mistake) => new ApiError(400, "bad-request", mistake));
