import { AskingType } from "../callControl/askingEvents.ts";
import { type EventOf, type LogEntry, readEvent } from "../subscriptions/event.ts";
import type { CompleteResolvers } from "./complete.ts";

export type AskingEventSource = { [T in AskingType]: EventOf<T> }[AskingType];

/** An event of which the gateway knows that it asks. */
export function askingEvent(entry: LogEntry): AskingEventSource {
  const event = readEvent(entry);
  if (isAsking(event)) return event;
  throw new Error(`The event ${event.id} asks for nothing`);
}

function isAsking(event: { type: string }): event is AskingEventSource {
  return AskingType.safeParse(event.type).success;
}

export const CallAwaitingInstructions: CompleteResolvers["CallAwaitingInstructions"] = {
  event: ({ entry }) => askingEvent(entry),
  deadline: ({ until }) => new Date(until),
};
