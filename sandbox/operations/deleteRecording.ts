import type { Services } from "../services.ts";
import { findRecording } from "./getCallRecording.ts";
import type { Operation } from "./operation.ts";

/** DELETE /accounts/{accountId}/calls/{callId}/recordings/{recordingId}: with its media and transcription. */
export const deleteRecording =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) => {
    store.removeRecording(findRecording(store, request.params));
    return reply.code(204).send();
  };
