import { z } from "zod";
import { type Place, parseBxml } from "../bxml/parse.ts";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { type BxmlDocument, CallEnd, runsBxml } from "../voice/leg.ts";
import { answerSent, conflict, findCall, type Operation } from "./operation.ts";

const MAX_BXML_BYTES = 64 * 1024;

const path = z.object({ callId: z.string() });

/** The document that a request brings; a 400 if it is not one that could run. Its URLs must be absolute. */
export function bxmlOf(body: unknown, place: Place): BxmlDocument {
  if (typeof body !== "string" || body.trim() === "") {
    throw new ApiError(400, "validation", "Request body must be a BXML document");
  }
  if (Buffer.byteLength(body) > MAX_BXML_BYTES) {
    throw new ApiError(400, "validation", "The BXML document is larger than 64 KB");
  }
  const document = { text: body, url: "about:blank" };
  try {
    parseBxml(document.text, document.url, place);
  } catch (error) {
    // What the sandbox cannot perform yet is no mistake of the request: 501, as for operations.
    if (!(error instanceof CallEnd)) throw error;
    throw error.disconnectCause === "invalid-bxml"
      ? new ApiError(400, "validation", error.message)
      : new ApiError(501, "not-emulated", error.message);
  }
  return document;
}

/** PUT /accounts/{accountId}/calls/{callId}/bxml: the call goes on with the document in the body. */
export const updateCallBxml =
  ({ store, calls, webhooks }: Pick<Services, "store" | "calls" | "webhooks">): Operation =>
  (request, reply) => {
    const { callId } = parseVoice(path, request.params);
    const document = bxmlOf(request.body, "call");
    findCall(store, callId);
    const leg = calls.leg(callId);
    // As for updateCall, a call that nobody has answered yet runs no BXML, if it is outbound.
    if (leg === undefined || !runsBxml(leg)) throw conflict(callId);
    webhooks.hold(leg, answerSent(reply));
    calls.replaceBxml(leg, document);
    return reply.code(204).send();
  };
