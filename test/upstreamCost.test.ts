import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { query } from "./support/client.ts";
import { ENGINES, type Engine } from "./support/engines.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, type Stack, startStack, voiceEvent } from "./support/stack.ts";

// What links and lists cost: the requests that the sandbox receives for an operation, all of them.

// The sandbox is seeded with these.
const CALL = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const INBOUND = "c-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const UNANSWERED = "c-95ac8d6e-1a31c52e-b38f-4198-93c1-51633ec68f8d";
const RECORDING = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const TRANSCRIPTION = "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b";
const CONFERENCE = "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9";
const CONFERENCE_RECORDING = "r-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const MESSAGE = "1589228074636lm4k2je7j7jklbn2";

let stack: Stack;
/** A conference that goes on, and the calls that are in it. */
let live: string;
let members: string[];

/** Starts the stack with its store in an engine, and makes things happen that are asked for. */
async function startWith(environment: Record<string, string>) {
  stack = await startStack({ environment });
  const place = `createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", onAnswer: { xml: "<Response><Conference>team</Conference></Response>" } }) { call { callId } }`;
  const placed = await query(stack.url, `mutation { a: ${place} b: ${place} c: ${place} }`);
  members = Object.values(placed).map((payload) => (payload as { call: { callId: string } }).call.callId);
  await stack.sandbox.advance(30);
  const { conferences } = await query(
    stack.url,
    '{ conferences(filter: { name: "team" }) { edges { node { conferenceId } } } }',
  );
  live = (conferences as { edges: { node: { conferenceId: string } }[] }).edges[0]?.node.conferenceId ?? "";

  const ofRecording = { callId: CALL, recordingId: RECORDING };
  const ofConference = { conferenceId: CONFERENCE, callId: undefined };
  const events = [
    ["voice/answer", voiceEvent("answer", { callId: CALL, tag: "cost" })],
    [
      "voice/recordingAvailable",
      voiceEvent("recordingAvailable", { ...ofRecording, status: "complete", duration: "PT7S" }),
    ],
    [
      "voice/transcriptionAvailable",
      voiceEvent("transcriptionAvailable", {
        ...ofRecording,
        transcription: { id: "t-1", status: "available", completedTime: "2026-11-21T09:00:00Z" },
      }),
    ],
    ["voice/conference", voiceEvent("conferenceCreated", ofConference)],
    ["voice/conference", voiceEvent("conferenceMemberJoin", { conferenceId: CONFERENCE, callId: INBOUND })],
    [
      "voice/conference",
      voiceEvent("conferenceRecordingAvailable", {
        ...ofConference,
        recordingId: CONFERENCE_RECORDING,
        status: "complete",
      }),
    ],
    [
      "messaging",
      [
        {
          type: "message-delivered",
          time: "2026-11-21T09:00:00Z",
          to: FAR_NUMBER,
          message: { id: MESSAGE, owner: OWN_NUMBER, from: OWN_NUMBER, to: [FAR_NUMBER], segmentCount: 1 },
        },
      ],
    ],
  ] as const;
  for (const [path, body] of events) {
    expect((await deliver(stack.url, path, body)).status).toBeLessThan(300);
  }
}

const page = (fields: string) => `{ edges { node { ${fields} } } }`;
const events = (types: string, fields: string) => `{ events(filter: { types: [${types}] }) ${page(fields)} }`;
const answered = (fields: string) =>
  `{ events(filter: { callId: "${CALL}", types: [ANSWER] }) ${page(`... on AnswerEvent { ${fields} }`)} }`;
const ofCall = (fields: string) => `{ call(callId: "${CALL}") { ${fields} } }`;
const ofConference = (fields: string) => `{ conference(conferenceId: "${CONFERENCE}") { ${fields} } }`;
const ofLive = (fields: string) => `{ conference(conferenceId: "${live}") { ${fields} } }`;
const global = (...parts: string[]) => Buffer.from(parts.join("/")).toString("base64url");

