import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Bxml } from "bandwidth-sdk";
import { expect } from "vitest";
import { z } from "zod";
import { ACCOUNT_ID, MESSAGING_APPLICATION_ID, OWN_NUMBER, VOICE_APPLICATION_ID } from "../account.ts";
import { readConfig } from "../config.ts";
import { createSandbox } from "../server.ts";
import { faultsOfCallback, watched } from "./contract.ts";

/** The JSON of a callback, as far as tests name its fields: an object of voice, or an array of one event of messaging. */
interface Body {
  eventType?: string;
  callId?: string;
  tag?: string;
  digit?: string;
  digits?: string;
  parentCallId?: string;
  machineDetectionResult?: object;
  transcription?: { status: string };
  0?: { type: string; to: string; message: { to: string[] } };
}

/** Verbs of the vendor's BXML classes. */
export type Verbs = ConstructorParameters<typeof Bxml.Response>[0];

/** What a receiver got. */
export interface Received {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization: string | undefined;
  contentType: string | undefined;
  userAgent: string | undefined;
  body: Body;
}

export type Reaction = (received: Received, response: ServerResponse) => void;

/** Answers with a BXML document. */
export const bxml =
  (verbs: string): Reaction =>
  (_, response) => {
    response
      .writeHead(200, { "content-type": "application/xml; charset=utf-8" })
      .end(`<Response>${verbs}</Response>`);
  };

/** Answers with a status and no body. */
export const status =
  (code: number, headers: Record<string, string> = {}): Reaction =>
  (_, response) => {
    response.writeHead(code, headers).end();
  };

/** A callback receiver; paths without a reaction of their own answer 204. */
async function createReceiver() {
  const received: Received[] = [];
  const reactions = new Map<string, Reaction>();
  const server = createServer((request, response) => {
    void read(request).then((got) => {
      received.push(got);
      (reactions.get(got.path) ?? status(204))(got, response);
    });
  });
  const url = await listen(server);
  return {
    url,
    received,
    /** The event types, in order of arrival. */
    types: () => received.map(({ body }) => body?.eventType ?? body?.[0]?.type),
    /** The events of these types, in order of arrival. */
    events: (...types: string[]) =>
      received.map(({ body }) => body).filter(({ eventType }) => types.includes(eventType ?? "")),
    on: (path: string, reaction: Reaction) => reactions.set(path, reaction),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the receiver has no port");
  return `http://127.0.0.1:${address.port}`;
}

async function read(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://receiver");
  return {
    method: request.method ?? "",
    path: pathname,
    query: Object.fromEntries(searchParams),
    authorization: request.headers.authorization,
    contentType: request.headers["content-type"],
    userAgent: request.headers["user-agent"],
    body: text === "" ? undefined : JSON.parse(text),
  };
}

const AUTHORIZATION = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;

/** A sandbox with a clock driven by hand, and a receiver for its callbacks. All that it sends is held against Bandwidth's contract. */
export async function createWorld(environment: Record<string, string> = {}) {
  const receiver = await createReceiver();
  const config = readConfig({
    SANDBOX_PORT: "0",
    SANDBOX_HOST: "127.0.0.1",
    SANDBOX_CLOCK: "manual",
    LOG_LEVEL: "fatal",
    BASE_CALLBACK_URL: receiver.url,
    ...environment,
  });
  const { sandbox, check } = watched(() => createSandbox(config), { requests: false });
  const url = await sandbox.start();

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        ...(path.startsWith("/api/") && { authorization: AUTHORIZATION }),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  }

  const calls = `/api/v2/accounts/${ACCOUNT_ID}/calls`;
  const messages = `/api/v2/users/${ACCOUNT_ID}/messages`;
  const orderCall = (fields: Record<string, unknown> = {}) =>
    send("POST", calls, {
      to: "+19195551234",
      from: OWN_NUMBER,
      applicationId: VOICE_APPLICATION_ID,
      answerUrl: `${receiver.url}/answer`,
      disconnectUrl: `${receiver.url}/disconnect`,
      ...fields,
    });
  const orderMessage = (fields: Record<string, unknown> = {}) =>
    send("POST", messages, {
      to: ["+15554443333"],
      from: OWN_NUMBER,
      applicationId: MESSAGING_APPLICATION_ID,
      text: "Hello world",
      ...fields,
    });

  const advance = (seconds: number) => send("POST", "/_sandbox/clock", { advance: seconds });

  /** Dials a number that answers at once, which is given these verbs of the vendor's own BXML classes, or this BXML. */
  async function perform(verbs: Verbs | string, fields: Record<string, unknown> = {}) {
    const document =
      typeof verbs === "string" ? `<Response>${verbs}</Response>` : new Bxml.Response(verbs).toBxml();
    receiver.on("/answer", (_, response) => response.end(document));
    // The queue lets few calls go per second.
    await advance(1);
    const { body } = await orderCall({ to: "+19195550100", ...fields });
    await advance(0);
    return z.object({ callId: z.string() }).parse(body).callId;
  }

  return {
    url,
    receiver,
    send,
    perform,
    /** Lets the far party of a call do something: `answer`, `hangup`, `digits`, `speak`. */
    act: (callId: string, action: string, body?: object) =>
      send("POST", `/_sandbox/calls/${callId}/${action}`, body),
    paths: { calls, messages, recordings: `/api/v2/accounts/${ACCOUNT_ID}/recordings` },
    orderCall,
    orderMessage,
    /** Orders a call and returns its id. */
    dial: async (fields: Record<string, unknown> = {}) => {
      const { body } = await orderCall(fields);
      return z.object({ callId: z.string() }).parse(body).callId;
    },
    /** Lets sandbox time pass, with everything in it done when this resolves. */
    advance,
    call: async (callId: string) => (await send("GET", `${calls}/${callId}`)).body,
    deliveries: async () => (await send("GET", "/_sandbox/callbacks")).body,
    stop: async () => {
      await sandbox.stop();
      await receiver.close();
      check();
      expect(receiver.received.flatMap(({ body }) => (body ? faultsOfCallback(body) : []))).toEqual([]);
    },
  };
}

export type World = Awaited<ReturnType<typeof createWorld>>;
