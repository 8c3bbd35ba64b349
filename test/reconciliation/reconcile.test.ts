import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { query, type Reader, subscribeWebSocket } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { startRedis } from "../support/redis.ts";
import {
  deliver,
  FAR_NUMBER,
  OWN_NUMBER,
  type RunningGateway,
  startGateway,
  startSandbox,
  temporaryFolder,
  VOICE_APPLICATION,
  voiceEvent,
} from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let upstream: Upstream;
const running: { stop(): unknown }[] = [];
beforeAll(async () => {
  upstream = await startUpstream();
});
afterEach(async () => {
  for (const each of running.splice(0).reverse()) await each.stop();
  upstream.reset();
});
afterAll(() => upstream.stop());

/** A gateway over the stub, whose time a test moves by hand. */
async function start(
  options: {
    upstreamUrl?: string;
    dataDir?: string;
    port?: number;
    time?: number;
    environment?: Record<string, string>;
  } = {},
) {
  let time = options.time ?? Date.now();
  const gateway = await startGateway({
    upstreamUrl: upstream.url,
    ...options,
    now: () => new Date(time),
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= gateway.stop();
    return stopped;
  };
  running.push({ stop });
  // What start() began.
  await gateway.reconcile();
  return {
    ...gateway,
    stop,
    time: () => time,
    /** Lets time pass and what is due by then be looked for. */
    async pass(ms: number) {
      time += ms;
      await gateway.reconcile();
    },
  };
}

const startTime = "2026-11-21T08:59:41.000Z";
const answerTime = "2026-11-21T08:59:50.000Z";
const endTime = "2026-11-21T09:00:10.000Z";
const answer = (callId: string) => voiceEvent("answer", { callId, startTime, answerTime });
const shownCall = (callId: string, fields: object = {}) => ({
  body: {
    callId,
    accountId: "9900000",
    from: OWN_NUMBER,
    to: FAR_NUMBER,
    direction: "outbound",
    state: "answered",
    startTime,
    answerTime,
    ...fields,
  },
});
const shownEnd = { state: "disconnected", endTime, disconnectCause: "hangup" };

const EVENT =
  "id type source late time payload ... on DisconnectEvent { callId endTime rawCause } ... on MessageEvent { messageId to } ... on MessageFailedEvent { errorCode }";
const eventsOf = async ({ url }: RunningGateway) =>
  (
    (await query(url, `{ events(first: 1000) { edges { node { ${EVENT} } } } }`)) as {
      events: { edges: { node: Record<string, unknown> }[] };
    }
  ).events.edges.map(({ node }) => node);
const found = async (gateway: RunningGateway) =>
  (await eventsOf(gateway)).filter(({ source }) => source === "RECONCILED");

test("the end of a call that no callback told reaches the log and its subscribers, once", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  const reader = await subscribeWebSocket(
    gateway.url,
    `subscription { callEvents(callId: "c-1") { ${EVENT} ... on CallEvent { call { state endTime } } } }`,
  );
  upstream.answer("GET /calls/c-1", shownCall("c-1"), shownCall("c-1", shownEnd));
  await gateway.pass(9 * MINUTE);
  expect(upstream.asked()).toEqual([]);
  await gateway.pass(2 * MINUTE);
  expect(upstream.asked()).toEqual(["GET /calls/c-1"]);
  expect(await found(gateway)).toEqual([]);
  await gateway.pass(19 * MINUTE);
  expect(upstream.asked()).toHaveLength(1);
  await gateway.pass(2 * MINUTE);
  expect(await reader.next()).toMatchObject({
    type: "DISCONNECT",
    source: "RECONCILED",
    late: false,
    callId: "c-1",
    endTime,
    rawCause: "hangup",
    payload: {
      reconciled: true,
      eventType: "disconnect",
      applicationId: VOICE_APPLICATION,
      startTime,
      answerTime,
    },
    call: { state: "DISCONNECTED", endTime },
  });
  await gateway.pass(30 * 24 * HOUR);
  expect(upstream.asked()).toHaveLength(2);
  expect(await found(gateway)).toHaveLength(1);
  await reader.close();
});

