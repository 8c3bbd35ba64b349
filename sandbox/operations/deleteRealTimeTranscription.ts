import type { Services } from "../services.ts";
import { findRealTimeTranscription } from "./getRealTimeTranscription.ts";
import type { Operation } from "./operation.ts";

/** DELETE /accounts/{accountId}/calls/{callId}/transcriptions/{transcriptionId}: 200, not 204, as Bandwidth has it. */
export const deleteRealTimeTranscription =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) => {
    const { call, transcription } = findRealTimeTranscription(store, request.params);
    call.realTimeTranscriptions = (call.realTimeTranscriptions ?? []).filter(
      (other) => other !== transcription,
    );
    return reply.send();
  };
