import type { Element } from "@xmldom/xmldom";
import { changeElements } from "./changeElements.ts";
import { eventsBeside, mayTellGateway } from "./verbs.ts";

/** Where the gateway receives callbacks, and how it wants them authenticated. */
export type CallbackTarget = { baseUrl: string; username: string; password: string };

/** Where the gateway receives an event of that name, such as `gather`. */
export const eventUrl = (target: CallbackTarget) => (event: string) =>
  `${target.baseUrl}/callbacks/voice/${event}`;

/**
 * The document with the gateway as the target of its events: the URLs of those that come beside the call, such as
 * `recordingAvailableUrl`, are filled in where they are left out, and the gateway's credentials are put on each verb whose event
 * URLs all lead to it. A verb with an event URL elsewhere is left alone: one pair of credentials serves all URLs of a verb, and
 * the gateway's must not go to another server. `documentUrl` is where Bandwidth got the document, to which its URLs are relative.
 */
export function completeEventUrls(xml: string, documentUrl: string, target: CallbackTarget): string {
  return changeElements(xml, (element) => complete(element, documentUrl, target));
}

/** The document with the relative URLs in its attributes made absolute, as seen from `documentUrl`. */
export function resolveUrls(xml: string, documentUrl: string): string {
  return changeElements(xml, (element) => {
    for (const { name, value } of [...element.attributes]) {
      if (!/Url$/.test(name) || AMBIGUOUS.test(value)) continue;
      if (!value || URL.canParse(value) || !URL.canParse(value, documentUrl)) continue;
      element.setAttribute(name, new URL(value, documentUrl).href);
    }
  });
}

function complete(element: Element, documentUrl: string, target: CallbackTarget) {
  if (element.hasAttribute("username") || !mayTellGateway(element.nodeName)) return;
  // An empty URL is none: it asks for nothing.
  const urls = [...element.attributes]
    .filter(({ name, value }) => /(?<!Fallback)Url$/.test(name) && value)
    .map(({ value }) => value);
  if (!urls.every((url) => leadsToGateway(url, documentUrl, target))) return;
  const told = eventsBeside(element.nodeName, {
    transcribe: element.getAttribute("transcribe") === "true",
  }).filter((event) => !element.hasAttribute(`${event}Url`));
  for (const event of told) element.setAttribute(`${event}Url`, eventUrl(target)(event));
  if (urls.length + told.length === 0) return;
  element.setAttribute("username", target.username);
  element.setAttribute("password", target.password);
}

/** Spellings that one URL parser takes as relative and another as the name of a host. */
const AMBIGUOUS = /[\s\\]|^[^/?#]*:(?!\/\/)/;

function leadsToGateway(url: string, documentUrl: string, target: CallbackTarget): boolean {
  return (
    !AMBIGUOUS.test(url) &&
    URL.canParse(url, documentUrl) &&
    new URL(url, documentUrl).href.startsWith(`${target.baseUrl}/callbacks/`)
  );
}
