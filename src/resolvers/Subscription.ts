import type { WaitingCall } from "../callControl/waitingCalls.ts";
import { isOver } from "../subscriptions/callLifecycle.ts";
import { type Gap, type LogEntry, readEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { createFeed } from "../subscriptions/feed.ts";
import { createKnown } from "../subscriptions/known.ts";
import { findCall } from "./Call.ts";
import { findConference } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { isGiven, startAfter } from "./EventConnection.ts";
import { eventFilter } from "./EventFilter.ts";
import type { LookupProgress } from "./lookupPolling.ts";

async function eventsOf(context: Context, filter: EventFilter, after: string | null | undefined) {
  const { lastEventId } = context;
  if (lastEventId !== undefined) {
    return createFeed(filter, { start: await startAfter(context, lastEventId, "Last-Event-ID") });
  }
  return createFeed(filter, { start: isGiven(after) ? await startAfter(context, after) : undefined });
}

const event = (item: LogEntry | Gap) => ("keys" in item ? readEvent(item) : item);

export const Subscription: CompleteResolvers["Subscription"] = {
  call: {
    subscribe: (_parent, { callId }, { log }) =>
      createFeed(
        { callId },
        { state: { isOver: async () => isOver((await createKnown(log).call(callId)) ?? {}) } },
      ),
    resolve: (_item: unknown, { callId }: { callId: string }, { datasources }: Context) =>
      findCall(datasources, callId),
  },
  conference: {
    subscribe: (_parent, { conferenceId }, { log }) =>
      createFeed(
        { conferenceId },
        {
          state: {
            isOver: async () =>
              (await createKnown(log).conference(conferenceId))?.completedTime !== undefined,
          },
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
