import { z } from "zod";
import { optional, phoneNumber } from "./inputPieces.ts";
import { idempotencyKey } from "./once.ts";

/** E.164 numbers, at most `max`, each once. */
const phoneNumbers = (max: number) =>
  z.array(phoneNumber).min(1, "must have a number").max(max, `must have at most ${max} numbers`);

/** The argument of `lookupPhoneNumbers`. */
export const PhoneNumbers = phoneNumbers(1000);

/** `CreateLookupInput` by the contract's limits. */
export const CreateLookupInput = z.object({
  idempotencyKey: optional(idempotencyKey),
  phoneNumbers: phoneNumbers(15_000).transform((numbers) => [...new Set(numbers)]),
});
