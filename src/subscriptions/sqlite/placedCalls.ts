import { z } from "zod";
import { PLACED_MS, type PlacedCalls } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ call: z.string() }).optional();

export function createPlacedCalls(database: Database, now: () => Date): PlacedCalls {
  const { sqlite } = database;
  const forget = sqlite.prepare("DELETE FROM placed_calls WHERE created_at < ?");
  const put = sqlite.prepare(
    "INSERT OR REPLACE INTO placed_calls (call_id, created_at, call) VALUES (?, ?, ?)",
  );
  const select = sqlite.prepare("SELECT call FROM placed_calls WHERE call_id = ?");
  return {
    keep: async (callId, call) =>
      database.write(() => {
        const time = now().getTime();
        forget.run(time - PLACED_MS);
        put.run(callId, time, call);
      }),
    find: async (callId) => Row.parse(database.read(() => select.get(callId)))?.call,
  };
}
