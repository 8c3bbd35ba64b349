import type {
  ConferenceMember,
  ConferenceRecordingMetadata,
  Conference as VendorConference,
} from "bandwidth-sdk";
import { ACCOUNT_ID } from "../account.ts";
import type { Destination } from "../callbacks.ts";
import type { Urls } from "../urls.ts";
import { toIsoTime } from "../values.ts";
import type { Leg } from "./leg.ts";
import type { OngoingRecording } from "./recorder.ts";
import { audioFields, type RecordedAudio } from "./recording.ts";
import type { Listener } from "./speech.ts";
import type { DeliveringLeg } from "./webhooks.ts";

/** A call in a conference. */
export interface Member {
  readonly leg: Leg;
  mute: boolean;
  hold: boolean;
  callIdsToCoach: string[] | null;
}

/** A call's place in a conference. */
export interface Membership {
  readonly conference: Conference;
  readonly member: Member;
}

/** Who hears a member: all others and the conference's recording, or the calls alone that it coaches. */
export function audience({ conference, member }: Membership): {
  conference?: Conference;
  members: Member[];
} {
  const { mute, hold, callIdsToCoach } = member;
  if (mute || hold) return { members: [] };
  const others = [...conference.members.values()].filter((other) => other !== member && !other.hold);
  return callIdsToCoach === null
    ? { conference, members: others }
    : { members: others.filter(({ leg }) => callIdsToCoach.includes(leg.call.callId)) };
}

/** A list without a call is as good as none: its member coaches nobody. */
export const coachedCalls = (callIds: string[]) => (callIds.length > 0 ? callIds : null);

/** The member that coaches others: there is one at a time. */
export const coachOf = ({ members }: Conference): Member | undefined =>
  [...members.values()].find(({ callIdsToCoach }) => callIdsToCoach !== null);

/** Who hears what is played for a conference: its recording, and all members but those on hold. */
export const listenersOf = (conference: Conference): Listener[] => [
  conference,
  ...[...conference.members.values()].filter(({ hold }) => !hold).map(({ leg }) => leg),
];

/** What the document that creates a conference fixes for all of its life. */
export interface ConferenceSettings {
  eventDestination: Destination | undefined;
  eventFallback: Destination | undefined;
  tag: string | undefined;
  readonly callbackTimeoutMs: number;
}

/** A conference as it is stored; times are milliseconds of the sandbox clock. */
export interface Conference extends ConferenceSettings, DeliveringLeg {
  /** Order of creation; page tokens hold it. */
  readonly sequence: number;
  readonly conferenceId: string;
  readonly name: string;
  readonly createdTime: number;
  completedTime?: number;
  /** By call id, in order of joining. */
  readonly members: Map<string, Member>;
  readonly heard: Leg["heard"];
  recording?: OngoingRecording | undefined;
  readonly recordings: ConferenceRecording[];
  /** Aborted when the conference ends. */
  readonly over: AbortController;
  /** Settles when the BXML so far has run: documents of a conference run one after another. */
  script: Promise<void>;
}

export interface ConferenceRecording extends RecordedAudio {
  conference: Conference;
}

/** A conference as listConferences shows it. */
export function conferenceSummary(conference: Conference) {
  const { completedTime, eventDestination } = conference;
  return {
    id: conference.conferenceId,
    name: conference.name,
    createdTime: toIsoTime(conference.createdTime),
    completedTime: completedTime === undefined ? null : toIsoTime(completedTime),
    conferenceEventUrl: eventDestination?.url ?? null,
    conferenceEventMethod: eventDestination?.method ?? "POST",
    tag: conference.tag ?? null,
  } satisfies VendorConference;
}

/** A member as getConference and getConferenceMember show it. */
export function memberState(
  { conferenceId }: Conference,
  { leg, mute, hold, callIdsToCoach }: Member,
  urls: Pick<Urls, "conferenceMember">,
) {
  const { callId } = leg.call;
  return {
    callId,
    conferenceId,
    memberUrl: urls.conferenceMember(conferenceId, callId),
    mute,
    hold,
    callIdsToCoach,
  } satisfies ConferenceMember;
}

/** A conference's recording as the recording operations and its event show it. */
export function conferenceRecordingMetadata(
  recording: ConferenceRecording,
  urls: Pick<Urls, "conferenceRecordingMedia">,
) {
  const { conferenceId, name } = recording.conference;
  return {
    accountId: ACCOUNT_ID,
    conferenceId,
    name,
    ...audioFields(recording, urls.conferenceRecordingMedia(conferenceId, recording.recordingId)),
    status: recording.status,
    ...(recording.recordingName !== undefined && { recordingName: recording.recordingName }),
  } satisfies ConferenceRecordingMetadata;
}
