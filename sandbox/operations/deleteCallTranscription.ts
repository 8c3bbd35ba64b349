import type { Services } from "../services.ts";
import { findTranscribed } from "./getCallTranscription.ts";
import type { Operation } from "./operation.ts";

/** DELETE /accounts/{accountId}/calls/{callId}/recordings/{recordingId}/transcription: the recording stays. */
export const deleteCallTranscription =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) => {
    findTranscribed(store, request.params).transcription = undefined;
    return reply.code(204).send();
  };
