import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { CONTRACT_EVENTS } from "../support/contractEvents.ts";
import { mutation } from "../support/mutation.ts";
import { deliver, type RunningGateway, startGateway } from "../support/stack.ts";
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

const member = (callId: string) => ({
  callId,
  conferenceId: "conf-1",
  mute: false,
  hold: true,
  callIdsToCoach: [],
});
const conference = (id: string, fields = {}) => ({
  id,
  name: "team",
  createdTime: "2026-11-21T09:00:00.000Z",
  completedTime: null,
  conferenceEventUrl: "https://client.example.com/events",
  conferenceEventMethod: "POST",
  tag: "t",
  ...fields,
});
const recording = {
  recordingId: "r-1",
  conferenceId: "conf-1",
  name: "team",
  status: "complete",
  channels: 1,
};
const send = (name: string, selection: string) => mutation(upstream, () => gateway.url, name, selection);

describe("a conference", () => {
  test("is one upstream call with all its members, whatever is asked of them", async () => {
    upstream.answer("GET /conferences/conf-1", {
      body: conference("conf-1", { activeMembers: [member("c-1"), member("c-2")] }),
    });
    const data = await query(
      gateway.url,
      `{ conference(conferenceId: "conf-1") { conferenceId api name createdTime completedTime conferenceEventUrl conferenceEventMethod tag
           activeMembers { callId mute hold callIdsToCoach call { callId } conference { name } }
           member(callId: "c-2") { callId } } }`,
    );
    const shown = (callId: string) => ({
      callId,
      mute: false,
      hold: true,
      callIdsToCoach: [],
      call: { callId },
      conference: { name: "team" },
    });
    expect(data).toEqual({
      conference: {
        conferenceId: "conf-1",
        api: "V2",
        ...{ name: "team", createdTime: "2026-11-21T09:00:00.000Z", completedTime: null, tag: "t" },
        conferenceEventUrl: "https://client.example.com/events",
        conferenceEventMethod: "POST",
        activeMembers: [shown("c-1"), shown("c-2")],
        member: { callId: "c-2" },
      },
    });
    // The member may be asked for before the conference tells its members: one call more, never one for each field.
    expect(upstream.requests("GET /conferences/conf-1")).toHaveLength(1);
  });

  test("has recordings that are one list, and each alone is one upstream call", async () => {
    upstream.answer("GET /conferences/conf-1", { body: conference("conf-1") });
    upstream.answer("GET /conferences/conf-1/recordings", { body: [recording] });
    upstream.answer("GET /conferences/conf-1/recordings/r-1", { body: recording });
    expect(
      await query(
        gateway.url,
        `{ conference(conferenceId: "conf-1") { recordings { recordingId status conference { name } transcription { status } ... on Recording { channels } } } }`,
      ),
    ).toEqual({
      conference: {
        recordings: [
          {
            recordingId: "r-1",
            status: "COMPLETE",
            conference: { name: "team" },
            transcription: null,
            channels: 1,
          },
        ],
      },
    });
    expect(upstream.asked()).toEqual(["GET /conferences/conf-1", "GET /conferences/conf-1/recordings"]);
    await query(
      gateway.url,
      `{ conference(conferenceId: "conf-1") { recording(recordingId: "r-1") { status } } }`,
    );
    expect(upstream.requests("GET /conferences/conf-1/recordings/r-1")).toHaveLength(1);
  });

  test("that Bandwidth does not know is null", async () => {
    upstream.answer("GET /conferences/conf-9", { status: 404 });
    expect(await query(gateway.url, '{ conference(conferenceId: "conf-9") { name } }')).toEqual({
      conference: null,
    });
  });
});

