import type { WaitingCall } from "../callControl/waitingCalls.ts";
import { isOver } from "../subscriptions/callLifecycle.ts";
import { type Gap, type LogEntry, readEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { createFeed, type Feed } from "../subscriptions/feed.ts";
import { createKnown } from "../subscriptions/known.ts";
import type { EventLog } from "../subscriptions/store.ts";
import { findCall } from "./Call.ts";
import { findConference } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { startAfter } from "./EventConnection.ts";
import { eventFilter } from "./EventFilter.ts";
import type { LookupProgress } from "./lookupPolling.ts";

async function eventsOf(context: Context, filter: EventFilter, after: string | null | undefined) {
  const { lastEventId } = context;
  if (lastEventId !== undefined) {
    return createFeed(filter, { start: await startAfter(context, lastEventId, "Last-Event-ID") });
  }
  // An empty cursor is refused, unlike by a query: what it was to name would be skipped, and nobody told.
  if (after !== null && after !== undefined)
    return createFeed(filter, { start: await startAfter(context, after) });
  return feedFromNow(context.log, filter);
}

function feedFromNow(log: EventLog, filter: EventFilter, state?: Feed["state"]) {
  // Where the log was never reached nobody can tell later what happened since now: throws.
  log.last();
  return createFeed(filter, { state });
}

const event = (item: LogEntry | Gap) => ("keys" in item ? readEvent(item) : item);

export const Subscription: CompleteResolvers["Subscription"] = {
  call: {
    subscribe: (_parent, { callId }, { log }) =>
      feedFromNow(
        log,
        { callId },
        { isOver: async () => isOver((await createKnown(log).call(callId)) ?? {}) },
      ),
    resolve: (_item: unknown, { callId }: { callId: string }, { datasources }: Context) =>
      findCall(datasources, callId),
  },
  conference: {
    subscribe: (_parent, { conferenceId }, { log }) =>
      feedFromNow(
        log,
        { conferenceId },
        {
          isOver: async () => (await createKnown(log).conference(conferenceId))?.completedTime !== undefined,
        },
      ),
    resolve: (_item: unknown, { conferenceId }: { conferenceId: string }, { datasources }: Context) =>
      findConference(datasources, conferenceId),
  },
  callsAwaitingInstructions: {
    subscribe: (_parent, { filter }, { waitingCalls }) => waitingCalls.watch(eventFilter(filter)),
    resolve: (call: WaitingCall) => call,
  },
  events: {
    subscribe: (_parent, { filter, after }, context) => eventsOf(context, eventFilter(filter), after),
    resolve: event,
  },
  callEvents: {
    subscribe: (_parent, { callId, after }, context) => eventsOf(context, { callId }, after),
    resolve: event,
  },
  conferenceEvents: {
    subscribe: (_parent, { conferenceId, after }, context) => eventsOf(context, { conferenceId }, after),
    resolve: event,
  },
  lookup: {
    subscribe: (_parent, { requestId }, { lookupPolling }) => lookupPolling.watch(requestId),
    resolve({ lookup, error }: LookupProgress) {
      if (error) throw error;
      return lookup;
    },
  },
  messageEvents: {
    subscribe: (_parent, { filter, after }, context) =>
      eventsOf(context, { ...eventFilter(filter), family: "messaging" }, after),
    resolve: event,
  },
};