test("it is looked for by itself, every half minute", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  try {
    let time = Date.now();
    const gateway = await startGateway({ upstreamUrl: upstream.url, now: () => new Date(time) });
    running.push(gateway);
    await gateway.reconcile();
    await deliver(gateway.url, "voice/x", answer("c-1"));
    upstream.answer("GET /calls/c-1", shownCall("c-1", shownEnd));
    for (let passed = 0; passed < 11 * MINUTE; passed += MINUTE / 2) {
      time += MINUTE / 2;
      vi.advanceTimersByTime(MINUTE / 2);
    }
    await expect.poll(() => found(gateway)).toMatchObject([{ callId: "c-1" }]);
  } finally {
    vi.useRealTimers();
  }
});

test("any event of a call starts its silence anew, and its end ends it", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  await gateway.pass(9 * MINUTE);
  await deliver(gateway.url, "voice/x", voiceEvent("redirect", { callId: "c-1", answerTime }));
  await gateway.pass(9 * MINUTE);
  await deliver(
    gateway.url,
    "voice/x",
    voiceEvent("disconnect", { callId: "c-1", endTime, cause: "hangup" }),
  );
  await gateway.pass(HOUR);
  expect(upstream.asked()).toEqual([]);
});

test("an event that is sent again is no news of its call", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  upstream.answer("GET /calls/c-1", shownCall("c-1", shownEnd));
  await gateway.pass(9 * MINUTE);
  await query(
    gateway.url,
    "mutation ($eventId: ID!) { replayEvent(input: { eventId: $eventId }) { event { id } } }",
    { eventId: (await eventsOf(gateway))[0]?.["id"] },
  );
  await gateway.pass(2 * MINUTE);
  expect(await found(gateway)).toMatchObject([{ callId: "c-1" }]);
});

test("a callback that comes after its call's end was found out is late, and the call has ended as it had", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  upstream.answer("GET /calls/c-1", shownCall("c-1", shownEnd));
  await gateway.pass(11 * MINUTE);
  const state = `{ call(callId: "c-1") { state endTime disconnectCause } }`;
  const before = await query(gateway.url, state);
  expect(before).toEqual({ call: { state: "DISCONNECTED", endTime, disconnectCause: "HANGUP" } });
  await deliver(
    gateway.url,
    "voice/x",
    voiceEvent("disconnect", {
      callId: "c-1",
      eventTime: endTime,
      endTime,
      cause: "hangup",
      startTime,
      answerTime,
    }),
  );
  expect((await eventsOf(gateway)).map(({ type, source, late }) => [type, source, late])).toEqual([
    ["ANSWER", "CALLBACK", false],
    ["DISCONNECT", "RECONCILED", false],
    ["DISCONNECT", "CALLBACK", true],
  ]);
  expect(await query(gateway.url, state)).toEqual(before);
  await gateway.pass(HOUR);
  expect(upstream.asked()).toHaveLength(1);
});

test("a call that was placed and never heard of is looked up as well", async () => {
  const gateway = await start();
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-1", to: FAR_NUMBER, from: OWN_NUMBER } });
  await query(
    gateway.url,
    `mutation { createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}" }) { call { callId } } }`,
  );
  upstream.answer(
    "GET /calls/c-1",
    shownCall("c-1", { ...shownEnd, answerTime: undefined, disconnectCause: "busy" }),
  );
  await gateway.pass(11 * MINUTE);
  expect(await found(gateway)).toMatchObject([{ callId: "c-1", rawCause: "busy" }]);
});

const listed = (...messages: object[]) => ({
  body: {
    totalCount: messages.length,
    pageInfo: {},
    messages: messages.map((fields) => ({
      messageId: "m-1",
      sourceTn: OWN_NUMBER,
      messageDirection: "OUTBOUND",
      ...fields,
    })),
  },
});

const sending = {
  type: "message-sending",
  time: "2026-11-21T09:00:00.000Z",
  to: "+2",
  description: "",
  message: { id: "m-1", owner: OWN_NUMBER, direction: "out", to: ["+2"], from: OWN_NUMBER, text: "Hi" },
};

