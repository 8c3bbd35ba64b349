import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

const recording = (recordingId: string, callId = "c-1", fields = {}) => ({
  recordingId,
  callId,
  status: "complete",
  ...fields,
});
const transcribed = { transcription: { id: "t-1", status: "available", url: "https://example.com" } };
const TEXT = {
  transcripts: [{ text: "Hello", confidence: 0.9, speaker: 0 }],
  clips: [{ text: "Hello", confidence: 0.9, speaker: 0, startTimeSeconds: 0.4, endTimeSeconds: 1 }],
};
const ids = { callId: "c-1", recordingId: "r-1" };
const send = (name: string, selection: string) => mutation(upstream, () => gateway.url, name, selection);

describe("the account's recordings", () => {
  test("are one upstream call with the filter, and are not asked for again one by one", async () => {
    upstream.answer("GET /recordings", { body: [recording("r-1", "c-1", { recordingName: "desk" })] });
    const data = await query(
      gateway.url,
      `{ recordings(filter: { to: "+19195551234", from: "+19195554321", minStartTime: "2026-11-01T00:00:00Z", maxStartTime: "2026-11-02T00:00:00Z" }) {
           capped recordings { recordingId recordingName status call { callId } transcription { status } } } }`,
    );
    expect(data).toEqual({
      recordings: {
        capped: false,
        recordings: [
          {
            recordingId: "r-1",
            recordingName: "desk",
            status: "COMPLETE",
            call: { callId: "c-1" },
            transcription: null,
          },
        ],
      },
    });
    expect(upstream.asked()).toEqual(["GET /recordings"]);
    expect(upstream.requests()[0]?.query).toEqual({
      to: "+19195551234",
      from: "+19195554321",
      minStartTime: "2026-11-01T00:00:00.000Z",
      maxStartTime: "2026-11-02T00:00:00.000Z",
    });
  });

  test("that are 1000 are told to be capped, also when some of them cannot be read", async () => {
    const all = Array.from({ length: 1000 }, (_, i) => (i === 7 ? {} : recording(`r-${i}`)));
    upstream.answer("GET /recordings", { body: all });
    expect(await query(gateway.url, "{ recordings { capped } }")).toEqual({ recordings: { capped: true } });
  });
});

describe("a transcription", () => {
  test("costs nothing but its text, which is one upstream call for all of it", async () => {
    upstream.answer("GET /calls/c-1/recordings", {
      body: [recording("r-1", "c-1", transcribed), recording("r-2")],
    });
    upstream.answer("GET /calls/c-1/recordings/r-1/transcription", { body: TEXT });
    upstream.answer("GET /calls/c-1", { body: { callId: "c-1" } });
    const states = await query(
      gateway.url,
      `{ call(callId: "c-1") { recordings { transcription { transcriptionId status rawStatus } } } }`,
    );
    expect(states).toEqual({
      call: {
        recordings: [
          { transcription: { transcriptionId: "t-1", status: "AVAILABLE", rawStatus: "available" } },
          { transcription: null },
        ],
      },
    });
    expect(upstream.asked()).not.toContain("GET /calls/c-1/recordings/r-1/transcription");
    const texts = await query(
      gateway.url,
      `{ call(callId: "c-1") { recordings { transcription { transcripts { text confidence speaker }
           clips { text confidence speaker startTimeSeconds endTimeSeconds } } } } }`,
    );
    expect(texts).toEqual({ call: { recordings: [{ transcription: TEXT }, { transcription: null }] } });
    expect(upstream.requests("GET /calls/c-1/recordings/r-1/transcription")).toHaveLength(1);
  });

  test("as Bandwidth gave it in 2023 has no clips; one without a text yet has null", async () => {
    upstream.answer("GET /calls/c-1/recordings/r-1", { body: recording("r-1", "c-1", transcribed) });
    const read = () =>
      query(
        gateway.url,
        `{ recording(callId: "c-1", recordingId: "r-1") { transcription { transcripts { text speaker } clips { text } } } }`,
      );
    upstream.answer(
      "GET /calls/c-1/recordings/r-1/transcription",
      { body: { transcripts: [{ text: "Hi", confidence: 1 }] } },
      { status: 404 },
    );
    expect(await read()).toEqual({
      recording: { transcription: { transcripts: [{ text: "Hi", speaker: null }], clips: null } },
    });
    expect(await read()).toEqual({ recording: { transcription: { transcripts: null, clips: null } } });
  });
});

