import type { CreateCall } from "bandwidth-sdk";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { mutation } from "../support/mutation.ts";
import {
  deliver,
  FAR_NUMBER,
  OWN_NUMBER,
  type RunningGateway,
  startGateway,
  VOICE_APPLICATION,
  voiceEvent,
} from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
let createCall: ReturnType<typeof mutation>;
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
  createCall = mutation(upstream, () => gateway.url, "createCall", "call { callId state to from direction }");
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

const NEEDED = { to: FAR_NUMBER, from: OWN_NUMBER };
const MINE = { ...NEEDED, answerUrl: "https://client.example.com/answer" };
const GATEWAY_CREDENTIALS = { username: "callbacks", password: "secret" };
const NOT_E164 = "must be an E.164 number, such as +19195551234";

/** The body that Bandwidth got for an input. */
async function sent(input: Record<string, unknown>): Promise<unknown> {
  upstream.answer("POST /calls", {
    status: 201,
    body: { callId: "c-new", to: input["to"], from: input["from"], applicationId: VOICE_APPLICATION },
  });
  expect(await createCall.send(input)).toEqual({
    call: { callId: "c-new", state: "QUEUED", to: input["to"], from: input["from"], direction: "OUTBOUND" },
  });
  expect(upstream.asked()).toEqual(["POST /calls"]);
  return upstream.requests()[0]?.body;
}

test("without an answerUrl the gateway is asked, is told of the end, and says who may ask", async () => {
  const expected: CreateCall = {
    to: FAR_NUMBER,
    from: OWN_NUMBER,
    applicationId: VOICE_APPLICATION,
    answerUrl: expect.stringMatching(`^${gateway.url}/callbacks/voice/answer/[\\w-]{16,}$`),
    disconnectUrl: expect.stringMatching(`^${gateway.url}/callbacks/voice/disconnect/[\\w-]{16,}$`),
    ...GATEWAY_CREDENTIALS,
  };
  expect(await sent(NEEDED)).toEqual(expected);
});

test("and answers with onAnswer, as often as Bandwidth asks, and to nothing but an answer", async () => {
  const xml = "<Response><SpeakSentence>Hello</SpeakSentence></Response>";
  const body = await sent({ ...NEEDED, onAnswer: { xml } });
  const { answerUrl } = Object(body);
  const path = String(answerUrl).replace(`${gateway.url}/callbacks/`, "");
  for (let times = 0; times < 2; times++) {
    const response = await deliver(gateway.url, path, voiceEvent("answer", { callId: "c-answered" }));
    expect(await response.text()).toBe(xml);
  }
  const other = await deliver(gateway.url, path, voiceEvent("redirect", { callId: "c-answered" }));
  expect(await other.text()).toMatch(/<Response\/>$/);
});

test("onAnswer may be typed verbs, whose events come here with the gateway's credentials", async () => {
  const verbs = [{ startRecording: {} }, { gather: { prompts: [{ speakSentence: { text: "Press <1>" } }] } }];
  const body = await sent({ ...NEEDED, onAnswer: { verbs } });
  const path = String(Object(body).answerUrl).replace(`${gateway.url}/callbacks/`, "");
  const response = await deliver(gateway.url, path, voiceEvent("answer", { callId: "c-typed" }));
  const here = `${gateway.url}/callbacks/voice`;
  const id = path.replace("voice/answer/", "");
  expect(await response.text()).toBe(
    `<Response><StartRecording recordingAvailableUrl="${here}/recordingAvailable" username="callbacks" password="secret"/>` +
      `<Gather gatherUrl="${here}/gather/${id}" username="callbacks" password="secret">` +
      "<SpeakSentence>Press &lt;1&gt;</SpeakSentence></Gather></Response>",
  );
});

