import { setTimeout as realTime } from "node:timers/promises";
import { Agent, errors, request } from "undici";
import type { CallbackMethod, Credentials } from "./applications.ts";
import { type BoundedLog, createBoundedLog } from "./boundedLog.ts";
import type { CallbackFaults } from "./callbackFaults.ts";
import type { Clock } from "./clock.ts";
import { basic, toIsoTime } from "./values.ts";
import { xmlText } from "./xmlText.ts";

/** Bandwidth's limit for a BXML document; nothing longer is read from a receiver. */
const MAX_REPLY_BYTES = 64 * 1024;
const MAX_LOG_ENTRIES = 10_000;

const TIMED_OUT = "no answer before the timeout";
const DROPPED = "dropped, as a fault was ordered";

/** Where a callback goes. Credentials are shown only to a receiver that asks for them. */
export interface Destination {
  url: string;
  method: CallbackMethod;
  credentials?: Credentials | undefined;
}

/** What a callback tells: a JSON object for voice, an array of one object for messaging. */
interface CallbackEvent {
  eventType: string;
  body: object;
  headers?: Record<string, string>;
}

/** How one try went. `connection` means that no HTTP answer came because the connection failed. */
export type Outcome =
  | { kind: "answered"; status: number; ok: boolean; text: string; tooLong: boolean }
  | { kind: "connection" | "timeout"; error: string };

/** One HTTP request to a receiver, as `GET /_sandbox/callbacks` shows it. */
interface DeliveryRecord {
  time: string;
  eventType: string;
  method: CallbackMethod;
  url: string;
  /** 1 for the first try, 2 for the fallback URL or the first retry, and so on. */
  attempt: number;
  /** Whether this request carried the credentials, that is, whether it answered a challenge. */
  authenticated: boolean;
  status: number | null;
  error: string | null;
  durationMs: number;
  body: object;
}

export interface Callbacks {
  /** Sends an event once; answers a 401 challenge with the credentials. */
  attempt(
    event: CallbackEvent,
    destination: Destination,
    timeoutMs: number,
    attempt: number,
  ): Promise<Outcome>;
  /** The connections to receivers. */
  readonly agent: Agent;
  deliveries: Pick<BoundedLog<DeliveryRecord>, "entries">;
  /** Cuts off what is under way and forgets all deliveries. */
  reset(): void;
  close(): Promise<void>;
}

