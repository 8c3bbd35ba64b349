import { Bxml } from "bandwidth-sdk";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { VERBS } from "../../src/bxml/verbs.ts";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { FAR_NUMBER, OWN_NUMBER, type RunningGateway, startGateway, startStack } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";
import { parseXml } from "../support/xml.ts";

let upstream: Upstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

type Verb = Record<string, Record<string, unknown>>;
type VendorVerb = ConstructorParameters<typeof Bxml.Response>[0];

const PREVIEW = "query ($verbs: [BxmlVerbInput!]!) { bxml(verbs: $verbs) }";

/** The document of the verbs, with `HERE/` for where the gateway receives callbacks. */
async function preview(...verbs: Verb[]): Promise<string> {
  const { data, errors } = await post(gateway.url, PREVIEW, { verbs });
  expect(errors).toBeUndefined();
  return String(data?.["bxml"]).replaceAll(`${gateway.url}/callbacks/voice/`, "HERE/");
}

async function expectRefused(verbs: Verb[], field: string, message: string) {
  const { data, errors } = await post(gateway.url, PREVIEW, { verbs });
  expect(data).toEqual({ bxml: null });
  expect(errors).toMatchObject([
    { message: `${field} ${message}`, extensions: { code: "BAD_USER_INPUT", field } },
  ]);
}

const URL = "https://client.example.com/x";
const asked = (event: string) => ({
  [`${event}Url`]: URL,
  [`${event}Method`]: "GET",
  [`${event}FallbackUrl`]: `${URL}/fallback`,
  [`${event}FallbackMethod`]: "POST",
});
const told = (event: string) => ({ [`${event}Url`]: URL, [`${event}Method`]: "GET" });
const CREDENTIALS = { username: "u", password: "***" };
const FALLBACK_CREDENTIALS = { fallbackUsername: "f", fallbackPassword: "***" };
const BOTH = { ...CREDENTIALS, ...FALLBACK_CREDENTIALS };
const GATHER = {
  ...asked("gather"),
  ...BOTH,
  tag: "t",
  terminatingDigits: "*#",
  maxDigits: 1,
  interDigitTimeout: 1.5,
  firstDigitTimeout: 0,
  repeatCount: 10,
};
const START_GATHER = { ...told("dtmf"), ...CREDENTIALS, tag: "t" };
const RECORDING = {
  ...told("recordingAvailable"),
  transcribe: true,
  detectLanguage: true,
  ...told("transcriptionAvailable"),
  ...CREDENTIALS,
  tag: "t",
};
const RECORD = {
  ...asked("recordComplete"),
  ...RECORDING,
  ...FALLBACK_CREDENTIALS,
  terminatingDigits: "#",
  maxDuration: 10_800,
  silenceTimeout: 0,
};
const STREAM = {
  name: "s",
  destination: "wss://client.example.com/s",
  destinationUsername: "u",
  destinationPassword: "***",
  ...told("streamEvent"),
  ...CREDENTIALS,
};
const TRANSCRIPTION = {
  name: "t",
  ...told("transcriptionEvent"),
  ...CREDENTIALS,
  destination: "wss://client.example.com/t",
  stabilized: false,
};
const TRANSFER = {
  transferCallerId: "Anonymous",
  transferCallerDisplayName: "Desk",
  callTimeout: 1,
  ...asked("transferComplete"),
  ...BOTH,
  tag: "t",
};
const PARTY = {
  ...asked("transferAnswer"),
  ...told("transferDisconnect"),
  ...BOTH,
  tag: "b",
  uui: "a;encoding=jwt",
};
const BRIDGE = { ...asked("bridgeComplete"), ...asked("bridgeTargetComplete"), ...BOTH, tag: "t" };
const CONFERENCE = {
  mute: true,
  hold: false,
  ...asked("conferenceEvent"),
  ...BOTH,
  tag: "t",
  callbackTimeout: 25,
};
const FORWARD = { to: "sip:a@b", from: "+19195551234", callTimeout: 30, uui: "a;encoding=hex" };
const REDIRECT = { ...asked("redirect"), ...BOTH, tag: "t" };