test("what became of a message is found out for each recipient when Bandwidth's wait for receipts is over", async () => {
  const gateway = await start();
  const message = {
    id: "m-1",
    owner: OWN_NUMBER,
    direction: "out",
    to: ["+12015550001", "+12015550002"],
    from: OWN_NUMBER,
  };
  upstream.answer("POST /messages", { status: 202, body: message });
  await query(
    gateway.url,
    `mutation { createMessage(input: { to: ["+12015550001", "+12015550002"], from: "${OWN_NUMBER}", text: "Hi" }) { message { messageId } } }`,
  );
  upstream.answer(
    "GET /messages",
    listed(
      { destinationTn: "+12015550001", messageStatus: "DELIVERED" },
      { destinationTn: "+12015550002", messageStatus: "FAILED", errorCode: 4720 },
    ),
  );
  await gateway.pass(119 * MINUTE);
  expect(upstream.requests("GET /messages")).toEqual([]);
  await gateway.pass(2 * MINUTE);
  const events = await found(gateway);
  expect(events).toHaveLength(2);
  expect(events).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ type: "MESSAGE_DELIVERED", messageId: "m-1", to: "+12015550001" }),
      expect.objectContaining({
        type: "MESSAGE_FAILED",
        messageId: "m-1",
        to: "+12015550002",
        errorCode: 4720,
      }),
    ]),
  );
  expect(await query(gateway.url, `{ message(messageId: "m-1") { status to errorCode } }`)).toEqual({
    message: { status: "FAILED", to: ["+12015550001", "+12015550002"], errorCode: 4720 },
  });
});

test("a recipient of a group is not taken to have what another has, nor a sent message to be one that came in", async () => {
  const gateway = await start();
  const message = { id: "m-1", owner: OWN_NUMBER, direction: "out", to: ["+2", "+3"], from: OWN_NUMBER };
  for (const to of message.to)
    await deliver(gateway.url, "messaging", [
      { type: "message-sending", time: "2026-11-21T09:00:00.000Z", to, description: "", message },
    ]);
  upstream.answer(
    "GET /messages",
    listed({ destinationTn: "+2", messageStatus: "DELIVERED", recipientCount: 2 }),
  );
  await gateway.pass(3 * HOUR);
  expect((await found(gateway)).map(({ type, to }) => [type, to])).toEqual([["MESSAGE_DELIVERED", "+2"]]);
  const both = { destinationTn: "+3", messageStatus: "RECEIVED", recipientCount: 2 };
  upstream.answer(
    "GET /messages",
    listed(both),
    listed({ ...both, messageStatus: "UNDELIVERED", errorCode: 4720 }),
  );
  await gateway.pass(12 * HOUR);
  expect(await found(gateway)).toHaveLength(1);
  await gateway.pass(12 * HOUR);
  expect((await found(gateway)).map(({ type, to }) => [type, to])).toEqual([
    ["MESSAGE_DELIVERED", "+2"],
    ["MESSAGE_FAILED", "+3"],
  ]);
});

test("messages that cannot be asked about stand in the way of no call", async () => {
  const gateway = await start();
  for (let n = 0; n < 3; n += 1) {
    const message = { id: `m-${n}`, owner: OWN_NUMBER, direction: "out", to: ["+2"], from: OWN_NUMBER };
    await deliver(gateway.url, "messaging", [
      { type: "message-sending", time: "2026-11-21T09:00:00.000Z", to: "+2", description: "", message },
    ]);
  }
  await gateway.pass(110 * MINUTE);
  await deliver(gateway.url, "voice/x", answer("c-1"));
  upstream.answer("GET /messages", { status: 403, body: { type: "forbidden", description: "no search" } });
  upstream.answer("GET /calls/c-1", shownCall("c-1", shownEnd));
  await gateway.pass(11 * MINUTE);
  expect(await found(gateway)).toMatchObject([{ type: "DISCONNECT", callId: "c-1" }]);
  expect(upstream.requests("GET /messages")).toHaveLength(1);
});

