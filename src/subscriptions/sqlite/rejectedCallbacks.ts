import { z } from "zod";
import { BODY_LENGTH, KEPT_REJECTED, type RejectedCallbacks } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({
  id: z.int(),
  received_at: z.int(),
  path: z.string(),
  reason: z.string(),
  body: z.string(),
});

export function createRejectedCallbacks(database: Database): RejectedCallbacks {
  const { sqlite } = database;
  const insert = sqlite.prepare(
    "INSERT INTO rejected_callbacks (received_at, path, reason, body) VALUES (?, ?, ?, ?)",
  );
  const forget = sqlite.prepare("DELETE FROM rejected_callbacks WHERE id <= ?");
  const select = sqlite.prepare("SELECT * FROM rejected_callbacks ORDER BY id DESC LIMIT ?");
  return {
    add: async ({ receivedAt, path, reason, body }) =>
      database.write(() => {
        const { lastInsertRowid } = insert.run(
          receivedAt.getTime(),
          path,
          reason,
          body.slice(0, BODY_LENGTH),
        );
        forget.run(Number(lastInsertRowid) - KEPT_REJECTED);
      }),
    list: async (limit) =>
      database
        .read(() => select.all(limit))
        .map((row) => {
          const { id, received_at, path, reason, body } = Row.parse(row);
          return { id: String(id), receivedAt: new Date(received_at), path, reason, body };
        }),
  };
}
