import { z } from "zod";
import { CallInstructionsInput, SCRIPT_FIELDS } from "./CallInstructionsInput.ts";
import {
  credential,
  destination,
  displayName,
  exposes,
  fault,
  method,
  NEEDS_HTTPS,
  optional,
  phoneNumber,
  seconds,
  textUpTo,
  uui,
  WITHHELD,
  webUrl,
} from "./inputPieces.ts";
import { idempotencyKey } from "./once.ts";

const url = webUrl(2048);

const MachineDetection = z
  .object({
    mode: optional(z.enum(["SYNC", "ASYNC"]).transform((mode) => (mode === "SYNC" ? "sync" : "async"))),
    detectionTimeout: optional(z.number().min(0, "must not be negative")),
    silenceTimeout: optional(z.number().min(0, "must not be negative")),
    speechThreshold: optional(z.number().min(0, "must not be negative")),
    speechEndThreshold: optional(z.number().min(0, "must not be negative")),
    machineSpeechEndThreshold: optional(z.number().min(0, "must not be negative")),
    delayResult: optional(z.boolean()),
    callbackUrl: optional(url),
    callbackMethod: optional(method),
    username: optional(credential),
    password: optional(credential),
    fallbackUrl: optional(url),
    fallbackMethod: optional(method),
    fallbackUsername: optional(credential),
    fallbackPassword: optional(credential),
  })
  .superRefine((input, check) => {
    if (!input.callbackUrl && (input.username || input.password))
      fault(check, "username", "goes with a callbackUrl only");
    if (exposes(input.callbackUrl, input.username, input.password)) fault(check, "callbackUrl", NEEDS_HTTPS);
    if (exposes(input.fallbackUrl, input.fallbackUsername, input.fallbackPassword))
      fault(check, "fallbackUrl", NEEDS_HTTPS);
  });

/** What needs an answer URL of the client's own: Bandwidth has one pair of credentials for it and the disconnect URL. */
const WITH_ANSWER_URL = [
  "answerMethod",
  "username",
  "password",
  "disconnectUrl",
  "disconnectMethod",
] as const;

/** `CreateCallInput` by the contract's limits. */
export const CreateCallInput = z
  .object({
    to: destination,
    // Bandwidth no longer documents these words. They are passed on, but no message mentions them.
    from: phoneNumber.or(z.enum(WITHHELD)),
    applicationId: optional(z.string().min(1, "must not be empty")),
    displayName: optional(displayName),
    privacy: optional(z.boolean()),
    uui: optional(uui(350)),
    answerUrl: optional(url),
    answerMethod: optional(method),
    username: optional(credential),
    password: optional(credential),
    answerFallbackUrl: optional(url),
    answerFallbackMethod: optional(method),
    fallbackUsername: optional(credential),
    fallbackPassword: optional(credential),
    disconnectUrl: optional(url),
    disconnectMethod: optional(method),
    callTimeout: optional(seconds(1, 300)),
    callbackTimeout: optional(seconds(1, 25)),
    machineDetection: optional(MachineDetection),
    priority: optional(z.int().min(1, "must be 1 to 5").max(5, "must be 1 to 5")),
    tag: optional(textUpTo(4096)),
    ...SCRIPT_FIELDS,
    instructions: optional(CallInstructionsInput),
    idempotencyKey: optional(idempotencyKey),
  })
  .superRefine((input, check) => {
    if (input.answerUrl === undefined) {
      for (const field of WITH_ANSWER_URL)
        if (input[field] !== undefined) fault(check, field, "goes with an answerUrl only");
    } else {
      for (const field of ["onAnswer", "onEvents", "instructions"] as const)
        if (input[field] !== undefined) fault(check, field, "goes without an answerUrl only");
      for (const field of ["answerUrl", "disconnectUrl"] as const)
        if (exposes(input[field], input.username, input.password)) fault(check, field, NEEDS_HTTPS);
    }
    if (input.instructions && (input.onAnswer ?? input.onEvents) !== undefined)
      fault(check, "instructions", "goes without onAnswer and onEvents only");
    if (input.privacy && input.displayName !== undefined && !WITHHELD.includes(input.displayName))
      fault(check, "displayName", "must be Restricted, Anonymous, Private or Unavailable with privacy");
    if (exposes(input.answerFallbackUrl, input.fallbackUsername, input.fallbackPassword))
      fault(check, "answerFallbackUrl", NEEDS_HTTPS);
  });
export type CreateCallInput = z.infer<typeof CreateCallInput>;
