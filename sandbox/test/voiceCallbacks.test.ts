import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createClock } from "../clock.ts";
import { createWebhooks } from "../voice/webhooks.ts";
import { bxml, createWorld, type Reaction, status, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const LOGIN = { username: "user", password: "s3cret" };
const AUTHORIZATION = `Basic ${Buffer.from("user:s3cret").toString("base64")}`;

/** Asks for credentials first, as a receiver with Basic auth does. */
const challenging =
  (then: Reaction): Reaction =>
  (received, response) =>
    (received.authorization === AUTHORIZATION ? then : status(401, { "www-authenticate": 'Basic realm=""' }))(
      received,
      response,
    );

/** Breaks the connection instead of answering. */
const breaking: Reaction = (_, response) => {
  response.destroy();
};

const silent: Reaction = () => undefined;

describe("credentials", () => {
  test("are sent only after a challenge, with the event again", async () => {
    world.receiver.on("/answer", challenging(bxml("<Hangup/>")));
    await world.dial({ ...LOGIN, disconnectUrl: null });
    await world.advance(10);
    const [first, second, ...rest] = world.receiver.received;
    expect([first?.authorization, second?.authorization]).toEqual([undefined, AUTHORIZATION]);
    expect(second?.body).toEqual(first?.body);
    expect(rest).toEqual([]);
    expect(await world.deliveries()).toMatchObject([
      { eventType: "answer", attempt: 1, authenticated: false, status: 401 },
      { eventType: "answer", attempt: 1, authenticated: true, status: 200 },
    ]);
  });

  test("are not sent after a 401 without WWW-Authenticate", async () => {
    world.receiver.on("/answer", status(401));
    const callId = await world.dial({ ...LOGIN, disconnectUrl: null });
    await world.advance(10);
    expect(world.receiver.received).toHaveLength(1);
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "callback-error" });
  });

  test("of a BXML verb are used for the verb's event", async () => {
    world.receiver.on("/answer", bxml(`<Redirect redirectUrl="/next" username="user" password="s3cret"/>`));
    world.receiver.on("/next", challenging(bxml("<Hangup/>")));
    const callId = await world.dial();
    await world.advance(10);
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup" });
  });

  test("of the application are used for inbound calls", async () => {
    const credentials = Buffer.from("sandbox:sandbox").toString("base64");
    world.receiver.on("/callbacks/voice/initiate", (received, response) =>
      (received.authorization === `Basic ${credentials}`
        ? bxml("<Hangup/>")
        : status(401, { "www-authenticate": "Basic" }))(received, response),
    );
    await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
    await world.advance(0);
    expect(world.receiver.types()).toEqual(["initiate", "initiate", "disconnect"]);
  });

  test("never appear in the records of deliveries and requests", async () => {
    world.receiver.on("/answer", challenging(bxml("<Hangup/>")));
    await world.dial({ ...LOGIN, disconnectUrl: `http://user:s3cret@${new URL(world.receiver.url).host}/d` });
    await world.advance(10);
    const requests = (await world.send("GET", "/_sandbox/requests")).body;
    const seen = JSON.stringify([await world.deliveries(), requests]);
    expect(seen).toContain("/answer");
    expect(seen).not.toContain("s3cret");
    expect(seen).not.toContain(AUTHORIZATION.slice("Basic ".length));
  });
});

describe("a synchronous event", () => {
  const dialWithFallback = () =>
    world.dial({
      answerFallbackUrl: `${world.receiver.url}/fallback`,
      callbackTimeout: 1,
      disconnectUrl: null,
    });

  test.each([
    ["an error status", status(500)],
    ["a broken connection", breaking],
    ["no answer within callbackTimeout", silent],
  ])("goes to the fallback URL after %s", async (_, reaction) => {
    world.receiver.on("/answer", reaction);
    world.receiver.on("/fallback", bxml("<Hangup/>"));
    const callId = await dialWithFallback();
    await world.advance(10);
    expect(world.receiver.received.map(({ path }) => path)).toEqual(["/answer", "/fallback"]);
    expect(await world.call(callId)).toMatchObject({ disconnectCause: "hangup", errorMessage: null });
    expect(await world.deliveries()).toMatchObject([{ attempt: 1 }, { attempt: 2, status: 200 }]);
  });

  test("that nobody takes ends the call with callback-error and says why", async () => {
    world.receiver.on("/answer", breaking);
    world.receiver.on("/fallback", status(503));
    const callId = await dialWithFallback();
    await world.advance(10);
    expect(await world.call(callId)).toMatchObject({
      disconnectCause: "callback-error",
      errorMessage: expect.stringContaining("answered 503"),
      errorId: expect.any(String),
    });
  });

  test("waits for no other call's, however slow its receiver is", async () => {
    const answers: (() => void)[] = [];
    world.receiver.on("/callbacks/voice/initiate", (received, response) => {
      answers.push(() => bxml("<Pause/>")(received, response));
      if (answers.length === 100) for (const answer of answers) answer();
    });
    for (let calls = 0; calls < 100; calls += 1) {
      await world.send("POST", "/_sandbox/inbound-calls", { from: "+15551112222" });
    }
    await world.advance(0);
    const { body } = await world.send("GET", `${world.paths.calls}?from=%2B15551112222`);
    expect(new Set(body.map(({ state }: { state: string }) => state))).toEqual(new Set(["answered"]));
  });

  test("is sent with GET and query parameters where the method says so", async () => {
    world.receiver.on("/answer", bxml("<Pause duration='5'/>"));
    const callId = await world.dial({
      answerUrl: `${world.receiver.url}/answer?mine=1`,
      answerMethod: "GET",
      machineDetection: { mode: "sync" },
      disconnectUrl: null,
    });
    await world.advance(10);
    const [answer] = world.receiver.received;
    expect(answer).toMatchObject({ method: "GET", body: undefined });
    expect(answer?.query).toMatchObject({
      mine: "1",
      eventType: "answer",
      callId,
      to: "+19195551234",
      "machineDetectionResult.value": "human",
    });
  });
});