/** Each verb with all that it can say, and the same made by the vendor's classes. */
const WHOLE: [Verb, VendorVerb][] = [
  [
    { speakSentence: { text: "Hello", voice: "RUTH", gender: "MALE", locale: "CMN_CN" } },
    new Bxml.SpeakSentence("Hello", { voice: "ruth", gender: "male", locale: "cmn-CN" }),
  ],
  [{ playAudio: { url: URL, ...CREDENTIALS } }, new Bxml.PlayAudio(URL, CREDENTIALS)],
  [{ pause: { duration: 0.1 } }, new Bxml.Pause({ duration: 0.1 })],
  [{ ring: { duration: 86_400, answerCall: false } }, new Bxml.Ring({ duration: 86_400, answerCall: false })],
  [
    { sendDtmf: { digits: "0123456789*#abcdABCD,wW", toneDuration: 50, toneInterval: 5000 } },
    new Bxml.SendDtmf("0123456789*#abcdABCD,wW", { toneDuration: 50, toneInterval: 5000 }),
  ],
  [
    {
      gather: {
        ...GATHER,
        prompts: [{ speakSentence: { text: "Press 1" } }, { playAudio: { url: URL } }],
      },
    },
    new Bxml.Gather(Object(GATHER), [new Bxml.SpeakSentence("Press 1"), new Bxml.PlayAudio(URL)]),
  ],
  [{ startGather: START_GATHER }, new Bxml.StartGather(Object(START_GATHER))],
  [{ stopGather: {} }, new Bxml.StopGather()],
  [{ record: { ...RECORD, fileFormat: "MP3" } }, new Bxml.Record(Object({ ...RECORD, fileFormat: "mp3" }))],
  [
    { startRecording: { ...RECORDING, multiChannel: true, fileFormat: "WAV" } },
    new Bxml.StartRecording(Object({ ...RECORDING, multiChannel: true, fileFormat: "wav" })),
  ],
  [{ pauseRecording: {} }, new Bxml.PauseRecording()],
  [{ resumeRecording: { nothing: null } }, new Bxml.ResumeRecording()],
  [{ stopRecording: {} }, new Bxml.StopRecording()],
  [
    {
      startStream: { ...STREAM, tracks: "BOTH", mode: "BIDIRECTIONAL", params: [{ name: "a", value: "1" }] },
    },
    new Bxml.StartStream(Object({ ...STREAM, tracks: "both", mode: "bidirectional" }), [
      new Bxml.StreamParam({ name: "a", value: "1" }),
    ]),
  ],
  [{ stopStream: { name: "s", wait: true } }, new Bxml.StopStream({ name: "s", wait: true })],
  [
    { startTranscription: { ...TRANSCRIPTION, tracks: "INBOUND", params: [{ name: "a", value: "" }] } },
    new Bxml.StartTranscription(Object({ ...TRANSCRIPTION, tracks: "inbound" }), [
      new Bxml.CustomParam({ name: "a", value: "" }),
    ]),
  ],
  [{ stopTranscription: { name: "t" } }, new Bxml.StopTranscription({ name: "t" })],
  [
    {
      transfer: {
        ...TRANSFER,
        diversionTreatment: "STACK",
        diversionReason: "USER_BUSY",
        to: [
          { phoneNumber: { number: "+19195551234", ...PARTY } },
          { sipUri: { uri: "sip:alice@example.com", ...PARTY } },
        ],
      },
    },
    new Bxml.Transfer(Object({ ...TRANSFER, diversionTreatment: "stack", diversionReason: "user-busy" }), [
      new Bxml.PhoneNumber("+19195551234", Object(PARTY)),
      new Bxml.SipUri("sip:alice@example.com", Object(PARTY)),
    ]),
  ],
  [{ bridge: { targetCallId: "c-2", ...BRIDGE } }, new Bxml.Bridge("c-2", Object(BRIDGE))],
  [
    { conference: { name: "Room_1.a-b", ...CONFERENCE, callIdsToCoach: ["c-1", "c-2"] } },
    new Bxml.Conference("Room_1.a-b", Object({ ...CONFERENCE, callIdsToCoach: "c-1,c-2" })),
  ],
  [
    { forward: { ...FORWARD, diversionTreatment: "PROPAGATE" } },
    new Bxml.Forward(Object({ ...FORWARD, diversionTreatment: "propagate" })),
  ],
  [{ redirect: REDIRECT }, new Bxml.Redirect(Object(REDIRECT))],
  [{ hangup: {} }, new Bxml.Hangup()],
  [{ tag: { value: "mine" } }, new Bxml.Tag("mine")],
  [
    { connect: { endpointIds: ["e-1", "e-2"], eventCallbackUrl: URL } },
    new Bxml.Connect({ eventCallbackUrl: URL }, [new Bxml.Endpoint("e-1"), new Bxml.Endpoint("e-2")]),
  ],
];

