import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { limitedText } from "../values.ts";
import { runsBxml, setTag } from "../voice/leg.ts";
import { redirectFields, redirectOf, refuseUnsafeRedirect } from "./destinations.ts";
import { answerSent, conflict, findCall, type Operation } from "./operation.ts";

const path = z.object({ callId: z.string() });

const updateCallBody = z
  .object({
    state: z.enum(["active", "completed"], { error: "must be active or completed" }).nullish(),
    ...redirectFields,
    tag: limitedText(4096).nullish(),
  })
  .superRefine((given, context) => {
    refuseUnsafeRedirect(context, given);
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

    const redirect = redirectOf(given);
    // A queued call may not be modified; that a ringing one may not either is a choice: it runs no BXML yet.
    if (leg.isForwarded || (redirect && !runsBxml(leg))) throw conflict(callId);
    webhooks.hold(leg, answerSent(reply));
    if (!redirect) {
      await calls.hangUp(leg, "account");
      return reply.send();
    }
    setTag(call, given.tag);
    calls.redirect(leg, redirect.document, redirect.fallback);
    return reply.send();
  };
