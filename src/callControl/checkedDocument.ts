import type { Document } from "@xmldom/xmldom";
import { parseBxml } from "../bxml/check.ts";

/** A document that was found to be well-formed before. */
export function checkedDocument(xml: string): Document {
  const document = parseBxml(xml);
  if (typeof document === "string") throw new Error(`The document ${document}`);
  return document;
}
