import { afterEach, describe, expect, test } from "vitest";
import { createRandom } from "../ids.ts";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
afterEach(() => world.stop());

describe("a clock that runs by itself", () => {
  test("takes a call through its life with its events in order", async () => {
    world = await createWorld({ SANDBOX_CLOCK: "200" });
    world.receiver.on(
      "/answer",
      bxml(`<StartRecording recordingAvailableUrl="/recording"/><SpeakSentence>Hello</SpeakSentence>
            <StopRecording/><Pause/>`),
    );
    const callIds = await Promise.all(Array.from({ length: 20 }, () => world.dial()));
    await expect.poll(() => world.receiver.received.length, { timeout: 10_000 }).toBe(60);
    for (const callId of callIds) {
      const types = world.receiver.received
        .filter(({ body }) => body.callId === callId)
        .map(({ body }) => body.eventType);
      expect(types).toEqual(["answer", "recordingAvailable", "disconnect"]);
    }
  });

  test("jumps when it is advanced, and runs on", async () => {
    world = await createWorld({ SANDBOX_CLOCK: "real" });
    const callId = await world.dial({ to: "+19195550102" });
    await world.advance(40);
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "timeout" });
    expect((await world.send("GET", "/_sandbox/clock")).body).toMatchObject({ mode: "real", speed: 1 });
  });
});

test("with SANDBOX_SEED the same requests give the same ids, after a start and after a reset", async () => {
  const ids = async () => [await world.dial(), await world.dial()];
  world = await createWorld({ SANDBOX_SEED: "7" });
  const first = await ids();
  await world.send("POST", "/_sandbox/reset");
  expect(await ids()).toEqual(first);
  await world.stop();
  world = await createWorld({ SANDBOX_SEED: "7" });
  expect(await ids()).toEqual(first);
});

test("a seeded random source stays between 0 and 1 and does not repeat itself soon", () => {
  const random = createRandom(1);
  const numbers = Array.from({ length: 1000 }, random);
  expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
  expect(new Set(numbers).size).toBe(1000);
});
