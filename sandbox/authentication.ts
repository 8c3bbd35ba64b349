import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { AccessTokens } from "./accessTokens.ts";
import { ACCOUNT_ID, API_PASSWORD, API_USERNAME } from "./account.ts";
import type { ErrorFamily } from "./errors.ts";
import { basic } from "./values.ts";

const BASIC = basic({ username: API_USERNAME, password: API_PASSWORD });

/** One path of Bandwidth's names no account: that of the use cases for toll-free numbers. */
const accountPath = z.object({ accountId: z.string().default(ACCOUNT_ID) });

/** Whether the header holds the account's user name and password, or client id and secret, which are the same here. */
export const isBasicValid = (authorization = "") => authorization.replace(/^basic /i, "Basic ") === BASIC;

/** A hook that lets in only the account's own credentials, and only to the account's own paths. */
export function authenticate({
  accessTokens,
  errors,
}: {
  accessTokens: Pick<AccessTokens, "isValid">;
  errors: ErrorFamily;
}) {
  return async (request: Pick<FastifyRequest, "headers" | "params">) => {
    const { authorization } = request.headers;
    const token = /^Bearer (.+)$/i.exec(authorization ?? "")?.[1];
    const isKnown = token === undefined ? isBasicValid(authorization) : accessTokens.isValid(token);
    if (!isKnown) throw errors.unauthorized(authorization !== undefined && authorization !== "");
    if (accountPath.parse(request.params).accountId !== ACCOUNT_ID) throw errors.forbidden();
  };
}
