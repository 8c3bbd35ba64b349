import { z } from "zod";
import { ACCEPTED_MS, type Accepted } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ call: z.string() }).optional();

export function createAccepted(database: Database, now: () => Date): Accepted {
  const { sqlite } = database;
  const forget = sqlite.prepare("DELETE FROM placed_calls WHERE created_at < ?");
  const put = sqlite.prepare(
    "INSERT OR REPLACE INTO placed_calls (call_id, created_at, call) VALUES (?, ?, ?)",
  );
  const select = sqlite.prepare("SELECT call FROM placed_calls WHERE call_id = ?");
  return {
    keep: async (id, answer) =>
      database.write(() => {
        const time = now().getTime();
        forget.run(time - ACCEPTED_MS);
        put.run(id, time, answer);
      }),
    find: async (id) => Row.parse(database.read(() => select.get(id)))?.call,
  };
}
