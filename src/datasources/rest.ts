import { setTimeout } from "node:timers/promises";
import ky, { HTTPError, type KyInstance } from "ky";
import { z } from "zod";
import { parseJson } from "../lenient.ts";
import type { MaskSecrets } from "../maskSecrets.ts";
import { type Authorization, authorized } from "./authorization.ts";
import { type Lane, rateLimited } from "./lane.ts";
import { type Limit, limitedBy } from "./limit.ts";
import { repeated } from "./repeated.ts";
import { requestError, retryAfterSeconds } from "./requestError.ts";
import { type TextAnswer, type TextExchange, TextResponse, textFetch } from "./textFetch.ts";
import type { TokenBucket } from "./tokenBucket.ts";
import type { UpstreamCalls } from "./upstreamCalls.ts";
import { type Api, UpstreamError } from "./upstreamError.ts";

/** How long an answer may take to begin, and how long one call may take with its turn in the queue, all its attempts and the answer's body. */
export const ATTEMPT_TIMEOUT_MS = 10_000;
export const DEADLINE_MS = 15_000;
/** The part of its time that a read may wait for its turn: what is sent when no time is left is Bandwidth's work for nothing. */
const READ_TURN = 0.9;

/** Query parameters; those that are `undefined` or `null` are not sent. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What Bandwidth limits by a rate of its own: calls placed, messages sent, requests for lists of messages. */
export type Rated = "calls" | "messages" | "messageLists";

/** A client of one of Bandwidth's REST APIs, for one operation. Each failure is an `UpstreamError`. */
export type Rest = {
  /** The operation's account of its calls. */
  calls: UpstreamCalls;
  get<T>(
    path: string,
    schema: z.ZodType<T>,
    options?: { query?: Query; headers?: RequestHeaders; rate?: Rated },
  ): Promise<{ body: T; header(name: string): string | undefined }>;
  post<T>(path: string, json: unknown, schema: z.ZodType<T>, rate?: Rated): Promise<T>;
  put(path: string, json: unknown): Promise<void>;
  putXml(path: string, xml: string): Promise<void>;
  delete(path: string): Promise<void>;
};

type RequestHeaders = Readonly<Record<string, string>>;
type Method = "get" | "post" | "put" | "delete";
type Request = {
  query?: Query | undefined;
  headers?: RequestHeaders | undefined;
  json?: unknown;
  xml?: string;
  rate?: Rated | undefined;
};

/** For an operation that Bandwidth answers with an empty body, or JSON that tells nothing. */
export const NO_BODY = z.unknown();

/**
 * A client of the API at `baseUrl`. Reads and writes stand in lanes of their own, so that a big report does not hold up a call that is
 * placed; what is rated takes a token first.
 */
