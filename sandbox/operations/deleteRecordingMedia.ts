import type { Services } from "../services.ts";
import { findRecording, notFound } from "./getCallRecording.ts";
import type { Operation } from "./operation.ts";

/** DELETE /accounts/{accountId}/calls/{callId}/recordings/{recordingId}/media: metadata and transcription stay. */
export const deleteRecordingMedia =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) => {
    const recording = findRecording(store, request.params);
    if (recording.status !== "complete")
      throw notFound(`Recording [${recording.recordingId}] media not found`);
    recording.status = "deleted";
    return reply.code(204).send();
  };