test("a message of which was heard that it is sent, and nothing before, is looked up as well", async () => {
  const gateway = await start();
  await deliver(gateway.url, "messaging", [{ ...sending, type: "message-sent" }]);
  upstream.answer("GET /messages", listed({ destinationTn: "+2", messageStatus: "DELIVERED" }));
  await gateway.pass(3 * HOUR);
  // As its callback would have told it.
  expect(await found(gateway)).toMatchObject([
    { type: "MESSAGE_DELIVERED", messageId: "m-1", to: "+2", payload: { message: sending.message } },
  ]);
});

test("a message whose final event came is not looked up", async () => {
  const gateway = await start();
  const message = { id: "m-1", owner: OWN_NUMBER, direction: "out", to: ["+2"], from: OWN_NUMBER };
  const told = (type: string) => [
    { type, time: "2026-11-21T09:00:00.000Z", to: "+2", description: "", message },
  ];
  await deliver(gateway.url, "messaging", told("message-sending"));
  await gateway.pass(MINUTE);
  await deliver(gateway.url, "messaging", told("message-delivered"));
  await gateway.pass(3 * HOUR);
  expect(upstream.asked()).toEqual([]);
});

const inConference = (eventType: string, fields: object = {}) =>
  voiceEvent(eventType, { conferenceId: "conf-1", name: "team", ...fields });
const shownConference = (fields: object) => ({
  body: {
    id: "conf-1",
    name: "team",
    createdTime: startTime,
    conferenceEventUrl: "https://gateway.example/callbacks/voice/conference",
    conferenceEventMethod: "POST",
    ...fields,
  },
});
const member = (callId: string) => ({ callId, conferenceId: "conf-1", mute: false, hold: false });

test("the end of a conference that no callback told, and who left it unheard, reach the log and its subscribers, once", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", inConference("conferenceCreated"));
  for (const callId of ["c-1", "c-2", "c-3"]) {
    const join = inConference("conferenceMemberJoin", { callId, from: OWN_NUMBER, to: FAR_NUMBER });
    await deliver(gateway.url, "voice/x", join);
    // Their calls go on.
    upstream.answer(`GET /calls/${callId}`, shownCall(callId));
  }
  const exit = { callId: "c-3", eventTime: endTime };
  await deliver(gateway.url, "voice/x", inConference("conferenceMemberExit", exit));
  const told = `${EVENT} ... on ConferenceMemberExitEvent { callId from to conferenceId name } ... on ConferenceCompletedEvent { conferenceId conference { completedTime } }`;
  const events = await subscribeWebSocket(
    gateway.url,
    `subscription { conferenceEvents(conferenceId: "conf-1") { ${told} } }`,
  );
  upstream.answer(
    "GET /conferences/conf-1",
    shownConference({ activeMembers: [member("c-2")] }),
    shownConference({ completedTime: endTime }),
  );
  const asked = () => upstream.requests("GET /conferences/conf-1").length;
  await gateway.pass(9 * MINUTE);
  expect(asked()).toBe(0);
  await gateway.pass(2 * MINUTE);
  expect(asked()).toBe(1);
  const conferenceId = "conf-1";
  expect(await events.next()).toMatchObject({
    type: "CONFERENCE_MEMBER_EXIT",
    source: "RECONCILED",
    late: false,
    callId: "c-1",
    from: OWN_NUMBER,
    to: FAR_NUMBER,
    conferenceId,
    name: "team",
  });
  await gateway.pass(HOUR);
  expect(asked()).toBe(2);
  expect(await events.next()).toMatchObject({ type: "CONFERENCE_MEMBER_EXIT", callId: "c-2", conferenceId });
  expect(await events.next()).toMatchObject({
    type: "CONFERENCE_COMPLETED",
    source: "RECONCILED",
    conferenceId,
    payload: { reconciled: true },
    conference: { completedTime: endTime },
  });
  await gateway.pass(24 * HOUR);
  expect(asked()).toBe(2);
  expect(await found(gateway)).toHaveLength(3);
  await events.close();
});