export function createRest(options: {
  api: Api;
  baseUrl: string;
  authorization: Authorization;
  exchange: TextExchange;
  lanes: { reads: Lane; writes: Lane };
  rates: Readonly<Record<Rated, TokenBucket>>;
  /** Aborts when the gateway takes nobody new: a rate is waited for no more. */
  leaving: AbortSignal;
  now: () => number;
  random: () => number;
  maskSecrets: MaskSecrets;
  attemptTimeoutMs?: number;
  deadlineMs?: number;
}): (calls: UpstreamCalls) => Rest {
  const {
    api,
    authorization,
    lanes,
    rates,
    exchange,
    leaving,
    now,
    random,
    maskSecrets,
    attemptTimeoutMs = ATTEMPT_TIMEOUT_MS,
    deadlineMs = DEADLINE_MS,
  } = options;
  const { origin, pathname } = new URL(options.baseUrl);
  const base = pathname.replace(/\/$/, "");
  const client: KyInstance = ky.create({
    prefix: options.baseUrl,
    redirect: "manual",
    // Both are provided here: ky's own, with the second Request and the timers that they need, took a third of the time of a call.
    retry: 0,
    timeout: false,
  });

  /**
   * A read that Bandwidth answers goes round ky, whose Request, Headers and options took a third of the time of a query for a call. What else
   * becomes of it is told by ky.
   */
  async function sendRead(
    path: string,
    query: Query | undefined,
    headers: RequestHeaders,
    signal: AbortSignal,
  ): Promise<TextAnswer> {
    const parameters = query ? String(new URLSearchParams(present(query))) : "";
    const search = parameters && `?${parameters}`;
    const sent = exchange({ origin, path: `${base}/${path}${search}`, method: "GET", headers }, signal);
    const answer = await sent.catch(() => undefined);
    return answer && isOk(answer)
      ? answer
      : answerOf(client(path + search, { headers, fetch: async () => new TextResponse(await sent) }));
  }

  const sendWrite = (
    method: Method,
    path: string,
    { json, xml }: Request,
    headers: RequestHeaders,
    signal: AbortSignal,
    begin: () => void,
  ): Promise<TextAnswer> =>
    answerOf(
      client(path, {
        method,
        // The signal goes round the request: within it ky and Request would each follow it with a signal of their own.
        fetch: textFetch((sent) => exchange(sent, signal, begin)),
        headers: { ...headers, ...(xml !== undefined && { "content-type": "application/xml" }) },
        ...(json !== undefined && { json }),
        ...(xml !== undefined && { body: xml }),
      }),
    );

  /** Resolves when the request may be sent, with how to tell that it is over. */
  async function turn(
    { lane, rate }: { lane: Lane; rate: TokenBucket | undefined },
    deadline: number,
    signal: AbortSignal,
  ) {
    if (rate) {
      const reserved = await rate.reserve(deadline - now());
      if ("retryAfterMs" in reserved) throw rateLimited(reserved.retryAfterMs);
      if (reserved.waitMs > 0) {
        const either = AbortSignal.any([signal, leaving]);
        await setTimeout(reserved.waitMs, undefined, { signal: either }).catch((error) => {
          throw signal.aborted ? error : rateLimited(1000);
        });
      }
    }
    return lane.enter(deadline, signal);
  }

  async function send(
    method: Method,
    path: string,
    request: Request,
    {
      latest,
      deadline,
      limit,
      pause,
    }: { latest: number; deadline: number; limit: Limit; pause: (until: number) => void },
  ) {
    const { signal } = limit;
    const attempt = async (header: string) => {
      const endAttempt = limit.abortAfter(attemptTimeoutMs);
      const headers = { accept: "application/json", ...request.headers, authorization: header };
      // Of a read it does not matter: its failure is told, and repeated, the same.
      let begun = method === "get";
      const sent =
        method === "get"
          ? sendRead(path, request.query, headers, signal)
          : sendWrite(method, path, request, headers, signal, () => {
              begun = true;
            });
      const { headers: answered, text } = await sent
        .catch((error: unknown) => {
          if (error instanceof HTTPError && error.response.status === 429) {
            pause(now() + retryAfterSeconds(error, now) * 1000);
          }
          throw begun
            ? error
            : requestError(error, { api, write: false, now, maskSecrets, late: signal.aborted });
        })
        .finally(endAttempt);
      return { headers: answered, text: await text };
    };
    return authorized(authorization, { latest, signal, now }, (header) =>
      method === "get" ? repeated(() => attempt(header), { deadline, signal, now, random }) : attempt(header),
    );
  }

  async function call<T>(
    calls: UpstreamCalls,
    method: Method,
    path: string,
    request: Request,
    schema: z.ZodType<T>,
  ) {
    const write = method !== "get";
    const lane = write ? lanes.writes : lanes.reads;
    const rate = request.rate && rates[request.rate];
    const started = now();
    const deadline = started + deadlineMs;
    // A write that is sent too late for its answer has no known outcome; a read loses nothing.
    const latest = started + (write ? deadlineMs - attemptTimeoutMs : deadlineMs * READ_TURN);
    // A write goes on when its client leaves: it was asked for.
    const limit = limitedBy(deadlineMs, write ? undefined : calls.client);
    try {
      const leave = await turn({ lane, rate }, latest, limit.signal).catch((error) => {
        calls.notSent();
        throw notSent(error, limit.signal, calls);
      });
      calls.waited(now() - started);
      let answer: Awaited<ReturnType<typeof send>>;
      try {
        // What MFA refuses without a rate is the lock of one number after wrong codes, which is nobody else's.
        const pause = api === "mfa" && !rate ? () => undefined : (rate ?? lane).pause;
        answer = await send(method, path, request, { latest, deadline, limit, pause });
      } catch (error) {
        if (!write && calls.client?.aborted) throw clientGone(error);
        // What fetch says of a body that was cut off by the signal does not always name the signal.
        throw requestError(error, { api, write, now, maskSecrets, late: limit.signal.aborted });
      } finally {
        leave();
      }
      const body = parseJson(answer.text);
      const parsed = schema.safeParse(body);
      if (!parsed.success || (body === undefined && !isEmpty(answer.text))) {
        throw new UpstreamError(
          write ? "OUTCOME_UNKNOWN" : "UPSTREAM_INVALID_RESPONSE",
          `Bandwidth's ${api} API answered with a body that cannot be read`,
          { cause: parsed.error },
        );
      }
      return { body: parsed.data, header: (name: string) => answer.headers[name]?.toString() };
    } finally {
      limit.end();
    }
  }

  return (calls) => {
    const write = <T>(method: Method, path: string, request: Request, schema: z.ZodType<T>) =>
      calls.write(() => call(calls, method, path, request, schema));
    return {
      calls,
      get: (path, schema, options = {}) => calls.read(() => call(calls, "get", path, options, schema)),
      post: async (path, json, schema, rate) => (await write("post", path, { json, rate }, schema)).body,
      async put(path, json) {
        await write("put", path, { json }, NO_BODY);
      },
      async putXml(path, xml) {
        await write("put", path, { xml }, NO_BODY);
      },
      async delete(path) {
        await write("delete", path, {}, NO_BODY);
      },
    };
  };
}

/** Whether a body is none. What is neither that nor JSON, a proxy's page say, tells nothing of what became of a request. */
export const isEmpty = (body: string) => body.trim() === "";

const isOk = ({ status }: TextAnswer) => status >= 200 && status < 300;

async function answerOf(told: Promise<Response>): Promise<TextAnswer> {
  const response = await told;
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    text: response.text(),
  };
}

function clientGone(cause: unknown): UpstreamError {
  return new UpstreamError("CANCELLED", "The client went away before Bandwidth had answered", { cause });
}

/** Why a request never got its turn. */
function notSent(error: unknown, signal: AbortSignal, { client }: UpstreamCalls): unknown {
  if (error instanceof UpstreamError || !signal.aborted) return error;
  return client?.aborted ? clientGone(error) : rateLimited(1000);
}

/**
 * A path with its ids encoded. An id that a URL would read as a step up or as nothing, or that has no UTF-8, cannot be anyone's: it is
 * NOT_FOUND without asking.
 */
export function path(parts: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: parts }, ...ids.map(segment));
}

function segment(id: string): string {
  if (/^\.{0,2}$/.test(id) || !id.isWellFormed())
    throw new UpstreamError("NOT_FOUND", `There is no id "${id}"`);
  return encodeURIComponent(id);
}

function present(query: Query): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null ? [] : [[name, String(value)]],
    ),
  );
}
