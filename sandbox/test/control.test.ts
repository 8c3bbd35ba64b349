import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const control = (method: string, path: string, body?: unknown) =>
  world.send(method, `/_sandbox${path}`, body);

describe("the clock", () => {
  test("stands still when driven by hand, and moves exactly as far as it is advanced", async () => {
    const before = (await control("GET", "/clock")).body;
    expect(before).toMatchObject({ mode: "manual", speed: 0 });
    const after = (await control("POST", "/clock", { advance: 90.5 })).body;
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(90_500);
  });

  test("can be let run, at a speed, and stopped again", async () => {
    const callId = await world.dial({ to: "+19195550101" });
    expect((await control("POST", "/clock", { mode: "real", speed: 1000 })).body).toMatchObject({
      mode: "real",
      speed: 1000,
    });
    await expect.poll(() => world.call(callId)).toMatchObject({ disconnectCause: "busy" });
    expect((await control("POST", "/clock", { mode: "manual" })).body).toMatchObject({ mode: "manual" });
  });

  test("runs what falls due in order, and answers when the callbacks of it are settled", async () => {
    world.receiver.on("/answer", (received, response) => {
      setTimeout(() => bxml("<Pause duration='3'/>")(received, response), 50);
    });
    const [first, second] = [await world.dial(), await world.dial({ to: "+19195550100" })];
    await control("POST", "/clock", { advance: 60 });
    const events = world.receiver.received.map(({ body }) => [body.eventType, body.callId]);
    expect(events).toEqual([
      ["answer", second],
      ["disconnect", second],
      ["answer", first],
      ["disconnect", first],
    ]);
    const { answerTime, endTime } = await world.call(first);
    expect(Date.parse(endTime) - Date.parse(answerTime)).toBe(3000);
  });

  test("can be advanced by two at once, each by its own amount", async () => {
    const before = (await control("GET", "/clock")).body;
    await Promise.all([world.advance(10), world.advance(5)]);
    const after = (await control("GET", "/clock")).body;
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(15_000);
  });
});

describe("the request log", () => {
  test("shows each REST request with its query and status, but no control requests", async () => {
    await world.send("GET", `${world.paths.calls}?pageSize=1&to=%2B19195551234`);
    await world.send("POST", "/api/v1/oauth2/token", "grant_type=client_credentials", {
      "content-type": "application/x-www-form-urlencoded",
    });
    await world.send("GET", "/api/v2/nowhere");
    await control("GET", "/clock");
    expect((await control("GET", "/requests")).body).toEqual([
      {
        time: expect.any(String),
        method: "GET",
        path: world.paths.calls,
        query: { pageSize: "1", to: "+19195551234" },
        status: 200,
      },
      { time: expect.any(String), method: "POST", path: "/api/v1/oauth2/token", query: {}, status: 200 },
      { time: expect.any(String), method: "GET", path: "/api/v2/nowhere", query: {}, status: 404 },
    ]);
  });
});

describe("reset", () => {
  test("returns to the seed and cancels everything pending", async () => {
    world.receiver.on("/answer", bxml("<StartRecording/><Pause duration='10'/>"));
    const seeded = (await world.send("GET", world.paths.calls)).body;
    await world.dial();
    await world.advance(5);
    await world.dial();
    await world.orderMessage();
    const heard = world.receiver.received.length;

    expect((await control("POST", "/reset")).status).toBe(204);
    expect((await control("GET", "/callbacks")).body).toEqual([]);
    await world.advance(3600);
    const callIds = (calls: { callId: string }[]) => calls.map(({ callId }) => callId);
    expect(callIds((await world.send("GET", world.paths.calls)).body)).toEqual(callIds(seeded));
    expect(world.receiver.received).toHaveLength(heard);
  });

  test("cuts off a callback that is under way, and nothing of its call happens after", async () => {
    let broken = false;
    world.receiver.on("/answer", (_, response) => {
      response.on("close", () => {
        broken = true;
      });
      void control("POST", "/reset");
    });
    await world.dial();
    await world.advance(5);
    await expect.poll(() => broken).toBe(true);
    await world.advance(60);
    expect(world.receiver.types()).toEqual(["answer"]);
    expect((await control("GET", "/callbacks")).body).toEqual([]);
  });

  test("ends an advance that is under way, which moves the time after it no more, nor holds it up", async () => {
    await control("POST", "/callback-faults", { eventType: "answer", delayMs: 600_000 });
    await world.dial();
    const advances = [world.advance(3600), world.advance(3600)];
    await expect.poll(async () => (await control("GET", "/callback-faults")).body).toEqual([]);
    await control("POST", "/reset");
    await Promise.all(advances);

    const before = (await control("GET", "/clock")).body;
    const callId = await world.dial({ to: "+19195550102", callTimeout: 300 });
    await world.advance(1);
    const after = (await control("GET", "/clock")).body;
    expect(Date.parse(after.now) - Date.parse(before.now)).toBe(1000);
    expect(await world.call(callId)).toMatchObject({ state: "initiated" });
  });

  test("ends a call that waits for an audio file, whenever that comes", async () => {
    let release = () => {};
    world.receiver.on("/slow.wav", (_, response) => {
      release = () => response.end();
    });
    world.receiver.on("/answer", bxml("<StartRecording/><PlayAudio>/slow.wav</PlayAudio>"));
    await world.dial({ to: "+19195550100" });
    const advance = world.advance(1);
    await expect.poll(() => world.receiver.received.map(({ path }) => path)).toContain("/slow.wav");
    await control("POST", "/reset");
    await advance;
    const { body: seeded } = await world.send("GET", world.paths.recordings);
    await world.advance(1);
    release();
    await world.advance(60);
    expect((await world.send("GET", world.paths.recordings)).body).toEqual(seeded);
    // A file may take 15 seconds.
  }, 10_000);
});

