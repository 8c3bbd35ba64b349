import { DOMParser, type Document, ParseError, XMLSerializer } from "@xmldom/xmldom";
import { faultOfPlace, type Place, verbNamed } from "./verbs.ts";

/** Bandwidth's limit of a BXML document: https://dev.bandwidth.com/docs/voice/bxml */
export const MAX_BXML_BYTES = 64 * 1024;

/** What XML 1.0 (section 2.2) allows in no document, not even escaped; the parser lets it through. */
const NO_XML_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Why a text is too long for a document; `undefined` when it is not. */
export const faultOfSize = (xml: string): string | undefined =>
  Buffer.byteLength(xml) > MAX_BXML_BYTES ? "is longer than 64 KB" : undefined;

/** Why a text cannot be in any XML document; `undefined` when it can. */
export const faultOfCharacters = (text: string): string | undefined =>
  NO_XML_CHARACTER.test(text) ? "has a character that XML does not allow" : undefined;

/** Why a text is no BXML document that Bandwidth would run there, as the rest of a sentence; `undefined` when it is one. */
export function faultOfBxml(xml: string, place: Place): string | undefined {
  const tooLong = faultOfSize(xml);
  if (tooLong) return tooLong;
  const document = parseBxml(xml);
  if (typeof document === "string") return document;
  if (document.doctype) return "has a document type declaration, which BXML does not know";
  const root = document.documentElement;
  if (root?.nodeName !== "Response") return "has another root element than Response";
  for (const child of root.childNodes) {
    if (child.nodeType === child.ELEMENT_NODE) {
      const verb = verbNamed(child.nodeName);
      if (!verb) return `has the element ${child.nodeName}, which is no BXML verb`;
      const misplaced = faultOfPlace(verb, place);
      if (misplaced) return `has the verb ${child.nodeName}, which ${misplaced}`;
    }
    const isText = child.nodeType === child.TEXT_NODE || child.nodeType === child.CDATA_SECTION_NODE;
    if (isText && child.nodeValue?.trim()) return "has text between its verbs";
  }
  return faultOfCharacters(serializeBxml(document));
}

/** The document, or why it cannot be parsed. */
export function parseBxml(xml: string): Document | string {
  let fault: string | undefined;
  // Warnings count: the parser goes on with a guess. But not that of U+FFFD, which XML allows.
  const onError = (_level: string, message: string) => {
    if (message.startsWith("Unicode replacement character detected")) return;
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

/** What some parsers take for the end of a line, and make a line feed of, where it is not escaped: XML 1.1 (section 2.11). */
const LINE_END = /[\r\u0085\u2028]/g;

/** Documents travel as UTF-8, which an XML declaration need not say; another encoding in it would have them misread. */
const DECLARED_ENCODING = /^(<\?xml\s[^?]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/;

/** The document as text that parses to the same. The serializer leaves ends of lines as they are. */
export function serializeBxml(document: Document): string {
  const xml = new XMLSerializer().serializeToString(document);
  return xml
    .replace(DECLARED_ENCODING, "$1")
    .replace(LINE_END, (character) => `&#${character.codePointAt(0)};`);
}
