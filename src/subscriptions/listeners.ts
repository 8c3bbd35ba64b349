import type { LogEntry } from "./event.ts";
import { type EventFilter, matches } from "./eventFilter.ts";

/** Those who wait for events, found by what an event names: one whose filter names another call costs an event nothing. */
type Listeners<T> = {
  /** Returns how to take it out again. */
  add(filter: EventFilter, listener: T): () => void;
  /** The listeners whose filter matches, each once. */
  of(entry: LogEntry): T[];
};

export function createListeners<T>(): Listeners<T> {
  const places = new Map<string, Map<T, EventFilter>>();

  return {
    add(filter, listener) {
      const names = placesOf(filter);
      for (const name of names) {
        const place = places.get(name) ?? new Map<T, EventFilter>();
        places.set(name, place.set(listener, filter));
      }
      return () => {
        for (const name of names) {
          const place = places.get(name);
          place?.delete(listener);
          if (place?.size === 0) places.delete(name);
        }
      };
    },
    of(entry) {
      const found: T[] = [];
      if (places.size === 0) return found;
      for (const name of namesOf(entry)) {
        for (const [listener, filter] of places.get(name) ?? []) {
          if (matches(filter, entry)) found.push(listener);
        }
      }
      return found;
    },
  };
}

/** Where a filter is put: under the narrowest of its conditions, so that an event comes by it once. */
function placesOf({ callId, messageId, conferenceId, number, applicationId, types }: EventFilter): string[] {
  if (callId !== undefined) return [`call ${callId}`];
  if (messageId !== undefined) return [`message ${messageId}`];
  if (conferenceId !== undefined) return [`conference ${conferenceId}`];
  if (number !== undefined) return [`number ${number}`];
  if (applicationId !== undefined) return [`application ${applicationId}`];
  if (types !== undefined) return [...new Set(types)].map((type) => `type ${type}`);
  return ["any"];
}

/** The places that an event comes by. */
function namesOf({ keys, type }: LogEntry): string[] {
  const { callId, messageId, conferenceId, applicationId, numbers } = keys;
  return [
    "any",
    `type ${type}`,
    `call ${callId}`,
    `message ${messageId}`,
    `conference ${conferenceId}`,
    `application ${applicationId}`,
    ...new Set(numbers.map((number) => `number ${number}`)),
  ];
}
