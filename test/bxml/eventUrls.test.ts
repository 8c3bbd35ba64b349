import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOfBxml } from "../../src/bxml/check.ts";
import { completeEventUrls } from "../../src/bxml/eventUrls.ts";
import { parseXml as parse, type Tree } from "../support/xml.ts";

const TARGET = { baseUrl: "https://gateway.example.com", username: "callbacks", password: "hush" };
const DOCUMENT_URL = `${TARGET.baseUrl}/callbacks/voice/answer/a1`;
const HERE = `${TARGET.baseUrl}/callbacks/voice`;
const CREDENTIALS = { username: "callbacks", password: "hush" };

/** The attributes of the first verb of the completed document. */
function completed(verb: string): Record<string, string> {
  const [first] = parse(completeEventUrls(`<Response>${verb}</Response>`, DOCUMENT_URL, TARGET)).content;
  if (first === undefined || typeof first === "string") throw new Error("There is no verb");
  return first.attributes;
}

describe("the events beside the call come to the gateway", () => {
  test.each([
    ["StartGather", "dtmf"],
    ["Conference", "conferenceEvent"],
    ["StartStream", "streamEvent"],
    ["StartTranscription", "transcriptionEvent"],
    ["Bridge", "bridgeTargetComplete"],
    ["PhoneNumber", "transferDisconnect"],
    ["SipUri", "transferDisconnect"],
  ])("%s gets a URL for %s, with credentials", (verb, event) => {
    expect(completed(`<${verb}/>`)).toEqual({ [`${event}Url`]: `${HERE}/${event}`, ...CREDENTIALS });
  });

  test("Record and StartRecording get a recordingAvailableUrl, with credentials", () => {
    const expected = { recordingAvailableUrl: `${HERE}/recordingAvailable`, ...CREDENTIALS };
    expect(completed("<Record/>")).toEqual(expected);
    expect(completed("<StartRecording/>")).toEqual(expected);
  });

  test("and a transcriptionAvailableUrl where a transcription is asked for", () => {
    expect(completed('<Record transcribe="true"/>')).toMatchObject({
      transcriptionAvailableUrl: `${HERE}/transcriptionAvailable`,
    });
    expect(completed('<Record transcribe="false"/>')).not.toHaveProperty("transcriptionAvailableUrl");
  });

  test("a URL of the client's own stays", () => {
    expect(completed('<Record recordingAvailableUrl="https://client.example.com/r"/>')).toEqual({
      recordingAvailableUrl: "https://client.example.com/r",
    });
    expect(completed(`<Record recordingAvailableUrl="${HERE}/mine"/>`)).toEqual({
      recordingAvailableUrl: `${HERE}/mine`,
      ...CREDENTIALS,
    });
  });
});

describe("the gateway's credentials go where every event URL of the verb leads to the gateway", () => {
  test.each([
    `<Gather gatherUrl="${HERE}/gather"/>`,
    '<Gather gatherUrl="/callbacks/voice/gather"/>',
    '<Gather gatherUrl="gather"/>',
    '<Gather gatherUrl="../voice/gather?step=2#x"/>',
    '<Gather gatherUrl="//gateway.example.com/callbacks/voice/gather"/>',
    '<Gather gatherUrl="https://GATEWAY.example.com:443/callbacks/voice/gather"/>',
    '<Redirect redirectUrl="next"/>',
    '<StartGather dtmfUrl="dtmf"/>',
    '<Conference conferenceEventUrl="conference">room</Conference>',
    '<StartTranscription transcriptionEventUrl="t" destination="wss://client.example.com"/>',
    '<Gather gatherUrl="gather" gatherFallbackUrl="https://client.example.com"/>',
  ])("%s", (verb) => {
    expect(completed(verb)).toMatchObject(CREDENTIALS);
  });

  test("and to a verb within another", () => {
    const xml = completeEventUrls(
      '<Response><Transfer transferCompleteUrl="https://client.example.com"><PhoneNumber transferAnswerUrl="a">+1</PhoneNumber></Transfer></Response>',
      DOCUMENT_URL,
      TARGET,
    );
    expect(xml).toContain(
      `<PhoneNumber transferAnswerUrl="a" transferDisconnectUrl="${HERE}/transferDisconnect" username="callbacks" password="hush">`,
    );
    expect(xml).toContain('<Transfer transferCompleteUrl="https://client.example.com">');
  });
});

