import { z } from "zod";
import type { Place } from "../bxml/verbs.ts";
import { object, text } from "../lenient.ts";
import type { NewEvent } from "../subscriptions/event.ts";

/** The events that ask what to do next, with where the answer runs: https://dev.bandwidth.com/docs/voice/webhooks */
const PLACES = {
  answer: "call",
  bridgeComplete: "call",
  bridgeTargetComplete: "call",
  conferenceCreated: "conference",
  conferenceMemberExit: "conference",
  conferenceMemberJoin: "conference",
  conferenceRedirect: "conference",
  gather: "call",
  initiate: "call",
  recordComplete: "call",
  redirect: "call",
  transferAnswer: "transferAnswer",
  transferComplete: "call",
} as const satisfies Readonly<Record<string, Place>>;
export type AskingType = keyof typeof PLACES;
export const AskingType = z.enum(Object.keys(PLACES) as [AskingType, ...AskingType[]]);

const Payload = z.object({
  callId: text,
  parentCallId: text,
  applicationId: text,
  from: text,
  to: text,
  direction: text,
  digits: text,
  terminatingDigit: text,
  cause: text,
  tag: text,
  machineDetectionResult: object({ value: text }),
});

/** Whether an event asks. Not by the schema: most ask nothing, and zod makes an error of each. */
export function isAsking<T extends { type: string }>(event: T): event is T & { type: AskingType } {
  return Object.hasOwn(PLACES, event.type);
}

/** Where a document runs that is answered to an event. */
export const placeOf = (type: AskingType): Place => PLACES[type];

/** What instructions may depend on. */
export type Told = z.infer<typeof Payload>;

export const readTold = ({ payload }: NewEvent): Told => Payload.parse(JSON.parse(payload));

/** An event that asks, with what instructions may depend on. */
export type Question = Told & {
  event: NewEvent;
  type: AskingType;
  /** Without an answer a call ends with `callback-error`; a conference goes on. */
  isAnswerNeeded: boolean;
};

/** Reads an event as a question; `undefined` where it asks nothing. */
export function readQuestion(event: NewEvent): Question | undefined {
  if (!isAsking(event)) return undefined;
  return {
    ...readTold(event),
    event,
    type: event.type,
    isAnswerNeeded: placeOf(event.type) !== "conference",
  };
}
