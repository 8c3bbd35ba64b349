import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ApiError } from "../errors.ts";
import type { Store } from "../store.ts";
import type { Call } from "../voice/call.ts";

/** Serves one operation; what it returns is the answer's body. */
export type Operation = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** An operation under Bandwidth's own name for it, and the kind of body that it takes: JSON unless it says otherwise. */
export interface Endpoint {
  operationId: string;
  serve: Operation;
  body: "json" | "xml" | "form" | "stream";
}

/** Names an operation. */
export const endpoint = (
  operationId: string,
  serve: Operation,
  body: Endpoint["body"] = "json",
): Endpoint => ({ operationId, serve, body });

/** Resolves once the answer has gone out, or its client has gone away: callbacks may follow then. */
export const answerSent = (reply: Pick<FastifyReply, "raw">) =>
  new Promise<void>((resolve) => {
    reply.raw.once("close", resolve);
  });

/** The call of that id, or a 404. */
export function findCall(store: Pick<Store, "call">, callId: string): Call {
  const call = store.call(callId);
  if (call === undefined) throw new ApiError(404, "validation", `Call [${callId}] not found`);
  return call;
}

/** A call that is in no state for what is asked of it. */
export const conflict = (callId: string) =>
  new ApiError(409, "validation", `Call [${callId}] cannot be modified in its current state`);

/** A page token of a voice listing: the sequence number of the last entry of the page before. */
export const pageToken = z
  .string()
  .regex(/^\d{1,15}$/, "is not a page token of this sandbox")
  .transform(Number)
  .default(0);

/** How many entries a voice listing gives at once. */
export function pageSize(maximum: number) {
  const error = `must be a whole number between 1 and ${maximum}`;
  return z
    .string()
    .regex(/^\d{1,5}$/, error)
    .transform(Number)
    .refine((size) => size >= 1 && size <= maximum, error)
    .default(1000);
}

/** The URL of the page after this one. */
export function nextPage(listUrl: string, requestUrl: string, page: readonly { sequence: number }[]): string {
  const next = new URL(listUrl);
  next.search = new URL(requestUrl, listUrl).search;
  next.searchParams.set("pageToken", String(page.at(-1)?.sequence));
  return next.href;
}
