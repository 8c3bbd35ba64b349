import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { encodeCursor, type Place } from "./cursor.ts";

/** The runs of the gateway on one log, each with the events that it added. */
export type Runs = {
  /** The cursor of an event, the same whenever it is asked for. */
  cursorOf(seq: number): string;
  /** Whether an event was ever at that place of this log; `last` is the number of the newest event. */
  knows(place: Place, last: number): boolean;
};

const Rows = z.array(z.object({ name: z.string(), start: z.int() }));

/**
 * Begins a run behind the event numbered `last`. Runs that added nothing, and those whose events are all given up (up to `trimmed`),
 * are forgotten: nobody holds a cursor of the first, and a cursor of the second is told as lost in either way.
 */
export function beginRun(
  database: DatabaseSync,
  name: string,
  { last, trimmed }: { last: number; trimmed: number },
): Runs {
  database.prepare("DELETE FROM runs WHERE start >= ?").run(last);
  database
    .prepare("DELETE FROM runs WHERE start < (SELECT max(start) FROM runs WHERE start <= ?)")
    .run(trimmed);
  database.prepare("INSERT INTO runs (name, start) VALUES (?, ?)").run(name, last);
  const runs = Rows.parse(database.prepare("SELECT name, start FROM runs ORDER BY start").all());
  return {
    cursorOf(seq) {
      const run = runs.findLast(({ start }) => start < seq) ?? runs[0];
      return encodeCursor({ run: run?.name ?? name, seq });
    },
    knows({ run, seq }, newest) {
      const index = runs.findIndex((each) => each.name === run);
      return index >= 0 && seq <= (runs[index + 1]?.start ?? newest);
    },
  };
}
