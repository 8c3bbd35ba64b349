import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const update = (callId: string, body: object) => world.send("POST", `${world.paths.calls}/${callId}`, body);
const act = (callId: string, action: string, body?: object) =>
  world.send("POST", `/_sandbox/calls/${callId}/${action}`, body);

describe("an outbound call", () => {
  test("moves from queued over initiated and answered to disconnected", async () => {
    world.receiver.on("/answer", bxml("<SpeakSentence>Hello there</SpeakSentence>"));
    const callId = await world.dial();
    expect(await world.call(callId)).toMatchObject({ state: "queued", startTime: null });

    await world.advance(0);
    expect(await world.call(callId)).toMatchObject({ state: "initiated", answerTime: null });

    await world.advance(4);
    expect(await world.call(callId)).toMatchObject({ state: "answered", endTime: null });

    await world.advance(1);
    expect(await world.call(callId)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
    expect(world.receiver.types()).toEqual(["answer", "disconnect"]);
  });

  test("to a busy number, one that declines, and one that never answers ends without an answer event", async () => {
    const numbers = ["+19195550101", "+19195550103", "+19195550102"];
    const callIds = await Promise.all(numbers.map((to) => world.dial({ to })));
    await world.advance(40);
    const calls = await Promise.all(callIds.map(world.call));
    expect(calls.map(({ disconnectCause }) => disconnectCause)).toEqual(["busy", "rejected", "timeout"]);
    expect(calls.map(({ answerTime }) => answerTime)).toEqual([null, null, null]);
    expect(new Set(world.receiver.types())).toEqual(new Set(["disconnect"]));
  });

  test("ends with timeout when callTimeout is over before the far party answers", async () => {
    const callId = await world.dial({ callTimeout: 3.5 });
    await world.advance(3.5);
    expect(await world.call(callId)).toMatchObject({ state: "disconnected", disconnectCause: "timeout" });
  });

  test("is answered at once when the control route says so", async () => {
    world.receiver.on("/answer", bxml("<Pause duration='10'/>"));
    const callId = await world.dial({ to: "+19195550102" });
    await world.advance(0);
    expect((await act(callId, "answer")).body).toMatchObject({ state: "answered" });
    expect((await act(callId, "answer")).status).toBe(409);
  });

  test("without a disconnectUrl tells nobody that it ended", async () => {
    world.receiver.on("/answer", bxml(""));
    const callId = await world.dial({ disconnectUrl: null });
    await world.advance(10);
    expect(await world.call(callId)).toMatchObject({ state: "disconnected" });
    expect(world.receiver.types()).toEqual(["answer"]);
  });

  test("carries its tag in all events until it is changed", async () => {
    world.receiver.on("/answer", bxml('<Redirect redirectUrl="/next" tag="second"/>'));
    world.receiver.on("/next", bxml('<Redirect redirectUrl="/last" tag=""/>'));
    world.receiver.on("/last", bxml("<Hangup/>"));
    await world.dial({ tag: "first" });
    await world.advance(10);
    expect(world.receiver.received.map(({ body }) => [body.eventType, body.tag])).toEqual([
      ["answer", "first"],
      ["redirect", "second"],
      ["redirect", undefined],
      ["disconnect", undefined],
    ]);
  });

  test("with machine detection tells that a human answered", async () => {
    world.receiver.on("/answer", bxml("<Pause duration='5'/>"));
    await world.dial({ machineDetection: { mode: "sync" }, disconnectUrl: null });
    await world.dial({
      machineDetection: { callbackUrl: `${world.receiver.url}/machine` },
      disconnectUrl: null,
    });
    await world.advance(20);
    const human = { value: "human", duration: "PT1.5S" };
    expect(world.receiver.received.map(({ body }) => [body.eventType, body.machineDetectionResult])).toEqual([
      ["answer", undefined],
      ["answer", human],
      ["machineDetectionComplete", human],
    ]);
  });
});

describe("the queue", () => {
  test("lets five calls go per second, lower priority numbers first", async () => {
    const late = await world.dial({ priority: 5 });
    const ordinary = await Promise.all(Array.from({ length: 5 }, () => world.dial()));
    const urgent = await world.dial({ priority: 1 });
    await world.advance(0.8);
    const states = await Promise.all([urgent, late, ordinary[4] ?? ""].map(world.call));
    expect(states.map(({ state }) => state)).toEqual(["initiated", "initiated", "queued"]);
    const statistics = await world.send("GET", "/api/v2/accounts/9900000/statistics");
    expect(statistics.body).toEqual({ currentCallQueueSize: 2, maxCallQueueSize: 1500 });
  });

  test("refuses a call with 429 when it is full", async () => {
    const small = await createWorld({ SANDBOX_CALLS_PER_SECOND: "1" });
    for (let placed = 0; placed < 300; placed += 100) {
      await Promise.all(Array.from({ length: 100 }, () => small.dial()));
    }
    const { status, headers, body } = await small.orderCall();
    expect(status).toBe(429);
    expect(headers.get("retry-after")).toBe("1");
    expect(body).toEqual({ type: "error", description: "Account call creation rate limit exceeded", id: "" });
    await small.stop();
  });
});

describe("updateCall", () => {
  test("a queued call that is completed is never dialled", async () => {
    const callId = await world.dial();
    expect(await update(callId, { state: "completed" })).toMatchObject({ status: 200, body: "" });
    await world.advance(60);
    expect(await world.call(callId)).toMatchObject({
      state: "disconnected",
      disconnectCause: "cancel",
      startTime: null,
    });
    expect(world.receiver.types()).toEqual(["disconnect"]);
  });

  test("completed cancels a ringing call and hangs up an answered one", async () => {
    world.receiver.on("/answer", bxml("<Pause duration='100'/>"));
    const [ringing, answered] = [await world.dial({ to: "+19195550102" }), await world.dial()];
    await world.advance(10);
    for (const callId of [ringing, answered]) await update(callId, { state: "completed" });
    expect(await world.call(ringing)).toMatchObject({ state: "disconnected", disconnectCause: "cancel" });
    expect(await world.call(answered)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
  });

  test("a redirect ends the running verb, skips the rest and runs the reply", async () => {
    world.receiver.on("/answer", bxml("<Pause duration='100'/><Redirect redirectUrl='/never'/>"));
    world.receiver.on("/redirected", bxml("<Pause duration='2'/>"));
    const callId = await world.dial();
    await world.advance(10);
    const redirectUrl = `${world.receiver.url}/redirected`;
    expect((await update(callId, { state: "active", redirectUrl, tag: "new" })).status).toBe(200);
    await world.advance(2);
    expect(world.receiver.received.map(({ path, body }) => [path, body.eventType, body.tag])).toEqual([
      ["/answer", "answer", undefined],
      ["/redirected", "redirect", "new"],
      ["/disconnect", "disconnect", "new"],
    ]);
  });

  test("answers 409 for a call that is over and for redirecting one that is queued or ringing", async () => {
    const queued = await world.dial({ to: "+19195550102" });
    const redirectUrl = `${world.receiver.url}/redirected`;
    expect((await update(queued, { redirectUrl })).status).toBe(409);
    await world.advance(1);
    expect((await update(queued, { redirectUrl })).status).toBe(409);
    await update(queued, { state: "completed" });
    expect(await update(queued, { state: "completed" })).toMatchObject({
      status: 409,
      body: {
        type: "validation",
        description: `Call [${queued}] cannot be modified in its current state`,
        id: "",
      },
    });
  });

  test("answers 404 for a call that does not exist", async () => {
    expect((await update("c-none", { state: "completed" })).status).toBe(404);
  });
});

describe("an inbound call", () => {
  const receive = async (body: object = { from: "+15551112222" }) =>
    (await world.send("POST", "/_sandbox/inbound-calls", body)).body.callId;

  test("asks the application what to do, is answered by the first verb with media, and tells its end", async () => {
    world.receiver.on("/callbacks/voice/initiate", bxml("<SpeakSentence>Welcome</SpeakSentence>"));
    const callId = await receive();
    await world.advance(0);
    expect(await world.call(callId)).toMatchObject({
      direction: "inbound",
      state: "answered",
      to: "+19195554321",
    });
    await world.advance(10);
    const [initiate, disconnect] = world.receiver.received;
    expect(initiate?.body).toEqual({
      eventType: "initiate",
      eventTime: expect.any(String),
      accountId: "9900000",
      applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
      from: "+15551112222",
      to: "+19195554321",
      direction: "inbound",
      callId,
      callUrl: `${world.url}${world.paths.calls}/${callId}`,
      startTime: expect.any(String),
    });
    expect(disconnect).toMatchObject({ path: "/callbacks/voice/status", body: { cause: "hangup" } });
  });

  test("that is hung up before anything else was rejected, never answered", async () => {
    world.receiver.on("/callbacks/voice/initiate", bxml("<Hangup/>"));
    const callId = await receive();
    await world.advance(0);
    expect(await world.call(callId)).toMatchObject({ answerTime: null, disconnectCause: "rejected" });
  });

  test("ends when the caller hangs up, and the far party's hangup is a hangup", async () => {
    world.receiver.on("/callbacks/voice/initiate", bxml("<Pause duration='100'/>"));
    const callId = await receive();
    await world.advance(1);
    expect((await act(callId, "hangup")).body).toMatchObject({ disconnectCause: "hangup" });
    expect((await act(callId, "hangup")).status).toBe(409);
  });
});

test("a call is forgotten seven days after its end", async () => {
  const callId = await world.dial({ to: "+19195550101" });
  await world.advance(10);
  await world.advance(7 * 24 * 3600 - 20);
  expect(await world.call(callId)).toMatchObject({ state: "disconnected" });
  await world.advance(20);
  expect((await world.send("GET", `${world.paths.calls}/${callId}`)).status).toBe(404);
  expect((await world.send("GET", world.paths.calls)).body).toEqual([]);
});
