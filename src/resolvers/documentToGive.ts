import { faultOfSize } from "../bxml/check.ts";
import { type Bxml, documentOf } from "../bxml/document.ts";
import { type CallbackTarget, completeEventUrls, eventUrl, resolveUrls } from "../bxml/eventUrls.ts";
import { completed } from "../callControl/completed.ts";
import { badInput } from "./badInput.ts";

// A document that is short enough as the client wrote it may be too long with what the gateway adds.

/** As long as the id of any control. */
const SOME_ID = "00000000-0000-0000-0000-000000000000";

/** The document to keep until Bandwidth asks for it; it sends its events to the gateway where it does not say otherwise. */
export function documentToKeep(bxml: Bxml, field: string, target: CallbackTarget): string {
  const document = documentOf(bxml, eventUrl(target));
  checkSize(completed(document, `answer/${SOME_ID}`, SOME_ID, target), field);
  return document;
}

/** BXML that Bandwidth is given rather than asks for: it has no URL of its own, so its relative ones are made whole here. */
export function documentToSend(bxml: Bxml, field: string, target: CallbackTarget): string {
  const documentUrl = `${target.baseUrl}/callbacks/voice/bxml`;
  const document = documentOf(bxml, eventUrl(target));
  const sent = completeEventUrls(resolveUrls(document, documentUrl), documentUrl, target);
  checkSize(sent, field);
  return sent;
}

function checkSize(document: string, field: string) {
  const tooLong = faultOfSize(document);
  if (tooLong) throw badInput(field, `${tooLong} with the URLs and credentials of the gateway`);
}