test.each(WHOLE)("what a verb says is what the vendor's class says: %j", async (verb, vendors) => {
  const expected = new Bxml.Response(vendors).toBxml();
  expect(parseXml(await preview(verb))).toEqual(parseXml(expected));
});

// Not those that the sandbox does not emulate, and not what needs a call that comes in.
const RUN_BY_SANDBOX = WHOLE.map(([verb]) => verb).filter((verb) => !verb["connect"] && !verb["forward"]);

test("the sandbox, which refuses what Bandwidth does not document, runs what each verb says", async () => {
  await using stack = await startStack();
  for (const verb of RUN_BY_SANDBOX) {
    // Nobody is there, and no name has to be resolved to find that out.
    const here = JSON.parse(
      JSON.stringify(verb).replaceAll("client.example.com", "localhost:9").replace("MP3", "WAV"),
    );
    const placed = await query(
      stack.url,
      "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
      { input: { to: FAR_NUMBER, from: OWN_NUMBER, onAnswer: { verbs: [here] } } },
    );
    const { callId } = (placed["createCall"] as { call: { callId: string } }).call;
    await stack.sandbox.advance(20);
    const { call } = await query(
      stack.url,
      `{ call(callId: "${callId}") { rawDisconnectCause errorMessage } }`,
    );
    expect({ verb, call: JSON.stringify(call) }).toEqual({
      verb,
      call: expect.not.stringMatching(/invalid-bxml|does not emulate/),
    });
  }
});

test("every verb can be said", () => {
  const said = WHOLE.flatMap(([verb]) =>
    Object.keys(verb).map((name) => name[0]?.toUpperCase() + name.slice(1)),
  );
  expect(said.sort()).toEqual(Object.keys(VERBS).sort());
});

