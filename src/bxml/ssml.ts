import type { Element, Node } from "@xmldom/xmldom";
import { faultOfCharacters, faultOfSize, parseBxml, serializeBxml } from "./check.ts";
import type { BxmlContent, BxmlElement } from "./document.ts";

/** The tags that Bandwidth's voices know: https://dev.bandwidth.com/docs/voice/bxml/speakSentence */
const TAGS = new Set(["break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub"]);

/** SSML that means something is a few tags deep. The bound keeps the walk off the end of the stack. */
const MOST_LEVELS = 50;

/** The content that a text with SSML is, or why it is none, as the rest of a sentence. */
export function readSsml(ssml: string): BxmlContent | string {
  const tooLong = faultOfSize(ssml);
  if (tooLong) return tooLong;
  // A parser reads documents only. What closes this element itself leaves a second root, which is not well-formed.
  const document = parseBxml(`<SpeakSentence>${ssml}</SpeakSentence>`);
  if (typeof document === "string") return document;
  const wrongCharacter = faultOfCharacters(serializeBxml(document));
  if (wrongCharacter) return wrongCharacter;
  return contentOf([...(document.documentElement?.childNodes ?? [])], 0);
}

function contentOf(nodes: readonly Node[], level: number): BxmlContent | string {
  if (level > MOST_LEVELS) return `is nested deeper than ${MOST_LEVELS} levels`;
  const content: (string | BxmlElement)[] = [];
  for (const node of nodes) {
    if (node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE) {
      content.push(node.nodeValue ?? "");
    } else if (isElement(node)) {
      if (!TAGS.has(node.nodeName))
        return `has the tag ${node.nodeName}, which Bandwidth's voices do not know`;
      const inner = contentOf([...node.childNodes], level + 1);
      if (typeof inner === "string") return inner;
      const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
      content.push({ name: node.nodeName, attributes, content: inner, eventsToGateway: [] });
    } else if (node.nodeType !== node.COMMENT_NODE) return "has a processing instruction";
  }
  return content;
}

const isElement = (node: Node): node is Element => node.nodeType === node.ELEMENT_NODE;
