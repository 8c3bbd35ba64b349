import { GraphQLError } from "graphql";
import { z } from "zod";
import { UpstreamError } from "../datasources/upstreamError.ts";
import { fingerprint } from "../subscriptions/fingerprint.ts";
import { type IdempotencyKeys, StoreUnavailable } from "../subscriptions/store.ts";

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
  /** The id in the URLs of a call or the tag of a message: its callbacks settle what the answer did not. */
  answerId?: string | undefined;
  result: z.ZodType<T>;
  send: () => Promise<T>;
};

/** Runs a billed request at most once for its key. Without a key it just runs. */
export type Once = <T>(request: Billed<T>) => Promise<T>;

/** How often it is asked what came of a request that runs at another replica, and for how long: longer than a request can take. */
const ASK_EVERY_MS = 100;
const ASK_FOR_MS = 20_000;

/** `wait` resolves after so many milliseconds. `settled` does when what was sent by then is answered and its keys have been told so. */
export function createOnce(
  keys: IdempotencyKeys,
  wait: (ms: number) => Promise<unknown>,
): { once: Once; settled: () => Promise<unknown> } {
  // What runs in this process now; its callers share one request. Bounded by the requests that are under way.
  const running = new Map<string, { input: string; outcome: Promise<unknown> }>();
  const sending = new Set<Promise<unknown>>();

  async function send<T>(request: Billed<T>, key: string): Promise<T> {
    let result: T;
    try {
      result = await request.send();
    } catch (error) {
      const mayHaveHappened =
        !(error instanceof UpstreamError || error instanceof StoreUnavailable) ||
        (error instanceof UpstreamError && error.code === "OUTCOME_UNKNOWN");
      const told = await orUnknown(mayHaveHappened ? keys.giveUp(key) : keys.release(key));
      // Whatever the answer says, a proxy's 503 say: a callback came before it.
      if (told !== undefined) return request.result.parse(JSON.parse(told));
      throw error;
    }
    await orUnknown(keys.settle(key, JSON.stringify(result)));
    return result;
  }

  async function run<T>(request: Billed<T>, key: string, input: string): Promise<T> {
    for (let asked = 0; ; asked += ASK_EVERY_MS) {
      const known = await keys.claim(key, input, request.answerId);
      if (known === "claimed") {
        const sent = send(request, key);
        sending.add(sent);
        return sent.finally(() => sending.delete(sent));
      }
      if (known.input !== input) {
        throw new GraphQLError("input.idempotencyKey was used before, with another input", {
          extensions: { code: "IDEMPOTENCY_KEY_REUSED", field: "input.idempotencyKey" },
        });
      }
      if (known.result !== undefined) return request.result.parse(JSON.parse(known.result));
      if (!known.running || asked >= ASK_FOR_MS) {
        throw new UpstreamError(
          "OUTCOME_UNKNOWN",
          "A request with this idempotencyKey was sent before, and nobody knows what came of it: it is not sent again",
        );
      }
      await wait(ASK_EVERY_MS);
    }
  }

  const once: Once = async (request) => {
    const { key } = request;
    if (key === undefined) return request.send();
    const input = fingerprint(request.operation, request.input);
    const shared = running.get(key);
    if (shared?.input === input) return request.result.parse(await shared.outcome);
    const outcome = run(request, key, input);
    if (shared) return outcome;
    running.set(key, { input, outcome });
    return outcome.finally(() => running.delete(key));
  };
  return { once, settled: () => Promise.allSettled(sending) };
}

/**
 * What was sent is done, whether the key can be told so or not. A key that cannot is of an unknown outcome for whoever repeats the
 * request, so that nothing is sent twice.
 */
async function orUnknown<T>(told: Promise<T>): Promise<T | undefined> {
  try {
    return await told;
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return undefined;
  }
}
