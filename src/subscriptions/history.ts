import type { LoggedEvent } from "./event.ts";

/**
 * The events of one call, message or conference in the order in which they happened, each once: the same for the same events, in
 * whatever order and however often they came. What an operator had sent again is left out, for it has happened before.
 */
export function inOrder<T extends LoggedEvent>(events: readonly T[]): T[] {
  const once = new Map(events.filter(({ replayed }) => !replayed).map((event) => [event.id, event]));
  return [...once.values()].sort((a, b) => happened(a) - happened(b) || (a.id < b.id ? -1 : 1));
}

/** When an event happened, or else when it came. */
export function happened({ time, receivedAt }: LoggedEvent): number {
  return (time ?? receivedAt).getTime();
}
