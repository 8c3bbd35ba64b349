import { z } from "zod";
import { optional, phoneNumber, textUpTo } from "./inputPieces.ts";
import { idempotencyKey } from "./once.ts";

const scope = optional(textUpTo(25));

/** `GenerateVoiceCodeInput` and `GenerateMessagingCodeInput` by the contract's limits. */
export const GenerateCodeInput = z.object({
  to: phoneNumber,
  from: phoneNumber,
  applicationId: optional(textUpTo(50).min(1, "must not be empty")),
  scope,
  message: textUpTo(2048).includes("{CODE}", { error: "must have {CODE} where the code is to stand" }),
  idempotencyKey: optional(idempotencyKey),
  digits: z.int().min(4, "must be 4 to 8").max(8, "must be 4 to 8"),
});

/** `VerifyCodeInput` by the contract's limits. */
export const VerifyCodeInput = z.object({
  to: phoneNumber,
  scope,
  expirationTimeInMinutes: z.number().min(1, "must be 1 to 15").max(15, "must be 1 to 15"),
  code: z.string().min(4, "must be 4 to 8 characters").max(8, "must be 4 to 8 characters"),
});
