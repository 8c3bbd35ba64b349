import * as sdk from "bandwidth-sdk";
import {
  CallStateEnum,
  CallsApi,
  ConferenceStateEnum,
  ConferencesApi,
  Configuration,
  EndpointsApi,
  ListMessageDirectionEnum,
  MediaApi,
  MessagesApi,
  MFAApi,
  MultiChannelApi,
  PhoneNumberLookupApi,
  RecordingStateEnum,
  RecordingsApi,
  StatisticsApi,
  TollFreeVerificationApi,
  TranscriptionsApi,
} from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_ID, MESSAGING_APPLICATION_ID, OWN_NUMBER, VOICE_APPLICATION_ID } from "../account.ts";
import { bxml, createWorld, type World } from "./world.ts";

// The vendor's own client judges the sandbox: every operation that is served, with both ways to authenticate.

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

/** The SDK's token URL is fixed, but a function may stand in for the whole fetching of tokens. */
async function fetchToken(): Promise<string> {
  const response = await world.send("POST", "/api/v1/oauth2/token", "grant_type=client_credentials", {
    "content-type": "application/x-www-form-urlencoded",
  });
  return response.body.access_token;
}

describe.each([
  ["Basic", () => ({ username: "sandbox", password: "sandbox" })],
  ["OAuth2", () => ({ accessToken: fetchToken })],
])("bandwidth-sdk with %s", (_, login) => {
  const configuration = () => new Configuration({ ...login(), basePath: `${world.url}/api/v2` });

  const createCall = async () =>
    new CallsApi(configuration()).createCall(ACCOUNT_ID, {
      applicationId: VOICE_APPLICATION_ID,
      to: "+19195551234",
      from: OWN_NUMBER,
      displayName: "NodeJS SDK",
      answerUrl: `${world.receiver.url}/answer`,
      answerMethod: "POST",
      disconnectUrl: `${world.receiver.url}/disconnect`,
      disconnectMethod: "GET",
      machineDetection: { mode: "async", detectionTimeout: 5, delayResult: true },
      callTimeout: 30,
      callbackTimeout: 15,
    });

  test("createCall, getCallState, listCalls", async () => {
    const { status, data } = await createCall();
    expect(status).toBe(201);
    expect(data).toMatchObject({
      accountId: ACCOUNT_ID,
      priority: 5,
      callTimeout: 30,
      answerFallbackMethod: "POST",
    });
    expect(data.callId).toHaveLength(47);

    const calls = new CallsApi(configuration());
    const state = await calls.getCallState(ACCOUNT_ID, data.callId);
    expect(state.data).toMatchObject({ callId: data.callId, direction: "outbound", state: "queued" });
    const list = await calls.listCalls(ACCOUNT_ID, "+19195551234");
    expect(list.data.map(({ callId }) => callId)).toContain(data.callId);
  });

  test("updateCall", async () => {
    const calls = new CallsApi(configuration());
    world.receiver.on("/answer", bxml("<Pause duration='100'/>"));
    world.receiver.on("/pause", bxml("<Pause duration='100'/>"));
    const { callId } = (await createCall()).data;
    await world.advance(5);
    const redirected = await calls.updateCall(ACCOUNT_ID, callId, {
      state: CallStateEnum.Active,
      redirectUrl: `${world.receiver.url}/pause`,
    });
    expect(redirected.status).toBe(200);
    await world.advance(5);
    const completed = await calls.updateCall(ACCOUNT_ID, callId, { state: CallStateEnum.Completed });
    expect(completed.status).toBe(200);
    await world.advance(0);
    expect(world.receiver.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /answer",
      "POST /pause",
      "GET /disconnect",
    ]);
  });

  test("listAccountCallRecordings, listCallRecordings, getCallRecording, downloadCallRecording", async () => {
    const recordings = new RecordingsApi(configuration());
    const all = (await recordings.listAccountCallRecordings(ACCOUNT_ID)).data;
    const { callId = "", recordingId = "" } = all[0] ?? {};
    expect(recordingId).toHaveLength(47);
    expect((await recordings.listCallRecordings(ACCOUNT_ID, callId)).data).toEqual([all[0]]);
    expect((await recordings.getCallRecording(ACCOUNT_ID, callId, recordingId)).data).toEqual(all[0]);
    const media = await recordings.downloadCallRecording(ACCOUNT_ID, callId, recordingId, {
      responseType: "arraybuffer",
    });
    expect(media.headers["content-type"]).toBe("audio/vnd.wave");
    expect(Buffer.from(await new Response(media.data).arrayBuffer()).toString("ascii", 0, 4)).toBe("RIFF");
  });

  test("createMessage, listMessages", async () => {
    const messages = new MessagesApi(configuration());
    const { status, data } = await messages.createMessage(ACCOUNT_ID, {
      applicationId: MESSAGING_APPLICATION_ID,
      to: new Set(["+15554443333"]),
      from: OWN_NUMBER,
      text: "Hello world",
      tag: "mine",
    });
    expect(status).toBe(202);
    expect(data).toMatchObject({ owner: OWN_NUMBER, to: ["+15554443333"], text: "Hello world", tag: "mine" });
    expect(data.id).toHaveLength(29);
    const found = await messages.listMessages(
      ACCOUNT_ID,
      undefined,
      OWN_NUMBER,
      undefined,
      undefined,
      ListMessageDirectionEnum.Outbound,
    );
    expect(found.data.messages?.[0]).toMatchObject({ messageId: data.id, messageDirection: "OUTBOUND" });
  });

  test("getStatistics", async () => {
    await createCall();
    const { data } = await new StatisticsApi(configuration()).getStatistics(ACCOUNT_ID);
    expect(data).toEqual({ currentCallQueueSize: 1, maxCallQueueSize: 1500 });
  });

  test("sees 400 and 404 as errors with Bandwidth's body", async () => {
    const calls = new CallsApi(configuration());
    await expect(calls.getCallState(ACCOUNT_ID, "does-not-exist")).rejects.toMatchObject({
      response: { status: 404, data: { type: "validation" } },
    });
    await expect(
      new MessagesApi(configuration()).createMessage(ACCOUNT_ID, {
        applicationId: MESSAGING_APPLICATION_ID,
        to: new Set(["+1invalid"]),
        from: OWN_NUMBER,
        text: "Hello",
      }),
    ).rejects.toMatchObject({ response: { status: 400, data: { fieldErrors: [{ fieldName: "to" }] } } });
  });
});

