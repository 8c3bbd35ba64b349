import { Configuration, RecordingStateEnum, RecordingsApi, TranscriptionsApi } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_ID } from "../account.ts";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
let api: RecordingsApi;
beforeEach(async () => {
  world = await createWorld();
  api = new RecordingsApi(
    new Configuration({ username: "sandbox", password: "sandbox", basePath: `${world.url}/api/v2` }),
  );
});
afterEach(() => world.stop());

const CALL = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const RECORDING = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";

const get = async () => (await api.getCallRecording(ACCOUNT_ID, CALL, RECORDING)).data;
const failure = (status: number, description: unknown) => ({
  response: { status, data: { type: "validation", description } },
});

describe("updateCallRecordingState", () => {
  const update = (callId: string, state: RecordingStateEnum) =>
    api.updateCallRecordingState(ACCOUNT_ID, callId, { state });

  test("leaves out of the recording what happens while it is paused", async () => {
    world.receiver.on("/answer", bxml('<StartRecording/><Pause duration="20"/>'));
    const callId = await world.dial();
    await world.advance(4 + 5);
    expect(await update(callId, RecordingStateEnum.Paused)).toMatchObject({ status: 200, data: "" });
    await world.advance(10);
    await update(callId, RecordingStateEnum.Recording);
    await world.advance(6);
    const [recording] = (await api.listCallRecordings(ACCOUNT_ID, callId)).data;
    expect(recording?.duration).toBe("PT10S");
  });

  test("cuts what is said there, and the transcription has the rest", async () => {
    // Twenty characters take 1.4 seconds.
    world.receiver.on(
      "/answer",
      bxml('<StartRecording transcribe="true"/><SpeakSentence>abcdefghijklmnopqrst</SpeakSentence>'),
    );
    const callId = await world.dial({ to: "+19195550106" });
    await world.advance(4 + 0.35);
    await update(callId, RecordingStateEnum.Paused);
    await world.advance(0.7);
    await update(callId, RecordingStateEnum.Recording);
    await world.advance(60);
    const [recording] = (await api.listCallRecordings(ACCOUNT_ID, callId)).data;
    expect(recording?.duration).toBe("PT0.7S");
    const { data } = await api.getRecordingTranscription(ACCOUNT_ID, callId, recording?.recordingId ?? "");
    expect(data.clips?.map(({ text }) => text)).toEqual(["abcde", "pqrst"]);
  });

  test("needs a call that is being recorded", async () => {
    await expect(update(CALL, RecordingStateEnum.Paused)).rejects.toMatchObject(
      failure(404, `Call [${CALL}] is not being recorded`),
    );
    await expect(update("c-1", RecordingStateEnum.Paused)).rejects.toMatchObject(
      failure(404, "Call [c-1] not found"),
    );
    const { status, body } = await world.send("PUT", `${world.paths.calls}/${CALL}/recording`, {
      state: "stopped",
    });
    expect([status, body.description]).toEqual([400, "Invalid state: must be paused or recording"]);
  });
});

describe("deleting", () => {
  test("the media leaves the metadata, which then says deleted", async () => {
    expect((await api.deleteRecordingMedia(ACCOUNT_ID, CALL, RECORDING)).status).toBe(204);
    await expect(api.downloadCallRecording(ACCOUNT_ID, CALL, RECORDING)).rejects.toMatchObject(
      failure(404, `Recording [${RECORDING}] media not found`),
    );
    await expect(api.deleteRecordingMedia(ACCOUNT_ID, CALL, RECORDING)).rejects.toMatchObject(
      failure(404, expect.anything()),
    );
    expect(await get()).toMatchObject({ status: "deleted", recordingName: "my-recording-name" });
  });

  test("the recording leaves nothing", async () => {
    expect((await api.deleteRecording(ACCOUNT_ID, CALL, RECORDING)).status).toBe(204);
    await expect(get()).rejects.toMatchObject(failure(404, `Recording [${RECORDING}] not found`));
    expect((await api.listCallRecordings(ACCOUNT_ID, CALL)).data).toEqual([]);
    await expect(api.deleteRecording(ACCOUNT_ID, CALL, RECORDING)).rejects.toMatchObject(
      failure(404, expect.anything()),
    );
  });
});

test.each([
  ["processed", 0, []],
  ["transcribed", 1, ["recordingAvailable"]],
])("a recording that is deleted while it is being %s is told of no more", async (_, seconds, told) => {
  const callId = await world.perform(
    `<StartRecording transcribe="true" transcriptionAvailableUrl="/transcribed" recordingAvailableUrl="/recorded"/>
     <Pause duration="5"/><StopRecording/><Pause duration="60"/>`,
  );
  await world.advance(5 + seconds);
  const [recording] = (await api.listCallRecordings(ACCOUNT_ID, callId)).data;
  await api.deleteRecording(ACCOUNT_ID, callId, recording?.recordingId ?? "");
  await world.advance(20);
  expect(world.receiver.types()).toEqual(["answer", ...told]);
});

