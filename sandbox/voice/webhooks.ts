import { unlessAborted } from "../abort.ts";
import { type CallbackFaults, REORDERED_MS } from "../callbackFaults.ts";
import type { Callbacks, Destination, Outcome } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import { type BxmlDocument, type BxmlWebhook, CallEnd, type Leg } from "./leg.ts";

/** What a delivery needs of a call, or of whatever else has events in an order of its own. */
export type DeliveringLeg = Pick<Leg, "lastDelivery" | "lifetime" | "callbackTimeoutMs">;

/** Bandwidth's two ways of delivering voice events. */
export interface Webhooks {
  /** Synchronous: asks for the next BXML document. Ends the call with `callback-error` if nobody gives one. */
  fetchBxml(leg: Leg, webhook: BxmlWebhook): Promise<BxmlDocument>;
  /** Synchronous too, but an answer without BXML, or none at all, is as good: then there is no document. */
  ask(
    leg: DeliveringLeg,
    event: { eventType: string },
    destination: Destination,
    fallback: Destination | undefined,
  ): Promise<BxmlDocument | undefined>;
  /**
   * Asynchronous: tells, once, and once more if the connection failed; where there is a fallback URL, that is the
   * second try after any failure. Nobody waits for it.
   */
  notify(
    leg: DeliveringLeg,
    event: { eventType: string },
    destination: Destination,
    fallback?: Destination,
  ): void;
  /** Holds the call's callbacks back until `released`. */
  hold(leg: DeliveringLeg, released: Promise<unknown>): void;
}

/** Makes the sender of voice events. Events of one call are delivered one after another. */
export function createWebhooks({
  callbacks,
  clock,
  faults,
}: {
  callbacks: Pick<Callbacks, "attempt">;
  clock: Pick<Clock, "sleep" | "track" | "spawn">;
  faults: Pick<CallbackFaults, "isReordered">;
}): Webhooks {
  function inOrder<T>(leg: DeliveringLeg, deliver: () => Promise<T>): Promise<T> {
    const delivery = clock.track(
      leg.lastDelivery.then(() => {
        leg.lifetime.throwIfAborted();
        return deliver();
      }),
    );
    leg.lastDelivery = delivery.catch(() => undefined);
    return delivery;
  }

  /** Tries the destination, then the fallback; not the latter once nobody waits any more. */
  function deliver(
    leg: DeliveringLeg,
    body: { eventType: string },
    destination: Destination,
    fallback: Destination | undefined,
    unwanted?: AbortSignal,
  ) {
    const attempt = async (to: Destination, number: number) => ({
      url: to.url,
      outcome: await callbacks.attempt(
        { eventType: body.eventType, body },
        to,
        leg.callbackTimeoutMs,
        number,
      ),
    });
    return inOrder(leg, async () => {
      const first = await attempt(destination, 1);
      return isDelivered(first.outcome) || fallback === undefined || unwanted?.aborted === true
        ? first
        : attempt(fallback, 2);
    });
  }

  return {
    fetchBxml: async (leg, { event, destination, fallback }) => {
      const { signal } = leg.interrupt;
      const body = await event();
      const delivery = deliver(leg, body, destination, fallback, signal);
      const { url, outcome } = await unlessAborted(delivery, signal);
      if (outcome.kind !== "answered") throw undeliverable(body.eventType, url, outcome.error);
      if (!outcome.ok) throw undeliverable(body.eventType, url, `answered ${outcome.status}`);
      if (outcome.tooLong) throw new CallEnd("invalid-bxml", "The BXML document is larger than 64 KB");
      return { url, text: outcome.text };
    },

    ask: async (leg, event, destination, fallback) => {
      const { url, outcome } = await deliver(leg, event, destination, fallback);
      return outcome.kind === "answered" && outcome.ok && !outcome.tooLong
        ? { url, text: outcome.text }
        : undefined;
    },

    notify: (leg, event, destination, fallback) => {
      const callback = { eventType: event.eventType, body: event };
      const attempt = (to: Destination, number: number) =>
        callbacks.attempt(callback, to, leg.callbackTimeoutMs, number);
      clock.spawn(async () => {
        if (faults.isReordered(event.eventType)) await clock.sleep(REORDERED_MS);
        await inOrder(leg, async () => {
          const first = await attempt(destination, 1);
          if (isDelivered(first)) return;
          if (fallback !== undefined) await attempt(fallback, 2);
          else if (first.kind === "connection") await attempt(destination, 2);
        });
      });
    },

    hold: (leg, released) => {
      leg.lastDelivery = clock.track(Promise.all([leg.lastDelivery, released]));
    },
  };
}

const isDelivered = (outcome: Outcome) => outcome.kind === "answered" && outcome.ok;

const undeliverable = (eventType: string, url: string, reason: string) =>
  new CallEnd(
    "callback-error",
    `The ${eventType} event could not be delivered to ${new URL(url).origin}: ${reason}`,
  );
