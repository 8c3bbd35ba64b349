import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.receiver.on("/gathered", bxml('<Pause duration="100"/>'));
});
afterEach(() => world.stop());

/** A sentence that takes seven seconds. */
const SENTENCE = "a".repeat(100);

const press = (callId: string, digits: string) => world.act(callId, "digits", { digits });
const gathered = () => world.receiver.events("gather");
const isOver = async (callId: string) => (await world.call(callId)).state === "disconnected";

describe("Gather", () => {
  test("plays what it holds, tells the digits, and goes on with the reply in place of what follows", async () => {
    const verbs = [
      new Bxml.Gather({ gatherUrl: "/gathered", maxDigits: 2, tag: "menu" }, [
        new Bxml.SpeakSentence(SENTENCE),
      ]),
      new Bxml.Redirect({ redirectUrl: "/never" }),
    ];
    const callId = await world.perform(verbs);
    await world.advance(1);
    await press(callId, "12");
    await world.advance(0);
    const call = await world.call(callId);
    expect(gathered()).toEqual([
      {
        eventType: "gather",
        eventTime: expect.any(String),
        accountId: "9900000",
        applicationId: call.applicationId,
        from: call.from,
        to: call.to,
        direction: "outbound",
        callId,
        callUrl: `${world.url}${world.paths.calls}/${callId}`,
        enqueuedTime: call.enqueuedTime,
        startTime: call.startTime,
        answerTime: call.answerTime,
        digits: "12",
        terminatingDigit: "",
        tag: "menu",
      },
    ]);
    await world.advance(50);
    expect(world.receiver.types()).toEqual(["answer", "gather"]);
  });

  test("ends on a terminating digit, which is told beside the digits", async () => {
    const callId = await world.perform('<Gather gatherUrl="/gathered" terminatingDigits="#*"/>');
    await press(callId, "1");
    await world.advance(4);
    await press(callId, "2*3");
    await world.advance(0);
    expect(gathered()).toMatchObject([{ digits: "12", terminatingDigit: "*" }]);
  });

  test("ends interDigitTimeout after the last digit", async () => {
    const callId = await world.perform('<Gather gatherUrl="/gathered" interDigitTimeout="3"/>');
    for (const digit of ["1", "2"]) {
      await world.advance(2);
      await press(callId, digit);
    }
    await world.advance(2.9);
    expect(gathered()).toEqual([]);
    await world.advance(0.1);
    expect(gathered()).toMatchObject([{ digits: "12", terminatingDigit: "" }]);
  });

  test("without digits plays again, after firstDigitTimeout, and then tells that there were none", async () => {
    const callId = await world.perform(
      `<StartRecording/><Gather gatherUrl="/gathered" firstDigitTimeout="2" repeatCount="2">
       <SpeakSentence>${SENTENCE}</SpeakSentence></Gather>`,
    );
    await world.advance(17.9);
    expect(gathered()).toEqual([]);
    await world.advance(0.1);
    expect(gathered()).toMatchObject([{ digits: "", terminatingDigit: "" }]);
    expect(await isOver(callId)).toBe(false);
  });

  test("stops what it plays at the first digit, and a transcription has what was said until then", async () => {
    const callId = await world.perform(
      `<StartRecording transcribe="true"/><Gather maxDigits="1"><SpeakSentence>${SENTENCE}</SpeakSentence>
       <SpeakSentence>never said</SpeakSentence></Gather><StopRecording/><Pause duration="100"/>`,
      { to: "+19195550106" },
    );
    await world.advance(4 + 3.5);
    await press(callId, "1");
    await world.advance(10);
    const [recording] = (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;
    expect(recording.duration).toBe("PT3.5S");
    const { body } = await world.send("GET", new URL(recording.transcription.url).pathname);
    expect(body.transcripts).toEqual([{ speaker: 1, text: "a".repeat(50), confidence: 0.97 }]);
  });

  test("without gatherUrl forgets the digits and goes on with the next verb", async () => {
    const callId = await world.perform("<Gather maxDigits='1'/><Pause duration='2'/>");
    await press(callId, "12");
    await world.advance(1.9);
    expect(await isOver(callId)).toBe(false);
    await world.advance(0.1);
    expect(await isOver(callId)).toBe(true);
    expect(world.receiver.types()).toEqual(["answer", "disconnect"]);
  });

  test("hears no digit from before it", async () => {
    const callId = await world.perform(
      '<Pause/><Gather gatherUrl="/gathered" maxDigits="1" firstDigitTimeout="1"/>',
    );
    await press(callId, "1");
    await world.advance(2);
    expect(gathered()).toMatchObject([{ digits: "" }]);
  });

  test("that fails to be told ends the call with callback-error", async () => {
    world.receiver.on("/gathered", (_, response) => response.writeHead(500).end());
    const callId = await world.perform('<Gather gatherUrl="/gathered" firstDigitTimeout="0"/>');
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "callback-error" });
  });

  test("goes to its fallback URL, with the credentials of that", async () => {
    world.receiver.on("/gathered", (_, response) => response.writeHead(500).end());
    world.receiver.on("/fallback", ({ authorization }, response) => {
      if (authorization === undefined) response.writeHead(401, { "www-authenticate": "Basic" }).end();
      else response.end("<Response/>");
    });
    const callId = await world.perform(
      `<Gather gatherUrl="/gathered" gatherFallbackUrl="/fallback" fallbackUsername="me" fallbackPassword="secret"
       firstDigitTimeout="0"/>`,
    );
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup" });
    expect(world.receiver.received.find(({ path }) => path === "/fallback")?.authorization).toBeUndefined();
    expect(world.receiver.received.findLast(({ path }) => path === "/fallback")?.authorization).toBe(
      `Basic ${btoa("me:secret")}`,
    );
  });

  test("is cut off by a redirection", async () => {
    world.receiver.on("/redirected", bxml("<Pause/>"));
    const callId = await world.perform('<Gather gatherUrl="/gathered" firstDigitTimeout="60"/>');
    await world.send("POST", `${world.paths.calls}/${callId}`, {
      redirectUrl: `${world.receiver.url}/redirected`,
    });
    await world.advance(1);
    expect(world.receiver.types()).toEqual(["answer", "redirect", "disconnect"]);
  });

  test.each([
    ["<Gather maxDigits='0'/>", "Invalid maxDigits: must be a number between 1 and 50"],
    ["<Gather maxDigits='1.5'/>", "Invalid maxDigits: must be a whole number"],
    ["<Gather interDigitTimeout='0'/>", "Invalid interDigitTimeout: must be a number between 1 and 60"],
    ["<Gather terminatingDigits='x'/>", "Invalid terminatingDigits: must be some of 0-9 * # A-D"],
    ["<Gather gatherMethod='PUT'/>", "Invalid gatherMethod: must be GET or POST"],
    ["<Gather>text</Gather>", "may contain <SpeakSentence> and <PlayAudio> only, no text"],
    ["<Gather><Pause/></Gather>", "may contain <SpeakSentence> and <PlayAudio> only, not <Pause>"],
    [
      `<Gather repeatCount='11'>${"<SpeakSentence>a</SpeakSentence>".repeat(2)}</Gather>`,
      "<Gather> may play at most 20 verbs, repeats included",
    ],
  ])("refuses %s", async (verb, reason) => {
    expect(await world.call(await world.perform(verb))).toMatchObject({
      disconnectCause: "invalid-bxml",
      errorMessage: expect.stringContaining(reason),
    });
  });
});