test("every field of the contract is sent as the contract spells it, and nothing else", async () => {
  const input = {
    ...MINE,
    applicationId: "application-1",
    displayName: "Ünïcode & Co",
    uui: "abc;encoding=base64,def;encoding=jwt,0a;encoding=hex",
    answerMethod: "GET",
    username: "user",
    password: "pass",
    answerFallbackUrl: "https://client.example.com/fallback",
    answerFallbackMethod: "POST",
    fallbackUsername: "fallback-user",
    fallbackPassword: "fallback-pass",
    disconnectUrl: "https://client.example.com/disconnect",
    disconnectMethod: "POST",
    callTimeout: 0.5 + 1,
    callbackTimeout: 25,
    machineDetection: {
      mode: "ASYNC",
      detectionTimeout: 15,
      silenceTimeout: 10,
      speechThreshold: 10,
      speechEndThreshold: 5,
      machineSpeechEndThreshold: 5,
      delayResult: true,
      callbackUrl: "https://client.example.com/machine",
      callbackMethod: "POST",
      username: "user",
      password: "pass",
      fallbackUrl: "https://client.example.com/machine-fallback",
      fallbackMethod: "GET",
      fallbackUsername: "fallback-user",
      fallbackPassword: "fallback-pass",
    },
    priority: 1,
    tag: "my tag",
  } as const;
  const expected: CreateCall = {
    ...input,
    machineDetection: { ...input.machineDetection, mode: "async" },
  };
  expect(await sent(input)).toEqual(expected);
});

test("null is as good as left out", async () => {
  const nulls = {
    applicationId: null,
    displayName: null,
    username: null,
    disconnectUrl: null,
    callTimeout: null,
    machineDetection: null,
    priority: null,
    tag: null,
    onAnswer: null,
  };
  const expected: CreateCall = { ...MINE, applicationId: VOICE_APPLICATION };
  expect(await sent({ ...MINE, ...nulls })).toEqual(expected);
});

test.each([
  ["a SIP URI as far party", { to: "sip:alice@example.com" }],
  ["a SIP URI over TLS", { to: "SIPS:alice@example.com" }],
  ["a hidden number", { privacy: true, displayName: "Private" }],
  ["a withheld number", { from: "Anonymous" }],
  ["the bounds of its numbers", { callTimeout: 300, callbackTimeout: 1, priority: 5 }],
  ["texts of full length", { displayName: "x".repeat(256), tag: "x".repeat(4096) }],
  ["a URL of full length", { answerUrl: `https://client.example.com/${"x".repeat(2048 - 27)}` }],
  [
    "http without credentials",
    { answerUrl: "http://client.example.com", disconnectUrl: "http://client.example.com" },
  ],
  [
    "http with credentials to this machine",
    { answerUrl: "http://localhost:1/", username: "u", password: "p" },
  ],
])("what the contract allows is sent: %s", async (_, change) => {
  const expected: CreateCall = { ...MINE, ...change, applicationId: VOICE_APPLICATION };
  expect(await sent({ ...MINE, ...change })).toEqual(expected);
});

const HTTPS = "must be https to carry a username and password";
const URL_FAULT = "must be a full http or https URL";
/** What a parser of URLs takes and mends, which Bandwidth's need not. */
const MENDED = [
  " https://x.example/a",
  "https://x.example/a\n",
  "https://x.example/a b",
  "https://x.exa\tmple/a",
  "\u0001https://x.example/a",
  "https:x.example/a",
  "https:/x.example/a",
  "https:///x.example/a",
  "https:\\\\x.example\\a",
  "https://x.example\\a",
];
const xmlFault = (xml: string, fault: string) =>
  [{ onAnswer: { xml } }, "input.onAnswer.xml", fault] as const;
