import { z } from "zod";
import { AskingType, type Question } from "./askingEvents.ts";

/** What to answer where all conditions that are given hold. The document has no credentials of the gateway's yet. */
export const ScriptEntry = z.object({
  event: AskingType,
  digits: z.string().optional(),
  terminatingDigit: z.string().optional(),
  cause: z.string().optional(),
  machineDetection: z.string().optional(),
  tag: z.string().optional(),
  document: z.string(),
});
export type ScriptEntry = z.infer<typeof ScriptEntry>;

const Script = z.object({ kind: z.literal("script"), entries: z.array(ScriptEntry) });
const Live = z.object({ kind: z.literal("live"), waitMs: z.number(), fallback: z.string().optional() });
const Forward = z.object({
  kind: z.literal("forward"),
  url: z.string(),
  method: z.enum(["GET", "POST"]),
  username: z.string().optional(),
  password: z.string().optional(),
  /** Where the end of the call is told. */
  disconnectUrl: z.string().optional(),
  waitMs: z.number(),
  fallback: z.string().optional(),
});
export type Live = z.infer<typeof Live>;
export type Forward = z.infer<typeof Forward>;

/** How events are answered, in one of three ways: by a script, by somebody who is asked now, by an application that is asked over HTTP. */
export const Instructions = z.discriminatedUnion("kind", [Script, Live, Forward]);
export type Instructions = z.infer<typeof Instructions>;

/** Instructions for the events of one type, or of all. */
const Rule = z.object({ event: AskingType.optional(), instructions: Instructions });
export type Rule = z.infer<typeof Rule>;

/**
 * Where a forwarded application wants an event. How long it is waited for, and what is answered when it fails, is in the rule of the
 * call by which it is asked: a document has targets by the hundred.
 */
const Target = z.object({
  /** The control that the call has, and the place of the rule in it. */
  root: z.string(),
  rule: z.int(),
  url: z.string(),
  method: z.enum(["GET", "POST"]),
  username: z.string().optional(),
  password: z.string().optional(),
});
export type Target = z.infer<typeof Target>;

/** How the events of one call are answered: by the first rule that has an answer. */
export const Control = z.object({
  target: Target.optional(),
  /** This control answers one event; the rest of the call keeps the control that it has. */
  isOfOneEvent: z.boolean().optional(),
  /** The first event of the call has come: the call scripts that stood then are the last of its rules. */
  hasCallScripts: z.boolean().optional(),
  rules: z.array(Rule),
});
export type Control = z.infer<typeof Control>;

/** What is to be done about an event: a script's entry that matches, live or forward. */
type Step = { kind: "document"; document: string } | Live | Forward;

/** What the first rule that has an answer to the event says. */
export function stepFor(rules: readonly Rule[], question: Question): Step | undefined {
  for (const { event, instructions } of rules) {
    if (event !== undefined && event !== question.type) continue;
    if (instructions.kind === "script") {
      const entry = instructions.entries.find((each) => matches(each, question));
      if (entry) return { kind: "document", document: entry.document };
      continue;
    }
    // Whoever is asked live would be asked for each member of a conference, which goes on without an answer.
    if (instructions.kind === "live" && !question.isAnswerNeeded) continue;
    return instructions;
  }
  return undefined;
}

function matches(entry: ScriptEntry, question: Question): boolean {
  return (
    entry.event === question.type &&
    same(entry.digits, question.digits) &&
    same(entry.terminatingDigit, question.terminatingDigit) &&
    same(entry.cause, question.cause) &&
    same(entry.machineDetection, question.machineDetectionResult?.value) &&
    same(entry.tag, question.tag)
  );
}

/** An empty text is what Bandwidth sends, or leaves out, where there is nothing. */
const same = (wanted: string | undefined, value = "") => wanted === undefined || wanted === value;

/** How long Bandwidth waits for an answer where nobody says otherwise: https://dev.bandwidth.com/docs/voice/webhooks */
const CALLBACK_TIMEOUT_SECONDS = 15;
/** What is left of Bandwidth's time for the ways to and from the gateway. */
const MARGIN_SECONDS = 2;

/** How long, in seconds, the gateway can wait for an answer and still give its fallback in time. */
export function longestWait(callbackTimeout = CALLBACK_TIMEOUT_SECONDS): number {
  return callbackTimeout - Math.min(MARGIN_SECONDS, callbackTimeout / 2);
}
