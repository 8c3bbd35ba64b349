import { setTimeout } from "node:timers/promises";
import { encodeCursor } from "../cursor.ts";
import type { LogEntry } from "../event.ts";
import { createGroupCommit } from "../groupCommit.ts";
import { cursorOf, knows, lastInCommon } from "../runs.ts";
import type { EventLog } from "../store.ts";
import { rowOf } from "./eventRow.ts";
import type { Events, Opened } from "./events.ts";
import { createRecentReads } from "./recentReads.ts";
import type { Remote } from "./thread.ts";

/** So many events are told at once of a log that came into the place of another. */
const BATCH = 500;
/** When it is tried again to read them. */
const AGAIN_MS = 1_000;

/** The event log whose events are in SQLite's thread. What is known without asking it is kept here. */
export function createEventLog(events: Remote<Events>): EventLog & {
  /** The file was opened; after a fault it may be another one. */
  opened(opened: Opened): void;
  /** The highest number that anybody may have seen, be it of an event that the log has lost since. */
  seen(): number;
  trim(): Promise<boolean>;
} {
  let place: Opened = { runs: [], last: 0, trimmed: 0 };
  /** The number of the last event that followers were told. */
  let told = 0;
  /** The log came into the place of another, and has events that followers were not told yet. */
  let isBehind = false;
  const followers = new Set<{
    told: (entries: readonly LogEntry[]) => void;
    replaced: ((fromCursor: string, seq: number) => void) | undefined;
  }>();
  const recent = createRecentReads(events.read);

  function tell(entries: readonly LogEntry[]) {
    told = entries.at(-1)?.seq ?? told;
    for (const follower of followers) follower.told(entries);
  }

  // What is added meanwhile is found here too, so that all is told in its order.
  async function catchUp() {
    while (isBehind) {
      const { runs } = place;
      try {
        const entries = await events.read({}, told, BATCH);
        // Else these are of a log that is not there any more.
        if (runs !== place.runs) continue;
        isBehind = entries.length > 0;
        tell(entries);
      } catch {
        await setTimeout(AGAIN_MS, undefined, { ref: false });
      }
    }
  }

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
    if (!isBehind) tell(entries.filter((entry) => entry !== undefined));
    return entries;
  });

  return {
    append,
    read: recent.read,
    find: (id) => events.find(id),
    follow(told, _missed, replaced) {
      followers.add({ told, replaced });
    },
    last: () => told,
    cursorOf: (seq) => cursorOf(place.runs, seq),
    async reach() {
      await events.opened();
      const { runs, last, trimmed } = place;
      return { last, trimmed, knows: (at) => knows(runs, at, last) };
    },
    duplicatesOf: (id) => events.duplicatesOf(id),
    opened(opened) {
      const run = opened.runs.at(-1);
      const before = place;
      if (run?.name === before.runs.at(-1)?.name) return;
      place = opened;
      recent.clear();
      if (before.runs.length === 0) {
        told = opened.last;
        return;
      }
      const seq = Math.max(opened.trimmed, Math.min(told, lastInCommon(before, opened)));
      if (seq !== told) {
        const fromCursor = cursorOf(before.runs, told);
        told = seq;
        for (const { replaced } of followers) replaced?.(fromCursor, seq);
      }
      if (isBehind || run === undefined || run.after <= told) return;
      isBehind = true;
      void catchUp();
    },
    seen: () => place.last,
    async trim() {
      const { trimmed, more } = await events.trim();
      if (trimmed !== place.trimmed) recent.clear();
      place.trimmed = trimmed;
      return more;
    },
  };
}
