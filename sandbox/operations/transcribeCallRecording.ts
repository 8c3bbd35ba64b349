import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { callbackMethod, callbackUrl, limitedText, numberBetween } from "../values.ts";
import { credential, optionalDestination, refuseUnsafeUrl } from "./destinations.ts";
import { findRecording } from "./getCallRecording.ts";
import { answerSent, type Operation } from "./operation.ts";

const transcribeBody = z
  .object({
    callbackUrl: callbackUrl.nullish(),
    callbackMethod: callbackMethod.nullish(),
    username: credential,
    password: credential,
    tag: limitedText(4096).nullish(),
    callbackTimeout: numberBetween(1, 25).nullish(),
    detectLanguage: z.boolean({ error: "must be true or false" }).nullish(),
  })
  .superRefine(({ callbackUrl: url, username, password }, context) => {
    refuseUnsafeUrl(context, "callbackUrl", { url, username, password });
  });

/** POST /accounts/{accountId}/calls/{callId}/recordings/{recordingId}/transcription: orders a transcription. */
export const transcribeCallRecording =
  ({ store, clock, transcriber }: Pick<Services, "store" | "clock" | "transcriber">): Operation =>
  (request, reply) => {
    const given = parseVoice(transcribeBody, request.body);
    const recording = findRecording(store, request.params);
    const { recordingId, status, transcription } = recording;
    if (status !== "complete") {
      throw new ApiError(400, "validation", `Recording [${recordingId}] has no media to transcribe`);
    }
    if (transcription?.status === "processing" || transcription?.status === "available") {
      throw new ApiError(400, "validation", `Recording [${recordingId}] already has a transcription`);
    }
    const { callbackUrl: url, callbackMethod: method, username, password, tag } = given;
    const order = {
      available: optionalDestination({ url, method, username, password }),
      tag: tag ?? undefined,
    };
    const leg = {
      lifetime: clock.lifetime(),
      callbackTimeoutMs: (given.callbackTimeout ?? 15) * 1000,
      lastDelivery: clock.track(answerSent(reply)),
    };
    transcriber.start(recording, leg, order);
    return reply.code(204).send();
  };