// The sandbox is seeded with these.
const CALL = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const RECORDING = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const CONFERENCE = "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9";
const CONFERENCE_RECORDING = "r-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const TRANSCRIPTION = "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b";

const ACCOUNT = ACCOUNT_ID;
const NUMBER = "+19195551234";
const SPEAK = "<Response><SpeakSentence>Hello</SpeakSentence></Response>";
const code = { to: NUMBER, from: OWN_NUMBER, message: "{CODE}", digits: 6 };

const configured = (base: string) =>
  new Configuration({ username: "sandbox", password: "sandbox", basePath: `${world.url}${base}` });
const calls = () => new CallsApi(configured("/api/v2"));
const conferences = () => new ConferencesApi(configured("/api/v2"));
const recordings = () => new RecordingsApi(configured("/api/v2"));
const transcriptions = () => new TranscriptionsApi(configured("/api/v2"));
const messages = () => new MessagesApi(configured("/api/v2"));
const media = () => new MediaApi(configured("/api/v2"));
const mfa = () => new MFAApi(configured("/api/v1"));
const lookup = () => new PhoneNumberLookupApi(configured("/v2"));
const tollFree = () => new TollFreeVerificationApi(configured("/api/v2"));
const endpoints = () => new EndpointsApi(configured("/v2"));

/** A call that performs the verbs. */
async function live(verbs: string): Promise<string> {
  world.receiver.on("/answer", bxml(verbs));
  const callId = await world.dial();
  await world.advance(5);
  return callId;
}

/** A conference, and the call in it. */
async function conferring() {
  const callId = await live("<Conference>room</Conference>");
  const [conference] = (await conferences().listConferences(ACCOUNT, "room")).data;
  return { conferenceId: conference?.id ?? "", callId };
}

async function transcribed() {
  await recordings().transcribeCallRecording(ACCOUNT, CALL, RECORDING, {});
  await world.advance(5);
}

const upload = () => media().uploadMedia(ACCOUNT, "a.txt", new File(["hello"], "a.txt"), "text/plain");