describe("mutations of recordings", () => {
  test("updateCallRecordingState puts the state", async () => {
    upstream.answer("PUT /calls/c-1/recording", { status: 200 });
    const { send: update, expectRefused } = send("updateCallRecordingState", "call { callId }");
    expect(await update({ callId: "c-1", state: "PAUSED" })).toEqual({ call: { callId: "c-1" } });
    await update({ callId: "c-1", state: "RECORDING" });
    expect(upstream.asked()).toEqual(["PUT /calls/c-1/recording", "PUT /calls/c-1/recording"]);
    expect(upstream.requests().map(({ body }) => body)).toEqual([
      { state: "paused" },
      { state: "recording" },
    ]);
    await expectRefused({ callId: "", state: "PAUSED" }, "input.callId", "must not be empty");
  });

  test("deletions are one DELETE each; what is left is read anew when it is asked for", async () => {
    upstream.answer("DELETE /calls/c-1/recordings/r-1", { status: 204 });
    upstream.answer("DELETE /calls/c-1/recordings/r-1/media", { status: 204 });
    upstream.answer("DELETE /calls/c-1/recordings/r-1/transcription", { status: 204 });
    // Bandwidth may show a moment later what it has done.
    upstream.answer("GET /calls/c-1/recordings/r-1", {
      body: recording("r-1", "c-1", { recordingName: "desk" }),
    });
    expect(await send("deleteRecording", "recordingId call { callId }").send(ids)).toEqual({
      recordingId: "r-1",
      call: { callId: "c-1" },
    });
    expect(
      await send("deleteRecordingMedia", "recording { recordingId status rawStatus mediaUrl }").send(ids),
    ).toEqual({
      recording: { recordingId: "r-1", status: "DELETED", rawStatus: "deleted", mediaUrl: null },
    });
    expect(
      await send("deleteRecordingMedia", "recording { recordingName status mediaUrl }").send(ids),
    ).toEqual({
      recording: { recordingName: "desk", status: "DELETED", mediaUrl: null },
    });
    expect(await send("deleteCallTranscription", "recording { recordingId }").send(ids)).toEqual({
      recording: { recordingId: "r-1" },
    });
    expect(upstream.asked()).toEqual([
      "DELETE /calls/c-1/recordings/r-1",
      "DELETE /calls/c-1/recordings/r-1/media",
      "DELETE /calls/c-1/recordings/r-1/media",
      "GET /calls/c-1/recordings/r-1",
      "DELETE /calls/c-1/recordings/r-1/transcription",
    ]);
  });

  test("transcribeCallRecording has the event sent here, or where the client says, without our credentials", async () => {
    upstream.answer("POST /calls/c-1/recordings/r-1/transcription", { status: 204 });
    const { send: transcribe } = send("transcribeCallRecording", "recording { recordingId }");
    expect(await transcribe({ ...ids, detectLanguage: true, tag: "t" })).toEqual({
      recording: { recordingId: "r-1" },
    });
    await transcribe({ ...ids, callbackUrl: "https://client.example.com/t", callbackTimeout: 5.5 });
    expect(upstream.requests().map(({ body }) => body)).toEqual([
      {
        callbackUrl: `${gateway.url}/callbacks/voice/transcriptionAvailable`,
        username: "callbacks",
        password: "secret",
        detectLanguage: true,
        tag: "t",
      },
      { callbackUrl: "https://client.example.com/t", callbackTimeout: 5.5 },
    ]);
  });

  test.each<[Record<string, unknown>, string, string]>([
    [{ username: "u" }, "input.username", "goes with a callbackUrl only"],
    [{ callbackMethod: "GET" }, "input.callbackMethod", "goes with a callbackUrl only"],
    [
      { callbackUrl: "http://client.example.com", password: "p" },
      "input.callbackUrl",
      "must be https to carry a username and password",
    ],
    [{ callbackTimeout: 26 }, "input.callbackTimeout", "must be 1 to 25 seconds"],
    [{ tag: "x".repeat(4097) }, "input.tag", "must be at most 4096 characters"],
  ])(
    "what breaks a limit of transcribeCallRecording is refused before anything is sent: %j",
    (input, field, message) =>
      send("transcribeCallRecording", "recording { recordingId }").expectRefused(
        { ...ids, ...input },
        field,
        message,
      ),
  );

  test.each([
    ["deleteRecording", "DELETE /calls/c-1/recordings/r-1", "recording r-1 of call c-1"],
    ["deleteRecordingMedia", "DELETE /calls/c-1/recordings/r-1/media", "recording r-1 of call c-1"],
    ["transcribeCallRecording", "POST /calls/c-1/recordings/r-1/transcription", "recording r-1 of call c-1"],
    [
      "deleteCallTranscription",
      "DELETE /calls/c-1/recordings/r-1/transcription",
      "transcription of recording r-1 of call c-1",
    ],
  ])("%s of what does not exist is NOT_FOUND and names it", async (name, route, what) => {
    upstream.answer(route, { status: 404 });
    const { errors } = await post(
      gateway.url,
      `mutation { ${name}(input: { callId: "c-1", recordingId: "r-1" }) { __typename } }`,
    );
    expect(errors).toMatchObject([
      {
        message: `There is no ${what}`,
        extensions: { code: "NOT_FOUND", upstream: { api: "voice", status: 404 } },
      },
    ]);
  });
});
