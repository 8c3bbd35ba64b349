import { z } from "zod";
import { faultOfBxml, faultOfSize } from "../bxml/check.ts";
import { type Bxml, type BxmlElement, documentOf } from "../bxml/document.ts";
import { faultOfPlace, type Place, verbNamed } from "../bxml/verbs.ts";
import type * as Graph from "../generated/resolvers.ts";
import { BxmlVerbInput, namesItsUrls } from "./BxmlVerbInput.ts";
import { fault, optional } from "./inputPieces.ts";

/** Memory and time that one input may cost; 64 KB hold more only of the shortest verbs. */
const MOST_VERBS = 1000;

/** Verbs as a client lists them. */
export const Verbs = z.array(BxmlVerbInput).max(MOST_VERBS, `must be at most ${MOST_VERBS} verbs`);

/** Verbs that make a document which Bandwidth would run there. */
export const verbsFor = (place: Place) =>
  Verbs.transform((verbs, check) => documentVerbs(verbs, place, check));

/**
 * The verbs of a whole document, checked for where it is to run; the last one asks the gateway how to go on. `pathOf`: where the client
 * wrote each.
 */
export function documentVerbs(
  verbs: readonly BxmlElement[],
  place: Place,
  check: z.RefinementCtx,
  pathOf = (index: number): PropertyKey[] => [index],
): BxmlElement[] {
  verbs.forEach((verb, index) => {
    const refuse = (message: string) =>
      check.addIssue({ code: "custom", path: [...pathOf(index), fieldOf(verb)], message });
    const misplaced = faultOf(verb, place);
    if (misplaced) refuse(misplaced);
    const before = verbs[index - 1];
    if (before && endsDocument(before)) refuse(`never runs: ${fieldOf(before)} before it ends the document`);
  });
  const tooLong = faultOfSize(documentOf({ verbs }, (event) => event));
  if (tooLong) check.addIssue({ code: "custom", message: tooLong });
  return verbs.map((verb, index) => (index === verbs.length - 1 ? asking(verb) : verb));
}

/** `BxmlInput`, checked for where it is to run. */
export const bxmlFor = (place: Place) =>
  z
    .object({
      xml: optional(z.string()),
      verbs: optional(verbsFor(place)),
    } satisfies Record<keyof Graph.BxmlInput, z.ZodType>)
    .transform(({ xml, verbs }, check): Bxml => {
      if (verbs) return { verbs };
      if (xml === undefined) {
        check.addIssue({ code: "custom", message: "must have verbs or xml" });
        return z.NEVER;
      }
      const wrong = faultOfBxml(xml, place);
      if (wrong) fault(check, "xml", wrong);
      return { xml };
    });

/** The field of `BxmlVerbInput` that a verb is: `speakSentence` for `SpeakSentence`. */
const fieldOf = ({ name }: BxmlElement) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

function faultOf({ name }: BxmlElement, place: Place): string | undefined {
  const verb = verbNamed(name);
  return verb && faultOfPlace(verb, place);
}

/** Whether a verb behind it would never run. */
function endsDocument(element: BxmlElement): boolean {
  const { ends = false, asks } = verbNamed(element.name) ?? {};
  return ends || (asks !== undefined && `${asks}Url` in element.attributes);
}

/** The last verb of a document: the gateway is asked how to go on, unless the verb says whom to ask. */
function asking(element: BxmlElement): BxmlElement {
  const asks = verbNamed(element.name)?.asks;
  return asks === undefined || namesItsUrls(element.attributes)
    ? element
    : { ...element, eventsToGateway: [...element.eventsToGateway, asks] };
}
