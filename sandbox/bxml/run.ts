import type { Clock } from "../clock.ts";
import type { Conferences } from "../voice/conferences.ts";
import type { VoiceEvents } from "../voice/events.ts";
import { type BxmlDocument, type BxmlWebhook, CallEnd, type Leg, Redirection } from "../voice/leg.ts";
import type { Recorder } from "../voice/recorder.ts";
import type { Webhooks } from "../voice/webhooks.ts";
import { parseBxml } from "./parse.ts";

/** A document that redirects to itself without a pause would otherwise run for ever. */
const MAX_DOCUMENTS = 1000;

/** Verbs that leave an unanswered inbound call unanswered. Bandwidth documents this for few; the rest is a choice. */
const LEAVE_UNANSWERED = new Set(["Hangup", "Redirect"]);

export interface BxmlServices {
  clock: Pick<Clock, "now" | "sleep">;
  events: VoiceEvents;
  recorder: Recorder;
  conferences: Pick<Conferences, "join">;
  webhooks: Pick<Webhooks, "fetchBxml">;
  /** Answers an inbound call. */
  answer: (leg: Leg) => void;
}

/** Runs a call's documents, each asked for by a webhook or given by the account, until one ends without asking for another. */
export async function runBxml(services: BxmlServices, leg: Leg, first: BxmlWebhook): Promise<void> {
  let next: BxmlWebhook | BxmlDocument | undefined = first;
  while (next !== undefined) {
    try {
      next = await runDocument(services, leg, next);
    } catch (reason) {
      if (!(reason instanceof Redirection)) throw reason;
      next = reason.next;
    }
  }
}

async function runDocument(
  services: BxmlServices,
  leg: Leg,
  source: BxmlWebhook | BxmlDocument,
): Promise<BxmlWebhook | undefined> {
  leg.documents += 1;
  if (leg.documents > MAX_DOCUMENTS)
    throw new CallEnd("error", `More than ${MAX_DOCUMENTS} BXML documents in a call`);
  const { signal } = leg.interrupt;
  const { url, text } = "text" in source ? source : await services.webhooks.fetchBxml(leg, source);
  const scene = { ...services, leg, signal };
  for (const { verb, run } of parseBxml(text, url)) {
    if (leg.call.state === "initiated" && !LEAVE_UNANSWERED.has(verb)) services.answer(leg);
    const next = await run(scene);
    if (next !== undefined) return next;
    signal.throwIfAborted();
  }
  return undefined;
}