/** A call of each operation that the sandbox serves. */
const SERVED: Readonly<Record<string, () => Promise<{ status: number }>>> = {
  createCall: () =>
    calls().createCall(ACCOUNT, {
      to: NUMBER,
      from: OWN_NUMBER,
      applicationId: VOICE_APPLICATION_ID,
      answerUrl: `${world.receiver.url}/answer`,
    }),
  getCallState: () => calls().getCallState(ACCOUNT, CALL),
  listCalls: () => calls().listCalls(ACCOUNT),
  updateCall: async () =>
    calls().updateCall(ACCOUNT, await live("<Pause duration='99'/>"), { state: CallStateEnum.Completed }),
  updateCallBxml: async () => calls().updateCallBxml(ACCOUNT, await live("<Pause duration='99'/>"), SPEAK),
  downloadConferenceRecording: () =>
    conferences().downloadConferenceRecording(ACCOUNT, CONFERENCE, CONFERENCE_RECORDING),
  getConference: () => conferences().getConference(ACCOUNT, CONFERENCE),
  getConferenceMember: async () => {
    const { conferenceId, callId } = await conferring();
    return conferences().getConferenceMember(ACCOUNT, conferenceId, callId);
  },
  getConferenceRecording: () =>
    conferences().getConferenceRecording(ACCOUNT, CONFERENCE, CONFERENCE_RECORDING),
  listConferenceRecordings: () => conferences().listConferenceRecordings(ACCOUNT, CONFERENCE),
  listConferences: () => conferences().listConferences(ACCOUNT),
  updateConference: async () =>
    conferences().updateConference(ACCOUNT, (await conferring()).conferenceId, {
      status: ConferenceStateEnum.Completed,
    }),
  updateConferenceBxml: async () =>
    conferences().updateConferenceBxml(ACCOUNT, (await conferring()).conferenceId, SPEAK),
  updateConferenceMember: async () => {
    const { conferenceId, callId } = await conferring();
    return conferences().updateConferenceMember(ACCOUNT, conferenceId, callId, { mute: true });
  },
  deleteRecording: () => recordings().deleteRecording(ACCOUNT, CALL, RECORDING),
  deleteRecordingMedia: () => recordings().deleteRecordingMedia(ACCOUNT, CALL, RECORDING),
  deleteRecordingTranscription: async () => {
    await transcribed();
    return recordings().deleteRecordingTranscription(ACCOUNT, CALL, RECORDING);
  },
  downloadCallRecording: () => recordings().downloadCallRecording(ACCOUNT, CALL, RECORDING),
  getCallRecording: () => recordings().getCallRecording(ACCOUNT, CALL, RECORDING),
  getRecordingTranscription: async () => {
    await transcribed();
    return recordings().getRecordingTranscription(ACCOUNT, CALL, RECORDING);
  },
  listAccountCallRecordings: () => recordings().listAccountCallRecordings(ACCOUNT),
  listCallRecordings: () => recordings().listCallRecordings(ACCOUNT, CALL),
  transcribeCallRecording: () => recordings().transcribeCallRecording(ACCOUNT, CALL, RECORDING, {}),
  updateCallRecordingState: async () =>
    recordings().updateCallRecordingState(ACCOUNT, await live("<StartRecording/><Pause duration='99'/>"), {
      state: RecordingStateEnum.Paused,
    }),
  listRealTimeTranscriptions: () => transcriptions().listRealTimeTranscriptions(ACCOUNT, CALL),
  getRealTimeTranscription: () => transcriptions().getRealTimeTranscription(ACCOUNT, CALL, TRANSCRIPTION),
  deleteRealTimeTranscription: () =>
    transcriptions().deleteRealTimeTranscription(ACCOUNT, CALL, TRANSCRIPTION),
  getStatistics: () => new StatisticsApi(configured("/api/v2")).getStatistics(ACCOUNT),
  createMessage: () =>
    messages().createMessage(ACCOUNT, {
      applicationId: MESSAGING_APPLICATION_ID,
      to: new Set([NUMBER]),
      from: OWN_NUMBER,
      text: "Hello",
    }),
  listMessages: () => messages().listMessages(ACCOUNT, undefined, OWN_NUMBER),
  uploadMedia: upload,
  getMedia: async () => {
    await upload();
    return media().getMedia(ACCOUNT, "a.txt");
  },
  deleteMedia: async () => {
    await upload();
    return media().deleteMedia(ACCOUNT, "a.txt");
  },
  listMedia: () => media().listMedia(ACCOUNT),
  generateVoiceCode: () => mfa().generateVoiceCode(ACCOUNT, { ...code, applicationId: VOICE_APPLICATION_ID }),
  generateMessagingCode: () =>
    mfa().generateMessagingCode(ACCOUNT, { ...code, applicationId: MESSAGING_APPLICATION_ID }),
  verifyCode: () => mfa().verifyCode(ACCOUNT, { to: NUMBER, code: "123456", expirationTimeInMinutes: 3 }),
  createSyncLookup: () => lookup().createSyncLookup(ACCOUNT, { phoneNumbers: [NUMBER] }),
  createAsyncBulkLookup: () => lookup().createAsyncBulkLookup(ACCOUNT, { phoneNumbers: [NUMBER] }),
  getAsyncBulkLookup: async () => {
    const { data } = await lookup().createAsyncBulkLookup(ACCOUNT, { phoneNumbers: [NUMBER] });
    return lookup().getAsyncBulkLookup(ACCOUNT, data.data?.requestId ?? "");
  },
};

