import { changeElements } from "../bxml/changeElements.ts";
import { AskingType } from "./askingEvents.ts";

/** What event URLs of the gateway's are named by whose events ask. `conferenceEvent` is for all of a conference. */
const ASKING: ReadonlySet<string> = new Set([...AskingType.options, "conferenceEvent"]);

/** The document with `/{id}` behind each event URL of the gateway's that names an event that asks: it finds the call's instructions. */
export function withControlId(xml: string, documentUrl: string, callbackUrl: string, id: string): string {
  return changeElements(xml, (element) => {
    for (const { name, value } of [...element.attributes]) {
      // An empty URL is none: it asks for nothing.
      if (!/Url$/.test(name) || !value || !URL.canParse(value, documentUrl)) continue;
      const { href } = new URL(value, documentUrl);
      if (href.startsWith(`${callbackUrl}/`) && ASKING.has(href.slice(callbackUrl.length + 1)))
        element.setAttribute(name, `${href}/${id}`);
    }
  });
}
