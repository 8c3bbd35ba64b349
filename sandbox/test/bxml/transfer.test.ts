import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const A_LEG = { to: "+19195550100", from: "+19195554321" };

const calls = async () => (await world.send("GET", world.paths.calls)).body;

/** The ids of the calls that the Transfer of this one has made, in their order. */
const branches = async (parentCallId: string): Promise<string[]> =>
  (await calls())
    .filter((call: { parentCallId: string | null }) => call.parentCallId === parentCallId)
    .map(({ callId }: { callId: string }) => callId);

const state = async (callId = "") => {
  const call = await world.call(callId);
  return call.disconnectCause ?? call.state;
};

const target = (number: string, attributes = "") => `<PhoneNumber ${attributes}>${number}</PhoneNumber>`;

describe("Transfer", () => {
  test("joins the calls, and tells of the end of the leg and then of itself", async () => {
    world.receiver.on("/complete", bxml('<Pause duration="3"/>'));
    const callId = await world.perform([
      new Bxml.Transfer(
        { transferCallerId: "+19195550000", transferCompleteUrl: "/complete", tag: "a-leg" },
        new Bxml.PhoneNumber("+19195550199", { transferDisconnectUrl: "/ended", tag: "b-leg" }),
      ),
      new Bxml.Redirect({ redirectUrl: "/never" }),
    ]);
    const [leg = ""] = await branches(callId);
    expect(await world.call(leg)).toMatchObject({
      parentCallId: callId,
      state: "initiated",
      direction: "outbound",
      to: "+19195550199",
      from: "+19195550000",
    });
    await world.advance(4);
    expect([await state(callId), await state(leg)]).toEqual(["answered", "answered"]);
    await world.advance(60);
    await world.act(leg, "hangup");
    await world.advance(0);
    expect(world.receiver.types()).toEqual(["answer", "transferDisconnect", "transferComplete"]);
    const [disconnect, complete] = world.receiver.events("transferDisconnect", "transferComplete");
    const transferred = { ...A_LEG, transferCallerId: "+19195550000", transferTo: "+19195550199" };
    expect(disconnect).toMatchObject({
      ...transferred,
      callId: leg,
      parentCallId: callId,
      direction: "outbound",
      tag: "b-leg",
      cause: "hangup",
      answerTime: expect.any(String),
      endTime: expect.any(String),
    });
    expect(complete).toMatchObject({ ...transferred, callId, tag: "a-leg", cause: "hangup" });
    expect(await state(callId)).toBe("answered");
    await world.advance(3);
    expect(await state(callId)).toBe("hangup");
  });

  test("waits with its own event until the end of the leg has been taken, however slow its receiver is", async () => {
    const order: string[] = [];
    world.receiver.on("/ended", (_, response) => {
      setTimeout(() => {
        order.push("transferDisconnect answered");
        response.end();
      }, 50);
    });
    world.receiver.on("/complete", (received, response) => {
      order.push("transferComplete");
      bxml("")(received, response);
    });
    await world.perform(
      `<Transfer transferCompleteUrl="/complete">${target("+19195550101", 'transferDisconnectUrl="/ended"')}</Transfer>`,
    );
    await world.advance(5);
    expect(order).toEqual(["transferDisconnect answered", "transferComplete"]);
  });

  test("without transferCompleteUrl goes on with the next verb", async () => {
    const callId = await world.perform(`<Transfer>${target("+19195550101")}</Transfer><Pause duration="3"/>`);
    await world.advance(4.9);
    expect(await state(callId)).toBe("answered");
    await world.advance(0.1);
    expect(await state(callId)).toBe("hangup");
    expect(world.receiver.types()).toEqual(["answer", "disconnect"]);
  });

  test("rings at all at once: the first to answer wins, the others are cancelled, and each end is told", async () => {
    const numbers = ["+19195550105", "+19195550101", "+19195550104", "+19195550199"];
    const callId = await world.perform(
      `<Transfer transferCompleteUrl="/complete">${numbers
        .map((number) => target(number, 'transferDisconnectUrl="/ended"'))
        .join("")}</Transfer>`,
    );
    await world.advance(5);
    const legs = await branches(callId);
    expect(await Promise.all(legs.map(state))).toEqual(["cancel", "busy", "cancel", "answered"]);
    await world.act(legs[3] ?? "", "hangup");
    await world.advance(0);
    expect(world.receiver.events("transferComplete")).toMatchObject([
      { transferTo: "+19195550199", transferCallerId: A_LEG.to, cause: "hangup" },
    ]);
    const ends = world.receiver.events("transferDisconnect");
    expect(new Set(ends.map((event) => event.callId))).toEqual(new Set(legs));
    expect(ends).toHaveLength(4);
  });

  test("that nobody answers is told with the cause, and the call goes on", async () => {
    world.receiver.on("/complete", bxml("<Pause/>"));
    const callId = await world.perform(
      `<Transfer transferCompleteUrl="/complete" callTimeout="7">${target("+19195550102")}</Transfer>`,
    );
    await world.advance(6.9);
    expect(world.receiver.events("transferComplete")).toEqual([]);
    await world.advance(0.1);
    expect(world.receiver.events("transferComplete")).toMatchObject([{ cause: "timeout", callId }]);
    expect(await state(callId)).toBe("answered");
  });

  test("to somebody busy tells the error's message and id", async () => {
    await world.perform(`<Transfer transferCompleteUrl="/complete">${target("+19195550101")}</Transfer>`);
    await world.advance(5);
    expect(world.receiver.events("transferComplete")).toMatchObject([
      { cause: "busy", errorMessage: "Callee is busy", errorId: expect.any(String) },
    ]);
  });

  test("runs the reply to transferAnswer for the called party alone, and joins the calls then", async () => {
    world.receiver.on(
      "/whisper",
      bxml('<Gather gatherUrl="/accepted" maxDigits="1"><SpeakSentence>Press one.</SpeakSentence></Gather>'),
    );
    world.receiver.on("/accepted", bxml("<Pause/>"));
    const callId = await world.perform(
      `<StartRecording/><Transfer>${target("+19195550100", 'transferAnswerUrl="/whisper" tag="b"')}</Transfer>`,
    );
    await world.advance(1);
    const [leg = ""] = await branches(callId);
    await world.act(leg, "digits", { digits: "1" });
    await world.advance(0.5);
    const ofLeg = {
      ...A_LEG,
      callId: leg,
      parentCallId: callId,
      transferCallerId: A_LEG.to,
      transferTo: "+19195550100",
      direction: "outbound",
      tag: "b",
    };
    expect(world.receiver.events("transferAnswer", "gather")).toMatchObject([
      { ...ofLeg, eventType: "transferAnswer" },
      { ...ofLeg, eventType: "gather", digits: "1" },
    ]);
    await world.act(callId, "speak", { text: "Not joined yet" });
    await world.advance(0.5);
    await world.act(leg, "speak", { text: "Now we are" });
    await world.advance(10);
    await world.act(callId, "hangup");
    await world.advance(1);
    const [recording] = (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;
    const path = `${world.paths.calls}/${callId}/recordings/${recording.recordingId}/transcription`;
    await world.send("POST", path, {});
    await world.advance(5);
    const transcription = (await world.send("GET", path)).body;
    expect(transcription.transcripts).toEqual([
      expect.objectContaining({ speaker: 0, text: expect.stringContaining("Not joined yet") }),
      expect.objectContaining({ speaker: 1, text: expect.stringMatching(/^Hello.* Now we are$/) }),
    ]);
  });

  test("is never joined when the reply to transferAnswer hangs up", async () => {
    world.receiver.on("/whisper", bxml("<Pause duration='2'/><Hangup/>"));
    const callId = await world.perform(
      `<Transfer transferCompleteUrl="/complete">${target("+19195550100", 'transferAnswerUrl="/whisper"')}</Transfer>`,
    );
    await world.advance(1.9);
    expect(world.receiver.events("transferComplete")).toEqual([]);
    await world.advance(0.1);
    expect(world.receiver.events("transferComplete")).toMatchObject([{ cause: "hangup", callId }]);
  });

  test.each(["<Conference>a</Conference>", "<Bridge>c-1</Bridge>", `<Forward to="+19195550100"/>`])(
    "refuses %s in a reply to transferAnswer",
    async (verb) => {
      world.receiver.on("/whisper", bxml(verb));
      world.receiver.on("/complete", bxml(""));
      const callId = await world.perform(
        `<Transfer transferCompleteUrl="/complete">${target("+19195550100", 'transferAnswerUrl="/whisper"')}</Transfer>`,
      );
      await world.advance(1);
      expect(world.receiver.events("transferComplete")).toMatchObject([
        { cause: "invalid-bxml", errorMessage: expect.stringContaining("in a reply to transferAnswer") },
      ]);
      expect(await state(callId)).toBe("hangup");
    },
  );

  test("whose transferAnswer nobody takes tells that the leg ended with callback-error", async () => {
    world.receiver.on("/whisper", (_, response) => response.writeHead(500).end());
    world.receiver.on("/complete", bxml(""));
    await world.perform(
      `<Transfer transferCompleteUrl="/complete">${target("+19195550100", 'transferAnswerUrl="/whisper"')}</Transfer>`,
    );
    await world.advance(1);
    expect(world.receiver.events("transferComplete")).toMatchObject([
      { cause: "callback-error", errorMessage: expect.stringContaining("answered 500") },
    ]);
  });

  test("ends all its legs when the call ends, which is told of after them, without transferComplete", async () => {
    const callId = await world.perform(
      `<Transfer transferCompleteUrl="/complete">${target("+19195550100", 'transferDisconnectUrl="/ended"')}</Transfer>`,
    );
    await world.advance(5);
    await world.act(callId, "hangup");
    await world.advance(0);
    expect(world.receiver.types()).toEqual(["answer", "transferDisconnect", "disconnect"]);
    expect(world.receiver.events("transferDisconnect")).toMatchObject([{ cause: "hangup" }]);
  });

  test("is cancelled while it rings when the call ends", async () => {
    const callId = await world.perform(
      `<Transfer>${target("+19195550102", 'transferDisconnectUrl="/ended"')}</Transfer>`,
    );
    await world.act(callId, "hangup");
    await world.advance(0);
    expect(world.receiver.events("transferDisconnect")).toMatchObject([{ cause: "cancel" }]);
  });

  test("loses its leg when the call is redirected, and so does the call when the leg is", async () => {
    world.receiver.on("/elsewhere", bxml('<Pause duration="9"/>'));
    const redirect = (callId: string) =>
      world.send("POST", `${world.paths.calls}/${callId}`, {
        redirectUrl: `${world.receiver.url}/elsewhere`,
      });
    const verbs = `<Transfer transferCompleteUrl="/complete">${target("+19195550100")}</Transfer>`;
    const first = await world.perform(verbs);
    await redirect(first);
    await world.advance(1);
    const [lost] = await branches(first);
    expect([await state(first), await state(lost)]).toEqual(["answered", "hangup"]);

    world.receiver.on("/complete", bxml('<Pause duration="9"/>'));
    const second = await world.perform(verbs);
    const [leg = ""] = await branches(second);
    await redirect(leg);
    await world.advance(1);
    expect([await state(second), await state(leg)]).toEqual(["answered", "answered"]);
    expect(world.receiver.events("transferComplete")).toMatchObject([{ callId: second, cause: "hangup" }]);
    expect(world.receiver.events("redirect").at(-1)).toMatchObject({ callId: leg, parentCallId: second });
  });

  test("of an inbound call passes the caller's number on", async () => {
    world.receiver.on("/callbacks/voice/initiate", bxml(`<Transfer>${target("+19195550199")}</Transfer>`));
    const { callId } = (await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" })).body;
    await world.advance(0);
    const [leg] = await branches(callId);
    expect(await world.call(leg ?? "")).toMatchObject({ from: "+15551112222", to: "+19195550199" });
  });

  test.each([
    ["<Transfer/>", "must have 1 to 8 of <PhoneNumber> and <SipUri>"],
    [`<Transfer>${target("+19195550100").repeat(9)}</Transfer>`, "must have 1 to 8"],
    [`<Transfer>${target("911")}</Transfer>`, "<PhoneNumber> must be an E164 telephone number"],
    ["<Transfer><SipUri>+19195550100</SipUri></Transfer>", "<SipUri> must have a SIP URI"],
    [`<Transfer callTimeout="0">${target("+19195550100")}</Transfer>`, "callTimeout: must be a number"],
    [`<Transfer transferCallerId="me">${target("+19195550100")}</Transfer>`, "Invalid transferCallerId"],
    [
      `<Transfer diversionTreatment="any">${target("+19195550100")}</Transfer>`,
      "must be one of none, propagate, stack",
    ],
    [`<Transfer>${target("+19195550100", 'transferUrl="/a"')}</Transfer>`, "transferUrl"],
  ])("refuses %s", async (verb, reason) => {
    expect(await world.call(await world.perform(verb))).toMatchObject({
      disconnectCause: "invalid-bxml",
      errorMessage: expect.stringContaining(reason),
    });
  });

  test("calls a SIP URI too", async () => {
    const callId = await world.perform([
      new Bxml.Transfer({}, new Bxml.SipUri("sip:alice@example.com", { uui: "abc;encoding=base64" })),
    ]);
    const [leg] = await branches(callId);
    expect(await world.call(leg ?? "")).toMatchObject({ to: "sip:alice@example.com" });
  });
});