describe("URLs left out", () => {
  test.each<[Verb, string]>([
    [{ gather: {} }, '<Gather gatherUrl="HERE/gather"/>'],
    [{ startGather: {} }, '<StartGather dtmfUrl="HERE/dtmf"/>'],
    [
      { record: {} },
      '<Record recordingAvailableUrl="HERE/recordingAvailable" recordCompleteUrl="HERE/recordComplete"/>',
    ],
    [
      { record: { transcribe: true } },
      '<Record transcribe="true" recordingAvailableUrl="HERE/recordingAvailable" ' +
        'transcriptionAvailableUrl="HERE/transcriptionAvailable" recordCompleteUrl="HERE/recordComplete"/>',
    ],
    [{ startRecording: {} }, '<StartRecording recordingAvailableUrl="HERE/recordingAvailable"/>'],
    [
      { startStream: { destination: "wss://x" } },
      '<StartStream destination="wss://x" streamEventUrl="HERE/streamEvent"/>',
    ],
    [{ startTranscription: {} }, '<StartTranscription transcriptionEventUrl="HERE/transcriptionEvent"/>'],
    [
      { transfer: { to: [{ phoneNumber: { number: "+19195551234" } }] } },
      '<Transfer transferCompleteUrl="HERE/transferComplete">' +
        '<PhoneNumber transferDisconnectUrl="HERE/transferDisconnect">+19195551234</PhoneNumber></Transfer>',
    ],
    [
      { transfer: { to: [{ sipUri: { uri: "sip:a@b", askOnAnswer: true } }] } },
      '<Transfer transferCompleteUrl="HERE/transferComplete">' +
        '<SipUri transferDisconnectUrl="HERE/transferDisconnect" transferAnswerUrl="HERE/transferAnswer">sip:a@b</SipUri></Transfer>',
    ],
    [
      { bridge: { targetCallId: "c-2" } },
      '<Bridge bridgeTargetCompleteUrl="HERE/bridgeTargetComplete" bridgeCompleteUrl="HERE/bridgeComplete">c-2</Bridge>',
    ],
    [{ conference: { name: "a" } }, '<Conference conferenceEventUrl="HERE/conferenceEvent">a</Conference>'],
    [{ redirect: {} }, '<Redirect redirectUrl="HERE/redirect"/>'],
    [{ connect: { endpointIds: ["e-1"] } }, "<Connect><Endpoint>e-1</Endpoint></Connect>"],
  ])("are the gateway's on the last verb: %j", async (verb, expected) => {
    expect(await preview(verb)).toBe(`<Response>${expected}</Response>`);
  });

  test.each<[Verb, string]>([
    [{ gather: {} }, "<Gather/>"],
    [{ record: {} }, '<Record recordingAvailableUrl="HERE/recordingAvailable"/>'],
    [
      { transfer: { to: [{ phoneNumber: { number: "+19195551234" } }] } },
      '<Transfer><PhoneNumber transferDisconnectUrl="HERE/transferDisconnect">+19195551234</PhoneNumber></Transfer>',
    ],
    [
      { bridge: { targetCallId: "c-2" } },
      '<Bridge bridgeTargetCompleteUrl="HERE/bridgeTargetComplete">c-2</Bridge>',
    ],
  ])("stay out where they would end the document before its last verb: %j", async (verb, expected) => {
    expect(await preview(verb, { hangup: {} })).toBe(`<Response>${expected}<Hangup/></Response>`);
  });

  test.each<[Verb, string]>([
    [{ record: { recordingAvailableUrl: URL } }, `<Record recordingAvailableUrl="${URL}"/>`],
    [
      { bridge: { targetCallId: "c-2", bridgeTargetCompleteUrl: URL } },
      `<Bridge bridgeTargetCompleteUrl="${URL}">c-2</Bridge>`,
    ],
    [
      {
        transfer: {
          transferCompleteUrl: URL,
          to: [{ phoneNumber: { number: "+19195551234", transferAnswerUrl: URL } }],
        },
      },
      `<Transfer transferCompleteUrl="${URL}"><PhoneNumber transferAnswerUrl="${URL}">+19195551234</PhoneNumber></Transfer>`,
    ],
  ])(
    "stay out of a verb that names one itself, for it has one pair of credentials: %j",
    async (verb, expected) => {
      expect(await preview(verb)).toBe(`<Response>${expected}</Response>`);
    },
  );
});

describe("what would never run is refused", () => {
  const PARTIES = { to: [{ phoneNumber: { number: "+19195551234" } }] };
  test.each<[Verb, string]>([
    [{ hangup: {} }, "hangup"],
    [{ redirect: {} }, "redirect"],
    [{ forward: { to: "+19195551234" } }, "forward"],
    [{ gather: { gatherUrl: URL } }, "gather"],
    [{ record: { recordCompleteUrl: URL } }, "record"],
    [{ transfer: { transferCompleteUrl: URL, ...PARTIES } }, "transfer"],
    [{ bridge: { bridgeCompleteUrl: URL, targetCallId: "c-2" } }, "bridge"],
  ])("behind %j", async (verb, name) => {
    await expectRefused(
      [{ pause: {} }, verb, { ring: {} }],
      "verbs[2].ring",
      `never runs: ${name} before it ends the document`,
    );
  });
});

const NOT_E164 = "must be an E.164 number, such as +19195551234";
const URL_FAULT = "must be a full http or https URL";
const HTTPS = "must be https to carry a username and password";
const party = (about: Record<string, unknown>) => ({
  transfer: { to: [{ phoneNumber: { number: "+19195551234", ...about } }] },
});
const prompts = (count: number) => Array.from({ length: count }, () => ({ speakSentence: { text: "a" } }));

