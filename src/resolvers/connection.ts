import { GraphQLError } from "graphql";
import { z } from "zod";
import type { Page } from "../datasources/loader.ts";
import { parseJson } from "../lenient.ts";
import { fingerprint } from "../subscriptions/fingerprint.ts";
import { badInput } from "./badInput.ts";

/** The most edges one field gives at once. */
const MAX_FIRST = 1_000;
/** The most pages of Bandwidth's that one field reads at once; then it gives what it has, and `hasNextPage`. */
const MAX_PAGES = 10;

/** The most events that all lists of one operation give together: nested lists multiply, and the process would stand still for all. */
export const MAX_NODES = 10_000;

/** An event counts once for each so many bytes of its callback, which has a few KB as a rule and may have 256. */
const NODE_BYTES = 8 * 1024;

/** How many events one of so many bytes counts as. */
export const weightOf = (bytes: number) => Math.max(1, Math.ceil(bytes / NODE_BYTES));

/** Those that a list may give at once: at least the first, and no more than count as much as the longest page. */
export function lightest<T>(items: readonly T[], weigh: (item: T) => number): T[] {
  let weight = 0;
  return items.filter((item, index) => {
    weight += weigh(item);
    return index === 0 || weight <= MAX_FIRST;
  });
}

/** How many more events the lists of an operation may give, and the list that is read now. */
export type Nodes = { left: number; turn?: Promise<unknown> };

/**
 * Reads a list once the earlier lists of the operation are read, because only then is it known how much they gave. Refuses if nothing is
 * left for this one.
 */
export async function takeNodes<T>(
  nodes: Nodes,
  read: () => Promise<T[]>,
  weigh: (item: T) => number = () => 1,
): Promise<T[]> {
  const before = nodes.turn;
  const list = (async () => {
    await before;
    if (nodes.left <= 0) {
      throw new GraphQLError(`The operation asks for more than ${MAX_NODES} events in lists`, {
        extensions: { code: "OPERATION_TOO_LARGE" },
      });
    }
    const items = await read();
    for (const item of items) nodes.left -= weigh(item);
    return items;
  })();
  nodes.turn = list.catch(() => undefined);
  return list;
}

export type PageArguments = { first: number; after?: string | null | undefined };

export function checkFirst(first: number): number {
  if (first < 1 || first > MAX_FIRST) throw badInput("first", `must be 1 to ${MAX_FIRST}`);
  return first;
}

/** The list that a cursor belongs to: its name, and what it is filtered and sorted by. */
export type List = { name: string; filter?: object };

// Bandwidth's lists can be entered at the beginning of a page only, with a token that belongs to a page size. A cursor names a
// place between two items: the page, and how many of its items lie before.
const Place = z.object({
  token: z.string().optional(),
  size: z.int().min(1).max(MAX_FIRST),
  offset: z.int().min(0),
});
type Place = z.infer<typeof Place>;
const Cursor = Place.extend({ list: z.string(), filter: z.string() });

/** The cursors of a list. In another one, or with another filter, a place would be one by chance, and what lies before it skipped. */
function cursorsOf({ name, filter = {} }: List) {
  let mark: string | undefined;
  const markOfFilter = () => (mark ??= fingerprint(name, filter));
  return {
    encode: (place: Place) =>
      Buffer.from(JSON.stringify({ list: name, filter: markOfFilter(), ...place })).toString("base64url"),
    decode(cursor: string): Place {
      const { data } = Cursor.safeParse(parseJson(Buffer.from(cursor, "base64url").toString()));
      if (data?.list !== name) throw badInput("after", "is not a cursor of this list");
      if (data.filter !== markOfFilter())
        throw badInput("after", "is a cursor of this list with another filter or sort");
      return data;
    },
  };
}

/** Relay's PageInfo. `end` is where to go on behind a page that has no edges. */
export function pageInfoOf(
  edges: readonly { cursor: string }[],
  {
    after,
    hasNextPage,
    end,
  }: Pick<PageArguments, "after"> & { hasNextPage: boolean; end?: string | undefined },
) {
  return {
    hasNextPage,
    hasPreviousPage: Boolean(after),
    startCursor: edges[0]?.cursor,
    endCursor: edges.at(-1)?.cursor ?? end,
  };
}

/** An edge whose cursor is made when it is asked for, for it costs more than all else of the edge. A getter of a literal would too. */
class Edge<T> {
  readonly node: T;
  readonly #cursorAt: (offset: number) => string;
  readonly #end: number;
  constructor(node: T, cursorAt: (offset: number) => string, end: number) {
    this.node = node;
    this.#cursorAt = cursorAt;
    this.#end = end;
  }
  get cursor() {
    return this.#cursorAt(this.#end);
  }
}

/** The same for what is told of the page. */
class Connection<T, P> {
  readonly edges: readonly Edge<T>[];
  /** The last page that was read, for what it tells of the whole list. */
  readonly page: P | undefined;
  readonly #pageInfo: () => ReturnType<typeof pageInfoOf>;
  constructor(edges: readonly Edge<T>[], page: P | undefined, pageInfo: () => ReturnType<typeof pageInfoOf>) {
    this.edges = edges;
    this.page = page;
    this.#pageInfo = pageInfo;
  }
  get pageInfo() {
    return this.#pageInfo();
  }
}

/** A Relay connection over a list that is read in pages. */
export async function connect<T, P extends Page<T>>(
  list: List,
  { first, after }: PageArguments,
  readPage: (size: number, token: string | undefined) => Promise<P & Page<T>>,
) {
  checkFirst(first);
  const { encode, decode } = cursorsOf(list);
  let place: Place = after ? decode(after) : { size: first, offset: 0 };
  const edges: Edge<T>[] = [];
  let hasNextPage = true;
  let page: P | undefined;
  for (let pages = 0; hasNextPage && edges.length < first && pages < MAX_PAGES; pages++) {
    const { size, token, offset } = place;
    page = await readPage(size, token);
    const { items, next } = page;
    const placeAt = (end: number): Place =>
      next !== undefined && end >= items.length
        ? { token: next, size, offset: 0 }
        : { token, size, offset: end };
    const cursorAt = (end: number) => encode(placeAt(end));
    const taken = items.slice(offset, offset + first - edges.length);
    taken.forEach((node, index) => void edges.push(new Edge(node, cursorAt, offset + index + 1)));
    const end = offset + taken.length;
    place = placeAt(end);
    hasNextPage = next !== undefined || end < items.length;
  }
  return new Connection(edges, page, () =>
    pageInfoOf(edges, { after, hasNextPage, end: hasNextPage ? encode(place) : undefined }),
  );
}
