import { CallsApi, ConferenceStateEnum, ConferencesApi, Configuration } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_ID } from "../account.ts";
import { bxml, createWorld, status, type World } from "./world.ts";

let world: World;
let api: ConferencesApi;
let callsApi: CallsApi;
beforeEach(async () => {
  world = await createWorld();
  const configuration = new Configuration({
    username: "sandbox",
    password: "sandbox",
    basePath: `${world.url}/api/v2`,
  });
  api = new ConferencesApi(configuration);
  callsApi = new CallsApi(configuration);
});
afterEach(() => world.stop());

const SEEDED = "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9";
const conferences = `/api/v2/accounts/${ACCOUNT_ID}/conferences`;

/** Dials a call that joins a conference, and lets it answer. */
async function join(name: string, attributes = 'conferenceEventUrl="/conference"') {
  world.receiver.on("/answer", bxml(`<Conference ${attributes}>${name}</Conference><Pause duration="7"/>`));
  const callId = await world.dial({ tag: "first" });
  await world.advance(5);
  return callId;
}

const activeNamed = async (name: string) => {
  const [conference] = (await api.listConferences(ACCOUNT_ID, name)).data;
  return conference?.id ?? "";
};
const failure = (code: number, description: unknown) => ({
  response: { status: code, data: { type: "validation", description } },
});

