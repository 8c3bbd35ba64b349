import type { Gap, LogEntry } from "./event.ts";
import type { EventFilter } from "./eventFilter.ts";
import type { Start } from "./resume.ts";

/** What a subscription gives: which events of the log, and from where on. */
export type Feed = AsyncIterable<never> & {
  filter: EventFilter;
  /** Left out: only what is to come. */
  start: Start | undefined;
  /** The present state is given first and then whenever it has changed; `isOver` tells when it can change no more. */
  state: { isOver: () => Promise<boolean> } | undefined;
};

/** The present state, which no event tells. */
export type Present = { type: "present" };
export type Item = LogEntry | Gap | Present;

/** A feed is what GraphQL takes for a stream of events; who reads it is the fan-out alone. */
export function createFeed(
  filter: EventFilter,
  { start, state }: Partial<Pick<Feed, "start" | "state">> = {},
): Feed {
  return {
    filter,
    start,
    state,
    [Symbol.asyncIterator]() {
      throw new Error("A feed is given out by the fan-out");
    },
  };
}

export function isFeed(source: object): source is Feed {
  return "filter" in source && "state" in source;
}
