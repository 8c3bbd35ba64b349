import { GraphQLError } from "graphql";
import { z } from "zod";
import { UpstreamError } from "../datasources/upstreamError.ts";
import { fingerprint } from "../subscriptions/fingerprint.ts";
import type { IdempotencyKeys } from "../subscriptions/idempotencyKeys.ts";

/** An `idempotencyKey` of an input. */
export const idempotencyKey = z
  .string()
  .min(1, "must not be empty")
  .max(255, "must be at most 255 characters");

/** A billed request: what it is, what it carries, and how its answer is read when it is given again. */
export type Billed<T> = {
  operation: string;
  key: string | undefined;
  input: unknown;
  /** The answer document of a call: its callbacks settle what the answer did not. */
  answerId?: string | undefined;
  result: z.ZodType<T>;
  send: () => Promise<T>;
};

/** Runs a billed request at most once for its key. Without a key it just runs. */
export type Once = <T>(request: Billed<T>) => Promise<T>;

export function createOnce(keys: IdempotencyKeys): Once {
  // What runs in this process now; its callers share one request. Bounded by the requests that are under way.
  const running = new Map<string, { input: string; outcome: Promise<unknown> }>();

  async function send<T>(request: Billed<T>, key: string): Promise<T> {
    try {
      const result = await request.send();
      keys.settle(key, JSON.stringify(result));
      return result;
    } catch (error) {
      const mayHaveHappened = !(error instanceof UpstreamError) || error.code === "OUTCOME_UNKNOWN";
      if (!mayHaveHappened) keys.release(key);
      throw error;
    }
  }

  return async <T>(request: Billed<T>): Promise<T> => {
    const { key } = request;
    if (key === undefined) return request.send();
    const input = fingerprint(request.operation, request.input);
    const known = running.get(key) ?? keys.find(key);
    if (known && known.input !== input) {
      throw new GraphQLError("input.idempotencyKey was used before, with another input", {
        extensions: { code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" },
      });
    }
    if (known && "outcome" in known) return request.result.parse(await known.outcome);
    if (known?.result !== undefined) return request.result.parse(JSON.parse(known.result));
    if (known) {
      throw new UpstreamError(
        "OUTCOME_UNKNOWN",
        "A request with this idempotencyKey was sent before, and nobody knows what came of it: it is not sent again",
      );
    }
    keys.keep(key, input, request.answerId);
    const outcome = send(request, key).finally(() => running.delete(key));
    running.set(key, { input, outcome });
    return outcome;
  };
}
