import { type Gap, type LoggedEvent, readEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { resume, type Start } from "../subscriptions/resume.ts";
import { badInput } from "./badInput.ts";
import { checkFirst, type PageArguments, pageInfoOf, takeNodes } from "./connection.ts";
import type { Context } from "./context.ts";

/** Where `after` says that reading begins. */
export async function startAfter({ log, now }: Context, after: string): Promise<Start> {
  const start = await resume(log, after, now());
  if (!start) throw badInput("after", "is not a cursor of an event");
  return start;
}

/** A page of the log: what matches behind `after`, with the gap first when some of it is gone. */
export async function eventConnection(
  context: Context,
  filter: EventFilter,
  { first, after }: PageArguments,
) {
  checkFirst(first);
  let hasNextPage = false;
  const nodes = await takeNodes(context.nodes, async () => {
    const start: Start = after ? await startAfter(context, after) : { seq: 0 };
    const limit = first - (start.gap ? 1 : 0);
    const entries = await context.log.read(filter, start.seq, limit + 1);
    hasNextPage = entries.length > limit;
    const events: (LoggedEvent | Gap)[] = entries.slice(0, limit).map(readEvent);
    return start.gap ? [start.gap, ...events] : events;
  });
  const edges = nodes.map((node) => ({ cursor: node.cursor, node }));
  return { edges, pageInfo: pageInfoOf(edges, { after, hasNextPage }) };
}
