import type { MemberKey, ConferenceMember as RestMember } from "../datasources/voice/conferences.ts";
import { andThen, type MaybePromise } from "../maybePromise.ts";
import { conferenceById } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { globalId } from "./globalId.ts";

/** A member as REST tells it, or one of which only the ids are at hand: its other fields are loaded when they are asked for. */
export type ConferenceMemberSource = RestMember | (MemberKey & { loaded: false });

/** A resolver that reads one field of the member, loading the member if need be. */
function read<T>(field: (member: RestMember) => T) {
  return (
    member: ConferenceMemberSource,
    _args: unknown,
    { datasources }: Context,
  ): MaybePromise<T | undefined> =>
    "loaded" in member
      ? andThen(datasources.conferences.conferenceMember(member), (loaded) => loaded && field(loaded))
      : field(member);
}

export const ConferenceMember: CompleteResolvers["ConferenceMember"] = {
  id: ({ conferenceId, callId }) => globalId("ConferenceMember", conferenceId, callId),
  call: ({ callId }) => ({ callId, loaded: false }),
  conference: ({ conferenceId }) => conferenceById(conferenceId),
  mute: read((member) => member.mute),
  hold: read((member) => member.hold),
  callIdsToCoach: read((member) => member.callIdsToCoach),
};
