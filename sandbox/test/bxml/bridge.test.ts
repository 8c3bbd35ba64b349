import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "../world.ts";

let world: World;
let target: string;
beforeEach(async () => {
  world = await createWorld();
  world.receiver.on("/complete", bxml('<Pause duration="3"/>'));
  target = await world.perform("<Pause duration='100'/><Redirect redirectUrl='/never'/>", { tag: "target" });
});
afterEach(() => world.stop());

const URLS = { bridgeCompleteUrl: "/complete", bridgeTargetCompleteUrl: "/complete" };

const bridge = (attributes: object, to = target) =>
  world.perform([new Bxml.Bridge(to, attributes), new Bxml.Pause({ duration: 7 })], { tag: "originator" });

const state = async (callId: string) => (await world.call(callId)).state;
const told = () => world.receiver.events("bridgeComplete", "bridgeTargetComplete");
const hangUp = async (callId: string) => {
  await world.act(callId, "hangup");
  await world.advance(0);
};

describe("Bridge", () => {
  test("when the target leaves first, tells the originator, and its BXML is given up", async () => {
    const originator = await bridge({ ...URLS, tag: "bridged" });
    await world.advance(200);
    expect([await state(originator), await state(target)]).toEqual(["answered", "answered"]);
    await hangUp(target);
    expect(told()).toMatchObject([{ eventType: "bridgeComplete", callId: originator, tag: "bridged" }]);
    expect(told()[0]).not.toHaveProperty("cause");
    await world.advance(3);
    expect(await state(originator)).toBe("disconnected");
  });

  test("goes before what the originator would do next when the target itself bridges back to it", async () => {
    const originator = await bridge({ bridgeCompleteUrl: "/complete" });
    const document = `<Response><Bridge>${originator}</Bridge></Response>`;
    const xml = { "content-type": "application/xml" };
    await world.send("PUT", `${world.paths.calls}/${target}/bxml`, document, xml);
    await world.advance(20);
    expect([await state(originator), await state(target)]).toEqual(["answered", "answered"]);
    expect(told()).toEqual([]);
  });

  test("without bridgeCompleteUrl lets the originator go on with its next verb", async () => {
    const originator = await bridge({});
    await hangUp(target);
    await world.advance(6.9);
    expect(await state(originator)).toBe("answered");
    await world.advance(0.1);
    expect(await state(originator)).toBe("disconnected");
    expect(told()).toEqual([]);
  });

  test("when the originator leaves first, tells the target's end of it, and the target goes on", async () => {
    const originator = await bridge(URLS);
    await hangUp(originator);
    expect(told()).toMatchObject([{ eventType: "bridgeTargetComplete", callId: target, tag: "target" }]);
    expect(await state(target)).toBe("answered");
    await world.advance(3);
    expect(await state(target)).toBe("disconnected");
  });

  test("when the originator leaves first, hangs the target up without bridgeTargetCompleteUrl", async () => {
    await hangUp(await bridge({ bridgeCompleteUrl: "/complete" }));
    expect(await world.call(target)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
    expect(told()).toEqual([]);
  });

  test("ends for both when one is redirected", async () => {
    world.receiver.on("/elsewhere", bxml('<Pause duration="9"/>'));
    const originator = await bridge(URLS);
    const redirectUrl = `${world.receiver.url}/elsewhere`;
    await world.send("POST", `${world.paths.calls}/${target}`, { redirectUrl });
    await world.advance(1);
    expect(told()).toMatchObject([{ eventType: "bridgeComplete", callId: originator }]);
    expect([await state(originator), await state(target)]).toEqual(["answered", "answered"]);
  });

  test("takes a call out of a conference", async () => {
    const member = await world.perform('<Conference conferenceEventUrl="/conference">room</Conference>');
    await bridge(URLS, member);
    expect(world.receiver.types()).toContain("conferenceCompleted");
  });

  test("is over for the originator when the target is too long-winded to take part in it", async () => {
    let documents = 0;
    world.receiver.on("/loop", (received, response) => {
      documents += 1;
      bxml(documents < 999 ? '<Redirect redirectUrl="/loop"/>' : '<Pause duration="100"/>')(
        received,
        response,
      );
    });
    const exhausted = await world.perform('<Redirect redirectUrl="/loop"/>');
    const originator = await bridge(URLS, exhausted);
    expect(await world.call(exhausted)).toMatchObject({ disconnectCause: "error" });
    expect(told()).toMatchObject([{ eventType: "bridgeComplete", callId: originator }]);
  });

  test("lets each hear the other", async () => {
    const originator = await world.perform(`<StartRecording transcribe="true"/><Bridge>${target}</Bridge>`);
    await world.act(target, "speak", { text: "I am the target" });
    await world.advance(5);
    await hangUp(originator);
    await world.advance(6);
    const [recording] = (await world.send("GET", `${world.paths.calls}/${originator}/recordings`)).body;
    const { body } = await world.send("GET", new URL(recording.transcription.url).pathname);
    expect(body.transcripts).toContainEqual({ speaker: 1, text: "I am the target", confidence: 0.97 });
  });
});

describe("a Bridge that cannot be tells its originator why", () => {
  test("an id that no call has", async () => {
    await bridge(URLS, "c-none");
    expect(told()).toMatchObject([
      {
        eventType: "bridgeComplete",
        cause: "unknown",
        errorMessage: "Call c-none does not exist or is over",
        errorId: expect.any(String),
      },
    ]);
  });

  test("a call that is over, and one that is not answered", async () => {
    await hangUp(target);
    await bridge(URLS);
    const ringing = await world.dial({ to: "+19195550102" });
    await world.advance(1);
    await bridge(URLS, ringing);
    expect(told()).toMatchObject([{ cause: "unknown" }, { cause: "rejected" }]);
  });

  test("one that is bridged already, which stays as it is", async () => {
    const first = await bridge(URLS);
    await bridge(URLS);
    expect(told()).toMatchObject([
      { cause: "busy", errorMessage: `Call ${target} is already bridged with another call` },
    ]);
    await world.advance(60);
    expect([await state(first), await state(target)]).toEqual(["answered", "answered"]);
  });

  test("one that is being forwarded", async () => {
    world.receiver.on("/callbacks/voice/initiate", bxml('<Forward to="+19195550102"/>'));
    const { body } = await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
    await world.advance(0);
    await bridge(URLS, body.callId);
    expect(told()).toMatchObject([{ cause: "rejected", errorMessage: expect.stringContaining("forwarded") }]);
  });

  test("and without bridgeCompleteUrl goes on with the next verb", async () => {
    const originator = await bridge({}, "c-none");
    await world.advance(6.9);
    expect(await state(originator)).toBe("answered");
    await world.advance(0.1);
    expect(await state(originator)).toBe("disconnected");
  });
});
