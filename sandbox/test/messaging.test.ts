import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWorld, status, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const find = async (messageId: string) =>
  (await world.send("GET", `${world.paths.messages}?messageId=${messageId}`)).body.messages;

const DAY = 24 * 3600;

describe("an outbound message", () => {
  test("is accepted, sent and delivered, and its listing follows", async () => {
    const { status: code, body } = await world.orderMessage({ tag: "mine", priority: "high" });
    expect(code).toBe(202);
    expect(body).toEqual({
      id: expect.stringMatching(/^\d{13}[0-9a-z]{16}$/),
      owner: "+19195554321",
      applicationId: "93de2206-9669-4e07-948d-329f4b722ee2",
      time: expect.any(String),
      segmentCount: 1,
      direction: "out",
      to: ["+15554443333"],
      from: "+19195554321",
      text: "Hello world",
      tag: "mine",
      priority: "high",
    });
    expect(await find(body.id)).toMatchObject([{ messageStatus: "QUEUED" }]);
    await world.advance(1);
    expect(await find(body.id)).toMatchObject([{ messageStatus: "SENDING" }]);
    await world.advance(1);
    expect(await find(body.id)).toMatchObject([{ messageStatus: "DELIVERED", errorCode: 0 }]);

    const [delivered, ...rest] = world.receiver.received;
    expect(rest).toEqual([]);
    expect(delivered).toMatchObject({
      method: "POST",
      path: "/callbacks/messaging",
      contentType: "application/json; charset=utf-8",
      userAgent: "BandwidthAPI/v2",
    });
    expect(delivered?.body).toEqual([
      {
        time: expect.any(String),
        type: "message-delivered",
        to: "+15554443333",
        description: "Message delivered to carrier.",
        message: { ...body, text: "" },
      },
    ]);
  });

  test("is told to be sent when the application asks for that, unless Bandwidth itself refuses it", async () => {
    await world.send("PUT", "/_sandbox/applications/93de2206-9669-4e07-948d-329f4b722ee2", {
      requestedCallbackTypes: ["message-sent", "message-delivered", "message-failed"],
    });
    const { id } = (await world.orderMessage()).body;
    await world.advance(1.5);
    expect(await find(id)).toMatchObject([{ messageStatus: "SENT" }]);
    await world.advance(5);
    await world.orderMessage({ to: ["+19195664432"] });
    await world.advance(5);
    expect(world.receiver.types()).toEqual(["message-sent", "message-delivered", "message-failed"]);
  });

  test("with media is told to be sending first", async () => {
    await world.orderMessage({ media: ["https://a.example/cat.png"] });
    await world.advance(5);
    expect(world.receiver.types()).toEqual(["message-sending", "message-delivered"]);
  });

  test("to a group gives one event per recipient, each naming the whole group", async () => {
    const to = ["+15554443333", "+15554442222"];
    const { body } = await world.orderMessage({ to });
    await world.advance(5);
    const delivered = world.receiver.received
      .map((received) => received.body[0])
      .filter((event) => event?.type === "message-delivered");
    expect(delivered.map((event) => event?.to)).toEqual(to);
    expect(delivered.map((event) => event?.message.to)).toEqual([to, to]);
    expect(await find(body.id)).toHaveLength(2);
  });

  test.each([
    ["+19195664720", 4720, "carrier-rejected-as-invalid-destination-address"],
    ["+19195669902", 9902, "delivery-receipt-expired"],
    // Its own sender.
    ["+19195554321", 4401, "rejected-routing-error"],
  ])("to %s fails with %i", async (to, errorCode, description) => {
    const { body } = await world.orderMessage({ to: [to] });
    await world.advance(5);
    expect(world.receiver.received[0]?.body).toMatchObject([
      { type: "message-failed", to, errorCode, description },
    ]);
    expect(await find(body.id)).toMatchObject([{ messageStatus: "FAILED", errorCode }]);
  });

  test.each([
    ["a".repeat(160), 1],
    ["a".repeat(161), 2],
    [`${"a".repeat(159)}€`, 2],
    ["я".repeat(70), 1],
    ["я".repeat(71), 2],
  ])("%.5s… has the number of segments that carriers count", async (text, segmentCount) => {
    expect((await world.orderMessage({ text })).body).toMatchObject({ segmentCount });
  });

  test.each([
    [
      "to",
      { to: ["+1invalid"] },
      "'+1invalid' must be replaced with a valid E164 formatted telephone number",
    ],
    ["to", { to: [] }, "must not be empty"],
    ["to", { to: Array.from({ length: 11 }, (_, index) => `+1555444${1000 + index}`) }, "more than 10"],
    ["to", { to: ["+15554443333", "+15554443333"] }, "twice"],
    ["from", { from: "not a sender!" }, "'not a sender!' must be replaced"],
    [
      "from",
      { from: "+invalid" },
      "'+invalid' must be replaced with a valid E164 formatted telephone number",
    ],
    ["text", { text: "a".repeat(2049) }, "2048"],
    ["text", { text: "" }, "empty"],
    ["media", { media: ["file:///etc/passwd"] }, "http or https"],
    ["tag", { tag: "a".repeat(1025) }, "1024"],
    ["priority", { priority: "urgent" }, "default or high"],
    ["expiration", { expiration: "2020-01-01T00:00:00Z" }, "future"],
    [
      "expiration",
      { expiration: "2099-01-01T00:00:00Z", media: ["https://a.example/cat.png"] },
      "not supported on MMS",
    ],
    [
      "expiration",
      { expiration: "2099-01-01T00:00:00Z", to: ["+15554443333", "+15554442222"] },
      "not supported on MMS",
    ],
    ["applicationId", { applicationId: "nope" }, "not a messaging application"],
  ])("with a wrong %s is refused: %j", async (fieldName, fields, description) => {
    const { status: code, body } = await world.orderMessage(fields);
    expect(code).toBe(400);
    expect(body).toEqual({
      type: "request-validation",
      description: expect.any(String),
      fieldErrors: [{ fieldName, description: expect.stringContaining(description) }],
    });
  });
});