/** What is just allowed, or what is not: the field behind `verbs[0].`, and why. */
const LIMITS: [Verb, string?, string?][] = [
  [{ speakSentence: { text: " " } }, "speakSentence.text", "must not be blank"],
  [{ speakSentence: { ssml: " " } }, "speakSentence.ssml", "has no text"],
  [{ speakSentence: { ssml: "<s><break/></s>" } }, "speakSentence.ssml", "has no text"],
  [{ speakSentence: {} }, "speakSentence.text", "is required unless there is ssml"],
  [{ speakSentence: { text: "a", ssml: "b" } }, "speakSentence.ssml", "goes without text only"],
  [{ speakSentence: { text: "\u0001" } }, "speakSentence.text", "has a character that XML does not allow"],
  [{ speakSentence: { text: "\ud800" } }, "speakSentence.text", "has a character that XML does not allow"],
  [
    { speakSentence: { ssml: "<sub alias='&#7;'>x</sub>" } },
    "speakSentence.ssml",
    "has a character that XML does not allow",
  ],
  [
    { speakSentence: { ssml: "<voice>x</voice>" } },
    "speakSentence.ssml",
    "has the tag voice, which Bandwidth's voices do not know",
  ],
  [
    { speakSentence: { ssml: "<p><Hangup/></p>" } },
    "speakSentence.ssml",
    "has the tag Hangup, which Bandwidth's voices do not know",
  ],
  [{ speakSentence: { ssml: "<?a b?>" } }, "speakSentence.ssml", "has a processing instruction"],
  [
    { speakSentence: { ssml: "<s>".repeat(9000) + "</s>".repeat(9000) } },
    "speakSentence.ssml",
    "is nested deeper than 50 levels",
  ],
  [{ speakSentence: { ssml: `${"<s>".repeat(50)}x${"</s>".repeat(50)}` } }],
  [{ speakSentence: { ssml: "a".repeat(70_000) } }, "speakSentence.ssml", "is longer than 64 KB"],
  [{ playAudio: { url: "a.wav" } }, "playAudio.url", URL_FAULT],
  [{ playAudio: { url: "http://client.example.com", username: "u" } }, "playAudio.url", HTTPS],
  [{ playAudio: { url: "http://client.example.com" } }],
  [{ pause: { duration: 0.09 } }, "pause.duration", "must be 0.1 to 86400 seconds"],
  [{ pause: { duration: 86_401 } }, "pause.duration", "must be 0.1 to 86400 seconds"],
  [{ ring: { duration: 0 } }, "ring.duration", "must be 0.1 to 86400 seconds"],
  ...["", "1".repeat(51), "E", "1 2"].map((digits): [Verb, string, string] => [
    { sendDtmf: { digits } },
    "sendDtmf.digits",
    "must be 1 to 50 of 0-9, *, #, A-D, and for a pause ',', w and W",
  ]),
  [{ sendDtmf: { digits: "1".repeat(50) } }],
  [
    { sendDtmf: { digits: "1", toneDuration: 49 } },
    "sendDtmf.toneDuration",
    "must be 50 to 5000 milliseconds",
  ],
  [
    { sendDtmf: { digits: "1", toneInterval: 5001 } },
    "sendDtmf.toneInterval",
    "must be 50 to 5000 milliseconds",
  ],
  [{ gather: { maxDigits: 0 } }, "gather.maxDigits", "must be 1 to 50"],
  [{ gather: { maxDigits: 51 } }, "gather.maxDigits", "must be 1 to 50"],
  [{ gather: { maxDigits: 50, interDigitTimeout: 60, firstDigitTimeout: 0 } }],
  [{ gather: { interDigitTimeout: 0.9 } }, "gather.interDigitTimeout", "must be 1 to 60 seconds"],
  [{ gather: { firstDigitTimeout: 61 } }, "gather.firstDigitTimeout", "must be 0 to 60 seconds"],
  [
    { gather: { terminatingDigits: "x" } },
    "gather.terminatingDigits",
    "must be of the digits 0-9, *, # and A-D",
  ],
  [{ gather: { repeatCount: 0 } }, "gather.repeatCount", "must be at least 1"],
  [{ gather: { prompts: prompts(21) } }, "gather.prompts", "must be at most 20"],
  [{ gather: { prompts: prompts(20) } }],
  [
    { gather: { prompts: prompts(7), repeatCount: 3 } },
    "gather.repeatCount",
    "must be at most 20 divided by the number of prompts",
  ],
  [
    { gather: { prompts: [{ speakSentence: { text: "" } }] } },
    "gather.prompts[0].speakSentence.text",
    "must not be blank",
  ],
  [{ gather: { gatherUrl: "next" } }, "gather.gatherUrl", URL_FAULT],
  [{ gather: { gatherUrl: "next", username: "u" } }, "gather.gatherUrl", URL_FAULT],
  [
    { gather: { gatherUrl: `https://x/${"x".repeat(2040)}` } },
    "gather.gatherUrl",
    "must be at most 2048 characters",
  ],
  [{ gather: { username: "u" } }, "gather.username", "goes with an event URL of the verb only"],
  [{ gather: { gatherUrl: "http://client.example.com", username: "u" } }, "gather.gatherUrl", HTTPS],
  [
    { gather: { fallbackPassword: "p" } },
    "gather.fallbackPassword",
    "goes with a fallback URL of the verb only",
  ],
  [
    { gather: { gatherFallbackUrl: "http://client.example.com", fallbackUsername: "u" } },
    "gather.gatherFallbackUrl",
    HTTPS,
  ],
  [
    { gather: { gatherUrl: URL, username: "x".repeat(1025) } },
    "gather.username",
    "must be at most 1024 characters",
  ],
  [{ gather: { tag: "x".repeat(257) } }, "gather.tag", "must be at most 256 characters"],
  [{ startGather: { dtmfUrl: "x" } }, "startGather.dtmfUrl", URL_FAULT],
  [{ stopGather: { nothing: true } }, "stopGather.nothing", "must be left out"],
  [{ record: { maxDuration: 10_801 } }, "record.maxDuration", "must be 1 to 10800 seconds"],
  [{ record: { silenceTimeout: -1 } }, "record.silenceTimeout", "must be 0 to 10800 seconds"],
  [{ record: { terminatingDigits: "", maxDuration: 10_800, silenceTimeout: 10_800 } }],
  [{ record: { password: "p" } }, "record.password", "goes with an event URL of the verb only"],
  [{ startRecording: { recordingAvailableUrl: "x" } }, "startRecording.recordingAvailableUrl", URL_FAULT],
  ...["https://x", "wss:x", "wss://x\n", "wss:\\\\x"].map((destination): [Verb, string, string] => [
    { startStream: { destination } },
    "startStream.destination",
    "must be a full ws or wss URL",
  ]),
  [{ startStream: { destination: "ws://x" } }],
  [
    { startStream: { destination: "ws://x", destinationUsername: "u" } },
    "startStream.destination",
    "must be wss to carry a username and password",
  ],
  [{ startStream: { destination: "wss://x", name: "" } }, "startStream.name", "must not be empty"],
  [
    { startStream: { destination: "wss://x", params: [{ name: "n".repeat(257), value: "" }] } },
    "startStream.params[0].name",
    "must be at most 256 characters",
  ],
  [
    { startStream: { destination: "wss://x", params: [{ name: "n", value: "v".repeat(2049) }] } },
    "startStream.params[0].value",
    "must be at most 2048 characters",
  ],
  [
    { startTranscription: { params: Array.from({ length: 13 }, () => ({ name: "n", value: "v" })) } },
    "startTranscription.params",
    "must be at most 12",
  ],
  [
    { startTranscription: { stabilized: true } },
    "startTranscription.stabilized",
    "goes with a destination only",
  ],
  [{ stopStream: { name: "" } }, "stopStream.name", "must not be empty"],
  [{ stopTranscription: {} }],
  [{ transfer: { to: [] } }, "transfer.to", "must be 1 to 8"],
  [
    { transfer: { to: Array.from({ length: 9 }, () => ({ phoneNumber: { number: "+19195551234" } })) } },
    "transfer.to",
    "must be 1 to 8",
  ],
  [{ transfer: { to: [{ phoneNumber: { number: "919" } }] } }, "transfer.to[0].phoneNumber.number", NOT_E164],
  [
    { transfer: { to: [{ sipUri: { uri: "+19195551234" } }] } },
    "transfer.to[0].sipUri.uri",
    "must be a SIP URI, such as sip:alice@example.com",
  ],
  [
    party({ askOnAnswer: true, transferDisconnectUrl: URL }),
    "transfer.to[0].phoneNumber.askOnAnswer",
    "goes without transferAnswerUrl and transferDisconnectUrl only",
  ],
  [party({ askOnAnswer: false })],
  [
    party({ uui: "a;encoding=jwt,;encoding=hex" }),
    "transfer.to[0].phoneNumber.uui",
    "must be values that each end in ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
  ],
  [
    party({ uui: "a" }),
    "transfer.to[0].phoneNumber.uui",
    "must be values that each end in ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
  ],
  [
    party({ uui: `${"a".repeat(250)};encoding=jwt` }),
    "transfer.to[0].phoneNumber.uui",
    "must be at most 256 characters",
  ],
  [
    party({ username: "u" }),
    "transfer.to[0].phoneNumber.username",
    "goes with an event URL of the verb only",
  ],
  [
    { transfer: { to: [{ sipUri: { uri: "sip:a@b" } }], callTimeout: 301 } },
    "transfer.callTimeout",
    "must be 1 to 300 seconds",
  ],
  [
    { transfer: { to: [{ sipUri: { uri: "sip:a@b" } }], transferCallerId: "me" } },
    "transfer.transferCallerId",
    `${NOT_E164}, or Restricted, Anonymous, Private or Unavailable`,
  ],
  [
    { transfer: { to: [{ sipUri: { uri: "sip:a@b" } }], transferCallerDisplayName: "a\nb" } },
    "transfer.transferCallerDisplayName",
    "must not have control characters",
  ],
  [
    {
      transfer: { to: [{ sipUri: { uri: "sip:a@b" } }], diversionReason: "AWAY", diversionTreatment: "NONE" },
    },
    "transfer.diversionReason",
    "goes with diversionTreatment STACK only",
  ],
  [{ bridge: { targetCallId: "" } }, "bridge.targetCallId", "must not be empty"],
  [{ bridge: { targetCallId: " " } }, "bridge.targetCallId", "must not be blank"],
  ...["", "a".repeat(101), "a b"].map((name): [Verb, string, string] => [
    { conference: { name } },
    "conference.name",
    "must be 1 to 100 letters, digits, -, _ and .",
  ]),
  [{ conference: { name: "a".repeat(100) } }],
  [
    { conference: { name: "a", callIdsToCoach: ["c-1,c-2"] } },
    "conference.callIdsToCoach[0]",
    "must not have a comma",
  ],
  [
    { conference: { name: "a", callbackTimeout: 26 } },
    "conference.callbackTimeout",
    "must be 1 to 25 seconds",
  ],
  [{ forward: { to: "x" } }, "forward.to", `${NOT_E164}, or a SIP URI`],
  [{ forward: { to: "+19195551234", uui: "a;encoding=jwt" } }, "forward.uui", "goes to a SIP URI only"],
  [
    { forward: { to: "+19195551234", diversionReason: "AWAY" } },
    "forward.diversionReason",
    "goes with diversionTreatment STACK only",
  ],
  [{ forward: { to: "+19195551234", from: "Private", callTimeout: 300 } }],
  [{ redirect: { redirectUrl: "/next" } }, "redirect.redirectUrl", URL_FAULT],
  [{ tag: { value: "x".repeat(257) } }, "tag.value", "must be at most 256 characters"],
  [{ tag: { value: "" } }],
  [{ connect: { endpointIds: [] } }, "connect.endpointIds", "must not be empty"],
  [{ connect: { endpointIds: [""] } }, "connect.endpointIds[0]", "must not be empty"],
];

