import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const order = (fault: object) => world.send("POST", "/_sandbox/callback-faults", fault);
const pending = async () => (await world.send("GET", "/_sandbox/callback-faults")).body;

describe("a callback that is dropped", () => {
  test("never arrives, and is not sent again", async () => {
    expect(await order({ eventType: "disconnect", fault: "drop" })).toMatchObject({
      status: 201,
      body: [{ eventType: "disconnect", fault: "drop", count: 1, probability: 1 }],
    });
    await world.perform("");
    await world.advance(3600);
    expect(world.receiver.types()).toEqual(["answer"]);
    expect((await world.deliveries()).at(-1)).toMatchObject({
      eventType: "disconnect",
      status: null,
      error: "dropped, as a fault was ordered",
    });
    expect(await pending()).toEqual([]);
  });

  test("and that a call waits for goes to the fallback URL, or ends the call", async () => {
    await order({ eventType: "answer", fault: "drop", count: 2 });
    world.receiver.on("/fallback", bxml(""));
    const saved = await world.perform("", { answerFallbackUrl: `${world.receiver.url}/fallback` });
    expect(await world.call(saved)).toMatchObject({ disconnectCause: "callback-error" });
    await order({ eventType: "answer", fault: "drop" });
    const lost = await world.perform("", { answerFallbackUrl: `${world.receiver.url}/fallback` });
    expect(await world.call(lost)).toMatchObject({ disconnectCause: "hangup" });
  });

  test("is a message's too, which is sent again later", async () => {
    await order({ eventType: "message-delivered", fault: "drop" });
    await world.orderMessage();
    await world.advance(10);
    expect(world.receiver.types()).toEqual([]);
    await world.advance(120);
    expect(world.receiver.types()).toEqual(["message-delivered"]);
  });
});

test("a callback that is duplicated arrives twice, and the first answer counts", async () => {
  await order({ eventType: "answer", fault: "duplicate" });
  await order({ eventType: "disconnect", fault: "duplicate" });
  await world.perform("<Pause/>");
  await world.advance(1);
  expect(world.receiver.types()).toEqual(["answer", "answer", "disconnect", "disconnect"]);
  const [first, second] = world.receiver.events("disconnect");
  expect(second).toEqual(first);
});

test("a callback that is reordered is overtaken by those that follow within a second", async () => {
  await order({ eventType: "dtmf", fault: "reorder" });
  const callId = await world.perform('<StartGather dtmfUrl="/dtmf"/><Pause duration="9"/>');
  await world.act(callId, "digits", { digits: "123" });
  await world.advance(0.9);
  const digits = () => world.receiver.events("dtmf").map(({ digit }) => digit);
  expect(digits()).toEqual(["2", "3"]);
  await world.advance(0.1);
  expect(digits()).toEqual(["2", "3", "1"]);
});

test("a callback that is delayed arrives after so much real time, and its call's others after it", async () => {
  await order({ eventType: "dtmf", delayMs: 50 });
  const callId = await world.perform('<StartGather dtmfUrl="/dtmf"/><Pause duration="9"/>');
  const started = performance.now();
  await world.act(callId, "digits", { digits: "12" });
  await world.advance(0);
  expect(performance.now() - started).toBeGreaterThanOrEqual(45);
  expect(world.receiver.events("dtmf").map(({ digit }) => digit)).toEqual(["1", "2"]);
});

test("a seed makes the choice among callbacks repeatable", async () => {
  const round = async () => {
    await world.send("DELETE", "/_sandbox/callback-faults");
    world.receiver.received.length = 0;
    await order({ eventType: "*", fault: "drop", probability: 0.5, count: 100, seed: 3 });
    const callId = await world.perform('<StartGather dtmfUrl="/dtmf"/><Pause duration="9"/>', {
      answerFallbackUrl: `${world.receiver.url}/answer`,
    });
    await world.act(callId, "digits", { digits: "1234567890" });
    await world.advance(0);
    return world.receiver.events("dtmf").map(({ digit }) => digit);
  };
  const first = await round();
  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(10);
  expect(await round()).toEqual(first);
});

test.each([
  [{ eventType: "dance", fault: "drop" }, "Invalid eventType: must be the type of an event, or *"],
  [{ eventType: "answer" }, "Invalid request: one of fault and delayMs is required"],
  [{ eventType: "answer", fault: "lose" }, "Invalid fault: must be drop, duplicate or reorder"],
  [
    { eventType: "answer", fault: "reorder" },
    "Invalid eventType: only asynchronous events of voice can be reordered",
  ],
  [
    { eventType: "dtmf", fault: "reorder", delayMs: 5 },
    "Invalid request: reorder and delayMs exclude each other",
  ],
])("%j is refused", async (fault, error) => {
  expect(await order(fault)).toMatchObject({ status: 400, body: { error } });
});

test("a reset of the sandbox clears them", async () => {
  await order({ eventType: "dtmf", fault: "reorder" });
  await order({ eventType: "*", fault: "drop", count: 10 });
  await world.send("POST", "/_sandbox/reset");
  expect(await pending()).toEqual([]);
});
