import type { Conference as VendorConference } from "bandwidth-sdk";
import { z } from "zod";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import type { Store } from "../store.ts";
import { type Conference, conferenceSummary, memberState } from "../voice/conference.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ conferenceId: z.string() });

/** The conference that a request's path names, or a 404. */
export function findConference(store: Pick<Store, "conference">, params: unknown): Conference {
  const { conferenceId } = parseVoice(path, params);
  const conference = store.conference(conferenceId);
  if (conference !== undefined) return conference;
  throw new ApiError(404, "validation", `Conference [${conferenceId}] not found`);
}

/** The same where only one that is not over can serve. */
export function findActiveConference(store: Pick<Store, "conference">, params: unknown): Conference {
  const conference = findConference(store, params);
  if (conference.completedTime === undefined && !conference.over.signal.aborted) return conference;
  throw new ApiError(404, "validation", `Conference [${conference.conferenceId}] is not active`);
}

/** GET /accounts/{accountId}/conferences/{conferenceId}: with its active members. */
export const getConference =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) => {
    const conference = findConference(store, request.params);
    const activeMembers = [...conference.members.values()].map((member) =>
      memberState(conference, member, urls),
    );
    return { ...conferenceSummary(conference), activeMembers } satisfies VendorConference;
  };
