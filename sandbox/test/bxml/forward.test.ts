import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bxml, createWorld, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

/** A call comes in and is forwarded. */
async function forward(attributes: Bxml.ForwardAttributes) {
  const document = new Bxml.Response([
    new Bxml.Forward(attributes),
    new Bxml.Redirect({ redirectUrl: "/never" }),
  ]);
  world.receiver.on("/callbacks/voice/initiate", (_, response) => response.end(document.toBxml()));
  const { body } = await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
  await world.advance(0);
  return body.callId;
}

test("Forward is answered when the other one answers, and nothing but its end is told", async () => {
  const callId = await forward({ to: "+19195550108", from: "+19195554321" });
  expect(await world.call(callId)).toMatchObject({ state: "initiated", answerTime: null });
  await world.advance(4);
  expect(await world.call(callId)).toMatchObject({ state: "answered" });
  await world.advance(10);
  expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup" });
  expect(world.receiver.types()).toEqual(["initiate", "disconnect"]);
});

test.each([
  ["+19195550101", "busy"],
  ["+19195550102", "timeout"],
  ["+19195550103", "rejected"],
])("Forward to %s ends the call with %s", async (to, cause) => {
  const callId = await forward({ to, callTimeout: 20 });
  await world.advance(20);
  expect(await world.call(callId)).toMatchObject({ answerTime: null, disconnectCause: cause });
});

test("a call that is forwarded is out of the account's hands", async () => {
  const callId = await forward({ to: "sip:alice@example.com" });
  const path = `${world.paths.calls}/${callId}`;
  const xml = { "content-type": "application/xml" };
  expect((await world.send("POST", path, { redirectUrl: world.receiver.url })).status).toBe(409);
  expect((await world.send("POST", path, { state: "completed" })).status).toBe(409);
  expect((await world.send("PUT", `${path}/bxml`, "<Response/>", xml)).status).toBe(409);
});

test("Forward in a call that is answered ends it with application-error", async () => {
  const callId = await world.perform('<Pause/><Forward to="+19195550100"/>');
  await world.advance(1);
  expect(await world.call(callId)).toMatchObject({ disconnectCause: "application-error" });
});

test("Forward after StartGather does so too, as that answers the call", async () => {
  world.receiver.on(
    "/callbacks/voice/initiate",
    bxml('<StartGather dtmfUrl="/dtmf"/><Forward to="+19195550100"/>'),
  );
  const { body } = await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
  await world.advance(0);
  expect(await world.call(body.callId)).toMatchObject({ disconnectCause: "application-error" });
});

test("Forward needs to know where to", async () => {
  const callId = await world.perform("<Forward/>");
  expect(await world.call(callId)).toMatchObject({
    errorMessage: "<Forward> is invalid: Invalid to: is required",
  });
});