test.each<readonly [Record<string, unknown>, string, string]>([
  [{ to: "19195551234" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ to: "+0195551234" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ to: "+1234567890123456" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ to: "+1919555 1234" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ to: "+19195551234\n" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ to: "sip:" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ to: "" }, "input.to", `${NOT_E164}, or a SIP URI`],
  [{ from: "restricted" }, "input.from", NOT_E164],
  [{ from: "sip:a@b" }, "input.from", NOT_E164],
  [{ applicationId: "" }, "input.applicationId", "must not be empty"],
  [{ displayName: "x".repeat(257) }, "input.displayName", "must be at most 256 characters"],
  [{ displayName: "a\nb" }, "input.displayName", "must not have control characters"],
  [
    { uui: "abc" },
    "input.uui",
    "must be values that each end in ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
  ],
  [
    { uui: "abc;encoding=jwt,def" },
    "input.uui",
    "must be values that each end in ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
  ],
  [{ uui: `${"a".repeat(340)};encoding=jwt` }, "input.uui", "must be at most 350 characters"],
  [{ answerUrl: "client.example.com" }, "input.answerUrl", URL_FAULT],
  [{ answerUrl: "ftp://client.example.com" }, "input.answerUrl", URL_FAULT],
  [{ answerUrl: "/answer" }, "input.answerUrl", URL_FAULT],
  [{ answerUrl: "/answer", username: "u" }, "input.answerUrl", URL_FAULT],
  [{ answerUrl: "" }, "input.answerUrl", URL_FAULT],
  ...MENDED.map((answerUrl) => [{ answerUrl }, "input.answerUrl", URL_FAULT] as const),
  [
    { answerUrl: `https://client.example.com/${"x".repeat(2048 - 26)}` },
    "input.answerUrl",
    "must be at most 2048 characters",
  ],
  [{ answerFallbackUrl: "x" }, "input.answerFallbackUrl", URL_FAULT],
  [{ disconnectUrl: "x" }, "input.disconnectUrl", URL_FAULT],
  [{ username: "x".repeat(1025) }, "input.username", "must be at most 1024 characters"],
  [{ password: "x".repeat(1025) }, "input.password", "must be at most 1024 characters"],
  [{ fallbackUsername: "x".repeat(1025) }, "input.fallbackUsername", "must be at most 1024 characters"],
  [{ fallbackPassword: "x".repeat(1025) }, "input.fallbackPassword", "must be at most 1024 characters"],
  [{ callTimeout: 0.9 }, "input.callTimeout", "must be 1 to 300 seconds"],
  [{ callTimeout: 301 }, "input.callTimeout", "must be 1 to 300 seconds"],
  [{ callbackTimeout: 0 }, "input.callbackTimeout", "must be 1 to 25 seconds"],
  [{ callbackTimeout: 25.5 }, "input.callbackTimeout", "must be 1 to 25 seconds"],
  [{ priority: 0 }, "input.priority", "must be 1 to 5"],
  [{ priority: 6 }, "input.priority", "must be 1 to 5"],
  [{ tag: "x".repeat(4097) }, "input.tag", "must be at most 4096 characters"],
  [
    { privacy: true, displayName: "Desk" },
    "input.displayName",
    "must be Restricted, Anonymous, Private or Unavailable with privacy",
  ],
  [{ answerUrl: "http://client.example.com", username: "u" }, "input.answerUrl", HTTPS],
  [{ answerUrl: "http://client.example.com", password: "p" }, "input.answerUrl", HTTPS],
  [{ disconnectUrl: "http://client.example.com", username: "u" }, "input.disconnectUrl", HTTPS],
  [
    { answerFallbackUrl: "http://client.example.com", fallbackUsername: "u" },
    "input.answerFallbackUrl",
    HTTPS,
  ],
  [{ machineDetection: { callbackUrl: "x" } }, "input.machineDetection.callbackUrl", URL_FAULT],
  [{ machineDetection: { fallbackUrl: "x" } }, "input.machineDetection.fallbackUrl", URL_FAULT],
  [
    { machineDetection: { username: "u" } },
    "input.machineDetection.username",
    "goes with a callbackUrl only",
  ],
  [
    { machineDetection: { callbackUrl: "http://client.example.com", username: "u" } },
    "input.machineDetection.callbackUrl",
    HTTPS,
  ],
  [
    { machineDetection: { fallbackUrl: "http://client.example.com", fallbackPassword: "p" } },
    "input.machineDetection.fallbackUrl",
    HTTPS,
  ],
  [{ onAnswer: { xml: "<Response/>" } }, "input.onAnswer", "goes without an answerUrl only"],
  [
    { answerUrl: null, onAnswer: { verbs: [{ pause: {} }, { gather: { maxDigits: 51 } }] } },
    "input.onAnswer.verbs[1].gather.maxDigits",
    "must be 1 to 50",
  ],
  [{ answerUrl: null, username: "u" }, "input.username", "goes with an answerUrl only"],
  [{ answerUrl: null, password: "p" }, "input.password", "goes with an answerUrl only"],
  [{ answerUrl: null, answerMethod: "GET" }, "input.answerMethod", "goes with an answerUrl only"],
  [
    { answerUrl: null, disconnectUrl: "https://client.example.com" },
    "input.disconnectUrl",
    "goes with an answerUrl only",
  ],
  [{ answerUrl: null, disconnectMethod: "GET" }, "input.disconnectMethod", "goes with an answerUrl only"],
  xmlFault("", "is not well-formed XML: missing root element"),
  xmlFault("<Response>", "is not well-formed XML: unclosed xml tag(s): Response"),
  xmlFault("<Response><Shout/></Response>", "has the element Shout, which is no BXML verb"),
  xmlFault(`<Response>${" ".repeat(64 * 1024)}</Response>`, "is longer than 64 KB"),
])("what breaks a limit is refused before anything is sent: %j", async (change, field, message) => {
  await createCall.expectRefused({ ...MINE, ...change }, field, message);
});

