import { z } from "zod";
import type { CallbackTarget } from "../bxml/eventUrls.ts";
import { AskingType, placeOf } from "../callControl/askingEvents.ts";
import { type ForwardHost, trustOf } from "../callControl/forwardHosts.ts";
import type { Instructions, ScriptEntry } from "../callControl/instructions.ts";
import { bxmlFor } from "./BxmlInput.ts";
import { badInput } from "./badInput.ts";
import { documentToKeep } from "./documentToGive.ts";
import {
  credential,
  exposes,
  fault,
  method,
  NEEDS_HTTPS,
  optional,
  textUpTo,
  webUrl,
} from "./inputPieces.ts";

const MOST_ENTRIES = 100;

/** `BRIDGE_COMPLETE` as Bandwidth spells it. */
export const askingType = z
  .string()
  .transform((name) => name.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()))
  .pipe(AskingType);

/** `CALLBACK_ERROR` as Bandwidth spells it. */
const word = z.string().transform((name) => name.toLowerCase().replaceAll("_", "-"));

/** The events that tell what a condition is about. */
const CONDITIONS = {
  digits: ["gather"],
  terminatingDigit: ["gather"],
  cause: ["transferComplete", "bridgeComplete"],
  machineDetection: ["answer"],
} as const satisfies Partial<Record<keyof ScriptEntry, readonly AskingType[]>>;

const Entry = z
  .object({
    event: askingType,
    digits: optional(textUpTo(50).regex(/^[\d*#a-d]*$/i, "must be digits, *, # or the letters a to d")),
    terminatingDigit: optional(
      z.string().regex(/^[\d*#a-d]?$/i, "must be one digit, *, # or a letter a to d"),
    ),
    cause: optional(word),
    machineDetection: optional(word),
    tag: optional(textUpTo(4096)),
    bxml: z.unknown(),
  })
  .transform((entry, check) => {
    for (const [field, events] of Object.entries(CONDITIONS)) {
      const isTold = events.some((event) => event === entry.event);
      if (entry[field as keyof typeof CONDITIONS] === undefined || isTold) continue;
      const names = events.map((event) => event.replace(/[A-Z]/g, "_$&").toUpperCase());
      fault(check, field, `goes with ${names.join(" and ")} only`);
    }
    const bxml = bxmlFor(placeOf(entry.event)).safeParse(entry.bxml);
    if (bxml.success) return { ...entry, bxml: bxml.data };
    for (const { path, message } of bxml.error.issues)
      check.addIssue({ code: "custom", path: ["bxml", ...path], message });
    return z.NEVER;
  });

/** The fields of a script, by themselves or in `createCall`. */
export const SCRIPT_FIELDS = {
  onAnswer: optional(bxmlFor("call")),
  onEvents: optional(z.array(Entry).max(MOST_ENTRIES, `must be at most ${MOST_ENTRIES}`)),
};

const timeout = z.number().min(0.1, "must be 0.1 seconds or more");
// Zod asks also about what is no URL, which has a fault of its own.
const url = webUrl(2048).refine((value) => {
  if (!URL.canParse(value)) return true;
  const { username, password } = new URL(value);
  return !username && !password;
}, "must have no user and password in it");

/** How events are to be answered, by itself. What depends on the call and the gateway is for `toInstructions`. */
export const CallInstructionsInput = z.object({
  script: optional(
    z.object(SCRIPT_FIELDS).refine(({ onAnswer, onEvents }) => onAnswer !== undefined || onEvents?.length, {
      error: "is required where there are no onEvents",
      path: ["onAnswer"],
    }),
  ),
  live: optional(z.object({ timeout: optional(timeout), fallback: optional(bxmlFor("call")) })),
  forward: optional(
    z
      .object({
        url,
        method: optional(method),
        // RFC 7617: the first colon ends the user name.
        username: optional(credential.regex(/^[^:]*$/, "must have no colon")),
        password: optional(credential),
        disconnectUrl: optional(url),
        timeout: optional(timeout),
        fallback: optional(bxmlFor("call")),
      })
      .superRefine((forward, check) => {
        for (const field of ["url", "disconnectUrl"] as const) {
          if (exposes(forward[field], forward.username, forward.password)) fault(check, field, NEEDS_HTTPS);
        }
      }),
  ),
});
type CallInstructionsInput = z.infer<typeof CallInstructionsInput>;

/** The instructions of a script at a field; `onAnswer` comes last, so that an entry can say when it is not that. */
export function scriptOf(
  { onAnswer, onEvents = [] }: NonNullable<CallInstructionsInput["script"]>,
  field: string,
  target: CallbackTarget,
): Instructions {
  const entries = onEvents.map(({ bxml, ...conditions }, index) => ({
    ...conditions,
    document: documentToKeep(bxml, `${field}.onEvents[${index}].bxml`, target),
  }));
  const document = onAnswer && documentToKeep(onAnswer, `${field}.onAnswer`, target);
  const first = (["answer", "initiate"] as const).flatMap((event) =>
    document === undefined ? [] : [{ event, document }],
  );
  return { kind: "script", entries: [...entries, ...first] };
}

/**
 * The instructions that an input describes. `longest`: the most seconds that they may take to answer, and `usual`, where the input does
 * not say. Throws `BAD_USER_INPUT` for what the gateway or Bandwidth's time does not allow.
 */
export function toInstructions(
  { script, live, forward }: CallInstructionsInput,
  field: string,
  { forwardHosts, callbackTarget }: { forwardHosts: readonly ForwardHost[]; callbackTarget: CallbackTarget },
  { longest, usual }: { longest: number; usual: number },
): Instructions {
  const waitMs = (name: string, seconds = usual) => {
    if (seconds > longest) throw badInput(`${field}.${name}.timeout`, `must be at most ${longest} seconds`);
    return Math.round(seconds * 1000);
  };
  if (script) return scriptOf(script, `${field}.script`, callbackTarget);
  const fallback = (live ?? forward)?.fallback;
  const document =
    fallback && documentToKeep(fallback, `${field}.${live ? "live" : "forward"}.fallback`, callbackTarget);
  if (live) return { kind: "live", waitMs: waitMs("live", live.timeout), fallback: document };
  if (!forward) throw badInput(field, "must be script, live or forward");
  for (const name of ["url", "disconnectUrl"] as const) {
    const value = forward[name];
    if (value !== undefined && !trustOf(value, forwardHosts))
      throw badInput(`${field}.forward.${name}`, "is at a host that is not in FORWARD_HOSTS of the gateway");
  }
  const { timeout: seconds, method: how = "POST", ...rest } = forward;
  return { kind: "forward", ...rest, method: how, waitMs: waitMs("forward", seconds), fallback: document };
}
