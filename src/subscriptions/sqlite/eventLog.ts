import { encodeCursor } from "../cursor.ts";
import type { LogEntry } from "../event.ts";
import { createGroupCommit } from "../groupCommit.ts";
import { cursorOf, knows } from "../runs.ts";
import type { EventLog } from "../store.ts";
import { rowOf } from "./eventRow.ts";
import type { Events, Opened } from "./events.ts";
import { createRecentReads } from "./recentReads.ts";
import type { Remote } from "./thread.ts";

/** The event log whose events are in SQLite's thread. What is known without asking it is kept here. */
export function createEventLog(events: Remote<Events>): EventLog & {
  /** The file was opened; after a fault it may be another one. */
  opened(opened: Opened): void;
  trim(): Promise<boolean>;
} {
  let place: Opened = { runs: [], last: 0, trimmed: 0 };
  const listeners = new Set<(entries: readonly LogEntry[]) => void>();
  const recent = createRecentReads(events.read);

  const append = createGroupCommit(async (added) => {
    const { seqs, late } = await events.append(added.map(rowOf));
    const isLate = new Set(late);
    const run = place.runs.at(-1)?.name ?? "";
    const entries = added.map((event, index) => {
      const seq = seqs[index];
      if (!seq) return undefined;
      place.last = seq;
      recent.added(event);
      return { ...event, seq, late: isLate.has(seq), cursor: encodeCursor({ run, seq }) };
    });
    const told = entries.filter((entry) => entry !== undefined);
    for (const listener of listeners) listener(told);
    return entries;
  });

  return {
    append,
    read: recent.read,
    find: (id) => events.find(id),
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    last: () => place.last,
    cursorOf: (seq) => cursorOf(place.runs, seq),
    async reach() {
      await events.opened();
      const { runs, last, trimmed } = place;
      return { last, trimmed, knows: (at) => knows(runs, at, last) };
    },
    duplicatesOf: (id) => events.duplicatesOf(id),
    opened(opened) {
      if (opened.runs.at(-1)?.name === place.runs.at(-1)?.name) return;
      place = opened;
      recent.clear();
    },
    async trim() {
      const { trimmed, more } = await events.trim();
      if (trimmed !== place.trimmed) recent.clear();
      place.trimmed = trimmed;
      return more;
    },
  };
}
