import { Bxml } from "bandwidth-sdk";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bxml, createWorld, type World } from "../world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const tags = () => world.receiver.received.map(({ body }) => [body.eventType, body.tag]);

test("Tag rides on all later events, over documents, until it is set again; without text it clears", async () => {
  world.receiver.on("/next", bxml('<Tag> second </Tag><Gather gatherUrl="/last" firstDigitTimeout="0"/>'));
  world.receiver.on("/last", bxml("<Tag/>"));
  await world.perform([new Bxml.Tag("first"), new Bxml.Redirect({ redirectUrl: "/next" })], {
    tag: "zeroth",
  });
  expect(tags()).toEqual([
    ["answer", "zeroth"],
    ["redirect", "first"],
    ["gather", "second"],
    ["disconnect", undefined],
  ]);
});

test("a verb's tag does the same, and an empty one clears", async () => {
  world.receiver.on("/recorded", bxml('<Gather gatherUrl="/last" firstDigitTimeout="0" tag=""/>'));
  world.receiver.on("/last", bxml(""));
  await world.perform('<Record recordCompleteUrl="/recorded" maxDuration="1" tag="mine"/>');
  await world.advance(1);
  expect(tags()).toEqual([
    ["answer", undefined],
    ["recordComplete", "mine"],
    ["gather", undefined],
    ["disconnect", undefined],
  ]);
});

test("Tag leaves an inbound call unanswered", async () => {
  world.receiver.on("/callbacks/voice/initiate", bxml("<Tag>seen</Tag><Hangup/>"));
  const { body } = await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
  await world.advance(0);
  expect(await world.call(body.callId)).toMatchObject({ answerTime: null, disconnectCause: "rejected" });
  expect(tags()).toContainEqual(["disconnect", "seen"]);
});

test("a tag of more than 256 characters is refused", async () => {
  const callId = await world.perform(`<Tag>${"a".repeat(257)}</Tag>`);
  expect(await world.call(callId)).toMatchObject({ errorMessage: "<Tag> must not exceed 256 characters" });
});
