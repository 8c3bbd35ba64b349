import { expect } from "vitest";
import { query } from "../support/client.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, type RunningGateway, voiceEvent } from "../support/stack.ts";
import type { Upstream } from "../support/upstream.ts";

/** The event as the gateway tells it. */
export type Asked = {
  id: string;
  instructions: {
    source: string;
    document: string | null;
    afterMs: number;
    answeredAt: string;
  } | null;
};

let placed = 0;

/** Places a call that the gateway controls. `callId` is new; `answer` is where Bandwidth asks, behind `/callbacks/`. */
export async function placeCall(
  { url }: RunningGateway,
  upstream: Upstream,
  input: Record<string, unknown>,
): Promise<{ callId: string; answer: string }> {
  placed += 1;
  const callId = `c-${placed}`;
  upstream.answer("POST /calls", { status: 201, body: { callId } });
  const before = upstream.requests("POST /calls").length;
  await query(url, "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }", {
    input: { to: FAR_NUMBER, from: OWN_NUMBER, ...input },
  });
  const { answerUrl } = Object(upstream.requests("POST /calls")[before]?.body);
  return { callId, answer: String(answerUrl).replace(/^.*\/callbacks\//, "") };
}

/** Delivers an event as Bandwidth does, to a path behind `/callbacks/` or a whole URL; the document that it gets. `signal` cuts the connection. */
export async function ask(
  gateway: RunningGateway,
  to: string,
  eventType: string,
  fields: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<{ status: number; text: string }> {
  const path = to.replace(`${gateway.url}/callbacks/`, "");
  const response = await deliver(gateway.url, path, voiceEvent(eventType, fields), {}, signal);
  return { status: response.status, text: await response.text() };
}

/** The value of an attribute in a document. */
export function attribute(xml: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(xml)?.[1];
  if (value === undefined) throw new Error(`${xml} has no ${name}`);
  return value.replaceAll("&amp;", "&");
}

/** What the log tells of the last event of a call. */
export async function lastEvent({ url }: RunningGateway, callId: string): Promise<Asked> {
  const data = await query(
    url,
    `query ($callId: ID) { events(filter: { callId: $callId }, first: 1000) { edges { node { ... on AskingEvent {
       id instructions { source document afterMs answeredAt } } } } } }`,
    { callId },
  );
  const { edges } = data["events"] as { edges: { node: Asked }[] };
  const last = edges.at(-1)?.node;
  if (!last) throw new Error(`The log has no event of ${callId}`);
  return last;
}

/** A document that says something, and the same as the gateway sends it. */
export const says = (text: string) => ({ xml: document(text) });
export const document = (text: string) => `<Response><SpeakSentence>${text}</SpeakSentence></Response>`;
export const HANG_UP = expect.stringMatching(/<Response\/>$/);