test("who leaves unheard, comes back and leaves unheard again is told to have left twice", async () => {
  const gateway = await start();
  upstream.answer("GET /calls/c-1", shownCall("c-1"));
  upstream.answer("GET /conferences/conf-1", shownConference({ activeMembers: [] }));
  for (let times = 1; times <= 2; times += 1) {
    const eventTime = new Date(gateway.time()).toISOString();
    await deliver(gateway.url, "voice/x", inConference("conferenceMemberJoin", { callId: "c-1", eventTime }));
    await gateway.pass(HOUR);
    expect((await found(gateway)).map(({ type }) => type)).toEqual(
      Array.from({ length: times }, () => "CONFERENCE_MEMBER_EXIT"),
    );
    // Which of two events of one millisecond was first nobody knows.
    await gateway.pass(1_000);
  }
});

test("who joined while Bandwidth was asked for a conference is not taken for gone, and its end ends the asking", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", inConference("conferenceMemberJoin", { callId: "c-1" }));
  for (const callId of ["c-1", "c-2"]) upstream.answer(`GET /calls/${callId}`, shownCall(callId));
  const held = Promise.withResolvers<void>();
  const shown = shownConference({ activeMembers: [member("c-1")] });
  upstream.answer("GET /conferences/conf-1", { ...shown, after: held.promise });
  const looking = gateway.pass(11 * MINUTE);
  await upstream.arrived("GET /conferences/conf-1");
  await deliver(gateway.url, "voice/x", inConference("conferenceMemberJoin", { callId: "c-2" }));
  held.resolve();
  await looking;
  await deliver(gateway.url, "voice/x", inConference("conferenceCompleted"));
  await gateway.pass(24 * HOUR);
  expect(await found(gateway)).toEqual([]);
  expect(upstream.requests("GET /conferences/conf-1")).toHaveLength(1);
});

test("a conference that Bandwidth does not show is over when none can last so long", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", inConference("conferenceMemberJoin", { callId: "c-1" }));
  upstream.answer("GET /conferences/conf-1", { status: 404, body: { type: "validation", description: "x" } });
  upstream.answer("GET /calls/c-1", shownCall("c-1"));
  const state = `{ conference(conferenceId: "conf-1") { completedTime activeMembers { callId } } }`;
  await gateway.pass(20 * HOUR);
  expect(await query(gateway.url, state)).toMatchObject({
    conference: { completedTime: null, activeMembers: [{ callId: "c-1" }] },
  });
  await gateway.pass(5 * HOUR);
  expect(await found(gateway)).toMatchObject([{ type: "CONFERENCE_COMPLETED" }]);
  expect(await query(gateway.url, state)).toMatchObject({
    conference: { completedTime: expect.any(String), activeMembers: [] },
  });
});

test("a member that REST shows without its conference is in it", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", inConference("conferenceMemberJoin", { callId: "c-1" }));
  upstream.answer("GET /conferences/conf-1", shownConference({ activeMembers: [{ callId: "c-1" }] }));
  upstream.answer("GET /calls/c-1", shownCall("c-1"));
  await gateway.pass(11 * MINUTE);
  expect(upstream.requests("GET /conferences/conf-1")).toHaveLength(1);
  expect(await found(gateway)).toEqual([]);
});

test("who left and came back unheard is in the conference, as REST shows; whose call is over is not", async () => {
  const gateway = await start();
  for (const callId of ["c-1", "c-2"]) {
    await deliver(gateway.url, "voice/x", inConference("conferenceMemberJoin", { callId }));
    upstream.answer(`GET /calls/${callId}`, shownCall(callId));
  }
  await deliver(gateway.url, "voice/x", inConference("conferenceMemberExit", { callId: "c-1" }));
  upstream.answer(
    "GET /conferences/conf-1",
    shownConference({ activeMembers: [member("c-1"), member("c-2")] }),
  );
  const members = `{ conference(conferenceId: "conf-1") { activeMembers { callId } } }`;
  const inIt = (...callIds: string[]) => ({
    conference: { activeMembers: callIds.map((callId) => ({ callId })) },
  });
  expect(await query(gateway.url, members)).toEqual(inIt("c-2"));
  await gateway.pass(6 * MINUTE);
  expect(await query(gateway.url, members)).toEqual(inIt("c-1", "c-2"));
  await deliver(
    gateway.url,
    "voice/x",
    voiceEvent("disconnect", { callId: "c-2", endTime, cause: "hangup" }),
  );
  expect(await query(gateway.url, members)).toEqual(inIt("c-1"));
});