describe("applications", () => {
  const path = "/applications/04e88489-df02-4e34-a0ee-27a91849555f";

  test("show their callback URLs, and never a password", async () => {
    expect((await control("GET", path)).body).toMatchObject({
      callInitiatedCallbackUrl: `${world.receiver.url}/callbacks/voice/initiate`,
      callStatusCallbackUrl: `${world.receiver.url}/callbacks/voice/status`,
      callbackCreds: { username: "sandbox", password: "*****" },
    });
  });

  test("deliver where they are told to from then on", async () => {
    const changed = await control("PUT", path, {
      callInitiatedCallbackUrl: `${world.receiver.url}/elsewhere`,
    });
    expect(changed.status).toBe(200);
    world.receiver.on("/elsewhere", bxml("<Hangup/>"));
    await control("POST", "/inbound-calls", { from: "+15551112222" });
    await world.advance(0);
    expect(world.receiver.received[0]?.path).toBe("/elsewhere");
  });
});

describe("malformed input is refused with a sentence that names the field", () => {
  test.each([
    ["POST", "/clock", { mode: "fast" }, 400, "Invalid mode: must be real or manual"],
    ["POST", "/clock", { advance: -1 }, 400, "Invalid advance: must not be negative"],
    ["POST", "/clock", { advance: 1e9 }, 400, "Invalid advance: must be at most 2678400 seconds"],
    ["POST", "/clock", { speed: 0 }, 400, "Invalid speed: must be above 0"],
    ["POST", "/inbound-calls", {}, 400, "Invalid from: is required"],
    [
      "POST",
      "/inbound-calls",
      { from: "+15551112222", to: "me" },
      400,
      "Invalid to: must be an E164 telephone number",
    ],
    ["POST", "/inbound-messages", { from: "+15551112222" }, 400, "Invalid text: is required"],
    ["POST", "/calls/c-none/hangup", undefined, 404, "Call c-none does not exist"],
    [
      "POST",
      "/calls/c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85/answer",
      undefined,
      409,
      "Call c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85 is over",
    ],
    ["PUT", "/applications/none", {}, 404, "Application none does not exist"],
    [
      "PUT",
      "/applications/04e88489-df02-4e34-a0ee-27a91849555f",
      { callbackTimeout: 0 },
      400,
      "Invalid callbackTimeout: must be a number between 1 and 25",
    ],
  ])("%s %s %j", async (method, path, body, status, error) => {
    expect(await control(method, path, body)).toMatchObject({ status, body: { error } });
  });

  test("digits", async () => {
    world.receiver.on("/answer", bxml("<Pause duration='10'/>"));
    const callId = await world.dial();
    expect((await control("POST", `/calls/${callId}/digits`, { digits: "1" })).status).toBe(409);
    await world.advance(5);
    expect((await control("POST", `/calls/${callId}/digits`, { digits: "x" })).body.error).toMatch(
      /^Invalid digits: /,
    );
    expect((await control("POST", `/calls/${callId}/digits`, { digits: "1#" })).status).toBe(200);
  });
});

test("the health route answers", async () => {
  expect((await control("GET", "/health")).body).toEqual({ status: "ok" });
});