describe("a conference", () => {
  test("begins with its first member, is told, and ends with its last", async () => {
    const first = await join("room");
    const second = await join("room", "conferenceEventUrl='/ignored' mute='true' callIdsToCoach='c-1, c-2'");
    const id = await activeNamed("room");
    expect(id).toMatch(/^conf-[0-9a-f-]{45}$/);

    const { data } = await api.getConference(ACCOUNT_ID, id);
    expect(data).toEqual({
      id,
      name: "room",
      createdTime: expect.any(String),
      completedTime: null,
      conferenceEventUrl: `${world.receiver.url}/conference`,
      conferenceEventMethod: "POST",
      tag: "first",
      activeMembers: [
        { callId: first, mute: false, callIdsToCoach: null },
        { callId: second, mute: true, callIdsToCoach: ["c-1", "c-2"] },
      ].map((member) => ({
        ...member,
        conferenceId: id,
        memberUrl: `${world.url}${conferences}/${id}/members/${member.callId}`,
        hold: false,
      })),
    });
    expect((await api.listConferences(ACCOUNT_ID, "room")).data[0]).not.toHaveProperty("activeMembers");

    for (const callId of [first, second]) await world.send("POST", `/_sandbox/calls/${callId}/hangup`);
    await world.advance(1);
    expect((await api.getConference(ACCOUNT_ID, id)).data).toMatchObject({
      completedTime: expect.any(String),
      activeMembers: [],
    });
    const told = world.receiver.received.filter(({ path }) => path === "/conference");
    expect(told.map(({ body }) => [body.eventType, body.callId])).toEqual([
      ["conferenceCreated", undefined],
      ["conferenceMemberJoin", first],
      ["conferenceMemberJoin", second],
      ["conferenceMemberExit", first],
      ["conferenceMemberExit", second],
      ["conferenceCompleted", undefined],
    ]);
    expect(told[1]?.body).toEqual({
      eventType: "conferenceMemberJoin",
      eventTime: expect.any(String),
      conferenceId: id,
      name: "room",
      tag: "first",
      callId: first,
      from: "+19195554321",
      to: "+19195551234",
    });
    expect(await join("room").then(() => activeNamed("room"))).toBe(id);
    expect((await api.listConferences(ACCOUNT_ID, "room")).data).toHaveLength(2);
  });

  test("is recorded by BXML that its events are answered with", async () => {
    world.receiver.on("/conference", (got, response) => {
      const isCreated = got.body.eventType === "conferenceCreated";
      const start = '<StartRecording recordingAvailableUrl="/recorded"/><SpeakSentence>Hi</SpeakSentence>';
      (isCreated ? bxml(start) : status(204))(got, response);
    });
    const callId = await join("room");
    const id = await activeNamed("room");
    await world.advance(5);
    expect((await api.updateConferenceBxml(ACCOUNT_ID, id, "<Bxml><StopRecording/></Bxml>")).status).toBe(
      204,
    );
    await world.advance(1);
    const [recording] = (await api.listConferenceRecordings(ACCOUNT_ID, id)).data;
    expect(recording).toEqual({
      accountId: ACCOUNT_ID,
      conferenceId: id,
      name: "room",
      recordingId: expect.stringMatching(/^r-/),
      startTime: expect.any(String),
      endTime: expect.any(String),
      duration: "PT6S",
      channels: 1,
      fileFormat: "wav",
      mediaUrl: `${world.url}${conferences}/${id}/recordings/${recording?.recordingId}/media`,
      status: "complete",
    });
    expect(world.receiver.received.find(({ path }) => path === "/recorded")?.body).toEqual({
      eventType: "conferenceRecordingAvailable",
      eventTime: expect.any(String),
      tag: "first",
      ...recording,
    });
    expect(await world.call(callId)).toMatchObject({ state: "answered" });
  });

  test("plays audio to all, one document after another, and an error in one verb stops no other", async () => {
    await join("room");
    const id = await activeNamed("room");
    const put = (document: string) => api.updateConferenceBxml(ACCOUNT_ID, id, document);
    await put(
      "<Response><PlayAudio>https://a.example/b.ogg</PlayAudio><StartRecording/><PlayAudio>https://a.example/b.wav</PlayAudio></Response>",
    );
    await put("<Response><StopRecording/></Response>");
    await world.advance(10);
    expect((await api.listConferenceRecordings(ACCOUNT_ID, id)).data).toMatchObject([{ duration: "PT5S" }]);
  });

  test("completed from outside lets its members go on with their documents", async () => {
    const callId = await join("room");
    const id = await activeNamed("room");
    const update = { status: ConferenceStateEnum.Completed };
    expect((await api.updateConference(ACCOUNT_ID, id, update)).status).toBe(204);
    await world.advance(6);
    expect(await world.call(callId)).toMatchObject({ state: "answered" });
    await world.advance(1);
    expect(await world.call(callId)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
    await expect(api.updateConference(ACCOUNT_ID, id, update)).rejects.toMatchObject(
      failure(404, `Conference [${id}] is not active`),
    );
  });

  test("asks for BXML when it is redirected", async () => {
    await join("room");
    const id = await activeNamed("room");
    world.receiver.on("/more", bxml("<StartRecording/>"));
    await api.updateConference(ACCOUNT_ID, id, {
      status: ConferenceStateEnum.Active,
      redirectUrl: `${world.receiver.url}/more`,
    });
    await world.advance(1);
    expect(world.receiver.types()).toContain("conferenceRedirect");
    await api.updateConference(ACCOUNT_ID, id, { status: ConferenceStateEnum.Completed });
    await world.advance(1);
    expect((await api.listConferenceRecordings(ACCOUNT_ID, id)).data).toMatchObject([{ status: "complete" }]);
  });

  test("takes no verb that only a call may run, and no twenty-first member", async () => {
    await join("room");
    const id = await activeNamed("room");
    await expect(
      api.updateConferenceBxml(ACCOUNT_ID, id, "<Response><StopRecording/><Hangup/></Response>"),
    ).rejects.toMatchObject(failure(400, "<Hangup> is not allowed in a conference"));
    for (let joined = 1; joined < 20; joined += 1) await world.dial({ to: "+19195550100" });
    await world.advance(5);
    const callId = await world.dial({ to: "+19195550100" });
    await world.advance(5);
    expect(await world.call(callId)).toMatchObject({
      disconnectCause: "error",
      errorMessage: "Conference room already has 20 members",
    });
  });
});

describe("what a member says", () => {
  /** Who hears it: each member records its own call, from before it joins. */
  const member = (attributes = "") =>
    world.perform(`<StartRecording/><Conference ${attributes}>room</Conference>`, { to: "+19195550106" });

  async function heardBy(callIds: string[], says: string) {
    await world.act(says, "speak", { text: "Can you hear me" });
    await world.advance(2);
    for (const callId of callIds) await world.act(callId, "hangup");
    await world.advance(1);
    return Promise.all(
      callIds.map(async (callId) => {
        const [recording] = (await world.send("GET", `${world.paths.calls}/${callId}/recordings`)).body;
        const path = `${world.paths.calls}/${callId}/recordings/${recording.recordingId}/transcription`;
        await world.send("POST", path, {});
        await world.advance(5);
        return (await world.send("GET", path)).body.clips.length === 1;
      }),
    );
  }

  /** Two members, and a third with these attributes. */
  async function three(attributes: (first: string) => string) {
    const first = await member();
    await world.advance(4);
    const second = await member();
    await world.advance(4);
    const third = await member(attributes(first));
    await world.advance(4);
    return { first, second, third, all: [first, second, third] };
  }

  test("is heard by all the others", async () => {
    const { third, all } = await three(() => "");
    expect(await heardBy(all, third)).toEqual([true, true, true]);
  });

  test("is heard by nobody else if it is muted, and a member on hold hears nothing", async () => {
    const muted = await three(() => 'mute="true"');
    expect(await heardBy(muted.all, muted.third)).toEqual([false, false, true]);
    const held = await three(() => 'hold="true"');
    expect(await heardBy(held.all, held.first)).toEqual([true, true, false]);
  });

  test("is heard by the coached call alone if it is the coach, who hears all", async () => {
    const coaching = await three((first) => `callIdsToCoach="${first}"`);
    expect(await heardBy(coaching.all, coaching.third)).toEqual([true, false, true]);
    const listening = await three((first) => `callIdsToCoach="${first}"`);
    expect(await heardBy(listening.all, listening.second)).toEqual([true, true, true]);
  });

  test("of one who coaches nobody is that of an ordinary member", async () => {
    const { all, third } = await three(() => 'callIdsToCoach=""');
    expect(await heardBy(all, third)).toEqual([true, true, true]);
  });

  test("of one whose list of coached calls is emptied is that of an ordinary member again", async () => {
    const { second, third, all } = await three(() => 'callIdsToCoach="c-1"');
    const id = await activeNamed("room");
    const update = (callId: string, callIdsToCoach: string[]) =>
      api.updateConferenceMember(ACCOUNT_ID, id, callId, { callIdsToCoach });
    await update(third, []);
    await update(second, ["c-1"]);
    await update(third, []);
    expect((await api.getConferenceMember(ACCOUNT_ID, id, third)).data.callIdsToCoach).toBeNull();
    expect(await heardBy(all, third)).toEqual([true, true, true]);
  });

  test("of a second coach is that of an ordinary member", async () => {
    await member('callIdsToCoach="c-1"');
    await world.advance(4);
    const second = await member('callIdsToCoach="c-2"');
    await world.advance(4);
    const id = await activeNamed("room");
    expect((await api.getConferenceMember(ACCOUNT_ID, id, second)).data.callIdsToCoach).toBeNull();
    await expect(
      api.updateConferenceMember(ACCOUNT_ID, id, second, { callIdsToCoach: ["c-2"] }),
    ).rejects.toMatchObject(failure(400, `Conference [${id}] already has a coach`));
  });
});

test("a member is read and changed, and what is not given stays", async () => {
  const callId = await join("room");
  const id = await activeNamed("room");
  const update = (body: object) => api.updateConferenceMember(ACCOUNT_ID, id, callId, body);
  expect((await update({ mute: true, callIdsToCoach: ["c-9"] })).status).toBe(204);
  await update({ hold: true });
  expect((await api.getConferenceMember(ACCOUNT_ID, id, callId)).data).toMatchObject({
    mute: true,
    hold: true,
    callIdsToCoach: ["c-9"],
  });
  await expect(api.getConferenceMember(ACCOUNT_ID, id, "c-1")).rejects.toMatchObject(
    failure(404, "Conference member [c-1] not found"),
  );
});

test("the seeded conference is over and has a recording that can be heard", async () => {
  const { data } = await api.getConference(ACCOUNT_ID, SEEDED);
  expect(data).toMatchObject({ name: "my-conference-name", activeMembers: [] });
  const [recording] = (await api.listConferenceRecordings(ACCOUNT_ID, SEEDED)).data;
  const recordingId = recording?.recordingId ?? "";
  expect((await api.getConferenceRecording(ACCOUNT_ID, SEEDED, recordingId)).data).toEqual(recording);
  const media = await api.downloadConferenceRecording(ACCOUNT_ID, SEEDED, recordingId);
  expect(media.headers["content-type"]).toBe("audio/vnd.wave");
  await expect(api.getConferenceRecording(ACCOUNT_ID, SEEDED, "r-1")).rejects.toMatchObject(
    failure(404, "Recording [r-1] not found"),
  );
  await expect(api.getConference(ACCOUNT_ID, "conf-1")).rejects.toMatchObject(
    failure(404, "Conference [conf-1] not found"),
  );
});

test("listConferences filters, and leads through pages by the Link header", async () => {
  await join("one");
  await join("two");
  const seen: string[] = [];
  let next: string | undefined = `${conferences}?pageSize=2`;
  while (next !== undefined) {
    const page = await world.send("GET", next);
    seen.push(page.body.map(({ name }: { name: string }) => name).join());
    next = /^<(.*)>; rel="next"$/.exec(page.headers.get("link") ?? "")?.[1]?.slice(world.url.length);
  }
  expect(seen).toEqual(["my-conference-name,one", "two"]);
  const { createdTime } = (await api.listConferences(ACCOUNT_ID, "one")).data[0] ?? {};
  expect((await api.listConferences(ACCOUNT_ID, undefined, createdTime)).data).toHaveLength(2);
  expect((await api.listConferences(ACCOUNT_ID, undefined, undefined, createdTime)).data).toHaveLength(2);
  expect((await world.send("GET", `${conferences}?pageSize=1001`)).status).toBe(400);
});

describe("updateCallBxml", () => {
  test("replaces what the call is doing, without a webhook", async () => {
    world.receiver.on("/answer", bxml('<Pause duration="100"/>'));
    const callId = await world.dial();
    await world.advance(5);
    const document = '<Bxml><StartRecording/><Pause duration="3"/></Bxml>';
    expect((await callsApi.updateCallBxml(ACCOUNT_ID, callId, document)).status).toBe(204);
    await world.advance(3);
    expect(await world.call(callId)).toMatchObject({ state: "disconnected", disconnectCause: "hangup" });
    expect(world.receiver.types()).toEqual(["answer", "disconnect"]);
  });

  test.each<[string, number, string, Record<string, string>]>([
    ["<Response><Dance/></Response>", 400, "<Dance> is not a BXML verb", {}],
    ["<Response><Redirect redirectUrl='/more'/></Response>", 400, "only http and https are allowed", {}],
    ["<Response><Connect/></Response>", 501, "does not emulate <Connect>", {}],
    [" ", 400, "must be a BXML document", {}],
    ["{}", 415, "'application/json' not supported", { "content-type": "application/json" }],
  ])("refuses %s", async (document, code, sentence, headers) => {
    world.receiver.on("/answer", bxml('<Pause duration="100"/>'));
    const callId = await world.dial();
    await world.advance(5);
    const answer = await world.send("PUT", `${world.paths.calls}/${callId}/bxml`, document, {
      "content-type": "application/xml",
      ...headers,
    });
    expect([answer.status, answer.body.description]).toEqual([code, expect.stringContaining(sentence)]);
  });

  test("needs a call that is under way", async () => {
    const callId = await world.dial();
    await expect(callsApi.updateCallBxml(ACCOUNT_ID, callId, "<Response/>")).rejects.toMatchObject(
      failure(409, `Call [${callId}] cannot be modified in its current state`),
    );
    await expect(callsApi.updateCallBxml(ACCOUNT_ID, "c-1", "<Response/>")).rejects.toMatchObject(
      failure(404, "Call [c-1] not found"),
    );
  });
});
