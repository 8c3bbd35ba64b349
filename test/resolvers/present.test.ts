import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";
import { type Answer, startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
beforeAll(async () => {
  upstream = await startUpstream();
});
beforeEach(async () => {
  gateway = await startGateway({ upstreamUrl: upstream.url });
});
afterEach(async () => {
  upstream.reset();
  await gateway.stop();
});
afterAll(() => upstream.stop());

const NOT_FOUND = { status: 404, body: { type: "validation", description: "not found" } };
const startTime = "2026-11-21T08:59:41.000Z";
const answerTime = "2026-11-21T08:59:50.000Z";
const endTime = "2026-11-21T09:00:10.000Z";
const answer = (callId: string) => voiceEvent("answer", { callId, startTime, answerTime });
const disconnect = (callId: string) =>
  voiceEvent("disconnect", { callId, startTime, answerTime, endTime, eventTime: endTime, cause: "hangup" });
const rest = (callId: string, fields: object = {}) => ({
  callId,
  accountId: "9900000",
  from: "+19195554321",
  to: "+19195551234",
  direction: "outbound",
  ...fields,
});
const voice = async (...bodies: object[]) => {
  for (const body of bodies) expect((await deliver(gateway.url, "voice/x", body)).ok).toBe(true);
};

const STATE = "state rawState startTime answerTime endTime disconnectCause";

test("a disconnect shows in the call at once, though REST still says answered, and nothing is asked upstream", async () => {
  await voice(answer("c-1"), disconnect("c-1"));
  const data = await query(
    gateway.url,
    `{ call(callId: "c-1") { callId ${STATE} } events { edges { node { ... on CallEvent { call { state endTime } } } } } }`,
  );
  expect(data).toEqual({
    call: {
      callId: "c-1",
      state: "DISCONNECTED",
      rawState: "disconnected",
      startTime,
      answerTime,
      endTime,
      disconnectCause: "HANGUP",
    },
    events: {
      edges: Array.from({ length: 2 }, () => ({ node: { call: { state: "DISCONNECTED", endTime } } })),
    },
  });
  expect(upstream.asked()).toEqual([]);
});

test("a call that was just placed is what createCall gave while REST does not show it, also without the log's events", async () => {
  const created = { callId: "c-1", from: "+19195554321", to: "+19195551234", applicationId: "app-1" };
  upstream.answer("POST /calls", { status: 201, body: created });
  upstream.answer("GET /calls/c-1", NOT_FOUND);
  const numbers = `to: "${created.to}", from: "${created.from}"`;
  await query(gateway.url, `mutation { createCall(input: { ${numbers} }) { call { callId } } }`);
  const document = `{ call(callId: "c-1") { state from to applicationId direction } }`;
  const { callId: _, ...known } = created;
  expect(await query(gateway.url, document)).toEqual({
    call: { ...known, state: "QUEUED", direction: "OUTBOUND" },
  });
  await voice(answer("c-1"));
  expect(await query(gateway.url, document)).toMatchObject({ call: { state: "ANSWERED" } });
  upstream.answer("GET /calls/c-2", NOT_FOUND);
  expect(await query(gateway.url, `{ call(callId: "c-2") { state } }`)).toEqual({ call: null });
});

test("fields that do not change come from REST, while the state is the log's", async () => {
  await voice(answer("c-1"), disconnect("c-1"));
  upstream.answer("GET /calls/c-1", { body: rest("c-1", { state: "answered", identity: "eyJ" }) });
  expect(await query(gateway.url, `{ call(callId: "c-1") { identity to state } }`)).toEqual({
    call: { identity: "eyJ", to: "+19195551234", state: "DISCONNECTED" },
  });
  expect(upstream.asked()).toEqual(["GET /calls/c-1"]);
});

test("an answer that REST does not show yet shows in the call, with its time", async () => {
  await voice(answer("c-1"));
  upstream.answer("GET /calls/c-1", { body: rest("c-1", { state: "initiated", startTime }) });
  expect(await query(gateway.url, `{ call(callId: "c-1") { ${STATE} } }`)).toEqual({
    call: {
      state: "ANSWERED",
      rawState: "answered",
      startTime,
      answerTime,
      endTime: null,
      disconnectCause: null,
    },
  });
});

test("an end that REST shows and no callback told shows in the call", async () => {
  await voice(answer("c-1"));
  const shown = rest("c-1", {
    state: "disconnected",
    startTime,
    answerTime,
    endTime,
    disconnectCause: "hangup",
  });
  upstream.answer("GET /calls/c-1", { body: shown });
  expect(await query(gateway.url, `{ call(callId: "c-1") { state endTime disconnectCause } }`)).toEqual({
    call: { state: "DISCONNECTED", endTime, disconnectCause: "HANGUP" },
  });
});

test("a late answer does not take back the end", async () => {
  await voice(disconnect("c-1"), answer("c-1"));
  expect(
    await query(gateway.url, `{ call(callId: "c-1") { state } events { edges { node { type late } } } }`),
  ).toEqual({
    call: { state: "DISCONNECTED" },
    events: {
      edges: [{ node: { type: "DISCONNECT", late: false } }, { node: { type: "ANSWER", late: true } }],
    },
  });
});

test("a call that REST does not show yet is told from the log", async () => {
  await voice(answer("c-1"));
  upstream.answer("GET /calls/c-1", NOT_FOUND);
  expect(
    await query(
      gateway.url,
      `{ call(callId: "c-1") { callId from to direction applicationId state answerTime } }`,
    ),
  ).toEqual({
    call: {
      callId: "c-1",
      from: "+19195554321",
      to: "+19195551234",
      direction: "OUTBOUND",
      applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
      state: "ANSWERED",
      answerTime,
    },
  });
});

test("of a call that REST does not show yet it is told who vouches for its number, and why it ended", async () => {
  const stirShaken = { verstat: "TN-Validation-Passed", attestationIndicator: "A", originatingId: "abc" };
  const end = { ...disconnect("c-1"), cause: "error", errorMessage: "no route", errorId: "e-1" };
  await voice(voiceEvent("initiate", { callId: "c-1", direction: "inbound", stirShaken }), end);
  upstream.answer("GET /calls/c-1", NOT_FOUND);
  expect(
    await query(gateway.url, `{ call(callId: "c-1") { stirShaken disconnectCause errorMessage errorId } }`),
  ).toEqual({
    call: { stirShaken, disconnectCause: "ERROR", errorMessage: "no route", errorId: "e-1" },
  });
});

test("a call that neither the log nor REST knows is null", async () => {
  upstream.answer("GET /calls/c-9", NOT_FOUND);
  expect(await query(gateway.url, `{ call(callId: "c-9") { state } }`)).toEqual({ call: null });
});

test("a list of calls shows what the log knows of those that go on, for one upstream call", async () => {
  await voice(answer("c-1"), disconnect("c-1"), answer("c-2"));
  upstream.answer("GET /calls", {
    body: [
      rest("c-1", { state: "answered" }),
      rest("c-2", { state: "initiated" }),
      rest("c-3", { state: "queued" }),
      rest("c-4", { state: "disconnected", disconnectCause: "busy" }),
    ],
  });
  const document = "{ calls { edges { node { callId state disconnectCause } } } }";
  expect(await query(gateway.url, document)).toEqual({
    calls: {
      edges: [
        { node: { callId: "c-1", state: "DISCONNECTED", disconnectCause: "HANGUP" } },
        { node: { callId: "c-2", state: "ANSWERED", disconnectCause: null } },
        { node: { callId: "c-3", state: "QUEUED", disconnectCause: null } },
        { node: { callId: "c-4", state: "DISCONNECTED", disconnectCause: "BUSY" } },
      ],
    },
  });
  expect(upstream.asked()).toEqual(["GET /calls"]);
});

const message = {
  id: "m-1",
  owner: "+1",
  direction: "out",
  to: ["+2"],
  from: "+1",
  applicationId: "a",
  tag: "t",
};
const told = (type: string, second: number, fields: object = {}) => [
  { type, time: `2026-11-21T09:00:0${second}.000Z`, to: "+2", description: "", message, ...fields },
];
const listed = (fields: object) => ({
  body: { totalCount: 1, pageInfo: {}, messages: [{ messageId: "m-1", destinationTn: "+2", ...fields }] },
});

test("a message is as far as its events tell, though the listing lags, and a final one is not asked for", async () => {
  await deliver(gateway.url, "messaging", told("message-sending", 1));
  upstream.answer("GET /messages", listed({ messageStatus: "QUEUED", errorCode: 0 }));
  const document = `{ message(messageId: "m-1") { messageId owner tag status errorCode } }`;
  const shown = { messageId: "m-1", owner: "+1", tag: "t" };
  expect(await query(gateway.url, document)).toEqual({
    message: { ...shown, status: "SENDING", errorCode: 0 },
  });
  await deliver(gateway.url, "messaging", told("message-failed", 2, { errorCode: 4720 }));
  const before = upstream.asked().length;
  expect(await query(gateway.url, document)).toEqual({
    message: { ...shown, status: "FAILED", errorCode: 4720 },
  });
  expect(upstream.asked()).toHaveLength(before);
});

test("a group message is as far as for the recipient it is least far for, by the log and the listing together", async () => {
  const group = { ...message, to: ["+2", "+3"] };
  await deliver(gateway.url, "messaging", told("message-delivered", 2, { message: group }));
  const items = [
    { messageId: "m-1", destinationTn: "+2", messageStatus: "DELIVERED", errorCode: 0, recipientCount: 2 },
    { messageId: "m-1", destinationTn: "+3", messageStatus: "SENDING", errorCode: 0, recipientCount: 2 },
  ];
  upstream.answer("GET /messages", { body: { totalCount: 2, pageInfo: {}, messages: items } });
  const status = async () => {
    const data = await query(gateway.url, `{ message(messageId: "m-1") { status } }`);
    return (data as { message: { status: string } }).message.status;
  };
  expect(await status()).toBe("SENDING");
  const failed = { to: "+3", message: group, errorCode: 4720 };
  await deliver(gateway.url, "messaging", told("message-failed", 3, failed));
  expect(await status()).toBe("FAILED");
});

test("a group message that came in is received, and nothing is asked upstream to tell so", async () => {
  const group = { ...message, direction: "in", to: ["+2", "+3"] };
  await deliver(gateway.url, "messaging", told("message-received", 2, { message: group }));
  expect(await query(gateway.url, `{ message(messageId: "m-1") { status errorCode } }`)).toEqual({
    message: { status: "RECEIVED", errorCode: 0 },
  });
  expect(upstream.asked()).toEqual([]);
});

test.each([
  ["message-read", "out", "DELIVERED"],
  ["suggestion-response", "in", "RECEIVED"],
  ["requested-location-response", "in", "RECEIVED"],
])(
  "a message of which %s is heard is final, and nothing is asked upstream to tell so",
  async (type, direction, status) => {
    await deliver(gateway.url, "messaging", told(type, 1, { message: { ...message, direction } }));
    expect(await query(gateway.url, `{ message(messageId: "m-1") { status } }`)).toEqual({
      message: { status },
    });
    expect(upstream.asked()).toEqual([]);
  },
);

// Bandwidth may have a status tomorrow that nobody knows today.
test.each(["SENDING", "PAUSED"])(
  "a message that is listed as %s is final as soon as its event is there",
  async (messageStatus) => {
    await deliver(gateway.url, "messaging", told("message-delivered", 2));
    upstream.answer("GET /messages", listed({ messageStatus, errorCode: 0 }));
    expect(
      await query(gateway.url, `{ messages(filter: { sourceTn: "+1" }) { edges { node { status } } } }`),
    ).toEqual({ messages: { edges: [{ node: { status: "DELIVERED" } }] } });
  },
);

test("a message that was just sent is what createMessage gave while it is neither listed nor in the log, and queued", async () => {
  const created = { ...message, to: ["+19195551234", "+19195551235"], from: "+19195554321", text: "Hi" };
  upstream.answer("POST /messages", { status: 202, body: created });
  const list = (...messages: object[]) =>
    upstream.answer("GET /messages", { body: { totalCount: messages.length, pageInfo: {}, messages } });
  list();
  const fields = "id messageId to from text owner tag status rawStatus errorCode carrierName";
  const sent = await query(
    gateway.url,
    `mutation { createMessage(input: { to: ${JSON.stringify(created.to)}, from: "${created.from}", text: "Hi" }) { message { ${fields} } } }`,
  );
  const { message: shown } = sent["createMessage"] as { message: { id: string } };
  const { id: messageId, ...known } = { ...created, id: "m-1" };
  expect(shown).toMatchObject({ messageId, to: known.to, from: known.from, text: "Hi", tag: "t" });
  expect(shown).toMatchObject({ status: "QUEUED", rawStatus: "QUEUED", errorCode: 0, carrierName: null });
  expect(await query(gateway.url, `{ message(messageId: "m-1") { ${fields} } }`)).toEqual({ message: shown });
  expect(
    await query(gateway.url, `query ($id: ID!) { node(id: $id) { ... on Message { ${fields} } } }`, {
      id: shown.id,
    }),
  ).toEqual({ node: shown });
  const status = async () =>
    (await query(gateway.url, `{ message(messageId: "m-1") { status } }`))["message"];
  await deliver(
    gateway.url,
    "messaging",
    told("message-delivered", 1, { message: created, to: created.to[0] }),
  );
  expect(await status()).toEqual({ status: "QUEUED" });
  list({ messageId: "m-1", destinationTn: created.to[1], messageStatus: "SENT" });
  expect(await status()).toEqual({ status: "SENT" });
  list();
  expect(await query(gateway.url, `{ message(messageId: "m-2") { status } }`)).toEqual({ message: null });
});

test("a page of messages says what the log knows of each and no listing does, as the message alone does, for one upstream call", async () => {
  const media = ["https://client.example.com/cat.png"];
  const received = { ...message, direction: "in", text: "Hello?", media, channel: "mms" };
  await deliver(gateway.url, "messaging", told("message-received", 1, { message: received }));
  upstream.answer("GET /messages", {
    body: {
      totalCount: 2,
      pageInfo: {},
      messages: ["m-1", "m-2"].map((messageId) => ({
        ...{ messageId, destinationTn: "+2", sourceTn: "+1" },
        ...{ messageStatus: "RECEIVED", messageDirection: "INBOUND" },
      })),
    },
  });
  const fields =
    "text owner applicationId tag channel mediaUrls media { url fileName } from to direction status";
  const { messages } = await query(
    gateway.url,
    `{ messages(filter: { sourceTn: "+1" }) { edges { node { id ${fields} } } } }`,
  );
  expect(upstream.asked()).toEqual(["GET /messages"]);
  const [first, second] = (messages as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node);
  expect(first).toMatchObject({
    ...{ text: "Hello?", owner: "+1", applicationId: "a", tag: "t", channel: "MMS" },
    ...{ mediaUrls: media, media: [{ url: media[0], fileName: "cat.png" }] },
  });
  expect(second).toMatchObject({ text: null, owner: null, media: null, from: "+1", to: ["+2"] });
  expect(
    await query(gateway.url, `query ($id: ID!) { node(id: $id) { id ... on Message { ${fields} } } }`, {
      id: first?.id,
    }),
  ).toEqual({ node: first });
});

describe("a group message in a page of messages", () => {
  const group = { ...message, to: ["+2", "+3", "+4"], text: "Hi" };
  const item = (destinationTn: string, messageStatus: string, errorCode = 0) => ({
    ...{ messageId: "m-1", sourceTn: "+1", recipientCount: 3, messageDirection: "OUTBOUND" },
    ...{ destinationTn, messageStatus, errorCode },
  });
  const alone = { messageId: "m-2", destinationTn: "+2", messageStatus: "DELIVERED", errorCode: 0 };
  const list = (...messages: object[]) =>
    upstream.answer("GET /messages", { body: { totalCount: messages.length, pageInfo: {}, messages } });
  const FIELDS = "id messageId to status rawStatus errorCode text";
  const edges = async () => {
    const { messages } = await query(
      gateway.url,
      `{ messages(filter: { sourceTn: "+1" }) { edges { to status rawStatus errorCode node { ${FIELDS} } } } }`,
    );
    return (messages as { edges: { to: string; status: string; node: { id: string; to: string[] } }[] })
      .edges;
  };

  test("is one message in all of its edges, which tell each of its recipient, and as it is alone", async () => {
    await deliver(gateway.url, "messaging", [
      ...told("message-failed", 2, { to: "+3", errorCode: 4720, message: group }),
      ...told("message-delivered", 2, { to: "+4", message: group }),
    ]);
    const shown = [item("+4", "SENDING"), item("+3", "SENDING"), item("+2", "DELIVERED")];
    list(shown[0] ?? {}, alone, ...shown.slice(1));
    const page = await edges();
    expect(page.map(({ node: _, ...edge }) => edge)).toEqual([
      { to: "+4", status: "DELIVERED", rawStatus: "DELIVERED", errorCode: 0 },
      { to: "+2", status: "DELIVERED", rawStatus: "DELIVERED", errorCode: 0 },
      { to: "+3", status: "FAILED", rawStatus: "FAILED", errorCode: 4720 },
      { to: "+2", status: "DELIVERED", rawStatus: "DELIVERED", errorCode: 0 },
    ]);
    const [first, other, ...rest] = page.map(({ node }) => node);
    expect(first).toMatchObject({ to: group.to, status: "FAILED", errorCode: 4720, text: "Hi" });
    expect(rest).toEqual([first, first]);
    expect(other).toMatchObject({ messageId: "m-2", to: ["+2"], status: "DELIVERED", errorCode: 0 });
    expect(upstream.asked()).toEqual(["GET /messages"]);
    list(...shown);
    expect(await query(gateway.url, `{ message(messageId: "m-1") { ${FIELDS} } }`)).toEqual({
      message: first,
    });
  });

  test("has those recipients that the page lists, where the log has no event of it; so it has alone", async () => {
    list(item("+2", "DELIVERED"), item("+3", "SENDING"));
    const [first, second] = await edges();
    expect(first?.node).toMatchObject({ to: ["+2", "+3"], status: "SENDING" });
    expect(second?.node).toEqual(first?.node);
    expect(await query(gateway.url, `{ message(messageId: "m-1") { ${FIELDS} } }`)).toEqual({
      message: first?.node,
    });
  });

  test("has all of its recipients where the page lists one and the log has an event of another", async () => {
    await deliver(
      gateway.url,
      "messaging",
      told("message-failed", 2, { to: "+3", errorCode: 4720, message: group }),
    );
    list(item("+2", "SENT"));
    expect(await edges()).toMatchObject([
      { to: "+2", status: "SENT", node: { to: group.to, status: "SENT", errorCode: 0 } },
    ]);
  });
});

const conference = (eventType: string, second: number, fields: object = {}) => ({
  eventType,
  eventTime: `2026-11-21T09:00:0${second}.000Z`,
  conferenceId: "conf-1",
  name: "standup",
  ...fields,
});
const member = (callId: string) => ({
  callId,
  conferenceId: "conf-1",
  mute: false,
  hold: true,
  callIdsToCoach: [],
});
const MEMBERS = `{ conference(conferenceId: "conf-1") { name completedTime activeMembers { callId hold } } }`;

test("a conference has whom REST shows, less those who have left, and those who have joined since", async () => {
  await voice(
    conference("conferenceCreated", 0),
    conference("conferenceMemberJoin", 1, { callId: "c-1" }),
    conference("conferenceMemberJoin", 2, { callId: "c-2" }),
    conference("conferenceMemberExit", 3, { callId: "c-1" }),
  );
  upstream.answer("GET /conferences/conf-1", {
    body: { id: "conf-1", name: "standup", activeMembers: [member("c-1"), member("c-3")] },
  });
  upstream.answer("GET /conferences/conf-1/members/c-2", NOT_FOUND);
  expect(await query(gateway.url, MEMBERS)).toEqual({
    conference: {
      name: "standup",
      completedTime: null,
      activeMembers: [
        { callId: "c-3", hold: true },
        { callId: "c-2", hold: null },
      ],
    },
  });
});

test("a call and a conference are told by all of their events, however many", async () => {
  upstream.answer("GET /conferences/conf-1", { body: { id: "conf-1", activeMembers: [] } });
  for (let n = 0; n < 1_050; n += 50) {
    const events = Array.from({ length: 50 }, (_, index) => n + index).flatMap((digit) => [
      voiceEvent("dtmf", { callId: "c-1", answerTime, digit: String(digit) }),
      conference("conferenceRedirect", digit % 9, { tag: String(digit) }),
    ]);
    await voice(events);
  }
  await voice(disconnect("c-1"), conference("conferenceCompleted", 9));
  expect(
    await query(
      gateway.url,
      `{ call(callId: "c-1") { state } conference(conferenceId: "conf-1") { completedTime } }`,
    ),
  ).toEqual({
    call: { state: "DISCONNECTED" },
    conference: { completedTime: "2026-11-21T09:00:09.000Z" },
  });
  expect(upstream.asked()).toEqual([]);
});

test("a conference that REST does not show yet is told from the log", async () => {
  await voice(conference("conferenceCreated", 0), conference("conferenceMemberJoin", 1, { callId: "c-1" }));
  upstream.answer("GET /conferences/conf-1", NOT_FOUND);
  expect(
    await query(
      gateway.url,
      `{ conference(conferenceId: "conf-1") { name createdTime activeMembers { callId } } }`,
    ),
  ).toEqual({
    conference: {
      name: "standup",
      createdTime: "2026-11-21T09:00:00.000Z",
      activeMembers: [{ callId: "c-1" }],
    },
  });
});

test("a conference that is over has nobody in it, and nothing is asked upstream to tell so", async () => {
  await voice(conference("conferenceMemberJoin", 1, { callId: "c-1" }), conference("conferenceCompleted", 2));
  expect(
    await query(
      gateway.url,
      `{ conference(conferenceId: "conf-1") { completedTime activeMembers { callId } } }`,
    ),
  ).toEqual({ conference: { completedTime: "2026-11-21T09:00:02.000Z", activeMembers: [] } });
  expect(upstream.asked()).toEqual([]);
});

test("nor has one of which REST alone tells that it is over, whoever joined a moment ago", async () => {
  await voice(conference("conferenceMemberJoin", 1, { callId: "c-1" }));
  upstream.answer("GET /conferences/conf-1", {
    body: { id: "conf-1", name: "standup", completedTime: "2026-11-21T09:00:05.000Z", activeMembers: [] },
  });
  expect(
    await query(gateway.url, `{ conference(conferenceId: "conf-1") { activeMembers { callId } } }`),
  ).toEqual({
    conference: { activeMembers: [] },
  });
  expect(upstream.asked()).toEqual(["GET /conferences/conf-1"]);
});

test("REST's failure costs what the log does not tell, and nothing else", async () => {
  await voice(answer("c-1"), answer("c-2"), disconnect("c-2"));
  const failing = { status: 500, body: { type: "internal-error", description: "x" } };
  upstream.answer("GET /calls/c-1", failing);
  upstream.answer("GET /calls/c-2", failing);
  upstream.answer("GET /calls/c-3", failing);
  const fields = "state answerTime identity";
  const { data, errors } = await post(
    gateway.url,
    `{ a: call(callId: "c-1") { ${fields} } b: call(callId: "c-2") { ${fields} } c: call(callId: "c-3") { state } }`,
  );
  expect(data).toEqual({
    a: { state: "ANSWERED", answerTime, identity: null },
    b: { state: "DISCONNECTED", answerTime, identity: null },
    c: null,
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions?.["code"]])).toEqual(
    [["c"], ["a", "identity"], ["b", "identity"]].map((path) => [path, "UPSTREAM_UNAVAILABLE"]),
  );
});

