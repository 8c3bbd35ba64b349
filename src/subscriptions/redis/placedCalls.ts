import { z } from "zod";
import { PLACED_MS, type PlacedCalls } from "../store.ts";
import type { RedisConnection } from "./connection.ts";

const Call = z.string().nullable();

export function createPlacedCalls(connection: RedisConnection, prefix: string): PlacedCalls {
  const keyOf = (callId: string) => `${prefix}:placed:${callId}`;
  return {
    keep: async (callId, call) =>
      void (await connection.send("SET", keyOf(callId), call, "PX", String(PLACED_MS))),
    find: async (callId) => Call.parse(await connection.send("GET", keyOf(callId))) ?? undefined,
  };
}