const webhook = { callbackUrl: "https://a.example" };

/** A call of each of the others. */
const NOT_EMULATED: Readonly<Record<string, () => Promise<unknown>>> = {
  createMultiChannelMessage: () =>
    new MultiChannelApi(configured("/api/v2")).createMultiChannelMessage(ACCOUNT, {
      to: NUMBER,
      channelList: [],
    }),
  createWebhookSubscription: () => tollFree().createWebhookSubscription(ACCOUNT, webhook),
  deleteVerificationRequest: () => tollFree().deleteVerificationRequest(ACCOUNT, NUMBER),
  deleteWebhookSubscription: () => tollFree().deleteWebhookSubscription(ACCOUNT, "1"),
  getTollFreeVerificationStatus: () => tollFree().getTollFreeVerificationStatus(ACCOUNT, NUMBER),
  listTollFreeUseCases: () => tollFree().listTollFreeUseCases(),
  listWebhookSubscriptions: () => tollFree().listWebhookSubscriptions(ACCOUNT),
  requestTollFreeVerification: () =>
    tollFree().requestTollFreeVerification(ACCOUNT, {} as sdk.VerificationRequest),
  updateTollFreeVerificationRequest: () => tollFree().updateTollFreeVerificationRequest(ACCOUNT, NUMBER, {}),
  updateWebhookSubscription: () => tollFree().updateWebhookSubscription(ACCOUNT, "1", webhook),
  createEndpoint: () => endpoints().createEndpoint(ACCOUNT, {} as sdk.CreateWebRtcConnectionRequest),
  deleteEndpoint: () => endpoints().deleteEndpoint(ACCOUNT, "e-1"),
  getEndpoint: () => endpoints().getEndpoint(ACCOUNT, "e-1"),
  listEndpoints: () => endpoints().listEndpoints(ACCOUNT),
  updateEndpointBxml: () => endpoints().updateEndpointBxml(ACCOUNT, "e-1", SPEAK),
};

test("each operation of bandwidth-sdk is called here", () => {
  const operations = Object.entries(sdk)
    .filter(([name, value]) => /Api$/.test(name) && typeof value === "function")
    .flatMap(([, api]) => Object.getOwnPropertyNames(Object(api).prototype))
    .filter((name) => name !== "constructor");
  expect([...Object.keys(SERVED), ...Object.keys(NOT_EMULATED)].sort()).toEqual(operations.sort());
});

test.each(Object.entries(SERVED))("%s of bandwidth-sdk is served", async (_, call) => {
  expect((await call()).status).toBeLessThan(300);
});

test.each(Object.entries(NOT_EMULATED))("%s of bandwidth-sdk is refused by its name", async (name, call) => {
  const refusal = expect.stringContaining(`The sandbox does not emulate ${name} yet`);
  const error: unknown = await call().catch((reason: unknown) => reason);
  expect(error).toMatchObject({ response: { status: 501 } });
  expect(JSON.stringify(Object(error).response.data)).toEqual(refusal);
});

test("bandwidth-sdk with wrong credentials sees 401", async () => {
  const configuration = new Configuration({
    username: "sandbox",
    password: "wrong",
    basePath: `${world.url}/api/v2`,
  });
  await expect(new StatisticsApi(configuration).getStatistics(ACCOUNT_ID)).rejects.toMatchObject({
    response: { status: 401, data: { type: "authentication-error" } },
  });
});
