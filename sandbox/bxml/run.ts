import { type BxmlWebhook, CallEnd, type Leg, type Next, Redirection } from "../voice/leg.ts";
import type { Webhooks } from "../voice/webhooks.ts";
import { type Place, parseBxml } from "./parse.ts";
import type { CallServices } from "./verb.ts";

/** A document that redirects to itself without a pause would otherwise run for ever. */
const MAX_DOCUMENTS = 1000;

export interface BxmlServices extends CallServices {
  webhooks: Pick<Webhooks, "fetchBxml">;
}

/**
 * Runs a call's documents, each asked for by a webhook or given by the account, until one ends without asking for
 * another.
 */
export async function runBxml(services: BxmlServices, leg: Leg, first: Next, place: Place): Promise<void> {
  let next: Next | undefined = first;
  while (next !== undefined) {
    try {
      next = await runNext(services, leg, next, place);
    } catch (reason) {
      if (!(reason instanceof Redirection)) throw reason;
      next = reason.next;
    }
  }
}

async function runNext(
  services: BxmlServices,
  leg: Leg,
  next: Next,
  place: Place,
): Promise<BxmlWebhook | undefined> {
  leg.documents += 1;
  if (leg.documents > MAX_DOCUMENTS)
    throw new CallEnd("error", `More than ${MAX_DOCUMENTS} BXML documents in a call`);
  const { signal } = leg.interrupt;
  const scene = { ...services, leg, signal };
  if ("perform" in next) return next.perform(scene);
  const { url, text } = "text" in next ? next : await services.webhooks.fetchBxml(leg, next);
  for (const { inCall, leavesUnanswered } of parseBxml(text, url, place)) {
    if (leg.call.state === "initiated" && !leavesUnanswered) services.answer(leg);
    const webhook = await inCall(scene);
    if (webhook !== undefined) return webhook;
    signal.throwIfAborted();
  }
  return undefined;
}
