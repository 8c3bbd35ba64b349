import { changeElements } from "../bxml/changeElements.ts";

const CREDENTIALS = /^(?:(?:fallback|destination)?(?:Username|Password)|username|password)$/;

/** The document without the names and passwords in it, to be shown. */
export function withoutCredentials(xml: string): string {
  return changeElements(xml, (element) => {
    for (const { name } of [...element.attributes])
      if (CREDENTIALS.test(name)) element.setAttribute(name, "[masked]");
  });
}
