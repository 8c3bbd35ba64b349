import { z } from "zod";
import { ACCEPTED_MS, type Accepted } from "../store.ts";
import type { RedisConnection } from "./connection.ts";

const Answer = z.string().nullable();

export function createAccepted(connection: RedisConnection, prefix: string): Accepted {
  const keyOf = (id: string) => `${prefix}:placed:${id}`;
  return {
    keep: async (id, answer) =>
      void (await connection.send("SET", keyOf(id), answer, "PX", String(ACCEPTED_MS))),
    find: async (id) => Answer.parse(await connection.send("GET", keyOf(id))) ?? undefined,
  };
}
