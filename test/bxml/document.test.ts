import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOfBxml } from "../../src/bxml/check.ts";
import { type BxmlElement, documentOf } from "../../src/bxml/document.ts";
import { readSsml } from "../../src/bxml/ssml.ts";
import { VERBS } from "../../src/bxml/verbs.ts";
import { verbsFor } from "../../src/resolvers/BxmlInput.ts";
import { parseXml, type Tree } from "../support/xml.ts";

// Characters that XML allows, those that need escaping more often.
const text = fc.string({
  minLength: 1,
  unit: fc.oneof(
    fc.constantFrom("<", ">", "&", '"', "'", "\n", "\r", "\t", " ", "]]>", "é", "😀", "\u0085", "\u2028"),
    fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 }).filter((character) => character >= " "),
  ),
});
const noUrl = () => "";

/** What a parser should see of an element. */
function treeOf({ name, attributes, content, eventsToGateway }: BxmlElement): Tree {
  const merged: (Tree | string)[] = [];
  for (const child of content) {
    if (typeof child !== "string") merged.push(treeOf(child));
    else if (typeof merged.at(-1) === "string") merged.push(String(merged.pop()) + child);
    else merged.push(child);
  }
  const urls = Object.fromEntries(
    eventsToGateway.map((event) => [`${event}Url`, `https://here/${event}?<&"`]),
  );
  return { name, attributes: { ...attributes, ...urls }, content: merged };
}

const { element } = fc.letrec<{ element: BxmlElement }>((tie) => ({
  element: fc.record({
    name: fc.constantFrom(...Object.keys(VERBS)),
    attributes: fc.dictionary(fc.constantFrom("tag", "name", "xml:lang", "username"), text, {
      noNullPrototype: true,
    }),
    content: fc.array(fc.oneof({ maxDepth: 3 }, text, tie("element")), { maxLength: 3 }),
    eventsToGateway: fc.uniqueArray(fc.constantFrom("gather", "redirect")),
  }),
}));

test("whatever the texts, the document parses to the same elements", () => {
  fc.assert(
    fc.property(fc.array(element, { maxLength: 4 }), (verbs) => {
      const xml = documentOf({ verbs }, (event) => `https://here/${event}?<&"`);
      expect(parseXml(xml)).toEqual({ name: "Response", attributes: {}, content: verbs.map(treeOf) });
      expect(faultOfBxml(xml, "call")).toBeUndefined();
    }),
  );
});

test("whatever a client says, a typed verb holds it and nothing more", () => {
  const words = text.filter((said) => said.trim() !== "");
  fc.assert(
    fc.property(words, words, text, (said, tag, prompt) => {
      const verbs = verbsFor("call").parse([
        { speakSentence: { text: said } },
        { tag: { value: tag } },
        { gather: { tag, prompts: [{ speakSentence: { text: `a${prompt}` } }] } },
      ]);
      expect(parseXml(documentOf({ verbs }, noUrl)).content).toEqual([
        { name: "SpeakSentence", attributes: {}, content: [said] },
        { name: "Tag", attributes: {}, content: [tag] },
        {
          name: "Gather",
          attributes: { tag, gatherUrl: "" },
          content: [{ name: "SpeakSentence", attributes: {}, content: [`a${prompt}`] }],
        },
      ]);
    }),
  );
});

const { ssml } = fc.letrec<{ ssml: BxmlElement }>((tie) => ({
  ssml: fc.record({
    name: fc.constantFrom("p", "s", "say-as", "break", "sub"),
    attributes: fc.dictionary(fc.constantFrom("alias", "interpret-as", "xml:lang"), text, {
      noNullPrototype: true,
    }),
    content: fc.array(fc.oneof({ maxDepth: 3 }, text, tie("ssml")), { maxLength: 3 }),
    eventsToGateway: fc.constant([]),
  }),
}));

test("whatever the SSML, what is built of it parses to the same", () => {
  fc.assert(
    fc.property(fc.array(ssml, { minLength: 1, maxLength: 3 }), (sentence) => {
      const written = documentOf({ verbs: sentence }, noUrl).replace(/^<Response>|<\/Response>$/g, "");
      const content = readSsml(written);
      if (typeof content === "string") throw new Error(content);
      const speech = { name: "SpeakSentence", attributes: {}, content, eventsToGateway: [] };
      expect(parseXml(documentOf({ verbs: [speech] }, noUrl)).content).toEqual([
        { name: "SpeakSentence", attributes: {}, content: sentence.map(treeOf) },
      ]);
    }),
  );
});

test("whatever the text, SSML adds nothing to its sentence but its own tags", () => {
  const pieces = fc.constantFrom(
    "</SpeakSentence>",
    "<SpeakSentence>",
    "<Hangup/>",
    "<!--",
    "-->",
    "<p>",
    "</p>",
    "<![CDATA[",
    "]]>",
    "x",
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
      const content = readSsml(parts.join(""));
      if (typeof content === "string") return;
      const names = (of: typeof content): string[] =>
        of.flatMap((child) => (typeof child === "string" ? [] : [child.name, ...names(child.content)]));
      expect(names(content).filter((name) => name !== "p")).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
