import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";

/** The BXML that waits for the `answer` event of a call, kept on disk so that it outlives the process. */
export type AnswerDocuments = {
  /** Keeps a document for a day, under the id that its answer URL carries. */
  keep(id: string, bxml: string, now: number): void;
  /** Gives up the documents whose day is over. */
  trim(now: number): void;
  /** The document, as often as it is asked for: Bandwidth may ask again. */
  find(id: string): string | undefined;
};

/** A call waits 5 minutes in the queue and rings 5 minutes at most; the rest is margin for a queue that is slow. */
const KEPT_MS = 24 * 3600 * 1000;

const Row = z.object({ bxml: z.string() });

export function createAnswerDocuments(database: DatabaseSync): AnswerDocuments {
  const forget = database.prepare("DELETE FROM answer_documents WHERE created_at < ?");
  const insert = database.prepare("INSERT INTO answer_documents (id, created_at, bxml) VALUES (?, ?, ?)");
  const select = database.prepare("SELECT bxml FROM answer_documents WHERE id = ?");
  return {
    keep(id, bxml, now) {
      insert.run(id, now, bxml);
    },
    trim: (now) => void forget.run(now - KEPT_MS),
    find(id) {
      const row = select.get(id);
      return row === undefined ? undefined : Row.parse(row).bxml;
    },
  };
}
