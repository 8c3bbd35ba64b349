import { z } from "zod";
import { caller, limitedText } from "../values.ts";

// The values that attributes of several verbs may have.

const number = (minimum: number, maximum: number) =>
  z
    .string()
    .transform((text) => (text.trim() === "" ? Number.NaN : Number(text)))
    .refine(
      (value) => value >= minimum && value <= maximum,
      `must be a number between ${minimum} and ${maximum}`,
    );

/** A number of seconds, decimals allowed; read as milliseconds. */
export const seconds = (minimum: number, maximum: number) =>
  number(minimum, maximum).transform((value) => value * 1000);

/** A number of milliseconds. */
export const milliseconds = number;

/** A whole number. */
export const count = (minimum: number, maximum: number) =>
  number(minimum, maximum).refine(Number.isInteger, "must be a whole number");

export const boolean = z
  .enum(["true", "false"], { error: "must be true or false" })
  .transform((text) => text === "true");

/** One of a few words. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  z.enum(words, { error: `must be one of ${words.join(", ")}` });

export const tag = limitedText(256).optional();

/** The keys that end a verb; none if empty. */
export const terminatingDigits = z
  .string()
  .regex(/^[0-9*#A-Da-d]*$/, "must be some of 0-9 * # A-D")
  .transform((digits) => digits.toUpperCase());

/** Who a call that a verb makes is from. */
export const callerId = caller.optional();

/** How long a called party may take to answer, and what it is told of diversions, which goes nowhere here. */
export const dialling = {
  callTimeout: seconds(1, 300).default(30_000),
  diversionTreatment: oneOf(["none", "propagate", "stack"]).default("none"),
  diversionReason: oneOf([
    "unknown",
    "user-busy",
    "no-answer",
    "unavailable",
    "unconditional",
    "time-of-day",
    "do-not-disturb",
    "deflection",
    "follow-me",
    "out-of-service",
    "away",
  ]).default("unknown"),
};

/** The attributes of a recording that Record and StartRecording share, but for their callbacks. */
export const recordingAttributes = {
  fileFormat: oneOf(["wav", "mp3"]).default("wav"),
  transcribe: boolean.default(false),
  detectLanguage: boolean.default(false),
  tag,
};
