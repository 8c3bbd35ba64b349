import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Store } from "../store.ts";
import { type Recording, recordingMetadata } from "../voice/recording.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ callId: z.string(), recordingId: z.string() });

/** The recording that a request's path names, or a 404. */
export function findRecording(store: Pick<Store, "recording">, params: unknown): Recording {
  const { callId, recordingId } = parseVoice(path, params);
  const recording = store.recording(callId, recordingId);
  if (recording === undefined) throw new ApiError(404, "validation", `Recording [${recordingId}] not found`);
  return recording;
}

/** A 404 of something that belongs to a recording. */
export const notFound = (sentence: string) => new ApiError(404, "validation", sentence);

/** GET /accounts/{accountId}/calls/{callId}/recordings/{recordingId}. */
export const getCallRecording =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) =>
    recordingMetadata(findRecording(store, request.params), urls);
