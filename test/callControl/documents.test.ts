import { expect, test } from "vitest";
import { withControlId } from "../../src/callControl/controlId.ts";
import { type Address, throughGateway } from "../../src/callControl/forwardedDocument.ts";
import { withoutCredentials } from "../../src/callControl/withoutCredentials.ts";

const CALLBACKS = "https://gateway.example.com/callbacks/voice";

/** The attribute of a Gather as the gateway sends it. */
const withId = (url: string) =>
  /gatherUrl="(.*?)"/.exec(
    withControlId(
      `<Response><Gather gatherUrl="${url}"/></Response>`,
      `${CALLBACKS}/answer/own`,
      CALLBACKS,
      "own",
    ),
  )?.[1];

test.each([
  ["/callbacks/voice/gather", `${CALLBACKS}/gather/own`],
  [`${CALLBACKS}/gather`, `${CALLBACKS}/gather/own`],
  ["../gather", `${CALLBACKS}/gather/own`],
])("a URL of the gateway's that names an event that asks gets the call's id: %s", (url, expected) => {
  expect(withId(url)).toBe(expected);
});

test.each([
  `${CALLBACKS}/gather/other`,
  `${CALLBACKS}/gather?x=1`,
  `${CALLBACKS}/recordingAvailable`,
  `${CALLBACKS}/dtmf`,
  `${CALLBACKS}/`,
  "gather",
  "https://elsewhere.example.com/callbacks/voice/gather",
  "https://gateway.example.com.evil.com/callbacks/voice/gather",
  "//elsewhere.example.com/callbacks/voice/gather",
  "not a url:",
  "",
])("any other stays as it is: %j", (url) => {
  expect(withId(url)).toBe(url);
});

test("of a forwarded document every event URL of a verb goes through the gateway or none, with the verb's credentials", () => {
  const targets: Address[] = [];
  const xml = `<Response>
    <Transfer transferCompleteUrl="done?a=1&amp;b=2"><SipUri transferAnswerUrl="/a" transferAnswerMethod="GET" transferDisconnectUrl="/b" username="u" password="p">sip:x</SipUri></Transfer>
    <StartRecording recordingAvailableUrl="http://elsewhere/r" transcriptionAvailableUrl="/t" username="u" password="p"/>
    <StartStream destination="wss://elsewhere/s" streamEventUrl="//app.example.com/s"/>
    <Redirect redirectUrl="javascript:alert(1)" redirectFallbackUrl="/f"/>
    <Bridge>c-1</Bridge><PlayAudio username="u" password="p"> sounds/x.wav </PlayAudio><SpeakSentence>/not/a/url</SpeakSentence>
  </Response>`;
  const document = throughGateway(xml, "https://app.example.com/v1/answer?x", (target) => {
    if (!target.url.startsWith("https://app.example.com/")) return undefined;
    targets.push(target);
    return `https://gateway/${targets.length}`;
  });
  const none = { method: "POST", username: undefined, password: undefined };
  expect(targets).toEqual([
    { ...none, url: "https://app.example.com/v1/done?a=1&b=2" },
    { url: "https://app.example.com/a", method: "GET", username: "u", password: "p" },
    { url: "https://app.example.com/b", method: "POST", username: "u", password: "p" },
    { url: "https://app.example.com/t", method: "POST", username: "u", password: "p" },
    { ...none, url: "https://app.example.com/s" },
  ]);
  expect(document.replace(/\s*\n\s*/g, "")).toBe(
    '<Response><Transfer transferCompleteUrl="https://gateway/1"><SipUri transferAnswerUrl="https://gateway/2" transferDisconnectUrl="https://gateway/3">sip:x</SipUri></Transfer>' +
      '<StartRecording recordingAvailableUrl="http://elsewhere/r" transcriptionAvailableUrl="https://app.example.com/t" username="u" password="p"/>' +
      '<StartStream destination="wss://elsewhere/s" streamEventUrl="https://gateway/5"/>' +
      '<Redirect redirectUrl="javascript:alert(1)" redirectFallbackUrl="https://app.example.com/f"/>' +
      '<Bridge>c-1</Bridge><PlayAudio username="u" password="p">https://app.example.com/v1/sounds/x.wav</PlayAudio><SpeakSentence>/not/a/url</SpeakSentence></Response>',
  );
});

test("a document is shown without what its verbs authenticate with", () => {
  const names = [
    "username",
    "password",
    "fallbackUsername",
    "fallbackPassword",
    "destinationUsername",
    "destinationPassword",
  ];
  const xml = (value: string) =>
    `<Response><StartStream ${names.map((name) => `${name}="${value}"`).join(" ")} name="user"/></Response>`;
  expect(withoutCredentials(xml("hush"))).toBe(xml("[masked]"));
});