test("what Bandwidth does not show any more is given up", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  upstream.answer("GET /calls/c-1", { status: 404, body: { type: "validation", description: "x" } });
  for (let hour = 0; hour < 6; hour += 1) await gateway.pass(HOUR);
  expect(upstream.asked().length).toBeGreaterThan(2);
  await gateway.pass(7 * 24 * HOUR);
  const asked = upstream.asked().length;
  for (let day = 0; day < 3; day += 1) await gateway.pass(24 * HOUR);
  expect(upstream.asked()).toHaveLength(asked);
  expect(await found(gateway)).toEqual([]);
  expect(gateway.logLines.join("")).toContain("Nothing was heard of the end of call c-1");
});

test.for([
  ["a call", "voice/x", answer("c-1"), "GET /calls/c-1", shownCall("c-1"), 1, 7],
  [
    "a conference",
    "voice/x",
    inConference("conferenceCreated"),
    "GET /conferences/conf-1",
    shownConference({}),
    1,
    1,
  ],
  [
    "a message",
    "messaging",
    [sending],
    "GET /messages",
    listed({ destinationTn: "+2", messageStatus: "SENDING" }),
    6,
    14,
  ],
] as const)(
  "%s that goes on is looked up every hour, a message every 6, and as long as Bandwidth shows it",
  async ([, path, event, route, shown, hours, days]) => {
    const gateway = await start();
    const begun = gateway.time();
    await deliver(gateway.url, path, event);
    upstream.answer(route, shown);
    const asked = () => upstream.requests(route).length;
    // Each time after twice as long, at first.
    for (let times = 0; times < 6; times += 1) await gateway.pass(hours * HOUR);
    const before = asked();
    await gateway.pass(hours * HOUR - MINUTE);
    expect(asked()).toBe(before);
    await gateway.pass(MINUTE);
    expect(asked()).toBe(before + 1);
    await gateway.pass(begun + days * 24 * HOUR - MINUTE - gateway.time());
    expect(asked()).toBe(before + 2);
    await gateway.pass(hours * HOUR);
    expect(asked()).toBe(before + 3);
    await gateway.pass(24 * HOUR);
    expect(asked()).toBe(before + 3);
  },
);

test("a callback that comes while Bandwidth is asked leaves nothing to be found out", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  const held = Promise.withResolvers<void>();
  upstream.answer("GET /calls/c-1", { ...shownCall("c-1", shownEnd), after: held.promise });
  const looking = gateway.pass(11 * MINUTE);
  await upstream.arrived("GET /calls/c-1");
  await deliver(gateway.url, "voice/x", voiceEvent("disconnect", { callId: "c-1", endTime }));
  held.resolve();
  await looking;
  expect((await eventsOf(gateway)).map(({ type, source }) => [type, source])).toEqual([
    ["ANSWER", "CALLBACK"],
    ["DISCONNECT", "CALLBACK"],
  ]);
});

test("while Bandwidth cannot be asked, one call at a time is tried, and all are found out once it can", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  await deliver(gateway.url, "voice/x", answer("c-2"));
  for (const id of ["c-1", "c-2"]) {
    upstream.answer(`GET /calls/${id}`, { status: 500, body: {} }, shownCall(id, shownEnd));
  }
  await gateway.pass(11 * MINUTE);
  expect(upstream.asked()).toHaveLength(1);
  await gateway.pass(MINUTE);
  expect(upstream.asked()).toHaveLength(2);
  await gateway.pass(HOUR);
  expect((await found(gateway)).map(({ callId }) => callId).sort()).toEqual(["c-1", "c-2"]);
});

