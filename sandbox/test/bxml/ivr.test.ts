import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createWorld, type Verbs, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const answer = (path: string, verbs: (digits: string | undefined) => Verbs) =>
  world.receiver.on(path, ({ body }, response) =>
    response.end(new Bxml.Response(verbs(body.digits)).toBxml()),
  );

/** A menu that transfers to somebody, and takes a message if nobody answers. */
function serveMenu() {
  const menu = new Bxml.Gather({ gatherUrl: "/chosen", maxDigits: 1, repeatCount: 2 }, [
    new Bxml.SpeakSentence("For sales, press one."),
  ]);
  answer("/callbacks/voice/initiate", () => [menu, new Bxml.Hangup()]);
  answer("/chosen", (digits) =>
    digits === "1"
      ? [
          new Bxml.Transfer({ transferCompleteUrl: "/left", callTimeout: 20 }, [
            new Bxml.PhoneNumber("+19195550102"),
            new Bxml.PhoneNumber("+19195550101"),
          ]),
        ]
      : [new Bxml.SpeakSentence("Good bye.")],
  );
  answer("/left", () => [
    new Bxml.SpeakSentence("Please leave a message."),
    new Bxml.Record({
      recordCompleteUrl: "/thanks",
      transcribe: true,
      transcriptionAvailableUrl: "/written",
    }),
  ]);
  answer("/thanks", () => [new Bxml.Hangup()]);
}

const receive = async () =>
  (await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" })).body.callId;

test("an IVR greets, gathers, transfers, and takes a message with a transcription", async () => {
  serveMenu();
  const callId = await receive();
  await world.advance(1);
  await world.act(callId, "digits", { digits: "1" });
  await world.advance(25);
  await world.act(callId, "speak", { text: "I want to buy a telephone." });
  await world.advance(3);
  await world.act(callId, "digits", { digits: "#" });
  await world.advance(10);
  expect(world.receiver.types()).toEqual([
    "initiate",
    "gather",
    "transferComplete",
    "recordComplete",
    "disconnect",
    "transcriptionAvailable",
  ]);
  const [recording] = (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;
  const { body } = await world.send("GET", new URL(recording.transcription.url).pathname);
  expect(body.transcripts).toEqual([
    expect.objectContaining({ speaker: 0, text: expect.stringContaining("I want to buy a telephone.") }),
  ]);
});

test("an hour of calls, in which everybody listens to the end, takes no time at all", async () => {
  serveMenu();
  const callIds = [];
  for (let minute = 0; minute < 60; minute += 1) {
    callIds.push(await receive());
    await world.advance(60);
  }
  const causes = await Promise.all(callIds.map(async (id) => (await world.call(id)).disconnectCause));
  expect(new Set(causes)).toEqual(new Set(["hangup"]));
});
