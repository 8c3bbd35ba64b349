import { z } from "zod";
import type { Credentials } from "./applications.ts";

const E164 = /^\+[1-9]\d{1,14}$/;
const SIP_URI = /^sips?:[^\s@]+@[^\s@]+$/i;

/** What a caller may show in place of its number. */
export const CALLER_WORDS = ["Restricted", "Anonymous", "Private", "Unavailable"];

/** A string; its absence is told apart from a wrong type. */
export const requiredText = z.string({
  error: ({ input }) => (input === undefined ? "is required" : "must be a string"),
});

export const e164 = requiredText.regex(E164, "must be an E164 telephone number");

/** Who calls: a number, or a word for one that is not shown. */
export const caller = requiredText.refine(
  (from) => CALLER_WORDS.includes(from) || E164.test(from),
  "must be an E164 telephone number",
);

export const e164OrSipUri = requiredText.refine(
  (value) => E164.test(value) || SIP_URI.test(value),
  "must be an E164 telephone number",
);

/** An absolute URL that callbacks may be sent to. */
export const callbackUrl = requiredText
  .max(2048, "must not exceed 2048 characters")
  .refine((value) => ["http:", "https:"].includes(URL.parse(value)?.protocol ?? ""), {
    error: "only http and https are allowed.",
  });

export const callbackMethod = z.enum(["GET", "POST"], { error: "must be GET or POST" });

/** A string of at most `maximum` characters. */
export const limitedText = (maximum: number) =>
  requiredText.max(maximum, `must not exceed ${maximum} characters`);

export const displayName = limitedText(256).refine(
  (name) => !/\p{Cc}/u.test(name),
  "must not contain control characters",
);

/** User-to-user information: checked, and carried nowhere. */
export const uui = (maximum: number) =>
  limitedText(maximum).regex(
    /^[^,]+;encoding=(jwt|base64|hex)(,[^,]+;encoding=(jwt|base64|hex))*$/,
    "must be a list of values that end with ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
  );

/** A number from `minimum` to `maximum`, decimals allowed. */
export const numberBetween = (minimum: number, maximum: number) => {
  const error = `must be a number between ${minimum} and ${maximum}`;
  return z.number({ error }).min(minimum, error).max(maximum, error);
};

/** An ISO 8601 time, read as milliseconds since the epoch. */
export const isoTime = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/,
    "must be an ISO 8601 time",
  )
  .transform((text) => Date.parse(text))
  .refine((time) => !Number.isNaN(time), "must be an ISO 8601 time");

/** Whether credentials may go to this URL: over https, or over http to this very machine, where nobody listens in. */
export function isSafeForCredentials(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || isOnThisMachine(hostname);
}

/** The Authorization header that carries credentials. */
export const basic = ({ username, password }: Credentials) =>
  `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;

/** Whether a URL with this host name leads to this very machine. */
export function isOnThisMachine(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\./.test(hostname)
  );
}

/** A time as Bandwidth writes it. */
export const toIsoTime = (time: number) => new Date(time).toISOString();

/** A length of time as Bandwidth writes it, for example PT13.67S. */
export const toIsoDuration = (ms: number) => `PT${ms / 1000}S`;
