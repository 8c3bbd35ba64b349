import { z } from "zod";
import {
  credential,
  exposes,
  fault,
  id,
  method,
  NEEDS_HTTPS,
  optional,
  seconds,
  textUpTo,
  webUrl,
} from "./inputPieces.ts";
import { idempotencyKey } from "./once.ts";

/** The input of a mutation that names a recording and says nothing more. */
export const RecordingInput = z.object({ callId: id, recordingId: id });

/** `UpdateCallRecordingStateInput` by the contract. */
export const UpdateCallRecordingStateInput = z.object({
  callId: id,
  state: z.enum(["PAUSED", "RECORDING"]).transform((state) => (state === "PAUSED" ? "paused" : "recording")),
});

/** `TranscribeCallRecordingInput` by the contract's limits. */
export const TranscribeCallRecordingInput = z
  .object({
    callId: id,
    recordingId: id,
    callbackUrl: optional(webUrl(2048)),
    callbackMethod: optional(method),
    username: optional(credential),
    password: optional(credential),
    tag: optional(textUpTo(4096)),
    callbackTimeout: optional(seconds(1, 25)),
    detectLanguage: optional(z.boolean()),
    idempotencyKey: optional(idempotencyKey),
  })
  .superRefine((input, check) => {
    if (input.callbackUrl === undefined) {
      for (const field of ["callbackMethod", "username", "password"] as const)
        if (input[field] !== undefined) fault(check, field, "goes with a callbackUrl only");
    }
    if (exposes(input.callbackUrl, input.username, input.password)) fault(check, "callbackUrl", NEEDS_HTTPS);
  });
