import { GraphQLError } from "graphql";
import { z } from "zod";
import { UpstreamError } from "../datasources/upstreamError.ts";
import { fingerprint } from "../subscriptions/fingerprint.ts";
import {
  type Attempt,
  type IdempotencyKeys,
  KEPT_MS,
  type KnownKey,
  StoreUnavailable,
} from "../subscriptions/store.ts";

/** An `idempotencyKey` of an input. */
export const idempotencyKey = z
  .string()
  .min(1, "must not be empty")
  .max(255, "must be at most 255 characters");

/** A billed request: what it is, what it carries, and how its answer is read when it is given again. */
type Billed<T> = {
  operation: string;
  key: string | undefined;
  input: unknown;
  /** The id in the URLs of a call or the tag of a message: its callbacks settle what the answer did not. */
  answerId?: string | undefined;
  result: z.ZodType<T>;
  /** What it throws before it sends, as a GraphQLError or a StoreUnavailable, leaves the key free. */
  send: () => Promise<T>;
};

/** Runs a billed request at most once for its key. Without a key it just runs. */
export type Once = <T>(request: Billed<T>) => Promise<T>;

/** How often it is asked what came of a request that runs at another replica, and for how long: longer than a request can take. */
const ASK_EVERY_MS = 100;
const ASK_FOR_MS = 20_000;

/** How soon the store is told again what it could not be told, and of how many keys that is kept in mind. */
const TELL_AGAIN_MS = 500;
const MOST_UNTOLD = 10_000;

/** What the store could not be told of a key yet, and what repeats of its request are answered with meanwhile, where that is known. */
type Untold = { tell: () => Promise<void>; known: KnownKey | undefined };

/**
 * `wait` resolves after so many milliseconds. `settled` resolves when all requests that were sent have their answers, and the store has been
 * told of them or cannot be told.
 */
export function createOnce(
  keys: IdempotencyKeys,
  options: {
    wait: (ms: number) => Promise<unknown>;
    /** An id that nobody can guess. */
    createId: () => string;
    warn: (error: unknown) => void;
  },
): { once: Once; settled: () => Promise<void> } {
  const { wait, createId, warn } = options;
  // What runs in this process now; its callers share one request. Bounded by the requests that are under way.
  const running = new Map<string, { input: string; outcome: Promise<unknown> }>();
  const sending = new Set<Promise<unknown>>();
  const untold = new Map<string, Untold>();
  let isStopping = false;

  /** Tells the store what came of a request: now or, where it cannot be told, later. What was sent is done, whether it can or not. */
  async function tell<T>(key: string, work: () => Promise<T>, known?: KnownKey): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) warn(error);
      tellLater(key, work, known);
      return undefined;
    }
  }

  function tellLater(key: string, work: () => Promise<unknown>, known?: KnownKey) {
    // Beyond, the outcome is unknown to whoever repeats the request, so that nothing is sent twice.
    if (untold.size >= MOST_UNTOLD) return;
    const earlier = untold.get(key);
    const kept: Untold = {
      known,
      async tell() {
        await earlier?.tell();
        await work();
        if (untold.get(key) === kept) untold.delete(key);
      },
    };
    untold.set(key, kept);
    void tellAgain(key, kept);
  }

  async function tellAgain(key: string, kept: Untold) {
    for (let waited = 0; waited < KEPT_MS; waited += TELL_AGAIN_MS) {
      await wait(TELL_AGAIN_MS);
      if (isStopping || untold.get(key) !== kept) return;
      await kept.tell().catch(() => undefined);
    }
    if (untold.get(key) === kept) untold.delete(key);
  }

  async function claim(attempt: Attempt, input: string): Promise<KnownKey | "claimed"> {
    const kept = untold.get(attempt.key);
    if (kept?.known) return kept.known;
    // The store still takes an earlier attempt for running if it could not be told the outcome: that is tried again first.
    await kept?.tell();
    try {
      return await keys.claim(attempt, input);
    } catch (error) {
      // Nothing is sent, but the store may have taken the key, or may take it yet (a hanging Redis has it in its queue). So it is released.
      tellLater(attempt.key, () => keys.release(attempt));
      throw error;
    }
  }

  /** Says of a key what an error tells of its request; gives what a callback has told of it. */
  async function afterError(error: unknown, attempt: Attempt): Promise<string | undefined> {
    const wasRefused =
      error instanceof GraphQLError ||
      error instanceof StoreUnavailable ||
      (error instanceof UpstreamError && error.code !== "OUTCOME_UNKNOWN");
    if (!wasRefused) return keys.giveUp(attempt);
    if (error instanceof UpstreamError && error.answer) return keys.refuse(attempt);
    // A refusal of our own, before anything is sent.
    await keys.release(attempt);
    return undefined;
  }

  async function send<T>(request: Billed<T>, attempt: Attempt, input: string): Promise<T> {
    const { key } = attempt;
    let result: T;
    try {
      result = await request.send();
    } catch (error) {
      const told = await tell(key, () => afterError(error, attempt));
      // Whatever the answer says, a proxy's 503 say: a callback came before it.
      if (told !== undefined) return request.result.parse(JSON.parse(told));
      throw error;
    }
    const known = { input, result: JSON.stringify(result), running: false };
    await tell(key, () => keys.settle(attempt, known.result), known);
    return result;
  }

  async function run<T>(request: Billed<T>, key: string, input: string): Promise<T> {
    const attempt = { key, id: request.answerId ?? createId() };
    for (let asked = 0; ; asked += ASK_EVERY_MS) {
      const known = await claim(attempt, input);
      if (known === "claimed") {
        const sent = send(request, attempt, input);
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
  return {
    once,
    async settled() {
      await Promise.allSettled(sending);
      isStopping = true;
      await Promise.allSettled([...untold.values()].map((kept) => kept.tell()));
    },
  };
}
