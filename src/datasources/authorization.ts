import ky, { HTTPError, isTimeoutError } from "ky";
import { z } from "zod";
import type { MaskSecrets } from "../maskSecrets.ts";
import type { MaybePromise } from "../maybePromise.ts";
import { answerIn } from "./requestError.ts";
import { answeredError, UpstreamError as Failure, type UpstreamError } from "./upstreamError.ts";

/** How requests to Bandwidth prove who sends them. */
export type Authorization = {
  /** The value of the `Authorization` header. Rejects with an `UpstreamError` when none can be had. */
  header(): MaybePromise<string>;
  /** Tells that a header was answered with 401. True when a next `header()` may do better. */
  refused(header: string): boolean;
};

/** HTTP Basic auth (RFC 7617) of an API user. Bandwidth stops accepting it on 2026-12-02. */
export function basicAuthorization(username: string, password: string): Authorization {
  const header = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  return { header: () => header, refused: () => false };
}

const TokenResponse = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/** A token is renewed this long before it expires, as the vendor's own SDK does. */
const RENEW_BEFORE_MS = 60_000;
const TOKEN_TIMEOUT_MS = 10_000;

/**
 * OAuth2 client credentials (RFC 6749, section 4.4): one token, kept until shortly before it expires. However many callers wait,
 * one request for a token is under way.
 */
export function clientCredentials(options: {
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  fetch: typeof fetch;
  now: () => number;
  maskSecrets: MaskSecrets;
  timeoutMs?: number;
}): Authorization {
  const { timeoutMs = TOKEN_TIMEOUT_MS } = options;
  const client = basicAuthorization(options.clientId, options.clientSecret);
  let token: { header: string; renewAt: number } | undefined;
  let request: Promise<string> | undefined;

  async function requestToken(): Promise<string> {
    // For all of the answer. ky's own timeout does not end the body of a refusal, and whoever needs a token waits for this request.
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await ky
        .post(options.tokenUrl, {
          headers: { authorization: await client.header() },
          body: new URLSearchParams({ grant_type: "client_credentials" }),
          timeout: false,
          retry: 0,
          redirect: "manual",
          fetch: (sent) => options.fetch(sent, { signal }),
        })
        .json();
      const { access_token, expires_in } = TokenResponse.parse(answer);
      const lifetime = expires_in * 1000;
      token = {
        header: `Bearer ${access_token}`,
        // A short-lived token is used for half of its life at least, never renewed for each request.
        renewAt: options.now() + Math.max(lifetime - RENEW_BEFORE_MS, lifetime / 2),
      };
      return token.header;
    } catch (error) {
      throw tokenError(error, options.maskSecrets);
    }
  }

  return {
    header() {
      if (token && options.now() < token.renewAt) return token.header;
      request ??= requestToken().finally(() => {
        request = undefined;
      });
      return request;
    },
    refused(header) {
      if (token?.header === header) token = undefined;
      return true;
    },
  };
}

/**
 * Runs an attempt, and once more with a new token after a 401, unless the signal aborted meanwhile: Bandwidth did nothing then, so even a
 * write may be sent again. Neither begins without a token by `latest` (ms since 1970).
 */
export async function authorized<T>(
  authorization: Authorization,
  { latest, signal, now }: { latest: number; signal: AbortSignal; now: () => number },
  attempt: (header: string) => Promise<T>,
): Promise<T> {
  const header = await inTime(authorization.header(), latest - now());
  if (header === undefined) throw noTokenInTime();
  try {
    return await attempt(header);
  } catch (error) {
    const renewable =
      error instanceof HTTPError && error.response.status === 401 && authorization.refused(header);
    if (!renewable) throw error;
    const renewed = await inTime(authorization.header(), latest - now());
    if (renewed === undefined || signal.aborted || now() > latest) throw error;
    return await attempt(renewed);
  }
}

/** A value, or nothing when it takes longer: whoever else waits for it gets it. */
async function inTime<T>(value: MaybePromise<T>, ms: number): Promise<T | undefined> {
  if (!(value instanceof Promise)) return value;
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, ms);
  return Promise.race([value, late]).finally(() => clearTimeout(timer));
}

const noTokenInTime = (cause?: unknown) =>
  new Failure("UPSTREAM_TIMEOUT", "Bandwidth's token endpoint did not answer in time", { cause });

function tokenError(error: unknown, maskSecrets: MaskSecrets): UpstreamError {
  if (error instanceof HTTPError) {
    const answer = answerIn(error, "oauth", maskSecrets);
    // RFC 6749 answers a wrong client with 400 or 401.
    if (![400, 401, 403].includes(answer.status)) return answeredError(answer, false, undefined);
    return new Failure("UPSTREAM_UNAUTHENTICATED", "Bandwidth refused BW_CLIENT_ID and BW_CLIENT_SECRET", {
      answer,
    });
  }
  if (isTimeoutError(error)) return noTokenInTime(error);
  if (error instanceof z.ZodError || error instanceof SyntaxError) {
    return new Failure(
      "UPSTREAM_INVALID_RESPONSE",
      "Bandwidth's token endpoint answered with what is no token",
      // What is wrong with JSON is told with a piece of it, which may be of a token.
      error instanceof z.ZodError ? { cause: error } : {},
    );
  }
  return new Failure("UPSTREAM_UNAVAILABLE", "Bandwidth's token endpoint could not be reached", {
    cause: error,
  });
}
