import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { findCall, type Operation } from "./operation.ts";

const path = z.object({ callId: z.string() });

const updateRecordingBody = z.object({
  state: z.enum(["paused", "recording"], { error: "must be paused or recording" }),
});

/** PUT /accounts/{accountId}/calls/{callId}/recording: pauses or resumes what StartRecording began. */
export const updateCallRecordingState =
  ({ store, calls, recorder }: Pick<Services, "store" | "calls" | "recorder">): Operation =>
  (request, reply) => {
    const { callId } = parseVoice(path, request.params);
    const { state } = parseVoice(updateRecordingBody, request.body);
    findCall(store, callId);
    const leg = calls.leg(callId);
    if (leg?.recording === undefined) {
      throw new ApiError(404, "validation", `Call [${callId}] is not being recorded`);
    }
    if (state === "paused") recorder.pause(leg.recording, leg);
    else recorder.resume(leg.recording);
    return reply.send();
  };
