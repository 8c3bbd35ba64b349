import { HTTPError, isTimeoutError } from "ky";
import type { MaskSecrets } from "../maskSecrets.ts";
import { type Api, answeredError, readAnswer, type UpstreamAnswer, UpstreamError } from "./upstreamError.ts";

/** What a failed request comes to. `write`: it was sent, and was to change something; `late`: its deadline had passed. */
export function requestError(
  error: unknown,
  {
    api,
    write,
    now,
    maskSecrets,
    late,
  }: { api: Api; write: boolean; now: () => number; maskSecrets: MaskSecrets; late: boolean },
): UpstreamError {
  if (error instanceof UpstreamError) return error;
  if (error instanceof HTTPError) {
    return answeredError(
      answerIn(error, api, maskSecrets),
      write,
      retryAfterSeconds(error, now) || undefined,
    );
  }
  if (write) {
    return new UpstreamError(
      "OUTCOME_UNKNOWN",
      `The request was sent, but Bandwidth's ${api} API did not answer: it may have been carried out`,
      { cause: error },
    );
  }
  if (late || isTimeoutError(error)) {
    return new UpstreamError("UPSTREAM_TIMEOUT", `Bandwidth's ${api} API did not answer in time`, {
      cause: error,
    });
  }
  return new UpstreamError("UPSTREAM_UNAVAILABLE", `Bandwidth's ${api} API could not be reached`, {
    cause: error,
  });
}

/** What Bandwidth said, without what the request proved itself by. */
export function answerIn(
  { request, response, data }: HTTPError,
  api: Api,
  maskSecrets: MaskSecrets,
): UpstreamAnswer {
  const credentials = request.headers.get("authorization")?.split(" ")[1];
  return readAnswer(api, response.status, data, (text) => maskSecrets(text, credentials));
}

/** Seconds until Bandwidth wants to be asked again, 0 when it did not say. */
export function retryAfterSeconds(error: unknown, now: () => number): number {
  return error instanceof HTTPError ? secondsIn(error.response.headers.get("retry-after"), now) : 0;
}

/** Bandwidth's own are minutes. What is beyond was written by mistake, and `1e+23` is no header's number. */
const MOST_SECONDS = 24 * 60 * 60;

/** Seconds in a Retry-After (RFC 9110, section 10.2.3: seconds or a date), a day at most; 0 without one that can be read. */
function secondsIn(retryAfter: string | null, now: () => number): number {
  const value = retryAfter?.trim() ?? "";
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - now()) / 1000);
  return Number.isNaN(seconds) ? 0 : Math.max(0, Math.min(seconds, MOST_SECONDS));
}
