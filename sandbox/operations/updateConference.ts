import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { redirectFields, redirectOf, refuseUnsafeRedirect } from "./destinations.ts";
import { findActiveConference } from "./getConference.ts";
import { answerSent, type Operation } from "./operation.ts";

const updateConferenceBody = z
  .object({
    status: z.enum(["active", "completed"], { error: "must be active or completed" }).nullish(),
    ...redirectFields,
  })
  .superRefine((given, context) => {
    refuseUnsafeRedirect(context, given);
    const { status, redirectUrl } = given;
    const addIssue = (message: string) =>
      context.addIssue({ code: "custom", path: ["redirectUrl"], message });
    if (status === "completed" && redirectUrl) addIssue("is not allowed if status is completed");
    if (status !== "completed" && !redirectUrl) addIssue("is required if status is active");
  });

/** POST /accounts/{accountId}/conferences/{conferenceId}: ends a conference, or asks for BXML for its members. */
export const updateConference =
  ({ store, conferences, webhooks }: Pick<Services, "store" | "conferences" | "webhooks">): Operation =>
  (request, reply) => {
    const given = parseVoice(updateConferenceBody, request.body);
    const conference = findActiveConference(store, request.params);
    const redirect = redirectOf(given);
    webhooks.hold(conference, answerSent(reply));
    if (redirect) {
      conferences.redirect(conference, redirect.document, redirect.fallback);
    } else {
      conferences.complete(conference);
    }
    return reply.code(204).send();
  };
