import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { FAR_NUMBER, OWN_NUMBER, type RunningGateway, startGateway, startStack } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

// The mutations that do one thing in a live call.

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

const BXML = "PUT /calls/c-1/bxml";
const send = (name: string) => mutation(upstream, () => gateway.url, name, "call { callId }");
const here = (event: string) =>
  `${event}Url="${gateway.url}/callbacks/voice/${event}" username="callbacks" password="secret"`;

type Input = Record<string, unknown>;
const NUMBER = "+19195551234";
const KEEPS_UP = '<Pause duration="86400"/>';

test.each<[string, Input, () => string]>([
  [
    "speakInCall",
    { speakSentence: { text: "1 < 2", voice: "KATE" } },
    () => `<SpeakSentence voice="kate">1 &lt; 2</SpeakSentence>${KEEPS_UP}`,
  ],
  [
    "speakInCall",
    { speakSentence: { ssml: "Hello<break/>" }, afterwards: [] },
    () => "<SpeakSentence>Hello<break/></SpeakSentence>",
  ],
  [
    "speakInCall",
    { speakSentence: { text: "a" }, afterwards: [{ gather: {} }] },
    () => `<SpeakSentence>a</SpeakSentence><Gather ${here("gather")}/>`,
  ],
  [
    "playAudioInCall",
    { playAudio: { url: "https://client.example.com/a.wav" } },
    () => `<PlayAudio>https://client.example.com/a.wav</PlayAudio>${KEEPS_UP}`,
  ],
  [
    "sendDtmf",
    { sendDtmf: { digits: "1w2", toneDuration: 100 } },
    () => `<SendDtmf toneDuration="100">1w2</SendDtmf>${KEEPS_UP}`,
  ],
  [
    "transferCall",
    { transfer: { to: [{ phoneNumber: { number: NUMBER } }], callTimeout: 20 } },
    () =>
      `<Transfer callTimeout="20" ${here("transferComplete")}>` +
      `<PhoneNumber ${here("transferDisconnect")}>${NUMBER}</PhoneNumber></Transfer>`,
  ],
  [
    "transferCall",
    { transfer: { to: [{ phoneNumber: { number: NUMBER } }] }, afterwards: [{ hangup: {} }] },
    () => `<Transfer><PhoneNumber ${here("transferDisconnect")}>${NUMBER}</PhoneNumber></Transfer><Hangup/>`,
  ],
  [
    "joinConference",
    { conference: { name: "team", mute: true } },
    () => `<Conference mute="true" ${here("conferenceEvent")}>team</Conference>`,
  ],
  [
    "joinConference",
    { conference: { name: "team" }, afterwards: [{ redirect: {} }] },
    () => `<Conference ${here("conferenceEvent")}>team</Conference><Redirect ${here("redirect")}/>`,
  ],
])("%s sends its document, and nothing else: %j", async (name, input, document) => {
  upstream.answer(BXML, { status: 204 });
  expect(await send(name).send({ callId: "c-1", ...input })).toEqual({ call: { callId: "c-1" } });
  expect(upstream.asked()).toEqual([BXML]);
  expect(upstream.requests()[0]?.body).toBe(`<Response>${document()}</Response>`);
});

test("hangUpCall ends the call in whatever state it is, which no document could", async () => {
  upstream.answer("POST /calls/c-1", { status: 200 });
  expect(await send("hangUpCall").send({ callId: "c-1" })).toEqual({ call: { callId: "c-1" } });
  expect(upstream.asked()).toEqual(["POST /calls/c-1"]);
  expect(upstream.requests()[0]?.body).toEqual({ state: "completed" });
});

test.each<[string, Input, string, string]>([
  ["speakInCall", { callId: "", speakSentence: { text: "a" } }, "input.callId", "must not be empty"],
  ["speakInCall", { speakSentence: { text: "" } }, "input.speakSentence.text", "must not be blank"],
  [
    "speakInCall",
    { speakSentence: { text: "a" }, afterwards: [{ pause: { duration: 0 } }] },
    "input.afterwards[0].pause.duration",
    "must be 0.1 to 86400 seconds",
  ],
  [
    "speakInCall",
    { speakSentence: { text: "a" }, afterwards: [{ hangup: {} }, { ring: {} }] },
    "input.afterwards[1].ring",
    "never runs: hangup before it ends the document",
  ],
  ["playAudioInCall", { playAudio: { url: "a" } }, "input.playAudio.url", "must be a full http or https URL"],
  [
    "sendDtmf",
    { sendDtmf: { digits: "x" } },
    "input.sendDtmf.digits",
    "must be 1 to 50 of 0-9, *, #, A-D, and for a pause ',', w and W",
  ],
  ["transferCall", { transfer: { to: [] } }, "input.transfer.to", "must be 1 to 8"],
  [
    "transferCall",
    {
      transfer: {
        to: [{ phoneNumber: { number: NUMBER } }],
        transferCompleteUrl: "https://client.example.com/done",
      },
      afterwards: [{ hangup: {} }],
    },
    "input.afterwards[0].hangup",
    "never runs: transfer before it ends the document",
  ],
  [
    "joinConference",
    { conference: { name: "a b" } },
    "input.conference.name",
    "must be 1 to 100 letters, digits, -, _ and .",
  ],
  ["hangUpCall", { callId: "" }, "input.callId", "must not be empty"],
])("%s refuses what Bandwidth would not run: %j", async (name, input, field, message) => {
  await send(name).expectRefused({ callId: "c-1", ...input }, field, message);
});

test("a call that cannot be changed now is a conflict, and named", async () => {
  upstream.answer(BXML, { status: 409, body: { type: "validation", description: "Not answered" } });
  const { data, errors } = await post(
    gateway.url,
    'mutation { speakInCall(input: { callId: "c-1", speakSentence: { text: "a" } }) { call { callId } } }',
  );
  expect(data).toEqual({ speakInCall: null });
  expect(errors).toMatchObject([{ extensions: { code: "CONFLICT" } }]);
});

test("a call that was spoken to stays up until it is told otherwise", async () => {
  await using stack = await startStack();
  const placed = await query(
    stack.url,
    "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
    { input: { to: FAR_NUMBER, from: OWN_NUMBER, onAnswer: { verbs: [{ pause: { duration: 60 } }] } } },
  );
  const { callId } = (placed["createCall"] as { call: { callId: string } }).call;
  await stack.sandbox.advance(20);
  await query(
    stack.url,
    'mutation ($callId: ID!) { speakInCall(input: { callId: $callId, speakSentence: { text: "Hello" } }) { call { callId } } }',
    { callId },
  );
  await stack.sandbox.advance(3600);
  const end =
    "mutation ($callId: ID!) { hangUpCall(input: { callId: $callId }) { call { disconnectCause } } }";
  const state = `query ($callId: ID!) { call(callId: $callId) { state } }`;
  expect(await query(stack.url, state, { callId })).toEqual({ call: { state: "ANSWERED" } });
  expect(await query(stack.url, end, { callId })).toEqual({
    hangUpCall: { call: { disconnectCause: "HANGUP" } },
  });
});
