import { type Family, familyOf, KNOWN_TYPES, type KnownType, type NewEvent } from "./event.ts";

/** Which events to give: conditions that are given must all hold. */
export type EventFilter = {
  family?: Family | undefined;
  callId?: string | undefined;
  conferenceId?: string | undefined;
  messageId?: string | undefined;
  /** A number, SIP URI or owner that the event names. */
  number?: string | undefined;
  applicationId?: string | undefined;
  /** Any of these. */
  types?: readonly (KnownType | "unknown")[] | undefined;
};

/** Whether an event that is at hand is one to give. */
export function matches(filter: EventFilter, event: NewEvent): boolean {
  const { keys } = event;
  return (
    same(filter.family, event.family) &&
    same(filter.callId, keys.callId) &&
    same(filter.conferenceId, keys.conferenceId) &&
    same(filter.messageId, keys.messageId) &&
    same(filter.applicationId, keys.applicationId) &&
    (filter.number === undefined || keys.numbers.includes(filter.number)) &&
    (filter.types === undefined || filter.types.includes(event.type))
  );
}

function same(wanted: string | undefined, value: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}

/** The types that events which match can have; indexes hold the events of each type apart. */
export function typesOf({ family, types }: EventFilter): (KnownType | "unknown")[] {
  return [...new Set(types ?? [...KNOWN_TYPES, "unknown" as const])].filter(
    (type) => family === undefined || type === "unknown" || familyOf(type) === family,
  );
}
