import { DOMImplementation, type Document, type Element } from "@xmldom/xmldom";
import { serializeBxml } from "./check.ts";

/** What a client gave as `BxmlInput`, when it was checked. */
export type Bxml = { xml: string } | { verbs: readonly BxmlElement[] };

/** An element of BXML, from a typed verb or from SSML. */
export type BxmlElement = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  content: BxmlContent;
  /** Events whose URLs were left out and are the gateway's: the one of `gather` is the attribute `gatherUrl`. */
  eventsToGateway: readonly string[];
};
export type BxmlContent = readonly (string | BxmlElement)[];

/**
 * The document: XML as the client wrote it, or made of its verbs. `eventUrl` gives the gateway's URL for an event, such as `gather`
 * or `recordingAvailable`; its credentials are put in by `completeEventUrls`.
 */
export function documentOf(bxml: Bxml, eventUrl: (event: string) => string): string {
  if ("xml" in bxml) return bxml.xml;
  const document = new DOMImplementation().createDocument(null, "Response");
  const root = document.documentElement;
  if (root) for (const verb of bxml.verbs) root.appendChild(build(verb, document, eventUrl));
  return serializeBxml(document);
}

function build(
  { name, attributes, content, eventsToGateway }: BxmlElement,
  document: Document,
  eventUrl: (event: string) => string,
): Element {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
  for (const event of eventsToGateway) element.setAttribute(`${event}Url`, eventUrl(event));
  for (const child of content) {
    element.appendChild(
      typeof child === "string" ? document.createTextNode(child) : build(child, document, eventUrl),
    );
  }
  return element;
}

/** The elements with every password made unreadable. */
export const withoutPasswords = (elements: readonly BxmlElement[]): BxmlElement[] =>
  elements.map((element) => ({
    ...element,
    attributes: Object.fromEntries(
      Object.entries(element.attributes).map(([name, value]) => [
        name,
        /password$/i.test(name) ? "***" : value,
      ]),
    ),
    content: element.content.flatMap(
      (child): BxmlContent => (typeof child === "string" ? [child] : withoutPasswords([child])),
    ),
  }));