describe("what events tell while Bandwidth is asked is in the answer:", () => {
  /** What a query gives when the route is answered once these events are in the log. */
  async function overtaken(
    route: string,
    shown: Exclude<Answer, string>,
    document: string,
    happen: () => Promise<unknown>,
  ): Promise<unknown> {
    const happened = Promise.withResolvers<void>();
    upstream.answer(route, { ...shown, after: happened.promise });
    const data = query(gateway.url, document);
    await upstream.arrived(route);
    await happen();
    happened.resolve();
    return data;
  }
  const ended = { state: "DISCONNECTED", endTime, disconnectCause: "HANGUP" };
  const fields = "state endTime disconnectCause";
  const globalId = Buffer.from("Call/c-1").toString("base64url");

  test.each([
    ["call", `{ found: call(callId: "c-1") { ${fields} } }`],
    ["node", `{ found: node(id: "${globalId}") { ... on Call { ${fields} } } }`],
  ])("the end of a call of which the log had nothing, asked for with %s", async (_, document) => {
    const shown = { body: rest("c-1", { state: "answered", startTime, answerTime }) };
    const end = () => voice(disconnect("c-1"));
    expect(await overtaken("GET /calls/c-1", shown, document, end)).toEqual({ found: ended });
  });

  test.each([
    ["shows the call as it was", { body: rest("c-1", { state: "answered" }) }],
    ["does not show it yet", NOT_FOUND],
    ["fails", { status: 500, body: { type: "internal-error", description: "x" } }],
  ])("the end of a call that had told of itself, where Bandwidth %s", async (_, shown) => {
    await voice(answer("c-1"));
    const document = `{ call(callId: "c-1") { ${fields} } events(first: 1) { edges { node { ... on CallEvent { call { ${fields} } } } } } }`;
    expect(await overtaken("GET /calls/c-1", shown, document, () => voice(disconnect("c-1")))).toEqual({
      call: ended,
      events: { edges: [{ node: { call: ended } }] },
    });
  });

  test("a call, a conference and a message that nobody knew before", async () => {
    const find = (route: string, document: string, happen: () => Promise<unknown>) =>
      overtaken(route, NOT_FOUND, document, happen);
    expect(
      await find("GET /calls/c-1", `{ call(callId: "c-1") { callId } }`, () => voice(answer("c-1"))),
    ).toEqual({ call: { callId: "c-1" } });
    expect(
      await find("GET /conferences/conf-1", `{ conference(conferenceId: "conf-1") { conferenceId } }`, () =>
        voice(conference("conferenceCreated", 1)),
      ),
    ).toEqual({ conference: { conferenceId: "conf-1" } });
    expect(
      await find("GET /messages", `{ message(messageId: "m-1") { owner } }`, () =>
        deliver(gateway.url, "messaging", told("message-sending", 1)),
      ),
    ).toEqual({ message: { owner: "+1" } });
  });

  test("the end of a conference", async () => {
    await voice(conference("conferenceMemberJoin", 1, { callId: "c-1" }));
    const shown = { body: { id: "conf-1", name: "standup", activeMembers: [member("c-1")] } };
    expect(
      await overtaken("GET /conferences/conf-1", shown, MEMBERS, () =>
        voice(conference("conferenceCompleted", 2)),
      ),
    ).toEqual({
      conference: { name: "standup", completedTime: "2026-11-21T09:00:02.000Z", activeMembers: [] },
    });
  });

  test("that a member has left, or that its call has ended", async () => {
    const callIds = ["c-1", "c-2", "c-3"];
    await voice(...callIds.map((callId) => conference("conferenceMemberJoin", 1, { callId })));
    const shown = { body: { id: "conf-1", activeMembers: callIds.map(member) } };
    const document = `{ conference(conferenceId: "conf-1") { activeMembers { callId } } }`;
    expect(
      await overtaken("GET /conferences/conf-1", shown, document, () =>
        voice(conference("conferenceMemberExit", 2, { callId: "c-1" }), disconnect("c-2")),
      ),
    ).toEqual({ conference: { activeMembers: [{ callId: "c-3" }] } });
  });

  test.each([
    ["shows it as it was", listed({ messageStatus: "QUEUED", errorCode: 0 })],
    ["fails", { status: 500, body: { type: "internal-error", description: "x" } }],
  ])("how a message ended, where Bandwidth %s", async (_, shown) => {
    await deliver(gateway.url, "messaging", told("message-sending", 1));
    expect(
      await overtaken("GET /messages", shown, `{ message(messageId: "m-1") { status errorCode } }`, () =>
        deliver(gateway.url, "messaging", told("message-failed", 2, { errorCode: 4720 })),
      ),
    ).toEqual({ message: { status: "FAILED", errorCode: 4720 } });
  });

  test("each change of a mutation's document", async () => {
    upstream.answer("POST /calls/c-1", { status: 200 });
    const end = `updateCall(input: { callId: "c-1", state: COMPLETED }) { call { state } }`;
    const shown = { body: rest("c-1", { state: "answered" }) };
    await voice(answer("c-1"));
    expect(
      await overtaken("GET /calls/c-1", shown, `mutation { a: ${end} b: ${end} }`, () =>
        voice(disconnect("c-1")),
      ),
    ).toEqual({ a: { call: { state: "DISCONNECTED" } }, b: { call: { state: "DISCONNECTED" } } });
  });
});
