import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { callbackMethod, callbackUrl } from "../values.ts";
import { credential, destinationOf, optionalDestination, refuseUnsafeUrl } from "./destinations.ts";
import { findActiveConference } from "./getConference.ts";
import { answerSent, type Operation } from "./operation.ts";

const updateConferenceBody = z
  .object({
    status: z.enum(["active", "completed"], { error: "must be active or completed" }).nullish(),
    redirectUrl: callbackUrl.nullish(),
    redirectMethod: callbackMethod.nullish(),
    username: credential,
    password: credential,
    redirectFallbackUrl: callbackUrl.nullish(),
    redirectFallbackMethod: callbackMethod.nullish(),
    fallbackUsername: credential,
    fallbackPassword: credential,
  })
  .superRefine((given, context) => {
    const { status, redirectUrl, redirectFallbackUrl } = given;
    refuseUnsafeUrl(context, "redirectUrl", {
      url: redirectUrl,
      username: given.username,
      password: given.password,
    });
    refuseUnsafeUrl(context, "redirectFallbackUrl", {
      url: redirectFallbackUrl,
      username: given.fallbackUsername,
      password: given.fallbackPassword,
    });
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
    const { redirectUrl, username, password } = given;
    webhooks.hold(conference, answerSent(reply));
    if (redirectUrl) {
      conferences.redirect(
        conference,
        destinationOf({ url: redirectUrl, method: given.redirectMethod, username, password }),
        optionalDestination({
          url: given.redirectFallbackUrl,
          method: given.redirectFallbackMethod,
          username: given.fallbackUsername,
          password: given.fallbackPassword,
        }),
      );
    } else {
      conferences.complete(conference);
    }
    return reply.code(204).send();
  };
