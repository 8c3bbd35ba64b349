import type { ListMessageItem } from "../datasources/messaging.ts";
import type { CallState } from "../datasources/voice/calls.ts";
import type { Conference } from "../datasources/voice/conferences.ts";
import { readCallback } from "../subscriptions/callback.ts";
import type { KnownCall } from "../subscriptions/callLifecycle.ts";
import type { KnownConference } from "../subscriptions/conferenceLifecycle.ts";
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

/**
 * What is missing of a conference, known to the log, as REST shows it: that those have left whom the log has in it and REST has not, and
 * that it is over. Who joined after `since` is left alone, for REST may not show them yet.
 */
export function foundOfConference(
  conference: Conference,
  members: KnownConference["members"],
  since: number,
  now: number,
) {
  const { id: conferenceId, name, tag, completedTime, activeMembers } = conference;
  const stayed = completedTime === undefined ? activeMembers : [];
  const hasLeft = (callId: string) => stayed?.some((member) => member.callId === callId) === false;
  const left = [...members].filter(
    ([callId, { isIn, at }]) => isIn && at.getTime() <= since && hasLeft(callId),
  );
  const base = { eventTime: new Date(now).toISOString(), conferenceId, name, tag };
  const exits = left.map(([callId, { at, from, to }]) =>
    found(
      { eventType: "conferenceMemberExit", ...base, callId, from, to },
      ["member", conferenceId, callId, String(at.getTime())],
      now,
    ),
  );
  const completed =
    completedTime === undefined
      ? undefined
      : found(
          { eventType: "conferenceCompleted", ...base, completedTime },
          ["conference", conferenceId],
          now,
        );
  return [...exits, completed].filter((event) => event !== undefined);
}

/** The end of a conference that must be over, for it has lasted for longer than any does, and of which Bandwidth shows no end. */
export function foundConferenceGone(conferenceId: string, known: KnownConference | undefined, now: number) {
  const body = { eventType: "conferenceCompleted", eventTime: new Date(now).toISOString(), conferenceId };
  return found({ ...body, name: known?.name, tag: known?.tag }, ["conference", conferenceId], now);
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
