import { DOMParser, type Element } from "@xmldom/xmldom";
import { CallEnd } from "../voice/leg.ts";
import { InvalidBxml, refuseText } from "./element.ts";
import type { Verb } from "./verb.ts";
import { VERBS } from "./verbs.ts";

/**
 * Where a document runs: in a call, in one that a Transfer made and has not joined yet, or for a whole conference. Each
 * takes fewer verbs than the one before.
 */
export type Place = "call" | "transferAnswer" | "conference";

/**
 * Reads a BXML document and checks all of it before any of it runs.
 * Throws a CallEnd: `invalid-bxml`, or `application-error` for what the sandbox does not emulate yet.
 */
export function parseBxml(text: string, documentUrl: string, place: Place): Verb[] {
  try {
    return parseRoot(text).map((element) => readVerb(element, documentUrl, place));
  } catch (error) {
    if (error instanceof InvalidBxml) throw new CallEnd("invalid-bxml", error.message);
    throw error;
  }
}

function readVerb(element: Element, documentUrl: string, place: Place): Verb {
  const { tagName } = element;
  const reader = VERBS.get(tagName);
  if (reader === undefined) throw new InvalidBxml(`<${tagName}> is not a BXML verb`);
  const verb = reader.read(element, documentUrl);
  if (place === "conference" && verb.inConference === undefined) {
    throw new InvalidBxml(`<${tagName}> is not allowed in a conference`);
  }
  if (place === "transferAnswer" && verb.isRefusedOnTransferAnswer) {
    throw new InvalidBxml(`<${tagName}> is not allowed in a reply to transferAnswer`);
  }
  return verb;
}

function parseRoot(text: string): Element[] {
  const root = parseXml(text).documentElement;
  if (root === null || !["Response", "Bxml"].includes(root.tagName)) {
    throw new InvalidBxml("The root element of a BXML document must be <Response>");
  }
  refuseText(root, "verbs");
  return [...root.children];
}

function parseXml(text: string) {
  let mistake: string | undefined;
  try {
    return new DOMParser({
      onError: (_level, message) => {
        // A warning of U+FFFD, which XML allows.
        if (message.startsWith("Unicode replacement character detected")) return;
        mistake ??= message;
        throw new Error(message);
      },
    }).parseFromString(text.trim(), "text/xml");
  } catch (error) {
    // What the parser throws has its own words around the mistake.
    throw new InvalidBxml(`The reply is not well-formed XML: ${mistake ?? error}`);
  }
}
