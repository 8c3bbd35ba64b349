import type { Element } from "@xmldom/xmldom";
import { z } from "zod";
import type { CallbackMethod, Credentials } from "../applications.ts";
import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import { firstMistake } from "../errors.ts";
import { isSafeForCredentials } from "../values.ts";
import type { Conferences } from "../voice/conferences.ts";
import type { VoiceEvents } from "../voice/events.ts";
import { type BxmlWebhook, CallEnd, type Leg } from "../voice/leg.ts";
import type { Recorder } from "../voice/recorder.ts";
import type { TranscriptionOrder } from "../voice/transcriber.ts";

/** A document that Bandwidth would refuse; the call ends with `invalid-bxml`. */
export class InvalidBxml extends Error {}

/** Ends the call because of something that Bandwidth can do and the sandbox cannot. */
export const notEmulated = (what: string) =>
  new CallEnd("application-error", `The sandbox does not emulate ${what} yet`);

/** What a verb runs with. */
export interface Scene {
  leg: Leg;
  /** Aborted when the call ends or is redirected; then the verb's wait must end. */
  signal: AbortSignal;
  clock: Pick<Clock, "now" | "sleep">;
  events: VoiceEvents;
  recorder: Recorder;
  conferences: Pick<Conferences, "join">;
}

/** A verb ready to run. A webhook as its result replaces the rest of the document by the webhook's reply. */
export interface Step {
  verb: string;
  run: (scene: Scene) => Promise<BxmlWebhook | undefined>;
}

/**
 * Checks a verb's element, before anything of the document runs, and makes the step that performs it.
 * `documentUrl` is where the document came from: its relative URLs start there.
 */
export type VerbParser = VerbReader<Step["run"]>;

/** Makes something of a verb's element. */
export type VerbReader<Result> = (element: Element, documentUrl: string) => Result;

/** A verb's attributes by its schema; an unknown attribute is a mistake, as a misspelt one would do nothing. */
export function attributes<Shape extends z.ZodRawShape>(element: Element, shape: Shape) {
  const given: Record<string, string> = {};
  for (const { name, value } of element.attributes) {
    if (!name.startsWith("xmlns")) given[name] = value;
  }
  const { success, data, error } = z.strictObject(shape).safeParse(given);
  if (success) return data;
  throw new InvalidBxml(`<${element.tagName}> is invalid: ${firstMistake(error)}`);
}

/** Makes sure that a verb has neither text nor nested elements. */
export function noContent(element: Element): void {
  if ((element.textContent ?? "").trim() !== "" || element.children.length > 0) {
    throw new InvalidBxml(`<${element.tagName}> may have no content`);
  }
}

/** A number of seconds as an attribute. */
export const seconds = (minimum: number, maximum: number) =>
  z
    .string()
    .transform((text) => (text.trim() === "" ? Number.NaN : Number(text)))
    .refine(
      (value) => value >= minimum && value <= maximum,
      `must be a number between ${minimum} and ${maximum}`,
    );

export const boolean = z
  .enum(["true", "false"], { error: "must be true or false" })
  .transform((text) => text === "true");

export const method = z.enum(["GET", "POST"], { error: "must be GET or POST" }).default("POST");

export const tag = z.string().max(256, "must not exceed 256 characters").optional();

export const credentials = {
  username: z.string().max(1024).optional(),
  password: z.string().max(1024).optional(),
};

export const fallbackCredentials = {
  fallbackUsername: z.string().max(1024).optional(),
  fallbackPassword: z.string().max(1024).optional(),
};

/** The attributes of a recording that Record and StartRecording share. */
export const recordingAttributes = {
  recordingAvailableUrl: z.string().optional(),
  recordingAvailableMethod: method,
  fileFormat: z.enum(["wav", "mp3"], { error: "must be wav or mp3" }).default("wav"),
  transcribe: boolean.default(false),
  transcriptionAvailableUrl: z.string().optional(),
  transcriptionAvailableMethod: method,
  detectLanguage: boolean.default(false),
};

/** The order to transcribe a recording, if its verb gives one. */
export const transcriptionOrder = (
  documentUrl: string,
  given: {
    transcribe: boolean;
    transcriptionAvailableUrl?: string | undefined;
    transcriptionAvailableMethod: CallbackMethod;
    username?: string | undefined;
    password?: string | undefined;
  },
): TranscriptionOrder | undefined => {
  const { transcriptionAvailableUrl, transcriptionAvailableMethod, username, password } = given;
  const available = destination(
    documentUrl,
    transcriptionAvailableUrl,
    transcriptionAvailableMethod,
    username,
    password,
  );
  return given.transcribe ? { available } : undefined;
};

/** Where a verb's event goes, or undefined without a URL. */
export function destination(
  documentUrl: string,
  url: string | undefined,
  method: CallbackMethod,
  username: string | undefined,
  password: string | undefined,
): Destination | undefined {
  if (url === undefined || url === "") return undefined;
  const resolved = URL.parse(url, documentUrl);
  if (resolved === null || !["http:", "https:"].includes(resolved.protocol)) {
    throw new InvalidBxml("Invalid callback URL: only http and https are allowed");
  }
  const login: Credentials | undefined =
    username === undefined && password === undefined
      ? undefined
      : { username: username ?? "", password: password ?? "" };
  if (login !== undefined && !isSafeForCredentials(resolved.href)) {
    throw new InvalidBxml("Invalid callback URL: must use https if specifying username and password");
  }
  return { url: resolved.href, method, credentials: login };
}
