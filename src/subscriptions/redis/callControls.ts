import { z } from "zod";
import { type CallControls, KEPT_MS } from "../store.ts";
import type { RedisConnection } from "./connection.ts";

const Values = z.array(z.string().nullable());

export function createCallControls(connection: RedisConnection, prefix: string): CallControls {
  const keyOf = (id: string) => `${prefix}:control:${id}`;
  const callKeyOf = (callId: string) => `${prefix}:control-of:${callId}`;
  const valuesOf = async (keys: readonly string[]) =>
    keys.length === 0 ? [] : Values.parse(await connection.send("MGET", ...keys));
  return {
    async keep(controls) {
      const px = String(KEPT_MS);
      await Promise.all(
        controls.map(({ id, control }) => connection.send("SET", keyOf(id), control, "PX", px)),
      );
    },
    bind: async (callId, id) =>
      void (await connection.send("SET", callKeyOf(callId), id, "PX", String(KEPT_MS))),
    async find(id, callIds) {
      const bound = await valuesOf(callIds.map(callKeyOf));
      const ids = [id, ...bound].filter((each) => typeof each === "string");
      const controls = await valuesOf(ids.map(keyOf));
      const [found] = ids.flatMap((each, index) => {
        const control = controls[index];
        return typeof control === "string" ? [{ id: each, control }] : [];
      });
      return found;
    },
  };
}