test.each(LIMITS)("limits of a verb: %j", async (verb, field, message) => {
  if (field === undefined || message === undefined) await preview(verb);
  else await expectRefused([verb], `verbs[0].${field}`, message);
});

test("a document has at most 1000 verbs and 64 KB", async () => {
  const pauses = Array.from({ length: 1001 }, (): Verb => ({ pause: {} }));
  await preview(...pauses.slice(1));
  await expectRefused(pauses, "verbs", "must be at most 1000 verbs");
  await expectRefused([{ speakSentence: { text: "&".repeat(20_000) } }], "verbs", "is longer than 64 KB");
});

test("whoever previews many documents at once keeps nobody waiting for all of them", async () => {
  const verbs = Array.from({ length: 200 }, (): Verb => ({ speakSentence: { ssml: "<s>Hello</s>" } }));
  const many = Array.from({ length: 100 }, (_, index) => `d${index}: bxml(verbs: $verbs)`).join(" ");
  let isUnderWay = true;
  const previews = post(gateway.url, `query ($verbs: [BxmlVerbInput!]!) { ${many} }`, { verbs }).finally(
    () => {
      isUnderWay = false;
    },
  );
  let others = 0;
  for (; isUnderWay; others += 1) await post(gateway.url, "{ __typename }");
  expect(Object.keys((await previews).data ?? {})).toHaveLength(100);
  // One or two come through before the first preview begins, and when the last is done.
  expect(others).toBeGreaterThan(10);
});

