import {
  type BxmlDocument,
  type BxmlWebhook,
  CallEnd,
  type Leg,
  type Next,
  Redirection,
} from "../voice/leg.ts";
import type { Webhooks } from "../voice/webhooks.ts";
import { type Place, parseBxml } from "./parse.ts";
import type { CallServices, Scene } from "./verb.ts";

/** A document that redirects to itself without a pause would otherwise run for ever. */
const MAX_DOCUMENTS = 1000;

interface BxmlServices extends CallServices {
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
  const scene = { ...services, leg, signal: leg.interrupt.signal };
  const webhook = "perform" in next ? await next.perform(scene) : await runDocument(scene, next, place);
  // Another call's Bridge may have come for this one in the very moment in which it was done.
  scene.signal.throwIfAborted();
  return webhook;
}

async function runDocument(
  scene: BxmlServices & Scene,
  next: BxmlWebhook | BxmlDocument,
  place: Place,
): Promise<BxmlWebhook | undefined> {
  const { leg, signal, answer, webhooks } = scene;
  const { url, text } = "text" in next ? next : await webhooks.fetchBxml(leg, next);
  for (const { inCall, leavesUnanswered } of parseBxml(text, url, place)) {
    if (leg.call.state === "initiated" && !leavesUnanswered) answer(leg);
    const webhook = await inCall(scene);
    if (webhook !== undefined) return webhook;
    signal.throwIfAborted();
  }
  return undefined;
}
