import { DOMParser, type Document, ParseError, XMLSerializer } from "@xmldom/xmldom";

/** Bandwidth's limit of a BXML document: https://dev.bandwidth.com/docs/voice/bxml */
export const MAX_BXML_BYTES = 64 * 1024;

/** The verbs that Bandwidth documents at the top of a document. */
const VERBS = new Set([
  "Bridge",
  "Conference",
  "Connect",
  "Forward",
  "Gather",
  "Hangup",
  "Pause",
  "PauseRecording",
  "PlayAudio",
  "Record",
  "Redirect",
  "ResumeRecording",
  "Ring",
  "SendDtmf",
  "SpeakSentence",
  "StartGather",
  "StartRecording",
  "StartStream",
  "StartTranscription",
  "StopGather",
  "StopRecording",
  "StopStream",
  "StopTranscription",
  "Tag",
  "Transfer",
]);

/** What XML 1.0 (section 2.2) allows in no document, not even escaped; the parser lets it through. */
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Why a text is no BXML document that Bandwidth would run, as the rest of a sentence; `undefined` when it is one. */
export function faultOfBxml(xml: string): string | undefined {
  if (Buffer.byteLength(xml) > MAX_BXML_BYTES) return "is longer than 64 KB";
  const document = parseBxml(xml);
  if (typeof document === "string") return document;
  if (document.doctype) return "has a document type declaration, which BXML does not know";
  const root = document.documentElement;
  if (root?.nodeName !== "Response") return "has another root element than Response";
  for (const child of root.childNodes) {
    if (child.nodeType === child.ELEMENT_NODE && !VERBS.has(child.nodeName)) {
      return `has the element ${child.nodeName}, which is no BXML verb`;
    }
    const isText = child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE;
    if (isText && child.nodeValue?.trim()) return "has text between its verbs";
  }
  return NO_XML_CHARACTER.test(serializeBxml(document))
    ? "has a character that XML does not allow"
    : undefined;
}

/** The document, or why it cannot be parsed. */
export function parseBxml(xml: string): Document | string {
  let fault: string | undefined;
  // Warnings count: the parser goes on with a guess.
  const onError = (_level: string, message: string) => {
    fault ??= message;
    throw new ParseError(message);
  };
  try {
    return new DOMParser({ onError }).parseFromString(xml, "text/xml");
  } catch (error) {
    if (error instanceof ParseError) return `is not well-formed XML: ${fault ?? error.message}`;
    throw error;
  }
}

/** The document as text that parses to the same. */
export function serializeBxml(document: Document): string {
  // The serializer leaves a carriage return as it is, and a parser would make a line feed of it.
  return new XMLSerializer().serializeToString(document).replaceAll("\r", "&#13;");
}