describe("the gateway's credentials go nowhere else", () => {
  test.each([
    '<Gather gatherUrl="https://client.example.com/gather"/>',
    '<Gather gatherUrl="http://gateway.example.com/callbacks/voice/gather"/>',
    '<Gather gatherUrl="https://gateway.example.com:8443/callbacks/voice/gather"/>',
    '<Gather gatherUrl="https://gateway.example.com.evil.org/callbacks/voice/gather"/>',
    '<Gather gatherUrl="https://gateway.example.com@evil.org/callbacks/voice/gather"/>',
    '<Gather gatherUrl="https://evil.org/https://gateway.example.com/callbacks/voice/gather"/>',
    '<Gather gatherUrl="//evil.org/callbacks/voice/gather"/>',
    '<Gather gatherUrl="\\\\evil.org/callbacks/voice/gather"/>',
    '<Gather gatherUrl="/graphql"/>',
    '<Gather gatherUrl="/callbacks/../graphql"/>',
    '<Gather gatherUrl="/callbacks/%2e%2e/graphql"/>',
    // Without a slash after the scheme: to some a path, to others a host.
    '<Gather gatherUrl="https:evil.org/gather"/>',
    '<Gather gatherUrl="HTTPS:/evil.org/callbacks/gather"/>',
    '<Gather gatherUrl="ht&#9;tps:evil.org"/>',
    '<Gather gatherUrl="https://["/>',
    '<Gather gatherUrl="gather" otherUrl="https://client.example.com"/>',
    '<Record recordCompleteUrl="https://client.example.com"/>',
    `<Record recordCompleteUrl="${HERE}/r" recordingAvailableUrl="https://client.example.com"/>`,
    "<PlayAudio>https://client.example.com/a.wav</PlayAudio>",
    "<SpeakSentence>hi</SpeakSentence>",
    "<Gather/>",
    '<Gather gatherUrl=""/>',
    '<Record recordingAvailableUrl=""/>',
    `<Connect eventCallbackUrl="${HERE}/connect"/>`,
    "<Hangup/>",
  ])("%s", (verb) => {
    const before = parse(`<Response>${verb}</Response>`);
    expect(parse(completeEventUrls(`<Response>${verb}</Response>`, DOCUMENT_URL, TARGET))).toEqual(before);
  });

  test("a verb with credentials of the client's own is left alone", () => {
    expect(completed('<Gather gatherUrl="gather" username="mine"/>')).toEqual({
      gatherUrl: "gather",
      username: "mine",
    });
    expect(completed('<Record username=""/>')).toEqual({ username: "" });
  });
});

// Characters that XML allows, those that need escaping more often.
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("<", ">", "&", '"', "'", "\n", "\r", "\t", " ", "]]>", "é", "😀"),
    fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 1 }).filter((character) => character >= " "),
  ),
});
const url = fc.oneof(
  fc.constantFrom(
    "next",
    "/callbacks/voice/x",
    `${HERE}/x`,
    "https://client.example.com/x",
    "//client/x",
    "",
  ),
  text,
);
const { verb } = fc.letrec<{ verb: Tree }>((tie) => ({
  verb: fc.record({
    name: fc.constantFrom("Gather", "Record", "StartRecording", "SpeakSentence", "Transfer", "PhoneNumber"),
    attributes: fc.dictionary(
      fc.constantFrom(
        "gatherUrl",
        "recordingAvailableUrl",
        "gatherFallbackUrl",
        "username",
        "tag",
        "transcribe",
      ),
      url,
      { noNullPrototype: true },
    ),
    content: fc.array(fc.oneof({ maxDepth: 2 }, text, tie("verb")), { maxLength: 3 }),
  }),
}));

const escapeXml = (value: string) =>
  value.replace(/[<>&"\r\n\t]/g, (character) => `&#${character.codePointAt(0)};`);
const print = ({ name, attributes, content }: Tree): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join(
      "",
    )}>${content.map((child) => (typeof child === "string" ? escapeXml(child) : print(child))).join("")}</${name}>`;

test("whatever the document, its verbs, texts and own attributes stay as they are", () => {
  const added = new Set([
    "username",
    "password",
    "recordingAvailableUrl",
    "transcriptionAvailableUrl",
    "transferDisconnectUrl",
  ]);
  const sameButForAdded = (after: Tree, before: Tree) => {
    for (const [name, value] of Object.entries(after.attributes)) {
      if (name in before.attributes || !added.has(name)) expect(value).toBe(before.attributes[name]);
    }
    expect(Object.keys(after.attributes)).toEqual(expect.arrayContaining(Object.keys(before.attributes)));
    expect(after.name).toBe(before.name);
    expect(after.content).toHaveLength(before.content.length);
    after.content.forEach((child, index) => {
      const other = before.content[index];
      if (typeof child === "string" || typeof other === "string" || !other) expect(child).toBe(other);
      else sameButForAdded(child, other);
    });
  };
  fc.assert(
    fc.property(fc.array(verb, { maxLength: 4 }), (verbs) => {
      const xml = `<Response>${verbs.map(print).join("")}</Response>`;
      const output = completeEventUrls(xml, DOCUMENT_URL, TARGET);
      sameButForAdded(parse(output), parse(xml));
      // Doing it twice changes nothing more.
      expect(completeEventUrls(output, DOCUMENT_URL, TARGET)).toBe(output);
    }),
  );
});

test("a document that was taken can be completed", () => {
  expect(() => completeEventUrls("<Response>", DOCUMENT_URL, TARGET)).toThrow("is not well-formed XML");
  const deep = `<Response><SpeakSentence>${"<a>".repeat(9_000)}${"</a>".repeat(9_000)}</SpeakSentence></Response>`;
  expect(faultOfBxml(deep, "call")).toBeUndefined();
  expect(() => completeEventUrls(deep, DOCUMENT_URL, TARGET)).not.toThrow();
});

test("a document full of verbs is completed in a moment: callbacks wait for it", () => {
  const before = performance.now();
  completeEventUrls(`<Response>${"<Record/>".repeat(7_000)}</Response>`, DOCUMENT_URL, TARGET);
  // It takes a tenth of this; a walk over all verbs after each change would take three times as long.
  expect(performance.now() - before).toBeLessThan(1_200);
});
