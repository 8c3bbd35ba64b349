import { z } from "zod";
import { TOKEN_LIFETIME_SECONDS } from "../accessTokens.ts";
import { isBasicValid } from "../authentication.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

const tokenForm = z.object({ grant_type: z.literal("client_credentials") });

/** POST /api/v1/oauth2/token: an access token for client id and secret. Errors have OAuth2's own shape (RFC 6749). */
export const createAccessToken =
  ({ accessTokens }: Pick<Services, "accessTokens">): Operation =>
  (request, reply) => {
    if (!isBasicValid(request.headers.authorization)) {
      return reply
        .code(401)
        .header("www-authenticate", 'Basic realm="Bandwidth"')
        .send({ error: "invalid_client", error_description: "Client authentication failed" });
    }
    if (!tokenForm.safeParse(request.body).success) {
      return reply.code(400).send({
        error: "unsupported_grant_type",
        error_description: "grant_type must be client_credentials",
      });
    }
    reply.header("cache-control", "no-store");
    return { access_token: accessTokens.issue(), token_type: "Bearer", expires_in: TOKEN_LIFETIME_SECONDS };
  };