/** Makes the sender of all callbacks. Their timeouts run on real time: the receiver lives in it. */
export function createCallbacks({
  clock,
  faults,
}: {
  clock: Pick<Clock, "now" | "track" | "lifetime">;
  faults: Pick<CallbackFaults, "ofAttempt">;
}): Callbacks {
  const agent = new Agent();
  const deliveries = createBoundedLog<DeliveryRecord>(MAX_LOG_ENTRIES);
  const underWay = new Set<AbortController>();

  function reset() {
    for (const cut of underWay) cut.abort();
    deliveries.clear();
  }

  async function send(
    event: CallbackEvent,
    destination: Destination,
    timeoutMs: number,
    attempt: number,
    credentials?: Credentials,
  ) {
    const lifetime = clock.lifetime();
    const time = toIsoTime(clock.now());
    const started = performance.now();
    const cut = new AbortController();
    const timeout = setTimeout(() => cut.abort(new DOMException(TIMED_OUT, "TimeoutError")), timeoutMs);
    underWay.add(cut);
    const result = await exchange(agent, event, destination, credentials, cut.signal);
    clearTimeout(timeout);
    underWay.delete(cut);
    lifetime.throwIfAborted();
    log(event, destination, {
      time,
      attempt,
      authenticated: credentials !== undefined,
      status: result.outcome.kind === "answered" ? result.outcome.status : null,
      error: result.outcome.kind === "answered" ? null : result.outcome.error,
      durationMs: Math.round(performance.now() - started),
    });
    return result;
  }

  const log = (
    { eventType, body }: CallbackEvent,
    { method, url }: Destination,
    how: Omit<DeliveryRecord, "eventType" | "method" | "url" | "body">,
  ) => deliveries.add({ ...how, eventType, method, url: withoutCredentials(url), body });

  async function attemptOnce(
    event: CallbackEvent,
    destination: Destination,
    timeoutMs: number,
    attempt: number,
  ) {
    const first = await send(event, destination, timeoutMs, attempt);
    // Without WWW-Authenticate a 401 is final: Bandwidth sends the second request only when it is challenged.
    if (!first.challenged || destination.credentials === undefined) return first.outcome;
    const second = await send(event, destination, timeoutMs, attempt, destination.credentials);
    return second.outcome;
  }

  async function attemptWithFaults(
    event: CallbackEvent,
    destination: Destination,
    timeoutMs: number,
    attempt: number,
  ): Promise<Outcome> {
    const fault = faults.ofAttempt(event.eventType);
    if (fault?.delayMs !== undefined) {
      await realTime(fault.delayMs, undefined, { ref: false, signal: clock.lifetime() });
    }
    if (fault?.fault === "drop") {
      const time = toIsoTime(clock.now());
      log(event, destination, {
        time,
        attempt,
        authenticated: false,
        status: null,
        error: DROPPED,
        durationMs: 0,
      });
      return { kind: "timeout", error: DROPPED };
    }
    const outcome = await attemptOnce(event, destination, timeoutMs, attempt);
    if (fault?.fault === "duplicate") await attemptOnce(event, destination, timeoutMs, attempt);
    return outcome;
  }

  return {
    attempt: (...args) => clock.track(attemptWithFaults(...args)),
    agent,
    deliveries,
    reset,
    close: () => {
      reset();
      return agent.destroy();
    },
  };
}

async function exchange(
  agent: Agent,
  event: CallbackEvent,
  { url, method }: Destination,
  credentials: Credentials | undefined,
  signal: AbortSignal,
): Promise<{ outcome: Outcome; challenged: boolean }> {
  const headers: Record<string, string> = { accept: "application/xml, */*", ...event.headers };
  if (credentials !== undefined) headers["authorization"] = basic(credentials);
  try {
    const response =
      method === "GET"
        ? await request(withQuery(url, event.body), { dispatcher: agent, method, headers, signal })
        : await request(url, {
            dispatcher: agent,
            method,
            headers: { "content-type": "application/json", ...headers },
            body: JSON.stringify(event.body),
            signal,
          });
    const status = response.statusCode;
    const reply = await readLimited(response.body, String(response.headers["content-type"] ?? ""));
    return {
      outcome: { kind: "answered", status, ok: status >= 200 && status < 300, ...reply },
      challenged: status === 401 && response.headers["www-authenticate"] !== undefined,
    };
  } catch (error) {
    const timedOut =
      (error instanceof Error && error.name === "TimeoutError") ||
      error instanceof errors.ConnectTimeoutError;
    const message = error instanceof Error ? error.message || error.name : String(error);
    return { outcome: { kind: timedOut ? "timeout" : "connection", error: message }, challenged: false };
  }
}

async function readLimited(
  body: AsyncIterable<Buffer>,
  contentType: string,
): Promise<{ text: string; tooLong: boolean }> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > MAX_REPLY_BYTES) return { text: "", tooLong: true };
    chunks.push(chunk);
  }
  return { text: xmlText(Buffer.concat(chunks), contentType), tooLong: false };
}

/** The event as query parameters. How nested objects are flattened is not documented; here with dots. */
function withQuery(url: string, body: object): string {
  const target = new URL(url);
  const append = (value: unknown, name: string) => {
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) append(inner, name === "" ? key : `${name}.${key}`);
    } else if (value !== undefined && value !== null) {
      target.searchParams.append(name, String(value));
    }
  };
  append(body, "");
  return target.href;
}

function withoutCredentials(url: string): string {
  const target = new URL(url);
  target.username = "";
  target.password = "";
  return target.href;
}