const GET_CALL = `GET /calls/${CALL}`;
const GET_RECORDING = `${GET_CALL}/recordings/${RECORDING}`;
const GET_CONFERENCE = `GET /conferences/${CONFERENCE}`;
const LISTED_RECORDINGS = ["GET /calls", "GET /recordings"];

/** What is asked, and the requests that it makes, in no order. Some are functions: their ids are made by the sandbox. */
const COSTS: Readonly<Record<string, [document: () => string, requests: () => readonly string[]]>> = {
  "ids under an event": [
    () => answered("__typename call { __typename id callId api events { edges { cursor } } }"),
    () => [],
  ],
  "a call under an event": [() => answered("call { state to } again: call { from }"), () => [GET_CALL]],
  "ids under events of recordings": [
    () =>
      events(
        "RECORDING_AVAILABLE, CONFERENCE_RECORDING_AVAILABLE",
        `... on RecordingAvailableEvent { recording { id api recordingId callId call { callId } } }
         ... on ConferenceRecordingAvailableEvent { recording { id recordingId conferenceId conference { conferenceId } } }`,
      ),
    () => [],
  ],
  "what an event says of its recording": [
    () =>
      events(
        "RECORDING_AVAILABLE, CONFERENCE_RECORDING_AVAILABLE",
        `... on RecordingAvailableEvent { recording { status duration to } }
         ... on ConferenceRecordingAvailableEvent { recording { rawStatus } }`,
      ),
    () => [],
  ],
  "what an event does not say of its recording": [
    () =>
      events(
        "RECORDING_AVAILABLE, CONFERENCE_RECORDING_AVAILABLE",
        `... on RecordingAvailableEvent { recording { recordingName transcription { status } } }
         ... on ConferenceRecordingAvailableEvent { recording { duration recordingName } }`,
      ),
    () => [GET_RECORDING, `${GET_CONFERENCE}/recordings/${CONFERENCE_RECORDING}`],
  ],
  "the transcription that an event tells of": [
    () =>
      events(
        "TRANSCRIPTION_AVAILABLE",
        "... on TranscriptionAvailableEvent { recording { transcription { transcriptionId status completedTime } } }",
      ),
    () => [],
  ],
  "ids under events of conferences": [
    () =>
      events(
        "CONFERENCE_CREATED, CONFERENCE_MEMBER_JOIN",
        `... on ConferenceCreatedEvent { conference { __typename id conferenceId api } }
         ... on ConferenceMemberJoinEvent { conference { conferenceId } call { callId } }`,
      ),
    () => [],
  ],
  "a conference under many events": [
    () =>
      `{ events(filter: { conferenceId: "${CONFERENCE}" }) ${page(
        "... on ConferenceCreatedEvent { conference { name activeMembers { callId } } } ... on ConferenceMemberJoinEvent { conference { name } call { state } }",
      )} }`,
    () => [GET_CONFERENCE, `GET /calls/${INBOUND}`],
  ],
  "what an event says of its message": [
    () =>
      events("MESSAGE_DELIVERED", "... on MessageEvent { message { __typename id messageId api to from } }"),
    () => [],
  ],
  "what a listing says of an event's message": [
    () => events("MESSAGE_DELIVERED", "... on MessageEvent { message { status carrierName } }"),
    () => ["GET /messages"],
  ],

  "a page of calls": [
    () => `{ calls ${page("state parentCall { callId } events { edges { cursor } }")} }`,
    () => ["GET /calls"],
  ],
  "the recordings of a page of calls": [
    () =>
      `{ calls ${page("recordings { recordingId status transcription { status } call { state callId recordings { callId } } }")} }`,
    () => LISTED_RECORDINGS,
  ],
  "the transcriptions of a call": [
    () => ofCall("realTimeTranscriptions { transcriptionId transcriptionName call { callId state } }"),
    () => [GET_CALL, `${GET_CALL}/transcriptions`],
  ],
  "their texts": [
    () => ofCall("realTimeTranscriptions { tracks { transcript } again: tracks { track } }"),
    // That there is such a call the log has told.
    () => [`${GET_CALL}/transcriptions`, `${GET_CALL}/transcriptions/${TRANSCRIPTION}`],
  ],
  "the account's recordings": [
    () =>
      "{ recordings { recordings { recordingId status transcription { status } call { callId recordings { recordingId } } } } }",
    () => ["GET /recordings", `${GET_CALL}/recordings`, `GET /calls/${INBOUND}/recordings`],
  ],
  "the calls of the account's recordings": [
    () => "{ recordings { recordings { call { state } again: call { to parentCall { callId } } } } }",
    () => ["GET /recordings", GET_CALL, `GET /calls/${INBOUND}`],
  ],
  "one recording, its call and what else that call has": [
    () =>
      `{ recording(callId: "${CALL}", recordingId: "${RECORDING}") { status call { state recordings { status call { state } } } } }`,
    () => [GET_RECORDING, GET_CALL, `${GET_CALL}/recordings`],
  ],

  "a page of conferences": [
    () => `{ conferences(filter: { name: "team" }) ${page("name events { edges { cursor } }")} }`,
    () => ["GET /conferences"],
  ],
  "the members of a conference that has ended": [
    () => `{ conferences(filter: { name: "my-conference-name" }) ${page("activeMembers { callId }")} }`,
    () => ["GET /conferences"],
  ],
  "the members of a conference, which it holds": [
    () =>
      ofLive(
        "activeMembers { id callId mute call { __typename id callId } conference { conferenceId name } }",
      ),
    () => [`GET /conferences/${live}`],
  ],
  "the calls of the members, which Bandwidth tells one by one": [
    () => ofLive("activeMembers { call { state } again: call { to } }"),
    () => [`GET /conferences/${live}`, ...members.map((callId) => `GET /calls/${callId}`)],
  ],
  "the recordings of the members' calls, in one list when the calls are read": [
    () => ofLive("activeMembers { call { state recordings { recordingId } } }"),
    () => [`GET /conferences/${live}`, ...members.map((callId) => `GET /calls/${callId}`), "GET /recordings"],
  ],
  "the recordings of a conference": [
    () =>
      ofConference(
        "recordings { recordingId status duration conference { name } transcription { status } } again: recordings { channels }",
      ),
    () => [GET_CONFERENCE, `${GET_CONFERENCE}/recordings`],
  ],
  "one recording of a conference": [
    () => ofConference(`recording(recordingId: "${CONFERENCE_RECORDING}") { status conference { name } }`),
    () => [GET_CONFERENCE, `${GET_CONFERENCE}/recordings/${CONFERENCE_RECORDING}`],
  ],
  "one member of a conference": [
    () =>
      `{ conferences(filter: { name: "team" }) ${page(`member(callId: "${members[0]}") { mute conference { name } }`)} }`,
    () => ["GET /conferences", `GET /conferences/${live}/members/${members[0]}`],
  ],

  "a page of messages": [
    () =>
      `{ messages(filter: { sourceTn: "${OWN_NUMBER}" }) ${page("messageId status carrierName from to events { edges { cursor } }")} }`,
    () => ["GET /messages"],
  ],
  "messages by their ids, which Bandwidth lists one by one": [
    () =>
      `{ a: message(messageId: "${MESSAGE}") { status } b: message(messageId: "${MESSAGE}") { type } c: message(messageId: "none") { status } }`,
    () => ["GET /messages", "GET /messages"],
  ],
  "media files by their names, which Bandwidth only lists": [
    () => '{ a: mediaFile(mediaId: "a") { content } b: mediaFile(mediaId: "b") { contentLength } }',
    () => ["GET /media"],
  ],
  "global ids, which cost what their own fields do, together with these": [
    () =>
      `{ a: node(id: "${global("Call", CALL)}") { id ... on Call { state } } b: node(id: "${global("Call", CALL)}") { id }
         call(callId: "${CALL}") { to }
         c: node(id: "${global("Conference", CONFERENCE)}") { id ... on Conference { name } }
         d: node(id: "${global("CallRecording", CALL, RECORDING)}") { id ... on CallRecording { status call { to } } }
         e: node(id: "${global("Message", MESSAGE)}") { id ... on Message { status } } }`,
    // How the message ended the log has told.
    () => [GET_CALL, GET_CONFERENCE, GET_RECORDING],
  ],
  "numbers of calls, of the field's own and of links of links": [
    () =>
      `{ lookupPhoneNumbers(phoneNumbers: ["${FAR_NUMBER}", "${OWN_NUMBER}", "+15555550123"]) { lineType }
         calls ${page("fromLookup { phoneNumber } toLookup { lineType } recordings { call { fromLookup { lineType } } }")}
         again: lookupPhoneNumbers(phoneNumbers: ["${FAR_NUMBER}"]) { country } }`,
    () => [...LISTED_RECORDINGS, "POST /phoneNumberLookup"],
  ],
  "what changes a call, and what is asked of it then": [
    () =>
      `mutation { updateCall(input: { callId: "${members[2]}", redirectUrl: "https://client.example.com/bxml" }) { call { callId } } }`,
    () => [`POST /calls/${members[2]}`],
  ],
  "a code that is sent by message, with the message's id": [
    () =>
      `mutation { generateMessagingCode(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", message: "{CODE}", digits: 6 }) { messageId message { __typename id messageId api } } }`,
    () => ["POST /code/messaging"],
  ],
};

