import querystring from "node:querystring";
import type { Element } from "@xmldom/xmldom";
import { changeElements } from "../bxml/changeElements.ts";
import { mayTellGateway } from "../bxml/verbs.ts";
import type { Target } from "./instructions.ts";

/** Where an application wants an event of its document. */
export type Address = Omit<Target, "root" | "rule">;

/**
 * The document of an application as if Bandwidth had got it from `documentUrl` itself: relative URLs are made absolute. The event URLs of a
 * verb are replaced by those that `gatewayUrlFor` gives, asked by POST; the application's credentials, of the verb or in its URL, are taken out and go
 * into the target. If it gives none for one of them, the verb stays as it is, because all URLs of a verb share one pair of credentials.
 * Fallback URLs stay too: they are for the time when the gateway cannot be reached.
 */
export function throughGateway(
  xml: string,
  documentUrl: string,
  gatewayUrlFor: (address: Address) => string | undefined,
): string {
  return changeElements(xml, (element) => {
    for (const { name, value } of [...element.attributes]) {
      if (/Url$/.test(name) && value && URL.canParse(value, documentUrl))
        element.setAttribute(name, new URL(value, documentUrl).href);
    }
    const audio = element.nodeName === "PlayAudio" && element.textContent?.trim();
    if (audio && URL.canParse(audio, documentUrl)) element.textContent = new URL(audio, documentUrl).href;
    if (mayTellGateway(element.nodeName)) redirect(element, gatewayUrlFor);
  });
}

function redirect(element: Element, gatewayUrlFor: (address: Address) => string | undefined) {
  const attribute = (name: string) => element.getAttribute(name) ?? undefined;
  // An empty URL asks for nothing, and keeps no other URL of the verb from the gateway.
  const urls = [...element.attributes].filter(({ name, value }) => /(?<!Fallback)Url$/.test(name) && value);
  const replaced = urls.map(({ name, value }) => {
    const methodName = name.replace(/Url$/, "Method");
    const url = gatewayUrlFor({
      method: attribute(methodName) === "GET" ? "GET" : "POST",
      username: attribute("username"),
      password: attribute("password"),
      ...addressOf(value),
    });
    return { name, methodName, url };
  });
  if (replaced.length === 0 || replaced.some(({ url }) => url === undefined)) return;
  for (const { name, methodName, url = "" } of replaced) {
    element.setAttribute(name, url);
    element.removeAttribute(methodName);
  }
  element.removeAttribute("username");
  element.removeAttribute("password");
}

/** A URL, and the credentials in it, which it cannot be asked with: https://fetch.spec.whatwg.org/#dom-request */
function addressOf(value: string): { url: string; username?: string; password?: string } {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url?.username && !url?.password) return { url: value };
  const credentials = {
    username: querystring.unescape(url.username),
    password: querystring.unescape(url.password),
  };
  url.username = "";
  url.password = "";
  return { url: url.href, ...credentials };
}
