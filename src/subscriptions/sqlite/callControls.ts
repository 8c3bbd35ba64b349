import { z } from "zod";
import { type CallControls, KEPT_MS } from "../store.ts";
import type { Database } from "./database.ts";

const Control = z.object({ id: z.string(), control: z.string() });

export function createCallControls(database: Database, now: () => Date): CallControls & { isAny(): boolean } {
  const { sqlite } = database;
  const forget = sqlite.prepare("DELETE FROM call_controls WHERE created_at < ?");
  const forgetCalls = sqlite.prepare("DELETE FROM controlled_calls WHERE created_at < ?");
  const put = sqlite.prepare(
    "INSERT OR REPLACE INTO call_controls (id, created_at, control) VALUES (?, ?, ?)",
  );
  const bind = sqlite.prepare(
    "INSERT OR REPLACE INTO controlled_calls (call_id, created_at, control_id) VALUES (?, ?, ?)",
  );
  const select = sqlite.prepare("SELECT id, control FROM call_controls WHERE id = ?");
  const selectOfCall = sqlite.prepare(
    "SELECT id, control FROM call_controls WHERE id = (SELECT control_id FROM controlled_calls WHERE call_id = ?)",
  );
  const selectAny = sqlite.prepare("SELECT 1 FROM call_controls LIMIT 1");
  return {
    isAny: () => database.read(() => selectAny.get() !== undefined),
    keep: async (controls) =>
      database.write(() => {
        const time = now().getTime();
        forget.run(time - KEPT_MS);
        for (const { id, control } of controls) put.run(id, time, control);
      }),
    bind: async (callId, id) =>
      database.write(() => {
        const time = now().getTime();
        forgetCalls.run(time - KEPT_MS);
        bind.run(callId, time, id);
      }),
    find: async (id, callIds) =>
      database.read(() => {
        const row = id === undefined ? undefined : select.get(id);
        const rows = [row, ...callIds.map((callId) => row ?? selectOfCall.get(callId))];
        const found = rows.find((each) => each !== undefined);
        return found && Control.parse(found);
      }),
  };
}
