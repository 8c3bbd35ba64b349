import type { CallTranscriptionMetadata } from "bandwidth-sdk";
import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { findCall, type Operation } from "./operation.ts";

const path = z.object({ callId: z.string() });

/** GET /accounts/{accountId}/calls/{callId}/transcriptions. */
export const listRealTimeTranscriptions =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) => {
    const { callId } = parseVoice(path, request.params);
    return (findCall(store, callId).realTimeTranscriptions ?? []).map(
      ({ transcriptionId, transcriptionName }) =>
        ({
          transcriptionId,
          transcriptionName,
          transcriptionUrl: urls.realTimeTranscription(callId, transcriptionId),
        }) satisfies CallTranscriptionMetadata,
    );
  };
