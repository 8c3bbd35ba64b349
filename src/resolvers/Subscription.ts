import type { Gap, LoggedEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { subscribe } from "../subscriptions/subscribe.ts";
import type { CompleteResolvers } from "./complete.ts";
import { MAX_NODES } from "./connection.ts";
import type { Context } from "./context.ts";
import { startAfter } from "./EventConnection.ts";
import { eventFilter } from "./EventFilter.ts";
import type { LookupProgress } from "./lookupPolling.ts";

async function eventsOf(context: Context, filter: EventFilter, after: string | null | undefined) {
  const start = after ? await startAfter(context, after) : undefined;
  return subscribe(context.log, { filter, start, stopping: context.stopping, now: context.now });
}

function resolve(event: LoggedEvent | Gap, _args: unknown, context: Context) {
  context.datasources = context.createDatasources();
  context.nodes = { left: MAX_NODES };
  return event;
}

export const Subscription: CompleteResolvers["Subscription"] = {
  events: {
    subscribe: (_parent, { filter, after }, context) => eventsOf(context, eventFilter(filter), after),
    resolve,
  },
  callEvents: {
    subscribe: (_parent, { callId, after }, context) => eventsOf(context, { callId }, after),
    resolve,
  },
  conferenceEvents: {
    subscribe: (_parent, { conferenceId, after }, context) => eventsOf(context, { conferenceId }, after),
    resolve,
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
    resolve,
  },
};
