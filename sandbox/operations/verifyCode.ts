import type { VerifyCodeResponse } from "bandwidth-sdk";
import { z } from "zod";
import { ApiError } from "../errors.ts";
import { parseMfa, TOO_MANY_CODES } from "../mfa/errors.ts";
import type { Services } from "../services.ts";
import { e164, limitedText } from "../values.ts";
import type { Operation } from "./operation.ts";

const verifyBody = z.object({
  to: e164,
  scope: z.string({ error: "must be a string" }).default("2FA"),
  expirationTimeInMinutes: z
    .number({ error: ({ input }) => (input === undefined ? "is required" : "must be a number") })
    .min(1, "must be between 1 and 15")
    .max(15, "must be between 1 and 15"),
  code: limitedText(8).min(4, "must have at least 4 characters"),
});

/** POST /api/v1/accounts/{accountId}/code/verify: a wrong code is no error, many are. */
export const verifyCode =
  ({ codes }: Pick<Services, "codes">): Operation =>
  (request) => {
    const { expirationTimeInMinutes, ...given } = parseMfa(verifyBody, request.body);
    const result = codes.verify(given, expirationTimeInMinutes * 60_000);
    if (result === "locked") throw new ApiError(429, "too-many-requests", TOO_MANY_CODES);
    return { valid: result === "valid" } satisfies VerifyCodeResponse;
  };
