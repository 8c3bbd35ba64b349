import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { StoreUnavailable } from "../store.ts";
import type { RedisConnection } from "./connection.ts";

const BATCH = 500;
/** How long Redis waits for an entry before it answers that there is none. */
const WAIT_MS = 4_000;
const AGAIN_MS = 200;

/** The entries of a stream behind `id`, as `Entries` reads them: at once when there are some, else none after a while. */
export async function readBehind<T>(
  follower: RedisConnection,
  stream: string,
  id: string,
  Entries: z.ZodType<T[]>,
): Promise<T[]> {
  const reply = await follower.sendBlocking(
    "XREAD",
    "COUNT",
    String(BATCH),
    "BLOCK",
    String(WAIT_MS),
    "STREAMS",
    stream,
    id,
  );
  return (
    z
      .array(z.tuple([z.string(), Entries]))
      .nullable()
      .parse(reply)?.[0]?.[1] ?? []
  );
}

/** Calls `tell` over and over, soon again after it failed, until it is closed. `warn` is told of what is no fault of Redis. */
export function followOn(
  tell: () => Promise<void>,
  { what, warn }: { what: string; warn: (sentence: string) => void },
): { close(): void } {
  let closed = false;
  void (async () => {
    while (!closed) {
      try {
        await tell();
      } catch (error) {
        if (!closed && !(error instanceof StoreUnavailable)) warn(`${what} cannot be followed: ${error}`);
        await setTimeout(AGAIN_MS, undefined, { ref: false });
      }
    }
  })();
  return {
    close() {
      closed = true;
    },
  };
}
