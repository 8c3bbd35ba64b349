import type { CallTranscriptionResponse } from "bandwidth-sdk";
import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Store } from "../store.ts";
import { findCall, type Operation } from "./operation.ts";

const path = z.object({ callId: z.string(), transcriptionId: z.string() });

/** The call and the transcription that a request's path names, or a 404. */
export function findRealTimeTranscription(store: Pick<Store, "call">, params: unknown) {
  const { callId, transcriptionId } = parseVoice(path, params);
  const call = findCall(store, callId);
  const found = call.realTimeTranscriptions?.find((other) => other.transcriptionId === transcriptionId);
  if (found !== undefined) return { call, transcription: found };
  throw new ApiError(404, "validation", `Transcription [${transcriptionId}] not found`);
}

/** GET /accounts/{accountId}/calls/{callId}/transcriptions/{transcriptionId}. */
export const getRealTimeTranscription =
  ({ store }: Pick<Services, "store">): Operation =>
  (request) => {
    const { call, transcription } = findRealTimeTranscription(store, request.params);
    const { transcriptionId, tracks } = transcription;
    return {
      accountId: call.accountId,
      callId: call.callId,
      transcriptionId,
      tracks,
    } satisfies CallTranscriptionResponse;
  };
