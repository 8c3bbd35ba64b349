import type { Services } from "../services.ts";
import { conferenceRecordingMetadata } from "../voice/conference.ts";
import { findConference } from "./getConference.ts";
import type { Operation } from "./operation.ts";

/** GET /accounts/{accountId}/conferences/{conferenceId}/recordings. */
export const listConferenceRecordings =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) =>
    store
      .recordingsOfConference(findConference(store, request.params))
      .map((recording) => conferenceRecordingMetadata(recording, urls));
