import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { type Run, withRun } from "../runs.ts";

const Rows = z.array(z.object({ name: z.string(), start: z.int() }));

/** Begins a run of the gateway, which alone has the file: any start may be one on a file that was put back from a backup. */
export function beginRun(
  sqlite: DatabaseSync,
  name: string,
  place: { last: number; trimmed: number },
): Run[] {
  const rows = Rows.parse(sqlite.prepare("SELECT name, start FROM runs ORDER BY start").all());
  const known = rows.map((row) => ({ ...row, after: row.start }));
  const runs = withRun(known, name, { ...place, seen: place.last });
  sqlite.exec("DELETE FROM runs");
  for (const run of runs)
    sqlite.prepare("INSERT INTO runs (name, start) VALUES (?, ?)").run(run.name, run.start);
  return runs;
}