test.each<[string, Record<string, unknown>]>([
  ["an answer URL of the client's own", MINE],
  ["one that is told of the end as well", { ...MINE, disconnectUrl: "https://client.example.com/end" }],
  ["one with machine detection", { ...MINE, machineDetection: {} }],
  [
    "one with machine detection of its own",
    { ...MINE, machineDetection: { callbackUrl: "https://client.example.com/machine" } },
  ],
])("the gateway's credentials never go to a foreign URL: %s", async (_, input) => {
  expect(await sent(input)).toEqual({
    ...input,
    applicationId: VOICE_APPLICATION,
  });
});

test("beside the gateway's answer URL, foreign URLs get none of its credentials", async () => {
  const input = {
    ...NEEDED,
    answerFallbackUrl: "https://client.example.com/fallback",
    machineDetection: { callbackUrl: "https://client.example.com/machine" },
  };
  const expected: CreateCall = {
    ...input,
    applicationId: VOICE_APPLICATION,
    answerUrl: expect.stringContaining(`${gateway.url}/callbacks/voice/answer/`),
    disconnectUrl: expect.stringMatching(`^${gateway.url}/callbacks/voice/disconnect/[\\w-]{16,}$`),
    ...GATEWAY_CREDENTIALS,
  };
  expect(await sent(input)).toEqual(expected);
});

test("the result of machine detection comes to the gateway that is the answer URL, unless it waits for it", async () => {
  const body = await sent({ ...NEEDED, machineDetection: { delayResult: true } });
  expect(body).toMatchObject({
    machineDetection: {
      delayResult: true,
      callbackUrl: `${gateway.url}/callbacks/voice/machineDetectionComplete`,
      ...GATEWAY_CREDENTIALS,
    },
  });
  upstream.reset();
  expect(await sent({ ...NEEDED, machineDetection: { mode: "SYNC" } })).toMatchObject({
    machineDetection: { mode: "sync" },
  });
  expect(Object(upstream.requests()[0]?.body).machineDetection).toEqual({ mode: "sync" });
});

test("without a voice application, in the environment or the input, nothing is sent", async () => {
  const bare = await startGateway({
    upstreamUrl: upstream.url,
    environment: { BW_VOICE_APPLICATION_ID: "" },
  });
  const call = mutation(upstream, () => bare.url, "createCall", "call { callId }");
  await call.expectRefused(
    NEEDED,
    "input.applicationId",
    "is required: the gateway has no BW_VOICE_APPLICATION_ID",
  );
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-new" } });
  await call.send({ ...NEEDED, applicationId: "mine" });
  expect(upstream.requests()[0]?.body).toMatchObject({ applicationId: "mine" });
  await bare.stop();
});
