import { type AskingType, isAsking } from "../callControl/askingEvents.ts";
import { type EventOf, type LogEntry, readEvent } from "../subscriptions/event.ts";
import type { CompleteResolvers } from "./complete.ts";

export type AskingEventSource = { [T in AskingType]: EventOf<T> }[AskingType];

/** An event of which the gateway knows that it asks. */
export function askingEvent(entry: LogEntry): AskingEventSource {
  const event = readEvent(entry);
  if (isAsking(event)) return event;
  throw new Error(`The event ${event.id} asks for nothing`);
}

export const CallAwaitingInstructions: CompleteResolvers["CallAwaitingInstructions"] = {
  event: ({ entry }) => askingEvent(entry),
  deadline: ({ until }) => new Date(until),
};
