import { z } from "zod";
import { type AnswerDocuments, KEPT_MS } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ bxml: z.string() });

export function createAnswerDocuments(database: Database, now: () => Date): AnswerDocuments {
  const { sqlite } = database;
  const forget = sqlite.prepare("DELETE FROM answer_documents WHERE created_at < ?");
  const insert = sqlite.prepare("INSERT INTO answer_documents (id, created_at, bxml) VALUES (?, ?, ?)");
  const select = sqlite.prepare("SELECT bxml FROM answer_documents WHERE id = ?");
  return {
    keep: async (id, bxml) =>
      database.write(() => {
        const time = now().getTime();
        forget.run(time - KEPT_MS);
        insert.run(id, time, bxml);
      }),
    async find(id) {
      const row = database.read(() => select.get(id));
      return row === undefined ? undefined : Row.parse(row).bxml;
    },
  };
}
