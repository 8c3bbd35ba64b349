import ky, { HTTPError, isTimeoutError, type KyInstance, type RetryOptions } from "ky";
import { z } from "zod";
import { parseJson } from "../lenient.ts";
import type { Authorization } from "./authorization.ts";
import { type Api, answeredError, readAnswer, UpstreamError } from "./upstreamError.ts";

/** How long an answer may take to begin, and how long one call may take with all its attempts, waits and the answer's body. */
export const ATTEMPT_TIMEOUT_MS = 10_000;
export const DEADLINE_MS = 15_000;

/** Only reads are repeated. A write is never sent again once it may have been sent. */
export const readRetry = (deadline: number, now: () => number): RetryOptions => ({
  limit: 2,
  methods: ["get"],
  statusCodes: [429, 503],
  afterStatusCodes: [429, 503],
  backoffLimit: 2_000,
  jitter: true,
  // Waiting longer than the caller does helps nobody: tell RATE_LIMITED now.
  shouldRetry: ({ error }) => (now() + retryAfterSeconds(error, now) * 1000 < deadline ? undefined : false),
});

/** Failures of a connection that was never made, so that nothing can have been sent over it. */
const NEVER_SENT = new Set([
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
]);

/** Query parameters; those that are `undefined` or `null` are not sent. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A client of one of Bandwidth's REST APIs. Each failure is an `UpstreamError`. */
export type Rest = {
  get<T>(
    path: string,
    schema: z.ZodType<T>,
    query?: Query,
    headers?: Readonly<Record<string, string>>,
  ): Promise<{ body: T; headers: Headers }>;
  post<T>(path: string, json: unknown, schema: z.ZodType<T>): Promise<T>;
  put(path: string, json: unknown): Promise<void>;
  putXml(path: string, xml: string): Promise<void>;
  delete(path: string): Promise<void>;
};

type Method = "get" | "post" | "put" | "delete";
type Request = {
  query?: Query | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  json?: unknown;
  xml?: string;
};

/** For an operation that Bandwidth answers with an empty body, or one that tells nothing. */
export const NO_BODY = z.unknown();

/** The paths of `createRest` are relative to `baseUrl`. */
export function createRest(options: {
  api: Api;
  baseUrl: string;
  authorization: Authorization;
  fetch: typeof fetch;
  now: () => number;
  attemptTimeoutMs?: number;
  deadlineMs?: number;
}): Rest {
  const {
    api,
    authorization,
    now,
    attemptTimeoutMs = ATTEMPT_TIMEOUT_MS,
    deadlineMs = DEADLINE_MS,
  } = options;
  const client: KyInstance = ky.create({
    prefix: options.baseUrl,
    fetch: options.fetch,
    headers: { accept: "application/json" },
    timeout: attemptTimeoutMs,
    redirect: "manual",
  });

  async function send(method: Method, path: string, request: Request, signal: AbortSignal) {
    const deadline = now() + deadlineMs;
    const attempt = async (header: string) => {
      const response = await client(path, {
        method,
        signal,
        headers: {
          ...request.headers,
          ...(request.xml !== undefined && { "content-type": "application/xml" }),
          authorization: header,
        },
        ...(request.query && { searchParams: present(request.query) }),
        ...(request.json !== undefined && { json: request.json }),
        ...(request.xml !== undefined && { body: request.xml }),
        retry: readRetry(deadline, now),
      });
      return { headers: response.headers, text: await response.text() };
    };
    return authorized(authorization, attempt);
  }

  async function call<T>(method: Method, path: string, request: Request, schema: z.ZodType<T>) {
    const write = method !== "get";
    // Over both attempts and their bodies, which ky's own timeouts do not span.
    const signal = AbortSignal.timeout(deadlineMs);
    let answer: Awaited<ReturnType<typeof send>>;
    try {
      answer = await send(method, path, request, signal);
    } catch (error) {
      // What fetch says of a body that was cut off by the signal does not always name the signal.
      throw toUpstreamError(error, { api, write, now, late: signal.aborted });
    }
    const parsed = schema.safeParse(parseJson(answer.text));
    if (!parsed.success) {
      throw new UpstreamError(
        write ? "OUTCOME_UNKNOWN" : "UPSTREAM_INVALID_RESPONSE",
        `Bandwidth's ${api} API answered with a body that cannot be read`,
        { cause: parsed.error },
      );
    }
    return { body: parsed.data, headers: answer.headers };
  }

  return {
    get: (path, schema, query, headers) => call("get", path, { query, headers }, schema),
    post: async (path, json, schema) => (await call("post", path, { json }, schema)).body,
    async put(path, json) {
      await call("put", path, { json }, NO_BODY);
    },
    async putXml(path, xml) {
      await call("put", path, { xml }, NO_BODY);
    },
    async delete(path) {
      await call("delete", path, {}, NO_BODY);
    },
  };
}

/** Runs an attempt, and once more with a new token after a 401: Bandwidth did nothing then, so even a write may be sent again. */
export async function authorized<T>(
  authorization: Authorization,
  attempt: (header: string) => Promise<T>,
): Promise<T> {
  const header = await authorization.header();
  try {
    return await attempt(header);
  } catch (error) {
    const renewable =
      error instanceof HTTPError && error.response.status === 401 && authorization.refused(header);
    if (!renewable) throw error;
    return await attempt(await authorization.header());
  }
}

/**
 * A path with its ids encoded. An id that a URL would read as a step up or as nothing cannot be anyone's: it is NOT_FOUND without
 * asking.
 */
export function path(parts: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: parts }, ...ids.map(segment));
}

function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new UpstreamError("NOT_FOUND", `There is no id "${id}"`);
  return encodeURIComponent(id);
}

function present(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)]],
    ),
  );
}

export function toUpstreamError(
  error: unknown,
  { api, write, now, late }: { api: Api; write: boolean; now: () => number; late: boolean },
): UpstreamError {
  if (error instanceof UpstreamError) return error;
  if (error instanceof HTTPError) {
    const answer = readAnswer(api, error.response.status, error.data);
    return answeredError(answer, write, retryAfterSeconds(error, now) || undefined);
  }
  const neverSent = NEVER_SENT.has(networkCode(error));
  if (write && !neverSent) {
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

/** Seconds in Retry-After (RFC 9110, section 10.2.3: seconds or a date); 0 without one that can be read. */
function retryAfterSeconds(error: unknown, now: () => number): number {
  if (!(error instanceof HTTPError)) return 0;
  const value = error.response.headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? 0 : Math.max(0, Math.ceil((date - now()) / 1000));
}

/** The system's code of a network failure; fetch hides it in the chain of causes. */
function networkCode(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return "";
  if ("code" in error && typeof error.code === "string" && error.code !== "ERR_NETWORK") return error.code;
  return networkCode(error.cause, depth + 1);
}
