import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";

/** A callback that was refused, as it came. */
export type RejectedCallback = { receivedAt: Date; path: string; reason: string; body: string };

export type ListedCallback = RejectedCallback & { id: string };

/** Callbacks that could not be read, set aside for an operator to see. */
export type RejectedCallbacks = {
  add(callback: RejectedCallback): void;
  /** The newest first. */
  list(limit: number): ListedCallback[];
};

const KEPT = 1_000;
const BODY_LENGTH = 16 * 1024;

const Row = z.object({
  id: z.int(),
  received_at: z.int(),
  path: z.string(),
  reason: z.string(),
  body: z.string(),
});

export function createRejectedCallbacks(database: DatabaseSync): RejectedCallbacks {
  const insert = database.prepare(
    "INSERT INTO rejected_callbacks (received_at, path, reason, body) VALUES (?, ?, ?, ?)",
  );
  const forget = database.prepare("DELETE FROM rejected_callbacks WHERE id <= ?");
  const select = database.prepare("SELECT * FROM rejected_callbacks ORDER BY id DESC LIMIT ?");
  return {
    add({ receivedAt, path, reason, body }) {
      const { lastInsertRowid } = insert.run(receivedAt.getTime(), path, reason, body.slice(0, BODY_LENGTH));
      forget.run(Number(lastInsertRowid) - KEPT);
    },
    list(limit) {
      return select.all(limit).map((row) => {
        const { id, received_at, path, reason, body } = Row.parse(row);
        return { id: String(id), receivedAt: new Date(received_at), path, reason, body };
      });
    },
  };
}
