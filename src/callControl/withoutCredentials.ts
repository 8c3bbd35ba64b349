import { serializeBxml } from "../bxml/check.ts";
import { checkedDocument } from "./checkedDocument.ts";

const CREDENTIALS = /^(?:(?:fallback|destination)?(?:Username|Password)|username|password)$/;

/** The document without the names and passwords in it, to be shown. */
export function withoutCredentials(xml: string): string {
  const document = checkedDocument(xml);
  for (const element of [...document.getElementsByTagName("*")]) {
    for (const { name } of [...element.attributes])
      if (CREDENTIALS.test(name)) element.setAttribute(name, "[masked]");
  }
  return serializeBxml(document);
}
