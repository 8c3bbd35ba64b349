import ky from "ky";
import { parseJson } from "../lenient.ts";
import type { MaskSecrets } from "../maskSecrets.ts";
import { readUpTo } from "../readUpTo.ts";
import { type Authorization, authorized } from "./authorization.ts";
import { repeated } from "./repeated.ts";
import { requestError } from "./requestError.ts";
import { ATTEMPT_TIMEOUT_MS, DEADLINE_MS, isEmpty } from "./rest.ts";
import type { Api } from "./upstreamError.ts";

/** Bandwidth answers an upload with nothing. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** Files in both directions, never whole in memory. Each failure is an `UpstreamError`. */
export type ByteStreams = {
  /**
   * A GET that resolves when the head of the answer is there: 200, 206, 304 or 416. Its body must be read or cancelled. `signal` gives
   * the request up as long as there is no head.
   */
  open(path: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<Response>;
  /**
   * A PUT whose body is sent as it comes, no faster than Bandwidth takes it. Rejects with what `bytes` throws, and cuts the request off
   * then, so that nothing is stored.
   */
  put(
    path: string,
    headers: Readonly<Record<string, string>>,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<void>;
};

/** Answers of a GET that are no failure: the range was right, the client has it, the range was wrong. */
const isFailure = (status: number) => ![200, 206, 304, 416].includes(status);

/** The paths of `createByteStreams` are relative to `baseUrl`; `fetch` must pass bodies through. */
export function createByteStreams(options: {
  api: Api;
  baseUrl: string;
  authorization: Authorization;
  fetch: typeof fetch;
  now: () => number;
  random: () => number;
  maskSecrets: MaskSecrets;
  attemptTimeoutMs?: number;
  deadlineMs?: number;
}): ByteStreams {
  const {
    api,
    authorization,
    now,
    random,
    maskSecrets,
    attemptTimeoutMs = ATTEMPT_TIMEOUT_MS,
    deadlineMs = DEADLINE_MS,
  } = options;
  const client = ky.create({ prefix: options.baseUrl, fetch: options.fetch, redirect: "manual", retry: 0 });

  return {
    async open(path, headers, signal) {
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), deadlineMs);
      const deadline = now() + deadlineMs;
      const either = AbortSignal.any([signal, late.signal]);
      const attempt = (authorization: string) =>
        client(path, {
          // As it is stored: a range of what was compressed on the way would be of no use.
          headers: { ...headers, "accept-encoding": "identity", authorization },
          signal: either,
          timeout: attemptTimeoutMs,
          throwHttpErrors: isFailure,
        });
      try {
        return await authorized(authorization, { latest: deadline, signal: either, now }, (header) =>
          repeated(() => attempt(header), { deadline, signal: either, now, random }),
        );
      } catch (error) {
        throw requestError(error, { api, write: false, now, maskSecrets, late: late.signal.aborted });
      } finally {
        clearTimeout(timer);
      }
    },

    async put(path, headers, bytes) {
      const late = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      // Only while it is Bandwidth that is waited for: the source has its own patience.
      const waitForBandwidth = () => {
        timer = setTimeout(() => late.abort(), attemptTimeoutMs);
      };
      let sent = false;
      let sourceFault: { error: unknown } | undefined;
      async function* body() {
        clearTimeout(timer);
        try {
          for await (const chunk of bytes) {
            waitForBandwidth();
            yield chunk;
            clearTimeout(timer);
          }
        } catch (error) {
          sourceFault = { error };
          throw error;
        }
        sent = true;
        waitForBandwidth();
      }

      const header = await authorization.header();
      const source = body();
      waitForBandwidth();
      try {
        const response = await client(path, {
          method: "put",
          headers: { ...headers, authorization: header },
          body: new ReadableStream(
            {
              async pull(controller) {
                const { done, value } = await source.next();
                if (done) controller.close();
                else controller.enqueue(value);
              },
            },
            // Nothing is read ahead.
            { highWaterMark: 0 },
          ),
          signal: late.signal,
          timeout: false,
        });
        const answer = (await readUpTo(MAX_ANSWER_BYTES, response.body))?.toString();
        if (answer === undefined) throw new TypeError("The answer is too long");
        if (!isEmpty(answer) && parseJson(answer) === undefined) throw new TypeError("The answer is no JSON");
      } catch (error) {
        if (sourceFault) throw sourceFault.error;
        const failure = requestError(error, {
          api,
          write: sent,
          now,
          maskSecrets,
          late: late.signal.aborted,
        });
        if (failure.code === "UPSTREAM_UNAUTHENTICATED") authorization.refused(header);
        throw failure;
      } finally {
        clearTimeout(timer);
        // Bandwidth may have answered before it had everything. Not awaited: the source may just be waiting for its client.
        void source.return();
      }
    },
  };
}
