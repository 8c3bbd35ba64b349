import type { Conference as RestConference } from "../datasources/voice.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";

/** A conference as REST tells it, or one of which only the id is at hand: its other fields are loaded when they are asked for. */
export type ConferenceSource = RestConference | { id: string; loaded: false };

/** A conference of which only the id is at hand. */
export const conferenceById = (id: string): ConferenceSource => ({ id, loaded: false });

/** A resolver that reads one field of the conference, loading the conference if need be. */
function read<T>(field: (conference: RestConference) => T) {
  return (
    conference: ConferenceSource,
    _args: unknown,
    { datasources }: Context,
  ): T | undefined | Promise<T | undefined> =>
    "loaded" in conference
      ? datasources.voice.conference(conference.id).then((loaded) => loaded && field(loaded))
      : field(conference);
}

export const Conference: CompleteResolvers["Conference"] = {
  id: ({ id }) => globalId("Conference", id),
  conferenceId: ({ id }) => id,
  api: () => "V2",
  name: read((conference) => conference.name),
  createdTime: read((conference) => conference.createdTime),
  completedTime: read((conference) => conference.completedTime),
  conferenceEventUrl: read((conference) => conference.conferenceEventUrl),
  conferenceEventMethod: read(({ conferenceEventMethod: method }) =>
    method === "GET" || method === "POST" ? method : undefined,
  ),
  tag: read((conference) => conference.tag),
  activeMembers: (conference, _args, { datasources }) =>
    "completedTime" in conference && conference.completedTime !== undefined
      ? []
      : datasources.voice.activeMembers(conference.id),
  member: ({ id }, { callId }, { datasources }) =>
    datasources.voice.conferenceMember({ conferenceId: id, callId }),
  recordings: ({ id }, _args, { datasources }) => datasources.voice.conferenceRecordings(id),
  recording: ({ id }, { recordingId }, { datasources }) =>
    datasources.voice.conferenceRecording({ conferenceId: id, recordingId }),
  events: ({ id }, args, context) => eventConnection(context, { conferenceId: id }, args),
};