describe("an asynchronous event", () => {
  test("is sent once more after a broken connection, and then given up", async () => {
    world.receiver.on("/answer", bxml(""));
    world.receiver.on("/disconnect", breaking);
    await world.dial();
    await world.advance(3600);
    const disconnects = (await world.deliveries()).filter(
      (delivery: { eventType: string }) => delivery.eventType === "disconnect",
    );
    expect(disconnects).toMatchObject([
      { attempt: 1, status: null, error: expect.any(String) },
      { attempt: 2, status: null, error: expect.any(String) },
    ]);
  });

  test.each([
    ["an error status", status(500), { status: 500, error: null }],
    ["a timeout", silent, { status: null, error: expect.stringContaining("timeout") }],
  ])("is not repeated after %s", async (_, reaction, record) => {
    world.receiver.on("/answer", bxml(""));
    world.receiver.on("/disconnect", reaction);
    await world.dial({ callbackTimeout: 1 });
    await world.advance(3600);
    expect(world.receiver.types()).toEqual(["answer", "disconnect"]);
    expect(await world.deliveries()).toMatchObject([{ status: 200 }, record]);
  });

  test("never overtakes an earlier event of its call, however slow that one's receiver is", async () => {
    const running = await createWorld({ SANDBOX_CLOCK: "200" });
    running.receiver.on(
      "/answer",
      bxml('<StartRecording recordingAvailableUrl="/recording"/><Pause/><StopRecording/><Pause/>'),
    );
    const order: string[] = [];
    running.receiver.on("/recording", (_, response) => {
      // 100 ms are 20 seconds of this sandbox's time: the call is long over.
      setTimeout(() => {
        order.push("recordingAvailable answered");
        response.end();
      }, 100);
    });
    running.receiver.on("/disconnect", (_, response) => {
      order.push("disconnect");
      response.end();
    });
    await running.dial();
    await expect.poll(() => order).toEqual(["recordingAvailable answered", "disconnect"]);
    await running.stop();
  });

  test("is held back until the REST answer that caused it has gone out", async () => {
    const attempted: string[] = [];
    const clock = createClock(0, () => undefined);
    const { hold, notify } = createWebhooks({
      clock,
      faults: { isReordered: () => false },
      callbacks: {
        attempt: async ({ eventType }) => {
          attempted.push(eventType);
          return { kind: "answered", status: 204, ok: true, text: "", tooLong: false };
        },
      },
    });
    const leg = { lastDelivery: Promise.resolve(), lifetime: clock.lifetime(), callbackTimeoutMs: 1000 };
    const answerSent = Promise.withResolvers<void>();
    hold(leg, answerSent.promise);
    notify(leg, { eventType: "disconnect" }, { url: "https://a.example/", method: "POST" });
    await new Promise(setImmediate);
    expect(attempted).toEqual([]);
    answerSent.resolve();
    await clock.advance(0);
    expect(attempted).toEqual(["disconnect"]);
  });

  test("shows times, cause and error of the call", async () => {
    world.receiver.on("/answer", bxml("<Hangup/>"));
    const callId = await world.dial({ to: "+19195550101" });
    await world.advance(10);
    const call = await world.call(callId);
    expect(world.receiver.received[0]?.body).toEqual({
      eventType: "disconnect",
      eventTime: call.endTime,
      accountId: "9900000",
      applicationId: call.applicationId,
      from: call.from,
      to: call.to,
      direction: "outbound",
      callId,
      callUrl: `${world.url}${world.paths.calls}/${callId}`,
      enqueuedTime: call.enqueuedTime,
      startTime: call.startTime,
      endTime: call.endTime,
      cause: "busy",
      errorMessage: "Callee is busy",
      errorId: call.errorId,
    });
  });
});
