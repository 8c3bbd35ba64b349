import { EventType as values } from "../generated/enums.ts";
import type { EventType, EventFilter as Input } from "../generated/resolvers.ts";
import { KNOWN_TYPES, type KnownType } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { badInput } from "./badInput.ts";
import { openEnum } from "./openEnum.ts";

const eventType = openEnum(values);
const typeOf = new Map<EventType | undefined, KnownType>(KNOWN_TYPES.map((type) => [eventType(type), type]));

/** The filter of a query or subscription, in the log's terms. */
export function eventFilter(input: Input | null | undefined): EventFilter {
  if (input?.types?.includes("GAP"))
    throw badInput("filter.types", "cannot hold GAP: who misses something is told of it whatever the filter");
  return {
    callId: input?.callId ?? undefined,
    conferenceId: input?.conferenceId ?? undefined,
    messageId: input?.messageId ?? undefined,
    number: input?.number ?? undefined,
    applicationId: input?.applicationId ?? undefined,
    types: input?.types?.map((type) => typeOf.get(type) ?? "unknown"),
  };
}
