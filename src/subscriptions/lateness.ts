import { z } from "zod";
import { text } from "../lenient.ts";
import { CALL_LIFECYCLE } from "./callLifecycle.ts";
import { CONFERENCE_LIFECYCLE } from "./conferenceLifecycle.ts";
import type { NewEvent } from "./event.ts";
import { MESSAGE_LIFECYCLE } from "./messageLifecycle.ts";

/**
 * Something whose state only moves forward: a call, a conference, one member of it, a message to one recipient. `name` is the id named by
 * `key`, together with the member or the recipient where there are several for one id.
 */
export type Subject = { key: "callId" | "conferenceId" | "messageId"; name: string };

type Types = ReadonlySet<NewEvent["type"]>;
const OF_CALL: Types = new Set(CALL_LIFECYCLE);
const OF_CONFERENCE: Types = new Set(CONFERENCE_LIFECYCLE);
const OF_MESSAGE: Types = new Set(MESSAGE_LIFECYCLE);
const OF_MEMBER: Types = new Set(["conferenceMemberJoin", "conferenceMemberExit"]);

const Receipt = z.object({ to: text });

/**
 * `told`: the subjects whose state the event tells. From then on an older event about one of them is late. `others`: the subjects that the
 * event mentions without telling their state. It is late itself if a later state of one of them is known, but makes nothing else late.
 *
 * Most events tell no state. A recording, for example, becomes available after the end of its call; if that is heard of first, the end of
 * the call is news all the same. And members of a conference, or recipients of a message, do not make each other's events late.
 */
export function subjectsOf({ type, keys, payload }: NewEvent): { told: Subject[]; others: Subject[] } {
  const { callId, conferenceId, messageId } = keys;
  const told: Subject[] = [];
  const others: Subject[] = [];
  const isOfMember = OF_MEMBER.has(type);
  // Who hangs up leaves the conference, and either may be told first.
  if (callId !== undefined && type !== "conferenceMemberExit") {
    (OF_CALL.has(type) ? told : others).push({ key: "callId", name: callId });
  }
  if (conferenceId !== undefined) {
    if (isOfMember) told.push({ key: "conferenceId", name: `${conferenceId} ${callId}` });
    (OF_CONFERENCE.has(type) && !isOfMember ? told : others).push({
      key: "conferenceId",
      name: conferenceId,
    });
  }
  if (messageId !== undefined) {
    const { data } = Receipt.safeParse(JSON.parse(payload));
    (OF_MESSAGE.has(type) ? told : others).push({ key: "messageId", name: `${messageId} ${data?.to}` });
  }
  return { told, others };
}

/** Whether the event tells where this stands. */
export function tells(event: NewEvent, { key, name }: Subject): boolean {
  return subjectsOf(event).told.some((subject) => subject.key === key && subject.name === name);
}
