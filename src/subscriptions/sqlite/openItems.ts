import { z } from "zod";
import { MOST_OPEN, OPEN_KINDS, type OpenItem, type OpenItems } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z
  .object({
    kind: z.enum(OPEN_KINDS),
    id: z.string(),
    recipient: z.string(),
    since: z.int(),
    checks: z.int(),
    next_check: z.int(),
  })
  .transform(({ next_check: nextCheck, ...item }): OpenItem => ({ ...item, nextCheck }));
const ReadThrough = z.object({ value: z.coerce.number() }).optional();

export function createOpenItems(database: Database): OpenItems {
  const { sqlite } = database;
  const put = sqlite.prepare("INSERT OR REPLACE INTO open_items VALUES (?, ?, ?, ?, ?, ?)");
  const remove = sqlite.prepare("DELETE FROM open_items WHERE kind = ? AND id = ? AND recipient = ?");
  const forget = sqlite.prepare(
    `DELETE FROM open_items WHERE (next_check, kind, id, recipient) >
      (SELECT next_check, kind, id, recipient FROM open_items ORDER BY 1, 2, 3, 4 LIMIT 1 OFFSET ${MOST_OPEN - 1})`,
  );
  const setReadThrough = sqlite.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('open_items', ?)");
  const selectReadThrough = sqlite.prepare("SELECT value FROM meta WHERE key = 'open_items'");
  const selectDue = sqlite.prepare(
    "SELECT * FROM open_items WHERE kind = ? AND next_check <= ? ORDER BY next_check LIMIT ?",
  );
  return {
    readThrough: async () => ReadThrough.parse(database.read(() => selectReadThrough.get()))?.value ?? 0,
    change: async (change) =>
      database.write(() => {
        for (const { kind, id, recipient, since, checks, nextCheck } of change.put ?? []) {
          put.run(kind, id, recipient, since, checks, nextCheck);
        }
        for (const { kind, id, recipient } of change.remove ?? []) remove.run(kind, id, recipient);
        if (change.readThrough !== undefined) setReadThrough.run(String(change.readThrough));
        forget.run();
      }),
    due: async (kind, time, limit) =>
      database.read(() => selectDue.all(kind, time, limit)).map((row) => Row.parse(row)),
  };
}
