import { z } from "zod";
import { TOKEN_LIFETIME_SECONDS } from "../accessTokens.ts";
import { isBasicValid } from "../authentication.ts";
import { ApiError, CHALLENGE, type ErrorFamily } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

const tokenForm = z.object({ grant_type: z.literal("client_credentials") });

/** OAuth2's own errors (RFC 6749, section 5.2). */
export const tokenErrors: ErrorFamily = {
  unauthorized: () => new ApiError(401, "invalid_client", "Client authentication failed", CHALLENGE),
  forbidden: () => new ApiError(403, "unauthorized_client", "The client may not have a token"),
  notFound: () => new ApiError(404, "invalid_request", "Not Found"),
  methodNotAllowed: () => new ApiError(405, "invalid_request", "Method Not Allowed"),
  unsupportedMediaType: () =>
    new ApiError(415, "invalid_request", "The body must be application/x-www-form-urlencoded"),
  badRequest: (description) => new ApiError(400, "invalid_request", description),
  tooMany: () => new ApiError(429, "temporarily_unavailable", "Too many requests"),
  internal: () => new ApiError(500, "server_error", "An unknown internal error occurred"),
  body: ({ type, message }) => ({ error: type, error_description: message }),
};

/** POST /api/v1/oauth2/token: an access token for client id and secret. */
export const createAccessToken =
  ({ accessTokens }: Pick<Services, "accessTokens">): Operation =>
  (request, reply) => {
    if (!isBasicValid(request.headers.authorization)) throw tokenErrors.unauthorized(true);
    if (!tokenForm.safeParse(request.body).success) {
      throw new ApiError(400, "unsupported_grant_type", "grant_type must be client_credentials");
    }
    reply.header("cache-control", "no-store");
    return { access_token: accessTokens.issue(), token_type: "Bearer", expires_in: TOKEN_LIFETIME_SECONDS };
  };
