import { type Gap, type LoggedEvent, readEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { resume } from "../subscriptions/subscribe.ts";
import { badInput } from "./badInput.ts";
import { checkFirst, type PageArguments, takeNodes } from "./connection.ts";
import type { Context } from "./context.ts";

/** Where `after` says that reading begins. */
export function startAfter({ log, now }: Context, after: string) {
  const start = resume(log, after, now());
  if (!start) throw badInput("after", "is not a cursor of an event");
  return start;
}

/** A page of the log: what matches behind `after`, with the gap first when some of it is gone. */
export function eventConnection(context: Context, filter: EventFilter, { first, after }: PageArguments) {
  const { log } = context;
  const start: ReturnType<typeof startAfter> = after ? startAfter(context, after) : { seq: 0 };
  const limit = checkFirst(first) - (start.gap ? 1 : 0);
  takeNodes(context.nodes, 0);
  const entries = log.read(filter, start.seq, limit + 1);
  const nodes: (LoggedEvent | Gap)[] = entries.slice(0, limit).map(readEvent);
  if (start.gap) nodes.unshift(start.gap);
  takeNodes(context.nodes, nodes.length);
  const edges = nodes.map((node) => ({ cursor: node.cursor, node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: entries.length > limit,
      hasPreviousPage: Boolean(after),
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}