describe("a transcription", () => {
  const order = (fields: object = {}) =>
    api.transcribeCallRecording(ACCOUNT_ID, CALL, RECORDING, {
      callbackUrl: `${world.receiver.url}/transcribed`,
      ...fields,
    });

  test("is processed for a while, told of, read by speaker and clip, and deleted", async () => {
    expect((await order({ tag: "mine" })).status).toBe(204);
    expect((await get()).transcription).toMatchObject({ status: "processing" });
    await expect(api.getRecordingTranscription(ACCOUNT_ID, CALL, RECORDING)).rejects.toMatchObject(
      failure(404, `Transcription of recording [${RECORDING}] not found`),
    );
    expect(world.receiver.types()).toEqual([]);

    await world.advance(5);
    const { transcription, ...recording } = await get();
    const url = `${world.url}${world.paths.calls}/${CALL}/recordings/${RECORDING}/transcription`;
    expect(transcription).toEqual({
      id: expect.stringMatching(/^t-/),
      status: "available",
      completedTime: expect.any(String),
      url,
    });
    expect(world.receiver.received.map(({ body }) => body)).toMatchObject([
      {
        eventType: "transcriptionAvailable",
        callId: CALL,
        recordingId: RECORDING,
        duration: recording.duration,
        transcription,
        tag: "mine",
      },
    ]);

    const { data } = await api.getRecordingTranscription(ACCOUNT_ID, CALL, RECORDING);
    expect(data.transcripts).toEqual([
      { speaker: 0, text: expect.stringContaining("parcel"), confidence: 0.97 },
      { speaker: 1, text: expect.stringContaining("recorded"), confidence: 0.97 },
    ]);
    expect(data.clips?.map(({ speaker, startTimeSeconds }) => [speaker, startTimeSeconds])).toEqual([
      [1, 0],
      [0, 3.65],
    ]);

    expect((await api.deleteRecordingTranscription(ACCOUNT_ID, CALL, RECORDING)).status).toBe(204);
    expect((await get()).transcription).toBeNull();
    await expect(api.deleteRecordingTranscription(ACCOUNT_ID, CALL, RECORDING)).rejects.toMatchObject(
      failure(404, expect.anything()),
    );
  });

  test("is made once, of media that exists, with sound settings", async () => {
    await expect(order({ callbackTimeout: 26 })).rejects.toMatchObject(
      failure(400, "Invalid callbackTimeout: must be a number between 1 and 25"),
    );
    await order();
    await expect(order()).rejects.toMatchObject(
      failure(400, `Recording [${RECORDING}] already has a transcription`),
    );
    await api.deleteRecordingMedia(ACCOUNT_ID, CALL, RECORDING);
    await expect(order()).rejects.toMatchObject(
      failure(400, `Recording [${RECORDING}] has no media to transcribe`),
    );
  });

  test('follows a recording with transcribe="true", and fails when it is too short', async () => {
    world.receiver.on(
      "/answer",
      bxml(`<StartRecording transcribe="true" transcriptionAvailableUrl="/transcribed"
              recordingAvailableUrl="/recorded"/><Pause duration="0.5"/>`),
    );
    await world.dial();
    await world.advance(20);
    expect(world.receiver.types()).toEqual([
      "answer",
      "disconnect",
      "recordingAvailable",
      "transcriptionAvailable",
    ]);
    expect(world.receiver.received.at(-1)?.body.transcription?.status).toBe("file-size-too-small");
  });
});

test("real-time transcriptions are listed, read and deleted", async () => {
  const transcriptions = new TranscriptionsApi(
    new Configuration({ username: "sandbox", password: "sandbox", basePath: `${world.url}/api/v2` }),
  );
  const transcriptionId = "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b";
  expect((await transcriptions.listRealTimeTranscriptions(ACCOUNT_ID, CALL)).data).toEqual([
    {
      transcriptionId,
      transcriptionName: "live_transcription",
      transcriptionUrl: `${world.url}${world.paths.calls}/${CALL}/transcriptions/${transcriptionId}`,
    },
  ]);
  const get = () => transcriptions.getRealTimeTranscription(ACCOUNT_ID, CALL, transcriptionId);
  expect((await get()).data).toMatchObject({
    callId: CALL,
    transcriptionId,
    tracks: [
      { track: "inbound", detectedLanguage: "en-US" },
      { track: "outbound", confidence: 0.9 },
    ],
  });
  const deleted = await transcriptions.deleteRealTimeTranscription(ACCOUNT_ID, CALL, transcriptionId);
  expect(deleted.status).toBe(200);
  await expect(get()).rejects.toMatchObject(failure(404, `Transcription [${transcriptionId}] not found`));
});
