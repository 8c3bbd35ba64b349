import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { waveFile } from "../../audio.ts";
import { createWorld, type Reaction, status, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

/** Expects the call to end after so many seconds, and not a tenth of a second before. */
async function expectEnd(callId: string, seconds: number) {
  await world.advance(seconds - 0.1);
  expect(await world.call(callId)).toMatchObject({ state: "answered" });
  await world.advance(0.1);
  expect(await world.call(callId)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
}

const sound =
  (bytes: Uint8Array, type: string): Reaction =>
  (_, response) =>
    response.writeHead(200, { "content-type": type }).end(bytes);

const WAVE = Buffer.concat([...waveFile({ channels: 1, takes: [{ durationMs: 3000, sounds: [] }] })]);

/** MPEG 1, layer 3, 64 kbit/s: eight bytes are a millisecond. */
const MP3 = Buffer.concat([Buffer.from("ID3"), Buffer.from([0xff, 0xfb, 0x50, 0]), Buffer.alloc(16_000 - 4)]);

describe("PlayAudio", () => {
  test("takes the time of the file, a WAV by its header, an MP3 by its bit rate", async () => {
    world.receiver.on("/a", sound(WAVE, "audio/x-wav"));
    world.receiver.on("/b", sound(MP3, "audio/mpeg"));
    await expectEnd(await world.perform([new Bxml.PlayAudio("/a"), new Bxml.PlayAudio("/b")]), 5);
  });

  test("goes by the name where the type says nothing", async () => {
    world.receiver.on("/a.mp3", sound(MP3, "application/octet-stream"));
    await expectEnd(await world.perform("<PlayAudio>a.mp3</PlayAudio>"), 2);
  });

  test("sends its credentials", async () => {
    world.receiver.on("/a.wav", (received, response) =>
      (received.authorization === `Basic ${btoa("me:secret")}` ? sound(WAVE, "audio/wav") : status(401))(
        received,
        response,
      ),
    );
    await expectEnd(await world.perform('<PlayAudio username="me" password="secret">a.wav</PlayAudio>'), 3);
  });

  test("of a file that is not on this machine takes five seconds", async () => {
    await expectEnd(await world.perform("<PlayAudio>https://files.example/a.wav</PlayAudio>"), 5);
  });

  test.each<[string, Reaction]>([
    ["https://files.example/a.ogg", status(404)],
    ["/missing.wav", status(404)],
    ["/broken.wav", sound(Buffer.from("RIFF and no more"), "audio/wav")],
    ["/a.ogg", sound(Buffer.from("OggS"), "audio/ogg")],
    ["/silent", (_, response) => response.destroy()],
  ])("of %s ends the call with application-error", async (url, reaction) => {
    world.receiver.on(url, reaction);
    const callId = await world.perform(`<PlayAudio>${url}</PlayAudio><Pause/>`);
    expect(await world.call(callId)).toMatchObject({
      disconnectCause: "application-error",
      errorMessage: expect.stringContaining("The audio file at"),
    });
  });
});

describe("SendDtmf", () => {
  test.each([
    ["<SendDtmf>1</SendDtmf>", 0.2],
    ["<SendDtmf>12</SendDtmf>", 0.2 + 0.4 + 0.2],
    ["<SendDtmf>1w2W3,</SendDtmf>", 0.2 + 0.5 + 0.2 + 1 + 0.2 + 0.5],
    ['<SendDtmf toneDuration="1000" toneInterval="50">a*#</SendDtmf>', 3.1],
  ])("%s takes %d seconds", async (verb, seconds) => {
    await expectEnd(await world.perform(verb), seconds);
  });
});

describe("Ring", () => {
  test("takes five seconds unless it says how long", async () => {
    await expectEnd(await world.perform([new Bxml.Ring({}), new Bxml.Ring({ duration: 2.5 })]), 7.5);
  });

  test("answers an inbound call, unless it is told not to", async () => {
    const receive = async (verbs: string) => {
      world.receiver.on("/callbacks/voice/initiate", (_, response) =>
        response.end(`<Response>${verbs}</Response>`),
      );
      const { body } = await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
      await world.advance(1);
      return body.callId;
    };
    expect(await world.call(await receive("<Ring/>"))).toMatchObject({ state: "answered" });
    const callId = await receive('<Ring answerCall="false"/><Pause/>');
    expect(await world.call(callId)).toMatchObject({ state: "initiated", answerTime: null });
    await world.advance(4);
    expect(await world.call(callId)).toMatchObject({ state: "answered" });
  });
});

test("what has no words is heard in recordings, and not transcribed", async () => {
  const callId = await world.perform(
    '<StartRecording transcribe="true"/><Ring duration="1"/><StopRecording/><Pause duration="9"/>',
    { to: "+19195550106" },
  );
  await world.advance(4 + 8);
  const [recording] = (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;
  const media = await fetch(recording.mediaUrl, {
    headers: { authorization: `Basic ${btoa("sandbox:sandbox")}` },
  });
  const samples = Buffer.from(await media.arrayBuffer()).subarray(44);
  expect(samples.some((byte) => byte !== 0)).toBe(true);
  const { body } = await world.send("GET", new URL(recording.transcription.url).pathname);
  expect(body).toEqual({ transcripts: [], clips: [] });
});

describe("a verb with values that Bandwidth does not take ends the call with invalid-bxml", () => {
  test.each([
    ["<PlayAudio/>", "must have the URL of an audio file"],
    ["<PlayAudio>ftp://a.example/b.wav</PlayAudio>", "only http and https are allowed"],
    ["<PlayAudio><b/>a.wav</PlayAudio>", "may contain text only"],
    ["<SendDtmf/>", "must have 1 to 50 of"],
    [`<SendDtmf>${"1".repeat(51)}</SendDtmf>`, "must have 1 to 50 of"],
    ["<SendDtmf toneDuration='49'>1</SendDtmf>", "toneDuration: must be a number between 50 and 5000"],
    ["<Ring duration='0'/>", "duration: must be a number between 0.1 and 86400"],
    ["<Ring answerCall='yes'/>", "answerCall: must be true or false"],
    ["<SpeakSentence voice='nobody'>Hi</SpeakSentence>", "voice: must be one of julie, kate"],
    ["<SpeakSentence locale='en'>Hi</SpeakSentence>", "locale: must be one of en_US"],
    ["<SpeakSentence>Hi <blink>there</blink></SpeakSentence>", "<blink> is not an SSML tag"],
  ])("%s: %s", async (verb, reason) => {
    expect(await world.call(await world.perform(verb))).toMatchObject({
      disconnectCause: "invalid-bxml",
      errorMessage: expect.stringContaining(reason),
    });
  });
});

test("SSML within a sentence is spoken without its tags", async () => {
  const callId = await world.perform([
    new Bxml.SpeakSentence('<p>One<break time="1s"/> <emphasis level="strong">two</emphasis></p>'),
  ]);
  await expectEnd(callId, "One two".length * 0.07 < 0.5 ? 0.5 : "One two".length * 0.07);
});