describe("an inbound message", () => {
  const receive = (body: object) => world.send("POST", "/_sandbox/inbound-messages", body);

  test("is told with its text and stands in the listing", async () => {
    const { status: code, body } = await receive({ from: "+15551112222", text: "Is anybody there?" });
    expect(code).toBe(201);
    await world.advance(0);
    expect(world.receiver.received[0]?.body).toEqual([
      {
        time: expect.any(String),
        type: "message-received",
        to: "+19195554321",
        description: "Incoming message received",
        message: body,
      },
    ]);
    expect(body).toMatchObject({ direction: "in", owner: "+19195554321", text: "Is anybody there?" });
    expect(await find(body.id)).toMatchObject([{ messageStatus: "RECEIVED", messageDirection: "INBOUND" }]);
  });
});

describe("a messaging callback", () => {
  test("is repeated until a 2xx comes back", async () => {
    world.receiver.on("/callbacks/messaging", status(500));
    await world.orderMessage();
    await world.advance(2 + 60 + 120);
    expect(world.receiver.received).toHaveLength(3);
    world.receiver.on("/callbacks/messaging", status(202));
    await world.advance(DAY);
    expect((await world.deliveries()).map((delivery: { status: number }) => delivery.status)).toEqual([
      500, 500, 500, 202,
    ]);
  });

  test("is given up after 24 hours", async () => {
    world.receiver.on("/callbacks/messaging", status(500));
    await world.orderMessage();
    await world.advance(DAY);
    const tries = world.receiver.received.length;
    expect(tries).toBeGreaterThan(24);
    await world.advance(DAY);
    expect(world.receiver.received).toHaveLength(tries);
  });

  test("is sent only for the types that the application asks for", async () => {
    const application = "/_sandbox/applications/93de2206-9669-4e07-948d-329f4b722ee2";
    await world.send("PUT", application, { requestedCallbackTypes: ["message-sending"] });
    await world.orderMessage({ media: ["https://a.example/cat.png"] });
    await world.advance(5);
    expect(world.receiver.types()).toEqual(["message-sending"]);
  });
});
