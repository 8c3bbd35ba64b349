import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
  world.receiver.on("/answer", bxml('<Pause duration="300"/>'));
});
afterEach(() => world.stop());

describe("who is called", () => {
  test.each([
    ["+19195550100", 0, "at once"],
    ["+19195551234", 4, "after two rings"],
    ["+19195550104", 6, "after three rings"],
    ["+19195550105", 8, "after four rings, a machine"],
  ])("%s answers after %d seconds: %s", async (to, seconds) => {
    const callId = await world.dial({ to });
    if (seconds > 0) {
      await world.advance(seconds - 0.1);
      expect(await world.call(callId)).toMatchObject({ state: "initiated" });
    }
    await world.advance(0.1);
    expect(await world.call(callId)).toMatchObject({ state: "answered" });
  });

  test("+19195550108 hangs up ten seconds after it has answered", async () => {
    const callId = await world.dial({ to: "+19195550108" });
    await world.advance(13.9);
    expect(await world.call(callId)).toMatchObject({ state: "answered" });
    await world.advance(0.1);
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup" });
  });
});

describe("machine detection", () => {
  const HUMAN = { value: "human", duration: "PT1.5S" };

  test.each([
    ["+19195551234", {}, 4 + 1.5, HUMAN],
    ["+19195551234", { detectionTimeout: 1 }, 4 + 1, { value: "timeout", duration: "PT1S" }],
    ["+19195550105", {}, 8 + 10, { value: "answering-machine", duration: "PT10S" }],
    ["+19195550105", { speechThreshold: 7 }, 8 + 7, { value: "answering-machine", duration: "PT7S" }],
    ["+19195550105", { delayResult: true }, 8 + 15, { value: "timeout", duration: "PT15S" }],
    ["+19195550106", {}, 4 + 10, { value: "silence", duration: "PT10S" }],
    ["+19195550106", { silenceTimeout: 2.5 }, 4 + 2.5, { value: "silence", duration: "PT2.5S" }],
    ["+19195550107", {}, 4 + 15, { value: "timeout", duration: "PT15S" }],
  ])("of %s with %j tells after %d seconds: %j", async (to, settings, seconds, machineDetectionResult) => {
    await world.dial({ to, machineDetection: { mode: "sync", ...settings } });
    await world.advance(seconds - 0.1);
    expect(world.receiver.types()).toEqual([]);
    await world.advance(0.1);
    expect(world.receiver.events("answer")).toMatchObject([{ machineDetectionResult }]);
  });

  test("with delayResult waits for the end of the machine's message, and a while", async () => {
    const settings = { mode: "sync", delayResult: true, detectionTimeout: 30, machineSpeechEndThreshold: 2 };
    await world.dial({ to: "+19195550105", machineDetection: settings });
    await world.advance(8 + 17);
    const [answer] = world.receiver.events("answer");
    expect(answer?.machineDetectionResult).toEqual({
      value: "answering-machine",
      duration: "PT16.56S",
    });
  });

  test("that is asynchronous lets the call go on, and a redirection act on what it found", async () => {
    world.receiver.on("/machine", (_, response) => response.writeHead(204).end());
    const callId = await world.dial({
      to: "+19195550105",
      machineDetection: { callbackUrl: `${world.receiver.url}/machine` },
    });
    await world.advance(8);
    expect(world.receiver.types()).toEqual(["answer"]);
    await world.advance(10);
    expect(world.receiver.events("machineDetectionComplete")).toMatchObject([
      { callId, machineDetectionResult: { value: "answering-machine" } },
    ]);
    world.receiver.on("/voicemail", bxml("<SpeakSentence>Call us back.</SpeakSentence>"));
    await world.send("POST", `${world.paths.calls}/${callId}`, {
      redirectUrl: `${world.receiver.url}/voicemail`,
    });
    await world.advance(2);
    expect(world.receiver.types().slice(-2)).toEqual(["redirect", "disconnect"]);
  });

  test("that is asynchronous tells nothing of a call that has ended meanwhile", async () => {
    const callId = await world.dial({
      to: "+19195550105",
      machineDetection: { callbackUrl: `${world.receiver.url}/machine` },
    });
    await world.advance(9);
    await world.act(callId, "hangup");
    await world.advance(60);
    expect(world.receiver.types()).toEqual(["answer", "disconnect"]);
  });
});

describe("the far party is made to speak", () => {
  test("and recordings, transcriptions and the silence of a Record hear it", async () => {
    const callId = await world.perform(
      '<Record transcribe="true" silenceTimeout="3" recordCompleteUrl="/recorded"/>',
      { to: "+19195550106" },
    );
    await world.advance(4 + 2);
    // Ten characters take 0.7 seconds.
    await world.act(callId, "speak", { text: "Call me ok" });
    await world.advance(3.6);
    expect(world.receiver.events("recordComplete")).toEqual([]);
    world.receiver.on("/recorded", bxml('<Pause duration="60"/>'));
    await world.advance(0.1);
    expect(world.receiver.events("recordComplete")).toMatchObject([{ duration: "PT5.7S" }]);
    await world.advance(6);
    const [recording] = (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;
    const { body } = await world.send("GET", new URL(recording.transcription.url).pathname);
    expect(body.clips).toEqual([
      { speaker: 0, text: "Call me ok", confidence: 0.97, startTimeSeconds: 2, endTimeSeconds: 2.7 },
    ]);
  });

  test("only in a call that is answered, and with something to say", async () => {
    const callId = await world.dial({ to: "+19195550102" });
    await world.advance(1);
    expect((await world.act(callId, "speak", { text: "Hello" })).status).toBe(409);
    expect((await world.act(callId, "speak", { text: "" })).status).toBe(400);
    expect((await world.act("c-none", "speak", { text: "Hello" })).status).toBe(404);
  });
});
