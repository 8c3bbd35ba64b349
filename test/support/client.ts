import { type Client, createClient } from "graphql-ws";
import WebSocket from "ws";
import { z } from "zod";

export const Result = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .optional(),
  extensions: z.record(z.string(), z.unknown()).optional(),
});
export type Result = z.infer<typeof Result>;

/** A key that the tests' gateways know. */
export const API_KEY = "test-key-1";

const headers = (key: string) => ({ "content-type": "application/json", authorization: `Bearer ${key}` });

/** Sends one operation over HTTP. */
export async function post(
  url: string,
  query: string,
  variables?: Record<string, unknown>,
  { signal, ...more }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Result & { status: number }> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { ...headers(API_KEY), ...more.headers },
    body: JSON.stringify({ query, variables }),
    ...(signal && { signal }),
  });
  return { status: response.status, ...Result.parse(await response.json()) };
}

/** The data of one operation; throws when it has errors. */
export async function query(
  url: string,
  document: string,
  variables?: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const { data, errors } = await post(url, document, variables);
  if (errors || !data) throw new Error(`The operation failed: ${JSON.stringify(errors)}`);
  return data;
}

/** A subscription as its reader sees it: one root field's value at a time, `undefined` at its end. */
export type Reader = { next(): Promise<unknown>; close(): Promise<void> };

const onlyField = (data: unknown) => Object.values(z.record(z.string(), z.unknown()).parse(data))[0];

/** Subscribes over SSE. Resolves once the gateway has accepted: what happens from then on is delivered. */
export async function subscribeSse(
  url: string,
  document: string,
  variables?: Record<string, unknown>,
): Promise<Reader> {
  const stop = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { ...headers(API_KEY), accept: "text/event-stream" },
    body: JSON.stringify({ query: document, variables }),
    signal: stop.signal,
  });
  if (!response.body || response.status !== 200)
    throw new Error(`SSE was answered ${response.status}: ${await response.text()}`);
  // Locked at once: a body that nobody reads yet is cancelled when its response is collected as garbage.
  const values = sseValues(response.body.pipeThrough(new TextDecoderStream()));
  return {
    next: async () => (await values.next()).value,
    close: async () => stop.abort(),
  };
}

async function* sseValues(body: ReadableStream<string>): AsyncGenerator<unknown, void, undefined> {
  let text = "";
  for await (const chunk of body) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      if (block === ":") continue;
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (!data) return;
      const { data: value, errors } = Result.parse(JSON.parse(data));
      if (errors) throw new Error(JSON.stringify(errors));
      yield onlyField(value);
    }
  }
}

/** A graphql-ws client of the gateway; it does not try again by itself. */
export function webSocketClient(url: string, key = API_KEY): Client {
  return createClient({
    url: `${url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${key}` },
    retryAttempts: 0,
    lazy: true,
  });
}

/**
 * Subscribes over WebSocket. Resolves once the subscription stands: what happens from then on is delivered. It is read at once, whether
 * `next` is called or not, except between `pause` and `resume`.
 */
export async function subscribeWebSocket(
  url: string,
  document: string,
  variables?: Record<string, unknown>,
): Promise<Reader & { pause(): void; resume(): void }> {
  const client = webSocketClient(url);
  let socket: WebSocket | undefined;
  client.on("opened", (opened) => {
    if (opened instanceof WebSocket) socket = opened;
  });
  const values = client.iterate({ query: document, variables: variables ?? null });
  // The protocol does not acknowledge a subscription; a query behind it on the same connection is answered after it was taken.
  for await (const _ of client.iterate({ query: "{ __typename }" }));
  return {
    next: async () => {
      const { value, done } = await values.next();
      if (done) return undefined;
      const { data, errors } = Result.parse(value);
      if (errors) throw new Error(JSON.stringify(errors));
      return onlyField(data);
    },
    close: async () => {
      await values.return?.();
      await client.dispose();
    },
    pause: () => socket?.pause(),
    resume: () => socket?.resume(),
  };
}
