import { z } from "zod";
import { type AnswerDocuments, KEPT_MS } from "../store.ts";
import type { RedisConnection } from "./connection.ts";

export function createAnswerDocuments(connection: RedisConnection, prefix: string): AnswerDocuments {
  const keyOf = (id: string) => `${prefix}:answer:${id}`;
  return {
    keep: async (id, bxml) => void (await connection.send("SET", keyOf(id), bxml, "PX", String(KEPT_MS))),
    find: async (id) =>
      z
        .string()
        .nullable()
        .parse(await connection.send("GET", keyOf(id))) ?? undefined,
  };
}
