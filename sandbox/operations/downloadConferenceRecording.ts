import type { Services } from "../services.ts";
import { sendAudio } from "./downloadCallRecording.ts";
import { findConferenceRecording } from "./getConferenceRecording.ts";
import type { Operation } from "./operation.ts";

/** GET /accounts/{accountId}/conferences/{conferenceId}/recordings/{recordingId}/media. */
export const downloadConferenceRecording =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) =>
    sendAudio(reply, findConferenceRecording(store, request.params));
