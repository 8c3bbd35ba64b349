import { z } from "zod";
import { isPrivateOnTheWire } from "../encryptedUrl.ts";

// Pieces of the inputs, with Bandwidth's limits. GraphQL lets a client write `null` for "left out": it reads as `undefined`.

/** The field may be left out. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? undefined);

/** Bandwidth's id of something. */
export const id = z.string().min(1, "must not be empty");

const E164 = /^\+[1-9]\d{1,14}$/;
const SIP = /^sips?:\S+$/i;

/** Whether a text is a number in E.164 form. */
export const isPhoneNumber = (value: string) => E164.test(value);

export const phoneNumber = z.string().regex(E164, "must be an E.164 number, such as +19195551234");
export const sipUri = z.string().regex(SIP, "must be a SIP URI, such as sip:alice@example.com");
export const destination = z
  .string()
  .refine(
    (value) => E164.test(value) || SIP.test(value),
    "must be an E.164 number, such as +19195551234, or a SIP URI",
  );
/** What may stand for a caller who is not to be known. */
export const WITHHELD = ["Restricted", "Anonymous", "Private", "Unavailable"];
export const caller = z
  .string()
  .refine(
    (value) => E164.test(value) || WITHHELD.includes(value),
    "must be an E.164 number, such as +19195551234, or Restricted, Anonymous, Private or Unavailable",
  );

/** Text of at most `max` characters. */
export const textUpTo = (max: number) => z.string().max(max, `must be at most ${max} characters`);

/** A user name or password of Basic auth. */
export const credential = textUpTo(1024);

/** Blanks, backslashes and slashes too few or too many: a parser of URLs mends them, Bandwidth's need not. */
const TO_BE_MENDED = /[\s\p{Cc}\\]|^\w+:(?!\/\/[^/])/u;
const fullUrl = (max: number, scheme: RegExp, error: string) =>
  textUpTo(max).refine(
    (value) => scheme.test(value) && !TO_BE_MENDED.test(value) && URL.canParse(value),
    error,
  );
export const webUrl = (max: number) => fullUrl(max, /^https?:/i, "must be a full http or https URL");
export const streamUrl = fullUrl(2048, /^wss?:/i, "must be a full ws or wss URL");

/**
 * Whether credentials would travel unencrypted. Bandwidth refuses that; loopback is for the sandbox. Zod asks also about what is no
 * URL, which has a fault of its own.
 */
export function exposes(url: string | undefined, username?: string, password?: string): boolean {
  return Boolean(url && (username || password) && URL.canParse(url) && !isPrivateOnTheWire(url));
}
export const NEEDS_HTTPS = "must be https to carry a username and password";

export const seconds = (min: number, max: number) => {
  const message = `must be ${min} to ${max} seconds`;
  return z.number().min(min, message).max(max, message);
};

/** ";encoding=..." ends each value: RFC 7433 and the contract. */
export const uui = (max: number) =>
  textUpTo(max).refine(
    (value) => value.split(",").every((part) => /^.+;encoding=(jwt|base64|hex)$/i.test(part.trim())),
    "must be values that each end in ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
  );

/** The name of a caller to show. */
export const displayName = textUpTo(256).regex(/^\P{Cc}*$/u, "must not have control characters");

export const method = z.enum(["GET", "POST"]);

/** Says what is wrong with a field, as the rest of a sentence. */
export const fault = (check: z.RefinementCtx, field: string, message: string) =>
  check.addIssue({ code: "custom", path: [field], message });
