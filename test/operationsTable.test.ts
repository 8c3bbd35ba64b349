import { readFileSync } from "node:fs";
import { buildSchema, parse, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { API_KEY, post, query, Result } from "./support/client.ts";
import {
  FAR_NUMBER,
  MESSAGING_APPLICATION,
  OWN_NUMBER,
  type RunningGateway,
  type Stack,
  startGateway,
  startStack,
  VOICE_APPLICATION,
} from "./support/stack.ts";

// Each row of the README's table of operations, run by a gateway against a sandbox.

/** Bandwidth's operations, by the operationId of its contracts of December 2023 and June 2026. */
const OPERATIONS: Readonly<Record<string, string>> = {
  listCalls: "GET /api/v2/accounts/9900000/calls",
  createCall: "POST /api/v2/accounts/9900000/calls",
  getCallState: "GET /api/v2/accounts/9900000/calls/{callId}",
  updateCall: "POST /api/v2/accounts/9900000/calls/{callId}",
  updateCallBxml: "PUT /api/v2/accounts/9900000/calls/{callId}/bxml",
  listConferences: "GET /api/v2/accounts/9900000/conferences",
  getConference: "GET /api/v2/accounts/9900000/conferences/{conferenceId}",
  updateConference: "POST /api/v2/accounts/9900000/conferences/{conferenceId}",
  updateConferenceBxml: "PUT /api/v2/accounts/9900000/conferences/{conferenceId}/bxml",
  getConferenceMember: "GET /api/v2/accounts/9900000/conferences/{conferenceId}/members/{memberId}",
  updateConferenceMember: "PUT /api/v2/accounts/9900000/conferences/{conferenceId}/members/{memberId}",
  listConferenceRecordings: "GET /api/v2/accounts/9900000/conferences/{conferenceId}/recordings",
  getConferenceRecording: "GET /api/v2/accounts/9900000/conferences/{conferenceId}/recordings/{recordingId}",
  downloadConferenceRecording:
    "GET /api/v2/accounts/9900000/conferences/{conferenceId}/recordings/{recordingId}/media",
  listAccountCallRecordings: "GET /api/v2/accounts/9900000/recordings",
  listCallRecordings: "GET /api/v2/accounts/9900000/calls/{callId}/recordings",
  getCallRecording: "GET /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}",
  updateCallRecordingState: "PUT /api/v2/accounts/9900000/calls/{callId}/recording",
  deleteRecording: "DELETE /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}",
  downloadCallRecording: "GET /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}/media",
  deleteRecordingMedia: "DELETE /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}/media",
  getCallTranscription: "GET /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}/transcription",
  transcribeCallRecording:
    "POST /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}/transcription",
  deleteCallTranscription:
    "DELETE /api/v2/accounts/9900000/calls/{callId}/recordings/{recordingId}/transcription",
  listRealTimeTranscriptions: "GET /api/v2/accounts/9900000/calls/{callId}/transcriptions",
  getRealTimeTranscription: "GET /api/v2/accounts/9900000/calls/{callId}/transcriptions/{transcriptionId}",
  deleteRealTimeTranscription:
    "DELETE /api/v2/accounts/9900000/calls/{callId}/transcriptions/{transcriptionId}",
  getStatistics: "GET /api/v2/accounts/9900000/statistics",
  listMessages: "GET /api/v2/users/9900000/messages",
  createMessage: "POST /api/v2/users/9900000/messages",
  listMedia: "GET /api/v2/users/9900000/media",
  getMedia: "GET /api/v2/users/9900000/media/{mediaId}",
  uploadMedia: "PUT /api/v2/users/9900000/media/{mediaId}",
  deleteMedia: "DELETE /api/v2/users/9900000/media/{mediaId}",
  generateVoiceCode: "POST /api/v1/accounts/9900000/code/voice",
  generateMessagingCode: "POST /api/v1/accounts/9900000/code/messaging",
  verifyCode: "POST /api/v1/accounts/9900000/code/verify",
  createLookup: "POST /api/v1/accounts/9900000/tnlookup",
  getLookupStatus: "GET /api/v1/accounts/9900000/tnlookup/{requestId}",
  createSyncLookup: "POST /v2/accounts/9900000/phoneNumberLookup",
  createAsyncBulkLookup: "POST /v2/accounts/9900000/phoneNumberLookup/bulk",
  getAsyncBulkLookup: "GET /v2/accounts/9900000/phoneNumberLookup/bulk/{requestId}",
};

/** Names that Bandwidth gave to operations of 2023 later. */
const RENAMED: Readonly<Record<string, string>> = {
  getCallTranscription: "getRecordingTranscription",
  deleteCallTranscription: "deleteRecordingTranscription",
};

/** How a row is run. */
type Run = {
  /** Makes what the document needs, and answers its variables. */
  given?: () => Promise<Record<string, unknown>>;
  document: string;
  /** The file of `$input`, by the GraphQL multipart request specification. */
  file?: Blob;
  /** What the data must hold. */
  data: Record<string, unknown>;
  /** The URL in the data, where it is a GET of it that makes the gateway run the operation; and the beginning of what it gives. */
  url?: { in: z.ZodType<string>; gives: string };
};

// The sandbox is seeded with these.
const CALL = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const RECORDING = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const CONFERENCE = "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9";
const CONFERENCE_RECORDING = "r-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";

const PAUSE = '<Pause duration="1000"/>';
const SPEAK = "<SpeakSentence>Your parcel comes tomorrow</SpeakSentence>";
const document = (verbs: string) => `<Response>${verbs}</Response>`;
const text = expect.any(String);

const RUNS: Readonly<Record<string, Run>> = {
  listCalls: {
    document: "{ calls { edges { node { callId state } } } }",
    data: { calls: { edges: expect.arrayContaining([{ node: { callId: CALL, state: "DISCONNECTED" } }]) } },
  },
  createCall: {
    document: `mutation { createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}" }) { call { callId state } } }`,
    data: { createCall: { call: { callId: expect.stringMatching(/^c-/), state: "QUEUED" } } },
  },
  getCallState: {
    document: `{ call(callId: "${CALL}") { callId state to } }`,
    data: { call: { callId: CALL, state: "DISCONNECTED", to: FAR_NUMBER } },
  },
  updateCall: {
    given: async () => ({ callId: await liveCall(PAUSE) }),
    document: `mutation ($callId: ID!) { updateCall(input: { callId: $callId, state: COMPLETED }) { call { state } } }`,
    data: { updateCall: { call: { state: "DISCONNECTED" } } },
  },
  updateCallBxml: {
    given: async () => ({ callId: await liveCall(PAUSE) }),
    document: `mutation ($callId: ID!) { updateCallBxml(input: { callId: $callId, bxml: { xml: "${document(SPEAK)}" } }) { call { state } } }`,
    data: { updateCallBxml: { call: { state: "ANSWERED" } } },
  },
  listConferences: {
    document: "{ conferences { edges { node { conferenceId name } } } }",
    data: {
      conferences: {
        edges: expect.arrayContaining([{ node: { conferenceId: CONFERENCE, name: "my-conference-name" } }]),
      },
    },
  },
  getConference: {
    document: `{ conference(conferenceId: "${CONFERENCE}") { name completedTime } }`,
    data: { conference: { name: "my-conference-name", completedTime: text } },
  },
  updateConference: {
    given: () => liveConference("ended"),
    document:
      "mutation ($conferenceId: ID!) { updateConference(input: { conferenceId: $conferenceId, status: COMPLETED }) { conference { completedTime } } }",
    data: { updateConference: { conference: { completedTime: text } } },
  },
  updateConferenceBxml: {
    given: () => liveConference("spoken-to"),
    document: `mutation ($conferenceId: ID!) { updateConferenceBxml(input: { conferenceId: $conferenceId, bxml: { xml: "${document(SPEAK)}" } }) { conference { name } } }`,
    data: { updateConferenceBxml: { conference: { name: "spoken-to" } } },
  },
  getConferenceMember: {
    given: () => liveConference("asked"),
    document:
      'query ($callId: ID!) { conferences(filter: { name: "asked" }) { edges { node { member(callId: $callId) { mute hold } } } } }',
    data: { conferences: { edges: [{ node: { member: { mute: false, hold: false } } }] } },
  },
  updateConferenceMember: {
    given: () => liveConference("muted"),
    document:
      "mutation ($conferenceId: ID!, $callId: ID!) { updateConferenceMember(input: { conferenceId: $conferenceId, callId: $callId, mute: true }) { conferenceMember { mute } } }",
    data: { updateConferenceMember: { conferenceMember: { mute: true } } },
  },
  listConferenceRecordings: {
    document: `{ conference(conferenceId: "${CONFERENCE}") { recordings { recordingId status } } }`,
    data: { conference: { recordings: [{ recordingId: CONFERENCE_RECORDING, status: "COMPLETE" }] } },
  },
  getConferenceRecording: {
    document: `{ conference(conferenceId: "${CONFERENCE}") { recording(recordingId: "${CONFERENCE_RECORDING}") { status duration } } }`,
    data: { conference: { recording: { status: "COMPLETE", duration: text } } },
  },
  downloadConferenceRecording: {
    document: `{ conference(conferenceId: "${CONFERENCE}") { recordings { mediaUrl } } }`,
    data: { conference: { recordings: [{ mediaUrl: text }] } },
    url: {
      in: z
        .object({
          conference: z.object({ recordings: z.tuple([z.object({ mediaUrl: z.string() })]) }),
        })
        .transform(({ conference }) => conference.recordings[0].mediaUrl),
      gives: "RIFF",
    },
  },
  listAccountCallRecordings: {
    document: "{ recordings { capped recordings { recordingId } } }",
    data: {
      recordings: { capped: false, recordings: expect.arrayContaining([{ recordingId: RECORDING }]) },
    },
  },
  listCallRecordings: {
    document: `{ call(callId: "${CALL}") { recordings { recordingId recordingName } } }`,
    data: { call: { recordings: [{ recordingId: RECORDING, recordingName: "my-recording-name" }] } },
  },
  getCallRecording: {
    document: `{ recording(callId: "${CALL}", recordingId: "${RECORDING}") { status duration } }`,
    data: { recording: { status: "COMPLETE", duration: text } },
  },
  updateCallRecordingState: {
    given: async () => ({ callId: await liveCall(`<StartRecording/>${PAUSE}`) }),
    document:
      "mutation ($callId: ID!) { updateCallRecordingState(input: { callId: $callId, state: PAUSED }) { call { state } } }",
    data: { updateCallRecordingState: { call: { state: "ANSWERED" } } },
  },
  deleteRecording: {
    given: () => ownRecording(),
    document:
      "mutation ($callId: ID!, $recordingId: ID!) { deleteRecording(input: { callId: $callId, recordingId: $recordingId }) { call { recordings { recordingId } } } }",
    data: { deleteRecording: { call: { recordings: [] } } },
  },
  downloadCallRecording: {
    document: `{ recording(callId: "${CALL}", recordingId: "${RECORDING}") { mediaUrl } }`,
    data: { recording: { mediaUrl: text } },
    url: {
      in: z
        .object({ recording: z.object({ mediaUrl: z.string() }) })
        .transform(({ recording }) => recording.mediaUrl),
      gives: "RIFF",
    },
  },
  deleteRecordingMedia: {
    given: () => ownRecording(),
    document:
      "mutation ($callId: ID!, $recordingId: ID!) { deleteRecordingMedia(input: { callId: $callId, recordingId: $recordingId }) { recording { status } } }",
    data: { deleteRecordingMedia: { recording: { status: "DELETED" } } },
  },
  getCallTranscription: {
    given: () => ownTranscription(),
    document:
      "query ($callId: ID!, $recordingId: ID!) { recording(callId: $callId, recordingId: $recordingId) { transcription { status transcripts { text } } } }",
    data: {
      recording: {
        transcription: {
          status: "AVAILABLE",
          transcripts: expect.arrayContaining([{ text: "Your parcel comes tomorrow" }]),
        },
      },
    },
  },
  transcribeCallRecording: {
    given: () => ownRecording(),
    document:
      "mutation ($callId: ID!, $recordingId: ID!) { transcribeCallRecording(input: { callId: $callId, recordingId: $recordingId }) { recording { transcription { status } } } }",
    data: { transcribeCallRecording: { recording: { transcription: { status: "PROCESSING" } } } },
  },
  deleteCallTranscription: {
    given: () => ownTranscription(),
    document:
      "mutation ($callId: ID!, $recordingId: ID!) { deleteCallTranscription(input: { callId: $callId, recordingId: $recordingId }) { recording { transcription { status } } } }",
    data: { deleteCallTranscription: { recording: { transcription: null } } },
  },
  listRealTimeTranscriptions: {
    document: `{ call(callId: "${CALL}") { realTimeTranscriptions { transcriptionName } } }`,
    data: { call: { realTimeTranscriptions: [{ transcriptionName: "live_transcription" }] } },
  },
  getRealTimeTranscription: {
    document: `{ call(callId: "${CALL}") { realTimeTranscriptions { tracks { track transcript } } } }`,
    data: {
      call: {
        realTimeTranscriptions: [
          { tracks: expect.arrayContaining([{ track: "INBOUND", transcript: expect.stringMatching(/\w/) }]) },
        ],
      },
    },
  },
  deleteRealTimeTranscription: {
    document: `mutation { deleteRealTimeTranscription(input: { callId: "${CALL}", transcriptionId: "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b" }) { call { realTimeTranscriptions { transcriptionId } } } }`,
    data: { deleteRealTimeTranscription: { call: { realTimeTranscriptions: [] } } },
  },
  listMessages: {
    document: `{ messages(filter: { sourceTn: "${OWN_NUMBER}" }) { edges { node { messageId status } } } }`,
    data: {
      messages: {
        edges: expect.arrayContaining([
          { node: { messageId: "1661365814859loidf7mcwd4qacn7", status: "FAILED" } },
        ]),
      },
    },
  },
  createMessage: {
    document: `mutation { createMessage(input: { to: ["${FAR_NUMBER}"], from: "${OWN_NUMBER}", text: "Hello" }) { message { messageId text } } }`,
    data: { createMessage: { message: { messageId: text, text: "Hello" } } },
  },
  listMedia: {
    given: () => ownMedia("listed.txt"),
    document: "{ mediaFiles { edges { node { mediaId contentLength } } } }",
    data: {
      mediaFiles: { edges: expect.arrayContaining([{ node: { mediaId: "listed.txt", contentLength: 5 } }]) },
    },
  },
  getMedia: {
    given: () => ownMedia("read.txt"),
    document: "query ($mediaId: ID!) { mediaFile(mediaId: $mediaId) { url } }",
    data: { mediaFile: { url: text } },
    url: {
      in: z.object({ mediaFile: z.object({ url: z.string() }) }).transform(({ mediaFile }) => mediaFile.url),
      gives: "hello",
    },
  },
  uploadMedia: {
    given: async () => ({ input: { mediaId: "uploaded.txt", file: null } }),
    document:
      "mutation ($input: UploadMediaInput!) { uploadMedia(input: $input) { mediaFile { mediaId contentLength } } }",
    file: new Blob(["hello"], { type: "text/plain" }),
    data: { uploadMedia: { mediaFile: { mediaId: "uploaded.txt", contentLength: 5 } } },
  },
  deleteMedia: {
    given: () => ownMedia("deleted.txt"),
    document: "mutation ($mediaId: ID!) { deleteMedia(input: { mediaId: $mediaId }) { mediaId } }",
    data: { deleteMedia: { mediaId: "deleted.txt" } },
  },
  getStatistics: {
    document: "{ statistics { currentCallQueueSize maxCallQueueSize } }",
    data: { statistics: { currentCallQueueSize: expect.any(Number), maxCallQueueSize: 1500 } },
  },
  generateVoiceCode: {
    document: `mutation { generateVoiceCode(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", applicationId: "${VOICE_APPLICATION}", message: "{CODE}", digits: 6 }) { call { callId } } }`,
    data: { generateVoiceCode: { call: { callId: expect.stringMatching(/^c-/) } } },
  },
  generateMessagingCode: {
    document: `mutation { generateMessagingCode(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", applicationId: "${MESSAGING_APPLICATION}", message: "{CODE}", digits: 6 }) { messageId } }`,
    data: { generateMessagingCode: { messageId: text } },
  },
  verifyCode: {
    given: () => sentCode(),
    document: `mutation ($code: String!) { verifyCode(input: { to: "${FAR_NUMBER}", code: $code, expirationTimeInMinutes: 3 }) { valid } }`,
    data: { verifyCode: { valid: true } },
  },
  createSyncLookup: {
    document: `{ lookupPhoneNumbers(phoneNumbers: ["${FAR_NUMBER}"]) { phoneNumber countryCodeA3 } }`,
    data: { lookupPhoneNumbers: [{ phoneNumber: FAR_NUMBER, countryCodeA3: "USA" }] },
  },
  createAsyncBulkLookup: {
    document: `mutation { createLookup(input: { phoneNumbers: ["${FAR_NUMBER}"] }) { lookup { status } } }`,
    data: { createLookup: { lookup: { status: "IN_PROGRESS" } } },
  },
  getAsyncBulkLookup: {
    given: () => finishedLookup(stack),
    document: "query ($requestId: ID!) { lookup(requestId: $requestId) { status results { phoneNumber } } }",
    data: { lookup: { status: "COMPLETE", results: [{ phoneNumber: FAR_NUMBER }] } },
  },
  createLookup: {
    document: `mutation { createLookup(input: { phoneNumbers: ["${FAR_NUMBER}"] }) { lookup { status } } }`,
    data: { createLookup: { lookup: { status: "IN_PROGRESS" } } },
  },
  getLookupStatus: {
    given: () => finishedLookup(tnlookupGateway),
    document:
      "query ($requestId: ID!) { lookup(requestId: $requestId) { status results { phoneNumber formatted } } }",
    data: {
      lookup: { status: "COMPLETE", results: [{ phoneNumber: FAR_NUMBER, formatted: "(919) 555-1234" }] },
    },
  },
};

let stack: Stack;
let tnlookupGateway: RunningGateway;
beforeAll(async () => {
  stack = await startStack();
  tnlookupGateway = await startGateway({
    upstreamUrl: stack.sandboxUrl,
    environment: { LOOKUP_API: "tnlookup", BW_LOOKUP_URL: `${stack.sandboxUrl}/api/v1` },
  });
});
afterAll(async () => {
  await tnlookupGateway.stop();
  await stack.stop();
});

/** A call that was answered and performs the verbs. */
async function liveCall(verbs: string): Promise<string> {
  const { createCall } = await query(
    stack.url,
    "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
    { input: { to: FAR_NUMBER, from: OWN_NUMBER, onAnswer: { xml: document(verbs) } } },
  );
  await stack.sandbox.advance(20);
  return (createCall as { call: { callId: string } }).call.callId;
}

/** A conference with one call in it. */
async function liveConference(name: string) {
  const callId = await liveCall(`<Conference>${name}</Conference>`);
  const { conferences } = await query(
    stack.url,
    `{ conferences(filter: { name: "${name}" }) { edges { node { conferenceId } } } }`,
  );
  const [edge] = (conferences as { edges: { node: { conferenceId: string } }[] }).edges;
  return { callId, conferenceId: edge?.node.conferenceId };
}

/** A finished recording. */
async function ownRecording() {
  const callId = await liveCall(`<StartRecording/>${SPEAK}<StopRecording/>`);
  const { call } = await query(stack.url, `{ call(callId: "${callId}") { recordings { recordingId } } }`);
  const [recording] = (call as { recordings: { recordingId: string }[] }).recordings;
  return { callId, recordingId: recording?.recordingId };
}

/** A recording with its transcription. */
async function ownTranscription() {
  const key = await ownRecording();
  await query(
    stack.url,
    "mutation ($input: TranscribeCallRecordingInput!) { transcribeCallRecording(input: $input) { recording { recordingId } } }",
    { input: key },
  );
  await stack.sandbox.advance(10);
  return key;
}

/** A media file of five bytes. */
async function ownMedia(mediaId: string) {
  await fetch(`${stack.sandboxUrl}/api/v2/users/9900000/media/${mediaId}`, {
    method: "PUT",
    headers: { authorization: `Basic ${btoa("sandbox:sandbox")}`, "content-type": "text/plain" },
    body: "hello",
  });
  return { mediaId };
}

/** The code that was sent last. */
async function sentCode() {
  await query(
    stack.url,
    `mutation { generateMessagingCode(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", message: "{CODE}", digits: 6 }) { messageId } }`,
  );
  const codes = (await (await fetch(`${stack.sandboxUrl}/_sandbox/codes`)).json()) as { code: string }[];
  return { code: codes.at(-1)?.code };
}

/** A lookup that is done. */
async function finishedLookup({ url }: { url: string }) {
  const { createLookup } = await query(
    url,
    `mutation { createLookup(input: { phoneNumbers: ["${FAR_NUMBER}"] }) { lookup { requestId } } }`,
  );
  await stack.sandbox.advance(10);
  return { requestId: (createLookup as { lookup: { requestId: string } }).lookup.requestId };
}

/** Sends an operation with a file. */
async function upload(url: string, document: string, variables: unknown, file: Blob): Promise<Result> {
  const form = new FormData();
  form.set("operations", JSON.stringify({ query: document, variables }));
  form.set("map", '{ "0": ["variables.input.file"] }');
  form.set("0", file);
  const headers = { authorization: `Bearer ${API_KEY}` };
  const response = await fetch(`${url}/graphql`, { method: "POST", body: form, headers });
  return Result.parse(await response.json());
}

type Row = { operationId: string; since: string | undefined; lookupApi: string | undefined; field: string };

const ROW = /^\| (\w+)(?: \((?:now (\w+)|`LOOKUP_API=(\w+)`)\))? \| `(\w+\.\w+)` \|$/;

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const section = read("README.md").split("### Bandwidth's operations\n")[1]?.split("\n### ")[0] ?? "";
const rows = section
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| operationId "))
  .map((line): Row => {
    const [, operationId, since, lookupApi, field] = ROW.exec(line) ?? [];
    if (!operationId || !field)
      throw new Error(`The README's table of operations has a row of another form: ${line}`);
    return { operationId, since, lookupApi, field };
  });
test("the README's table of operations has each of Bandwidth's operations once, by its names", () => {
  expect(rows.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(OPERATIONS).sort());
  expect(
    Object.fromEntries(rows.flatMap(({ operationId, since }) => (since ? [[operationId, since]] : []))),
  ).toEqual(RENAMED);
});

test("each row of the table is run here, and nothing else is", () => {
  expect(Object.keys(RUNS).sort()).toEqual(rows.map(({ operationId }) => operationId).sort());
});

const schema = buildSchema(read("schema.graphql"));

/** The fields that a document selects, as `Type.field`. */
function fieldsOf(source: string): string[] {
  const fields: string[] = [];
  const types = new TypeInfo(schema);
  visit(
    parse(source),
    visitWithTypeInfo(types, {
      Field: ({ name }) => {
        fields.push(`${types.getParentType()?.name}.${name.value}`);
      },
    }),
  );
  return fields;
}

/** The successful requests of the operation that the sandbox has received. */
async function received(operationId: string): Promise<number> {
  const [method = "", template = ""] = OPERATIONS[operationId]?.split(" ") ?? [];
  const path = new RegExp(`^${template.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  const requests = await stack.sandbox.requests();
  return requests.filter((it) => it.method === method && path.test(it.path) && it.status < 300).length;
}

// What deletes comes last: the sandbox has one transcription of a live call.
const inOrder = rows.toSorted(
  (a, b) => Number(a.operationId.startsWith("delete")) - Number(b.operationId.startsWith("delete")),
);

test.for(inOrder)("$field serves $operationId", async ({ operationId, lookupApi, field }) => {
  const run = RUNS[operationId];
  if (!run) throw new Error(`There is no document for the README's row ${operationId}`);
  expect(fieldsOf(run.document)).toContain(field);
  const { url } = lookupApi === "tnlookup" ? tnlookupGateway : stack;

  const variables = await run.given?.();
  const before = await received(operationId);
  const { data, errors } = run.file
    ? await upload(url, run.document, variables, run.file)
    : await post(url, run.document, variables);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject(run.data);
  if (run.url) {
    // Nobody's key: the URL alone is enough, as in a browser.
    const response = await fetch(run.url.in.parse(data));
    expect(response.status).toBe(200);
    expect((await response.text()).startsWith(run.url.gives)).toBe(true);
  }
  // The sandbox writes a stream down when it has ended, of which the client may have the last byte already.
  await expect.poll(() => received(operationId), { timeout: 10_000 }).toBe(before + 1);
});