/** The requests that an operation made, which must succeed. */
async function requestsOf(document: string): Promise<string[]> {
  const seen = (await stack.sandbox.requests()).length;
  await query(stack.url, document);
  return (await stack.sandbox.requests())
    .slice(seen)
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/(accounts|users)\/9900000/, "")}`);
}

describe.each(ENGINES)("over %s an operation makes these requests and no others:", (_, startEngine) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await startEngine();
    await startWith(engine.environment);
  });
  afterAll(async () => {
    await stack.stop();
    await engine.stop();
  });

  test.each(Object.keys(COSTS))("%s", async (name) => {
    const cost = COSTS[name];
    if (!cost) throw new Error(`There is no ${name}`);
    const [document, requests] = cost;
    expect((await requestsOf(document())).sort()).toEqual([...requests()].sort());
  });

  test("the recordings of calls by their ids, once the calls are read", async () => {
    const ids = [CALL, INBOUND, UNANSWERED];
    const fields = ids.map((id, i) => `a${i}: call(callId: "${id}") { to recordings { recordingId } }`);
    expect((await requestsOf(`{ ${fields.join(" ")} }`)).sort()).toEqual(
      [...ids.map((id) => `GET /calls/${id}`), "GET /recordings"].sort(),
    );
  });
});

test("the description of each link says what it costs", () => {
  const schema = buildSchema(readFileSync(new URL("../schema.graphql", import.meta.url), "utf8"));
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const isEntity = (name: string) =>
    ["Transcription", "LookupResult"].includes(name) ||
    types.some((type) => type.name === name && type.getInterfaces().some((each) => each.name === "Node"));
  const connections = types.filter(({ name }) => name.endsWith("Connection")).map(({ name }) => name);
  const links = types
    // Of what these hold, the field that gives them tells the cost.
    .filter(({ name }) => !/(Edge|Connection|List)$/.test(name) && name !== "Lookup")
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ type, field, to: getNamedType(field.type).name })),
    )
    .filter(({ type, to }) => type.name !== "Subscription" && (isEntity(to) || connections.includes(to)));
  expect(links.length).toBeGreaterThan(60);
  expect(
    links
      .filter(({ field }) => !/\bcosts?\b/i.test(field.description ?? ""))
      .map(({ type, field }) => `${type.name}.${field.name}`),
  ).toEqual([]);
});
