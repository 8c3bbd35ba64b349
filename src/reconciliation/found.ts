import type { ListMessageItem } from "../datasources/messaging.ts";
import type { CallState } from "../datasources/voice.ts";
import { readCallback } from "../subscriptions/callback.ts";
import type { KnownCall } from "../subscriptions/callLifecycle.ts";
import type { NewEvent } from "../subscriptions/event.ts";
import { fingerprint } from "../subscriptions/fingerprint.ts";
import type { KnownMessage } from "../subscriptions/messageLifecycle.ts";

/**
 * The event that Bandwidth's callback would have been, had it come. Its time is when it was found out, so that the callback, should it
 * come after all, is `late`; its id is made of what has ended, so that nothing is found out twice.
 */
function found(body: Record<string, unknown>, what: readonly string[], now: number): NewEvent | undefined {
  const [event] = readCallback({ ...body, reconciled: true }, { accountId: undefined, now }).events;
  return event && { ...event, id: fingerprint("reconciled", what), source: "RECONCILED" };
}

/** The `disconnect` of a call that REST shows to be over. */
export function foundDisconnect(call: CallState, known: KnownCall | undefined, now: number) {
  const { state: _, disconnectCause: cause, identity: _identity, lastUpdate: _lastUpdate, ...fields } = call;
  const body = {
    eventType: "disconnect",
    eventTime: new Date(now).toISOString(),
    ...fields,
    applicationId: call.applicationId ?? known?.applicationId,
    cause,
  };
  return found(body, ["call", call.callId], now);
}

/** The final event of a message for a recipient, as a listing shows it beside those for its `others`. */
export function foundReceipt(
  item: ListMessageItem,
  recipient: string,
  others: readonly ListMessageItem[],
  known: KnownMessage | undefined,
  now: number,
) {
  const isDelivered = item.messageStatus === "DELIVERED";
  const body = {
    type: isDelivered ? "message-delivered" : "message-failed",
    time: new Date(now).toISOString(),
    to: recipient,
    carrierName: item.carrierName,
    description: `The listing of messages shows ${item.messageStatus}`,
    ...(!isDelivered && { errorCode: item.errorCode }),
    message: known?.body ?? {
      id: item.messageId,
      owner: item.sourceTn,
      time: item.receiveTime,
      segmentCount: item.segmentCount,
      direction: "out",
      to: [...new Set([recipient, ...others.flatMap(({ destinationTn = [] }) => destinationTn)])].sort(),
      from: item.sourceTn,
    },
  };
  return found(body, ["message", item.messageId, recipient], now);
}