test("nothing in a text becomes XML", async () => {
  const text = "</SpeakSentence><Hangup/>&amp; \"'<![CDATA[";
  const xml = await preview({ speakSentence: { text } }, { tag: { value: text } });
  expect(parseXml(xml).content).toEqual([
    { name: "SpeakSentence", attributes: {}, content: [text] },
    { name: "Tag", attributes: {}, content: [text] },
  ]);
});

test("SSML is passed on as it is, and cannot close its sentence", async () => {
  const ssml =
    'Your code: <say-as interpret-as="digits">1<break/>2</say-as> &amp; <lang xml:lang="fr-FR">ça</lang><![CDATA[<]]>';
  expect(await preview({ speakSentence: { ssml } })).toBe(
    `<Response><SpeakSentence>${ssml.replace("<![CDATA[<]]>", "&lt;")}</SpeakSentence></Response>`,
  );
  const { errors } = await post(gateway.url, PREVIEW, {
    verbs: [{ speakSentence: { ssml: "a</SpeakSentence><Hangup/><SpeakSentence>" } }],
  });
  expect(errors?.[0]?.message).toMatch(/^verbs\[0\]\.speakSentence\.ssml is not well-formed XML: /);
});

test("passwords are not given back", async () => {
  const startStream = { destination: "wss://x", destinationUsername: "u", destinationPassword: "hush" };
  const gather = {
    gatherUrl: URL,
    gatherFallbackUrl: URL,
    username: "u",
    password: "hush",
    fallbackPassword: "hush",
  };
  const playAudio = { url: URL, username: "u", password: "hush" };
  const xml = await preview({ startStream }, { gather: { ...gather, prompts: [{ playAudio }] } });
  expect(xml).not.toContain("hush");
  expect(xml.match(/\*\*\*/g)).toHaveLength(4);
  expect(xml).not.toContain('callbacks"');
});

