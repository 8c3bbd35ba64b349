import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { coachedCalls, coachOf } from "../voice/conference.ts";
import { findMember } from "./getConferenceMember.ts";
import type { Operation } from "./operation.ts";

const flag = z.boolean({ error: "must be true or false" }).nullish();

const updateMemberBody = z.object({
  mute: flag,
  hold: flag,
  callIdsToCoach: z
    .array(z.string(), { error: "must be a list of call ids" })
    .transform(coachedCalls)
    .nullish(),
});

/** PUT /accounts/{accountId}/conferences/{conferenceId}/members/{memberId}: what is not given stays as it is. */
export const updateConferenceMember =
  ({ store }: Pick<Services, "store">): Operation =>
  (request, reply) => {
    const { mute, hold, callIdsToCoach } = parseVoice(updateMemberBody, request.body);
    const { conference, member } = findMember(store, request.params);
    const coach = coachOf(conference);
    if (callIdsToCoach && coach !== undefined && coach !== member) {
      throw new ApiError(400, "validation", `Conference [${conference.conferenceId}] already has a coach`);
    }
    member.mute = mute ?? member.mute;
    member.hold = hold ?? member.hold;
    if (callIdsToCoach !== undefined) member.callIdsToCoach = callIdsToCoach;
    return reply.code(204).send();
  };
