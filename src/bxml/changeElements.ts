import type { Element } from "@xmldom/xmldom";
import { parseBxml, serializeBxml } from "./check.ts";

/** A document that was found to be well-formed before, with each of its elements changed. */
export function changeElements(xml: string, change: (element: Element) => void): string {
  const document = parseBxml(xml);
  if (typeof document === "string") throw new Error(`The document ${document}`);
  // A copy: the live list is built anew after each change, which takes seconds for a full document.
  for (const element of [...document.getElementsByTagName("*")]) change(element);
  return serializeBxml(document);
}
