import type { Conference as RestConference } from "../datasources/voice/conferences.ts";
import { isOver } from "../subscriptions/callLifecycle.ts";
import type { ConferenceMemberSource } from "./ConferenceMember.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";

/** A conference as REST tells it, or one of which only the id is at hand: its other fields are loaded when they are asked for. */
export type ConferenceSource = RestConference | { id: string; loaded: false };

/** A conference of which only the id is at hand. */
export const conferenceById = (id: string): ConferenceSource => ({ id, loaded: false });

/** How long REST may not show yet who has joined a conference, or left it. Bandwidth says minutes of calls and nothing of conferences. */
const REST_LAGS_MS = 5 * 60_000;

/** A conference by its id; nothing when neither the log nor Bandwidth knows it. */
export async function findConference(
  { known, conferences }: Datasources,
  conferenceId: string,
): Promise<ConferenceSource | undefined> {
  const told = async () => (await known.conference(conferenceId)) && conferenceById(conferenceId);
  const conference = (await told()) ?? (await conferences.conference(conferenceId)) ?? (await told());
  if (!conference) known.mustBeReadable();
  return conference;
}

/** A resolver that reads one field of the conference, loading the conference if need be; from the log while REST does not show it. */
function read<T>(field: (conference: RestConference) => T) {
  return (
    conference: ConferenceSource,
    _args: unknown,
    { datasources }: Context,
  ): T | undefined | Promise<T | undefined> =>
    "loaded" in conference
      ? shown(datasources, conference.id).then((loaded) => loaded && field(loaded))
      : field(conference);
}

async function shown({ known, conferences }: Datasources, id: string): Promise<RestConference | undefined> {
  const rest = await conferences.conference(id);
  if (rest) return rest;
  const told = await known.conference(id);
  return told && { ...told };
}

/** When the conference ended, as the log tells, or else REST. */
async function completedTime(conference: ConferenceSource, { known, conferences }: Datasources) {
  if ("completedTime" in conference && conference.completedTime) return conference.completedTime;
  const told = async () => (await known.conference(conference.id))?.completedTime;
  const before = await told();
  if (before !== undefined || !("loaded" in conference)) return before;
  const rest = await conferences.conference(conference.id);
  return (await told()) ?? rest?.completedTime;
}

/**
 * Who is in the conference: whom REST shows, without those who have left and with those who have joined so lately, by the log, that REST may
 * not show it yet; and nobody whose call is over.
 */
async function activeMembers(
  conference: ConferenceSource,
  { datasources, now }: Context,
): Promise<readonly ConferenceMemberSource[] | undefined> {
  const { known, conferences } = datasources;
  if ("completedTime" in conference && conference.completedTime) return [];
  if ((await known.conference(conference.id))?.completedTime) return [];
  const rest = await conferences.activeMembers(conference.id);
  const told = await known.conference(conference.id);
  if (!told) return rest;
  // Its end may be told by no event yet. Costs nothing more: the conference was just read.
  if (told.completedTime || (await conferences.conference(conference.id))?.completedTime) return [];
  const since = now().getTime() - REST_LAGS_MS;
  const joined = [...told.members]
    .filter(([, { isIn, at }]) => isIn && (!rest || at.getTime() >= since))
    .map(([callId]) => callId);
  const listed = (rest ?? []).filter(({ callId }) => {
    const member = told.members.get(callId);
    // Who left long ago and is listed is back: the callback of it was lost.
    return member === undefined || member.isIn || member.at.getTime() < since;
  });
  const unlisted = joined.filter((callId) => !listed.some((member) => member.callId === callId));
  const members = [
    ...listed,
    ...unlisted.map((callId) => ({ conferenceId: conference.id, callId, loaded: false as const })),
  ];
  const calls = await Promise.all(members.map(({ callId }) => known.call(callId)));
  return members.filter((_, index) => !isOver(calls[index] ?? {}));
}

export const Conference: CompleteResolvers["Conference"] = {
  id: ({ id }) => globalId("Conference", id),
  conferenceId: ({ id }) => id,
  api: () => "V2",
  name: read((conference) => conference.name),
  createdTime: read((conference) => conference.createdTime),
  completedTime: (conference, _args, { datasources }) => completedTime(conference, datasources),
  conferenceEventUrl: read((conference) => conference.conferenceEventUrl),
  conferenceEventMethod: read(({ conferenceEventMethod: method }) =>
    method === "GET" || method === "POST" ? method : undefined,
  ),
  tag: read((conference) => conference.tag),
  activeMembers: (conference, _args, context) => activeMembers(conference, context),
  member: ({ id }, { callId }, { datasources }) =>
    datasources.conferences.conferenceMember({ conferenceId: id, callId }),
  recordings: ({ id }, _args, { datasources }) => datasources.conferences.conferenceRecordings(id),
  recording: ({ id }, { recordingId }, { datasources }) =>
    datasources.conferences.conferenceRecording({ conferenceId: id, recordingId }),
  events: ({ id }, args, context) => eventConnection(context, { conferenceId: id }, args),
};
