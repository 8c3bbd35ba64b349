import type { Services } from "../services.ts";
import { findRecording } from "./getCallRecording.ts";
import type { Operation } from "./operation.ts";

/** DELETE /accounts/{accountId}/calls/{callId}/recordings/{recordingId}: with its media and transcription. */
export const deleteRecording =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) => {
    const recording = findRecording(store, request.params);
    recording.transcription = undefined;
    store.removeRecording(recording);
    return reply.code(204).send();
  };
