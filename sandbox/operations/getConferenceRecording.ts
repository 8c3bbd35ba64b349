import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Store } from "../store.ts";
import { type ConferenceRecording, conferenceRecordingMetadata } from "../voice/conference.ts";
import { notFound } from "./getCallRecording.ts";
import { findConference } from "./getConference.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ recordingId: z.string() });

/** The conference's recording that a request's path names, or a 404. */
export function findConferenceRecording(
  store: Pick<Store, "conference" | "recordingsOfConference">,
  params: unknown,
): ConferenceRecording {
  const { recordingId } = parseVoice(path, params);
  const recording = store
    .recordingsOfConference(findConference(store, params))
    .find((other) => other.recordingId === recordingId);
  if (recording === undefined) throw notFound(`Recording [${recordingId}] not found`);
  return recording;
}

/** GET /accounts/{accountId}/conferences/{conferenceId}/recordings/{recordingId}. */
export const getConferenceRecording =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) =>
    conferenceRecordingMetadata(findConferenceRecording(store, request.params), urls);