test("live traffic goes first: while it fills half of what may be in flight nothing is looked up", async () => {
  const gateway = await start();
  await deliver(gateway.url, "voice/x", answer("c-1"));
  upstream.answer("GET /calls/c-1", shownCall("c-1", shownEnd));
  const held = Promise.withResolvers<void>();
  const ids = Array.from({ length: 16 }, (_, index) => `live-${index}`);
  for (const id of ids) upstream.answer(`GET /calls/${id}`, { ...shownCall(id), after: held.promise });
  const live = query(
    gateway.url,
    `{ ${ids.map((id, index) => `a${index}: call(callId: "${id}") { state }`).join(" ")} }`,
  );
  await Promise.all(ids.map((id) => upstream.arrived(`GET /calls/${id}`)));
  await gateway.pass(11 * MINUTE);
  expect(upstream.requests("GET /calls/c-1")).toEqual([]);
  held.resolve();
  await live;
  await gateway.pass(0);
  expect(await found(gateway)).toHaveLength(1);
});

async function read(reader: Reader, count: number): Promise<Record<string, unknown>[]> {
  const events: Record<string, unknown>[] = [];
  while (events.length < count) events.push((await reader.next()) as Record<string, unknown>);
  return events;
}

test("what ended while the gateway was down is found out when it is back, for those who resume too", async () => {
  const folder = temporaryFolder();
  running.push({ stop: () => folder.remove() });
  const port = await freePort();
  const sandbox = await startSandbox({ callbackUrl: `http://localhost:${port}` });
  running.push(sandbox);
  const options = { upstreamUrl: sandbox.url, port, dataDir: folder.path };
  const before = await start(options);
  const data = await query(
    before.url,
    `mutation { createCall(input: { to: "+19195550100", from: "${OWN_NUMBER}",
       onAnswer: { xml: "<Response><Pause duration='30'/></Response>" } }) { call { callId } } }`,
  );
  const { callId } = (data as { createCall: { call: { callId: string } } }).createCall.call;
  await sandbox.control.advance(10);
  const events = `subscription ($after: String) { callEvents(callId: "${callId}", after: $after) { cursor ${EVENT} } }`;
  const first = await subscribeWebSocket(before.url, events, { after: "0" });
  const [answered] = await read(first, 1);
  expect(answered).toMatchObject({ type: "ANSWER" });
  await first.close();
  await before.stop();

  await sandbox.control.advance(60);
  const after = await start({ ...options, time: before.time() + 11 * MINUTE });
  const second = await subscribeWebSocket(after.url, events, { after: answered?.["cursor"] });
  expect(await read(second, 1)).toMatchObject([
    { type: "DISCONNECT", source: "RECONCILED", rawCause: "hangup" },
  ]);
  await second.close();
  await after.pass(24 * HOUR);
  expect(await found(after)).toHaveLength(1);
});

test("of many replicas one looks up at a time, and another goes on as soon as that one has stopped", async () => {
  const redis = await startRedis();
  running.push(redis);
  const environment = { REDIS_URL: redis.url };
  const one = await start({ environment });
  const other = await start({ environment });
  await deliver(one.url, "voice/x", answer("c-1"));
  await deliver(other.url, "voice/x", answer("c-2"));
  const held = Promise.withResolvers<void>();
  for (const id of ["c-1", "c-2"]) {
    upstream.answer(`GET /calls/${id}`, { ...shownCall(id, shownEnd), after: held.promise });
  }
  const looking = one.pass(11 * MINUTE);
  await upstream.arrived("GET /calls/c-1");
  await other.pass(11 * MINUTE);
  expect(upstream.asked()).toEqual(["GET /calls/c-1"]);
  held.resolve();
  await looking;
  const events = await found(other);
  expect(events.map(({ callId }) => callId)).toEqual(["c-1", "c-2"]);
  expect(upstream.asked()).toEqual(["GET /calls/c-1", "GET /calls/c-2"]);

  await deliver(other.url, "voice/x", answer("c-3"));
  upstream.answer("GET /calls/c-3", shownCall("c-3", shownEnd));
  await one.stop();
  await other.pass(11 * MINUTE);
  expect(await found(other)).toHaveLength(3);
});