describe("StartGather", () => {
  const digits = () => world.receiver.events("dtmf").map((event) => [event.digit, event.tag]);

  test("tells each digit, with its tag, until StopGather", async () => {
    const callId = await world.perform([
      new Bxml.StartGather({ dtmfUrl: "/dtmf", tag: "keys" }),
      new Bxml.Pause({ duration: 5 }),
      new Bxml.StopGather(),
      new Bxml.Pause({ duration: 5 }),
    ]);
    await press(callId, "1a");
    await world.advance(6);
    await press(callId, "2");
    await world.advance(10);
    expect(digits()).toEqual([
      ["1", "keys"],
      ["A", "keys"],
    ]);
  });

  test("pauses while a Gather runs, and goes on after it", async () => {
    const callId = await world.perform(
      '<StartGather dtmfUrl="/dtmf"/><Gather maxDigits="1"/><Pause duration="5"/>',
    );
    await press(callId, "1");
    await world.advance(1);
    await press(callId, "2");
    await world.advance(1);
    expect(digits()).toEqual([["2", undefined]]);
  });

  test("outlives its document", async () => {
    world.receiver.on("/next", bxml('<Pause duration="5"/>'));
    const callId = await world.perform('<StartGather dtmfUrl="/dtmf"/><Redirect redirectUrl="/next"/>');
    await press(callId, "7");
    await world.advance(1);
    expect(digits()).toEqual([["7", undefined]]);
  });

  test("stays active in a conference, a transfer and a bridge", async () => {
    for (const verb of [
      "<Conference>room</Conference>",
      "<Transfer><PhoneNumber>+19195550100</PhoneNumber></Transfer>",
      "<Bridge>{target}</Bridge>",
    ]) {
      const target = await world.perform('<Pause duration="900"/>');
      const callId = await world.perform(`<StartGather dtmfUrl="/dtmf"/>${verb.replace("{target}", target)}`);
      await world.advance(2);
      await press(callId, "5");
      await world.advance(0);
    }
    expect(digits()).toHaveLength(3);
  });

  test("needs a dtmfUrl", async () => {
    expect(await world.call(await world.perform("<StartGather/>"))).toMatchObject({
      disconnectCause: "invalid-bxml",
      errorMessage: "<StartGather> is invalid: Invalid dtmfUrl: is required",
    });
  });
});
