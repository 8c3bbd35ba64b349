import type {
  ConferenceCompletedCallback,
  ConferenceCreatedCallback,
  ConferenceMemberExitCallback,
  ConferenceMemberJoinCallback,
  ConferenceRecordingAvailableCallback,
  ConferenceRedirectCallback,
} from "bandwidth-sdk";
import type { Clock } from "../clock.ts";
import type { Urls } from "../urls.ts";
import { toIsoTime } from "../values.ts";
import type { Call } from "./call.ts";
import { type Conference, type ConferenceRecording, conferenceRecordingMetadata } from "./conference.ts";

/** The bodies of the conference events; unlike those of calls they carry neither account nor application. */
export type ConferenceEvents = ReturnType<typeof createConferenceEvents>;

/** Makes the builders of the event bodies. */
export function createConferenceEvents({
  clock,
  urls,
}: {
  clock: Pick<Clock, "now">;
  urls: Pick<Urls, "conferenceRecordingMedia">;
}) {
  const base = ({ conferenceId, name, tag }: Conference, eventType: string) =>
    ({
      eventType,
      eventTime: toIsoTime(clock.now()),
      conferenceId,
      name,
      ...(tag !== undefined && { tag }),
    }) satisfies ConferenceCreatedCallback & ConferenceRedirectCallback & ConferenceCompletedCallback;
  const ofMember = (conference: Conference, { callId, from, to }: Call, eventType: string) =>
    ({
      ...base(conference, eventType),
      callId,
      from,
      to,
    }) satisfies ConferenceMemberJoinCallback & ConferenceMemberExitCallback;

  return {
    created: (conference: Conference) => base(conference, "conferenceCreated"),
    memberJoin: (conference: Conference, call: Call) => ofMember(conference, call, "conferenceMemberJoin"),
    memberExit: (conference: Conference, call: Call) => ofMember(conference, call, "conferenceMemberExit"),
    redirect: (conference: Conference) => base(conference, "conferenceRedirect"),
    completed: (conference: Conference) => base(conference, "conferenceCompleted"),
    recordingAvailable: (recording: ConferenceRecording) =>
      ({
        ...base(recording.conference, "conferenceRecordingAvailable"),
        ...conferenceRecordingMetadata(recording, urls),
      }) satisfies ConferenceRecordingAvailableCallback,
  };
}
