import type { Services } from "../services.ts";
import type { Store } from "../store.ts";
import { transcriptionText } from "../voice/transcription.ts";
import { findRecording, notFound } from "./getCallRecording.ts";
import type { Operation } from "./operation.ts";

/** The recording that a request's path names, if it has a transcription to read; a 404 if not. */
export function findTranscribed(store: Pick<Store, "recording">, params: unknown) {
  const recording = findRecording(store, params);
  if (recording.transcription?.status !== "available") {
    throw notFound(`Transcription of recording [${recording.recordingId}] not found`);
  }
  return recording;
}

/**
 * GET /accounts/{accountId}/calls/{callId}/recordings/{recordingId}/transcription. Bandwidth has renamed it to
 * getRecordingTranscription and added speakers and clips; who knows the old shape finds all of it in the new one.
 */
export const getCallTranscription =
  ({ store }: Pick<Services, "store">): Operation =>
  (request) =>
    transcriptionText(findTranscribed(store, request.params));
