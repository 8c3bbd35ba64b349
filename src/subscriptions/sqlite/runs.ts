import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Run, withRun } from "../runs.ts";
import type { Opened } from "./events.ts";

const Rows = z.array(z.object({ name: z.string(), after: z.int(), start: z.int() }));
const LastRow = z.object({ seq: z.int().nullable() });

/**
 * Begins a run. Each opening of the file begins one, since the file may have been put back from a backup. `numbered`: the highest number
 * that an event is known to have had, which may be more than the file says if it has lost events.
 */
export function beginRun(
  sqlite: DatabaseSync,
  { run, numbered, trimmed }: { run: string; numbered: number; trimmed: number },
): Opened {
  const { seq } = LastRow.parse(sqlite.prepare("SELECT max(seq) AS seq FROM events").get());
  const last = Math.max(trimmed, seq ?? 0);
  const seen = Math.max(last, numbered);
  const known: Run[] = Rows.parse(sqlite.prepare("SELECT name, after, start FROM runs ORDER BY start").all());
  const runs = withRun(known, run, { last, trimmed, seen });
  sqlite.exec("DELETE FROM runs");
  const insert = sqlite.prepare("INSERT INTO runs (name, start, after) VALUES (?, ?, ?)");
  for (const { name, start, after } of runs) insert.run(name, start, after);
  return { runs, last: seen, trimmed };
}