describe("a conference runs few verbs", () => {
  const conference = () =>
    mutation(upstream, () => gateway.url, "updateConferenceBxml", "conference { conferenceId }");
  const MAY = [
    "speakSentence",
    "playAudio",
    "startRecording",
    "pauseRecording",
    "resumeRecording",
    "stopRecording",
  ];

  test.each(WHOLE)("typed: %j", async (verb) => {
    const [name = ""] = Object.keys(verb);
    const input = { conferenceId: "conf-1", bxml: { verbs: [verb] } };
    upstream.answer("PUT /conferences/conf-1/bxml", { status: 204 });
    if (MAY.includes(name)) expect(await conference().send(input)).toBeTruthy();
    else
      await conference().expectRefused(input, `input.bxml.verbs[0].${name}`, "may not run in a conference");
  });

  test.each(Object.keys(VERBS))("as XML: %s", async (name) => {
    const input = { conferenceId: "conf-1", bxml: { xml: `<Response><${name}/></Response>` } };
    upstream.answer("PUT /conferences/conf-1/bxml", { status: 204 });
    if (MAY.some((may) => may.toLowerCase() === name.toLowerCase()))
      expect(await conference().send(input)).toBeTruthy();
    else
      await conference().expectRefused(
        input,
        "input.bxml.xml",
        `has the verb ${name}, which may not run in a conference`,
      );
  });
});
