import { expect, test } from "vitest";
import { faultOfBxml, MAX_BXML_BYTES } from "../../src/bxml/check.ts";

test.each([
  "<Response/>",
  "<Response></Response>",
  '<?xml version="1.0" encoding="UTF-8"?>\n<Response>\n  <Hangup/>\n</Response>\n',
  "<Response><!-- a comment --><SpeakSentence>Ça va &amp; é <break/> <![CDATA[<b>]]></SpeakSentence></Response>",
  '<Response><Gather gatherUrl="/a?b=1&amp;c=2"><PlayAudio>https://x/y.wav</PlayAudio></Gather></Response>',
  "<Response><Tag>\ufffd&#xFFFD;</Tag></Response>",
  "<Response><Transfer><PhoneNumber>+19195551234</PhoneNumber><SipUri>sip:a@b.c</SipUri></Transfer><Tag/></Response>",
])("a BXML document is taken: %s", (xml) => {
  expect(faultOfBxml(xml, "call")).toBeUndefined();
});

test("every verb that Bandwidth documents is taken", () => {
  const verbs =
    "Bridge Conference Connect Forward Gather Hangup Pause PauseRecording PlayAudio Record Redirect ResumeRecording Ring SendDtmf " +
    "SpeakSentence StartGather StartRecording StartStream StartTranscription StopGather StopRecording StopStream " +
    "StopTranscription Tag Transfer";
  for (const verb of verbs.split(" "))
    expect(faultOfBxml(`<Response><${verb}/></Response>`, "call")).toBeUndefined();
});

test.each([
  ["", "is not well-formed XML: missing root element"],
  ["Hello", "is not well-formed XML: missing root element"],
  ["<Response>", "is not well-formed XML: unclosed xml tag(s): Response"],
  ["<Response><Hangup></Response>", /^is not well-formed XML: /],
  ["<Response/><Response/>", /^is not well-formed XML: /],
  ["<Response/>and more", /^is not well-formed XML: /],
  ["<Response><Pause duration=1/></Response>", /^is not well-formed XML: /],
  ['<Response><Pause duration="1" duration="2"/></Response>', /^is not well-formed XML: /],
  ["<Response><SpeakSentence>&hello;</SpeakSentence></Response>", /^is not well-formed XML: /],
  ["<bxml/>", "has another root element than Response"],
  ["<response/>", "has another root element than Response"],
  ["<Response><Speak>hi</Speak></Response>", "has the element Speak, which is no BXML verb"],
  ["<Response><hangup/></Response>", "has the element hangup, which is no BXML verb"],
  ["<Response>hi<Hangup/></Response>", "has text between its verbs"],
  ["<Response><![CDATA[hi]]><Hangup/></Response>", "has text between its verbs"],
  ["<!DOCTYPE Response><Response/>", "has a document type declaration, which BXML does not know"],
  ["<Response><Tag>\u0001</Tag></Response>", "has a character that XML does not allow"],
  ["<Response><Tag>&#7;</Tag></Response>", "has a character that XML does not allow"],
  ['<Response><Redirect tag="&#0;"/></Response>', "has a character that XML does not allow"],
  ["<Response><Tag>\uD800</Tag></Response>", "has a character that XML does not allow"],
])("what Bandwidth would not run is refused: %j", (xml, fault) => {
  expect(faultOfBxml(xml, "call")).toEqual(typeof fault === "string" ? fault : expect.stringMatching(fault));
});

test.each(["Bridge", "Conference", "Forward", "Transfer"])(
  "before a transferred call is joined no document has %s",
  (verb) => {
    const xml = `<Response><SpeakSentence>hi</SpeakSentence><${verb}/></Response>`;
    const fault = `has the verb ${verb}, which may not run before a transferred call is joined`;
    expect(faultOfBxml(xml, "transferAnswer")).toBe(fault);
    expect(faultOfBxml(xml, "call")).toBeUndefined();
  },
);

test("a document may have 64 KB, counted in bytes of UTF-8", () => {
  const document = (text: string) => `<Response><SpeakSentence>${text}</SpeakSentence></Response>`;
  const room = MAX_BXML_BYTES - document("").length;
  expect(faultOfBxml(document("a".repeat(room)), "call")).toBeUndefined();
  expect(faultOfBxml(document("a".repeat(room + 1)), "call")).toBe("is longer than 64 KB");
  expect(faultOfBxml(document("é".repeat(room / 2 + 1)), "call")).toBe("is longer than 64 KB");
});

test("entities are never expanded: neither a bomb nor a file", () => {
  const bomb = `<!DOCTYPE r [<!ENTITY a "${"x".repeat(100)}"><!ENTITY b "${"&a;".repeat(100)}">]><Response><Tag>&b;</Tag></Response>`;
  const file = `<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]><Response><Tag>&a;</Tag></Response>`;
  for (const xml of [bomb, file])
    expect(faultOfBxml(xml, "call")).toMatch(/^is not well-formed XML: |^has a document type/);
});

test("elements nested as deep as 64 KB allow are no trouble", () => {
  const xml = `<Response><SpeakSentence>${"<a>".repeat(9_000)}${"</a>".repeat(9_000)}</SpeakSentence></Response>`;
  expect(faultOfBxml(xml, "call")).toBeUndefined();
});