describe("conferences", () => {
  const next = (url: string) => ({
    link: `<${url}/api/v2/accounts/9900000/conferences?pageToken=p2>; rel="next"`,
  });

  test("are read page by page by the Link header, with the filter", async () => {
    upstream.answer(
      "GET /conferences",
      { body: [conference("conf-1")], headers: next(upstream.url) },
      { body: [conference("conf-2")] },
    );
    const data = await query(
      gateway.url,
      `{ conferences(first: 2, filter: { name: "team", minCreatedTime: "2026-11-01T00:00:00Z", maxCreatedTime: "2026-11-30T00:00:00Z" }) {
           edges { node { conferenceId name } } pageInfo { hasNextPage } } }`,
    );
    expect(data).toEqual({
      conferences: {
        edges: [
          { node: { conferenceId: "conf-1", name: "team" } },
          { node: { conferenceId: "conf-2", name: "team" } },
        ],
        pageInfo: { hasNextPage: false },
      },
    });
    const filter = {
      name: "team",
      minCreatedTime: "2026-11-01T00:00:00.000Z",
      maxCreatedTime: "2026-11-30T00:00:00.000Z",
      pageSize: "2",
    };
    expect(upstream.requests().map((request) => request.query)).toEqual([
      filter,
      { ...filter, pageToken: "p2" },
    ]);
  });

  test("cost a call each for members, but one that has ended has none", async () => {
    upstream.answer("GET /conferences", {
      body: [conference("conf-1"), conference("conf-2", { completedTime: "2026-11-21T10:00:00.000Z" })],
    });
    upstream.answer("GET /conferences/conf-1", {
      body: conference("conf-1", { activeMembers: [member("c-1")] }),
    });
    expect(
      await query(
        gateway.url,
        "{ conferences { edges { node { name activeMembers { callId conference { name tag } } } } } }",
      ),
    ).toEqual({
      conferences: {
        edges: [
          {
            node: {
              name: "team",
              activeMembers: [{ callId: "c-1", conference: { name: "team", tag: "t" } }],
            },
          },
          { node: { name: "team", activeMembers: [] } },
        ],
      },
    });
    expect(upstream.asked()).toEqual(["GET /conferences", "GET /conferences/conf-1"]);
  });
});

test("an event's conference and recording cost nothing for what the event says, and one call for all else", async () => {
  const { path, body } = CONTRACT_EVENTS["ConferenceRecordingAvailableEvent"] ?? { path: "", body: {} };
  await deliver(gateway.url, path, { ...body, conferenceId: "conf-1", recordingId: "r-1" });
  const events = (fields: string) =>
    query(
      gateway.url,
      `{ events(filter: { conferenceId: "conf-1" }) { edges { node { ... on ConferenceRecordingAvailableEvent { ${fields} } } } } }`,
    );
  expect(
    await events(
      "conference { id conferenceId } recording { id recordingId status duration conference { conferenceId } }",
    ),
  ).toMatchObject({
    events: {
      edges: [
        {
          node: {
            conference: { conferenceId: "conf-1" },
            recording: { status: "COMPLETE", duration: "PT7.0S" },
          },
        },
      ],
    },
  });
  expect(upstream.asked()).toEqual([]);
  upstream.answer("GET /conferences/conf-1", { body: conference("conf-1") });
  upstream.answer("GET /conferences/conf-1/recordings/r-1", {
    body: { ...recording, recordingName: "desk" },
  });
  expect(
    await events(
      "conference { name createdTime events { edges { node { type } } } } recording { recordingName }",
    ),
  ).toEqual({
    events: {
      edges: [
        {
          node: {
            conference: {
              name: "team",
              createdTime: "2026-11-21T09:00:00.000Z",
              events: { edges: [{ node: { type: "CONFERENCE_RECORDING_AVAILABLE" } }] },
            },
            recording: { recordingName: "desk" },
          },
        },
      ],
    },
  });
  expect(upstream.asked().sort()).toEqual([
    "GET /conferences/conf-1",
    "GET /conferences/conf-1/recordings/r-1",
  ]);
});

test("each is found by its global id", async () => {
  upstream.answer("GET /conferences/conf-1", {
    body: conference("conf-1", { activeMembers: [member("c-1")] }),
  });
  upstream.answer("GET /conferences/conf-1/members/c-1", { body: member("c-1") });
  upstream.answer("GET /conferences/conf-1/recordings", { body: [recording] });
  upstream.answer("GET /conferences/conf-1/recordings/r-1", { body: recording });
  const found = await query(
    gateway.url,
    `{ conference(conferenceId: "conf-1") { id __typename activeMembers { id __typename } recordings { id __typename } } }`,
  );
  const { activeMembers, recordings, ...whole } = found["conference"] as Record<
    "activeMembers" | "recordings",
    { id: string; __typename: string }[]
  > & { id: string; __typename: string };
  for (const entity of [whole, ...activeMembers, ...recordings]) {
    expect(
      await query(gateway.url, "query ($id: ID!) { node(id: $id) { __typename id } }", { id: entity.id }),
    ).toEqual({ node: entity });
  }
});

