import { CALL_LIFECYCLE } from "./callLifecycle.ts";
import { CONFERENCE_LIFECYCLE } from "./conferenceLifecycle.ts";
import type { NewEvent } from "./event.ts";
import { MESSAGE_LIFECYCLE } from "./messageLifecycle.ts";

/**
 * The types of events that tell where a call, a conference or a message stands: one that happened before such an event, and comes after it,
 * is late. Others make nothing late: a recording becomes available after the end of its call and may be told before, which leaves the end
 * the news that it is.
 */
const STANDING = {
  callId: new Set<NewEvent["type"]>(CALL_LIFECYCLE),
  conferenceId: new Set<NewEvent["type"]>(CONFERENCE_LIFECYCLE),
  messageId: new Set<NewEvent["type"]>(MESSAGE_LIFECYCLE),
} as const;

/** Whether events of this type tell where the subject named by `key` stands. */
export const tellsStanding = (key: keyof typeof STANDING, type: NewEvent["type"]) => STANDING[key].has(type);

/** Those types. */
export const standingTypes = (key: keyof typeof STANDING): readonly string[] => [...STANDING[key]];
