import { z } from "zod";
import { type CallScripts, MOST_CALL_SCRIPTS } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ id: z.string(), script: z.string() });

export function createCallScripts(database: Database): CallScripts {
  const { sqlite } = database;
  const put = sqlite.prepare(`
    INSERT OR REPLACE INTO call_scripts (id, script) SELECT ?1, ?2
    WHERE EXISTS (SELECT 1 FROM call_scripts WHERE id = ?1) OR (SELECT count(*) FROM call_scripts) < ${MOST_CALL_SCRIPTS}`);
  const remove = sqlite.prepare("DELETE FROM call_scripts WHERE id = ?");
  const select = sqlite.prepare("SELECT id, script FROM call_scripts WHERE id = ?");
  const list = sqlite.prepare("SELECT id, script FROM call_scripts WHERE id > ? ORDER BY id LIMIT ?");
  return {
    put: async (id, script) => database.write(() => put.run(id, script).changes) === 1,
    remove: async (id) => database.write(() => remove.run(id).changes) === 1,
    find: async (ids) =>
      database
        .read(() => ids.map((id) => select.get(id)))
        .filter((row) => row !== undefined)
        .map((row) => Row.parse(row).script),
    list: async (after, limit) => database.read(() => list.all(after, limit)).map((row) => Row.parse(row)),
  };
}
