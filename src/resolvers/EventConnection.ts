import { BEGINNING } from "../subscriptions/cursor.ts";
import { bytesOf, type Gap, type LogEntry, readEvent } from "../subscriptions/event.ts";
import type { EventFilter } from "../subscriptions/eventFilter.ts";
import { resume, type Start } from "../subscriptions/resume.ts";
import type { EventLog } from "../subscriptions/store.ts";
import { badInput } from "./badInput.ts";
import { checkFirst, lightest, type PageArguments, pageInfoOf, takeNodes, weightOf } from "./connection.ts";
import type { Context } from "./context.ts";

/** Where the cursor `after` says that reading begins; `field` is where it came from. */
export async function startAfter(
  { log, now }: Pick<Context, "log" | "now">,
  after: string,
  field = "after",
): Promise<Start> {
  const start = await resume(log, after, now());
  if (!start) throw badInput(field, "is not a cursor of an event");
  return start;
}

/** The cursor of the newest event. */
export async function newestCursor(log: EventLog): Promise<string> {
  const { last } = await log.reach();
  return last === 0 ? BEGINNING : log.cursorOf(last);
}

/** A page of the log: what matches behind `after`, with the gap first when some of it is gone. */
export async function eventConnection(
  context: Pick<Context, "log" | "now" | "nodes">,
  filter: EventFilter,
  { first, after }: PageArguments,
) {
  checkFirst(first);
  let hasNextPage = false;
  let end: string | undefined;
  const readPage = async (): Promise<(Gap | LogEntry)[]> => {
    const read = ({ seq }: Start) => context.log.read(filter, seq, first + 1);
    let start: Start = after ? await startAfter(context, after) : { seq: 0 };
    let entries = await read(start);
    // What would have come first may have been given up before it was read.
    while (after && entries[0]?.seq !== start.seq + 1) {
      const present = await startAfter(context, after);
      if (present.seq === start.seq) break;
      start = present;
      entries = await read(start);
    }
    if (entries.length === 0) {
      // To go on behind a page without events. Read before the log is looked at again, so that nothing lies between.
      end = await newestCursor(context.log);
      entries = await read(start);
    }
    const page = lightest(entries.slice(0, first - (start.gap ? 1 : 0)), weigh);
    hasNextPage = entries.length > page.length;
    return start.gap ? [start.gap, ...page] : page;
  };
  const items = await takeNodes(context.nodes, readPage, weigh);
  const edges = items.map((item) => {
    const node = isGap(item) ? item : readEvent(item);
    return { cursor: node.cursor, node };
  });
  return { edges, pageInfo: pageInfoOf(edges, { after, hasNextPage, end }) };
}

const isGap = (item: Gap | LogEntry): item is Gap => item.type === "gap";
const weigh = (item: Gap | LogEntry) => (isGap(item) ? 1 : weightOf(bytesOf(item)));
