import { z } from "zod";
import { text } from "../lenient.ts";
import { CALL_LIFECYCLE } from "./callLifecycle.ts";
import { CONFERENCE_LIFECYCLE } from "./conferenceLifecycle.ts";
import type { NewEvent } from "./event.ts";
import { MESSAGE_LIFECYCLE } from "./messageLifecycle.ts";

/**
 * What stands somewhere, and cannot go back: a call, a conference, who is in it, a message on its way to one recipient. `name` is the id that
 * `key` tells, with what else it takes to tell it from others.
 */
export type Subject = { key: "callId" | "conferenceId" | "messageId"; name: string };

type Types = ReadonlySet<NewEvent["type"]>;
const OF_CALL: Types = new Set(CALL_LIFECYCLE);
const OF_CONFERENCE: Types = new Set(CONFERENCE_LIFECYCLE);
const OF_MESSAGE: Types = new Set(MESSAGE_LIFECYCLE);
const OF_MEMBER: Types = new Set(["conferenceMemberJoin", "conferenceMemberExit"]);

const Receipt = z.object({ to: text });

/**
 * Of what an event tells where it stands (`told`): an older event of the same is late from then on. And what else it is late for, once a later
 * time was told of it (`others`).
 *
 * Most events tell nothing of the kind: a recording becomes available after the end of its call and may be told before, which leaves the
 * end the news that it is. Nor is it old news of one member of a conference, or of one recipient, what happened before news of another.
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
