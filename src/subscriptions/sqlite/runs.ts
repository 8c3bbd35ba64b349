import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Run, withRun } from "../runs.ts";
import type { Opened } from "./events.ts";

const Rows = z.array(z.object({ name: z.string(), after: z.int(), start: z.int() }));
const LastRow = z.object({ seq: z.int().nullable() });

/** Begins a run of the gateway, which alone has the file: any opening may be one of a file that was put back from a backup. */
export function beginRun(
  sqlite: DatabaseSync,
  { run, seen, trimmed }: { run: string; seen: number; trimmed: number },
): Opened {
  const { seq } = LastRow.parse(sqlite.prepare("SELECT max(seq) AS seq FROM events").get());
  const last = Math.max(trimmed, seq ?? 0);
  const known: Run[] = Rows.parse(sqlite.prepare("SELECT name, after, start FROM runs ORDER BY start").all());
  const runs = withRun(known, run, { last, trimmed, seen: Math.max(last, seen) });
  sqlite.exec("DELETE FROM runs");
  const insert = sqlite.prepare("INSERT INTO runs (name, start, after) VALUES (?, ?, ?)");
  for (const { name, start, after } of runs) insert.run(name, start, after);
  if (seen > last) {
    // https://www.sqlite.org/autoinc.html: the next number is one more than this, and never one that another run has given.
    sqlite.prepare("DELETE FROM sqlite_sequence WHERE name = 'events' AND seq < ?").run(seen);
    sqlite
      .prepare(
        "INSERT INTO sqlite_sequence (name, seq) SELECT 'events', ? WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'events')",
      )
      .run(seen);
  }
  return { runs, last: Math.max(last, seen), trimmed };
}
