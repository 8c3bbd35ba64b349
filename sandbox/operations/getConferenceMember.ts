import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Store } from "../store.ts";
import { memberState } from "../voice/conference.ts";
import { findConference } from "./getConference.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ memberId: z.string() });

/** The conference and the member, whose id is its call's, that a request's path names, or a 404. */
export function findMember(store: Pick<Store, "conference">, params: unknown) {
  const conference = findConference(store, params);
  const { memberId } = parseVoice(path, params);
  const member = conference.members.get(memberId);
  if (member !== undefined) return { conference, member };
  throw new ApiError(404, "validation", `Conference member [${memberId}] not found`);
}

/** GET /accounts/{accountId}/conferences/{conferenceId}/members/{memberId}. */
export const getConferenceMember =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) => {
    const { conference, member } = findMember(store, request.params);
    return memberState(conference, member, urls);
  };
