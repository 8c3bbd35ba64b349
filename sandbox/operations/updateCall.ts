import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { callbackMethod, callbackUrl, limitedText } from "../values.ts";
import { runsBxml, setTag } from "../voice/leg.ts";
import { credential, destinationOf, optionalDestination, refuseUnsafeUrl } from "./destinations.ts";
import { answerSent, conflict, findCall, type Operation } from "./operation.ts";

const path = z.object({ callId: z.string() });

const updateCallBody = z
  .object({
    state: z.enum(["active", "completed"], { error: "must be active or completed" }).nullish(),
    redirectUrl: callbackUrl.nullish(),
    redirectMethod: callbackMethod.nullish(),
    username: credential,
    password: credential,
    redirectFallbackUrl: callbackUrl.nullish(),
    redirectFallbackMethod: callbackMethod.nullish(),
    fallbackUsername: credential,
    fallbackPassword: credential,
    tag: limitedText(4096).nullish(),
  })
  .superRefine((given, context) => {
    const { username, password, redirectFallbackUrl, fallbackUsername, fallbackPassword } = given;
    refuseUnsafeUrl(context, "redirectUrl", { url: given.redirectUrl, username, password });
    refuseUnsafeUrl(context, "redirectFallbackUrl", {
      url: redirectFallbackUrl,
      username: fallbackUsername,
      password: fallbackPassword,
    });
    if (given.state !== "completed") {
      if (!given.redirectUrl) addIssue(context, "redirectUrl", "is required if state is active");
      return;
    }
    for (const field of [
      "redirectUrl",
      "redirectMethod",
      "redirectFallbackUrl",
      "redirectFallbackMethod",
      "tag",
    ] as const) {
      if (given[field] !== undefined && given[field] !== null)
        addIssue(context, field, "is not allowed if state is completed");
    }
  });

const addIssue = (context: z.RefinementCtx, field: string, message: string) =>
  context.addIssue({ code: "custom", path: [field], message });

/** POST /accounts/{accountId}/calls/{callId}: ends a call, or sends it to another document. */
export const updateCall =
  ({ store, calls, webhooks }: Pick<Services, "store" | "calls" | "webhooks">): Operation =>
  async (request, reply) => {
    const { callId } = parseVoice(path, request.params);
    const given = parseVoice(updateCallBody, request.body);
    const call = findCall(store, callId);
    const leg = calls.leg(callId);
    if (leg === undefined) throw conflict(callId);

    const { redirectUrl, username, password } = given;
    // A queued call may not be modified; that a ringing one may not either is a choice: it runs no BXML yet.
    if (leg.isForwarded || (redirectUrl && !runsBxml(leg))) throw conflict(callId);
    webhooks.hold(leg, answerSent(reply));
    if (!redirectUrl) {
      await calls.hangUp(leg, "account");
      return reply.send();
    }
    setTag(call, given.tag);
    calls.redirect(
      leg,
      destinationOf({ url: redirectUrl, method: given.redirectMethod, username, password }),
      optionalDestination({
        url: given.redirectFallbackUrl,
        method: given.redirectFallbackMethod,
        username: given.fallbackUsername,
        password: given.fallbackPassword,
      }),
    );
    return reply.send();
  };