describe("mutations of conferences", () => {
  test("updateConference sends an end alone, or a redirect", async () => {
    upstream.answer("POST /conferences/conf-1", { status: 204 });
    const { send: update, expectRefused } = send("updateConference", "conference { conferenceId }");
    expect(await update({ conferenceId: "conf-1", status: "COMPLETED" })).toEqual({
      conference: { conferenceId: "conf-1" },
    });
    const redirect = {
      redirectUrl: "https://client.example.com/next",
      redirectMethod: "GET",
      username: "user",
      password: "pass",
    };
    await update({ conferenceId: "conf-1", ...redirect });
    expect(upstream.requests().map(({ body }) => body)).toEqual([
      { status: "completed" },
      { status: "active", ...redirect },
    ]);
    await expectRefused(
      { conferenceId: "conf-1" },
      "input.redirectUrl",
      "is required unless status is COMPLETED",
    );
    await expectRefused(
      { conferenceId: "conf-1", status: "COMPLETED", ...redirect },
      "input.redirectUrl",
      "is not allowed when status is COMPLETED",
    );
  });

  test("updateConferenceMember puts what is to change, and reads the member anew", async () => {
    upstream.answer("PUT /conferences/conf-1/members/c-1", { status: 204 });
    upstream.answer("GET /conferences/conf-1/members/c-1", { body: { ...member("c-1"), mute: true } });
    const { send: update } = send("updateConferenceMember", "conferenceMember { callId mute hold }");
    expect(
      await update({
        conferenceId: "conf-1",
        callId: "c-1",
        mute: true,
        hold: null,
        callIdsToCoach: ["c-2"],
      }),
    ).toEqual({ conferenceMember: { callId: "c-1", mute: true, hold: true } });
    expect(upstream.asked()).toEqual([
      "PUT /conferences/conf-1/members/c-1",
      "GET /conferences/conf-1/members/c-1",
    ]);
    expect(upstream.requests()[0]?.body).toEqual({ mute: true, callIdsToCoach: ["c-2"] });
  });

  const RECORD_HERE = (url: string) =>
    `<StartRecording recordingAvailableUrl="${url}/callbacks/voice/recordingAvailable" username="callbacks" password="secret"/>`;
  test.each([
    {
      name: "updateCallBxml",
      ids: { callId: "c-1" },
      route: "PUT /calls/c-1/bxml",
      selection: "call { callId }",
      xml: '<Gather gatherUrl="gather"/><StartRecording/><Redirect redirectUrl="https://client.example.com/x"/>',
      sent: (url: string) =>
        `<Gather gatherUrl="${url}/callbacks/voice/gather" username="callbacks" password="secret"/>` +
        `${RECORD_HERE(url)}<Redirect redirectUrl="https://client.example.com/x"/>`,
    },
    {
      name: "updateConferenceBxml",
      ids: { conferenceId: "conf-1" },
      route: "PUT /conferences/conf-1/bxml",
      selection: "conference { conferenceId }",
      xml: "<SpeakSentence>Hello</SpeakSentence><StartRecording/>",
      sent: (url: string) => `<SpeakSentence>Hello</SpeakSentence>${RECORD_HERE(url)}`,
    },
  ])(
    "$name puts the document as XML, with this gateway as the target of its events",
    async ({ name, ids, route, selection, xml, sent }) => {
      upstream.answer(route, { status: 204 });
      const bxml = { xml: `<Response>${xml}</Response>` };
      expect(await send(name, selection).send({ ...ids, bxml })).toBeTruthy();
      const [request] = upstream.requests();
      expect(request?.headers["content-type"]).toBe("application/xml");
      expect(request?.body).toBe(`<Response>${sent(gateway.url)}</Response>`);
      await send(name, selection).expectRefused(
        { ...ids, bxml: { xml: "<Response><Foo/></Response>" } },
        "input.bxml.xml",
        "has the element Foo, which is no BXML verb",
      );
    },
  );

  test.each([
    [
      "updateConference",
      'conferenceId: "conf-9", status: COMPLETED',
      "POST /conferences/conf-9",
      "conference conf-9",
    ],
    [
      "updateConferenceMember",
      'conferenceId: "conf-9", callId: "c-9", mute: true',
      "PUT /conferences/conf-9/members/c-9",
      "member c-9 of conference conf-9",
    ],
    [
      "updateConferenceBxml",
      'conferenceId: "conf-9", bxml: { xml: "<Response/>" }',
      "PUT /conferences/conf-9/bxml",
      "conference conf-9",
    ],
    ["updateCallBxml", 'callId: "c-9", bxml: { xml: "<Response/>" }', "PUT /calls/c-9/bxml", "call c-9"],
  ])("%s of what does not exist is NOT_FOUND and names it", async (name, input, route, what) => {
    upstream.answer(route, { status: 404 });
    const { errors } = await post(gateway.url, `mutation { ${name}(input: { ${input} }) { __typename } }`);
    expect(errors).toMatchObject([{ message: `There is no ${what}`, extensions: { code: "NOT_FOUND" } }]);
  });
});
