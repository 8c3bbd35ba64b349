import { type Gap, type LoggedEvent, readEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { resume, type Start } from "../subscriptions/resume.ts";
import { badInput } from "./badInput.ts";
import { checkFirst, type PageArguments, pageInfoOf, takeNodes } from "./connection.ts";
import type { Context } from "./context.ts";

/** Where `after` says that reading begins. */
export async function startAfter({ log, now }: Pick<Context, "log" | "now">, after: string): Promise<Start> {
  const start = await resume(log, after, now());
  if (!start) throw badInput("after", "is not a cursor of an event");
  return start;
}

/** A page of the log: what matches behind `after`, with the gap first when some of it is gone. */
export async function eventConnection(
  context: Pick<Context, "log" | "now" | "nodes">,
  filter: EventFilter,
  { first, after }: PageArguments,
) {
  checkFirst(first);
  let hasNextPage = false;
  const nodes = await takeNodes(context.nodes, async () => {
    const read = ({ seq, gap }: Start) => context.log.read(filter, seq, first - (gap ? 1 : 0) + 1);
    let start: Start = after ? await startAfter(context, after) : { seq: 0 };
    let entries = await read(start);
    // What would have come first may have been given up before it was read.
    while (after && entries[0]?.seq !== start.seq + 1) {
      const present = await startAfter(context, after);
      if (present.seq === start.seq) break;
      start = present;
      entries = await read(start);
    }
    const limit = first - (start.gap ? 1 : 0);
    hasNextPage = entries.length > limit;
    const events: (LoggedEvent | Gap)[] = entries.slice(0, limit).map(readEvent);
    return start.gap ? [start.gap, ...events] : events;
  });
  const edges = nodes.map((node) => ({ cursor: node.cursor, node }));
  return { edges, pageInfo: pageInfoOf(edges, { after, hasNextPage }) };
}
