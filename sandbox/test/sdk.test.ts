import {
  CallStateEnum,
  CallsApi,
  Configuration,
  ListMessageDirectionEnum,
  MessagesApi,
  RecordingsApi,
  StatisticsApi,
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
