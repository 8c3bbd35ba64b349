import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { query, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { FAR_NUMBER, OWN_NUMBER, type Stack, startStack } from "../support/stack.ts";
import { sendForm, uploadForm } from "../support/upload.ts";

// The sandbox is seeded with these.
const CALL = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const RECORDING = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const MESSAGE = "1589228074636lm4k2je7j7jklbn2";

let stack: Stack;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());

test("each entity is found by Bandwidth's ids, and by its global id through node", async () => {
  const found = await query(
    stack.url,
    `{ call(callId: "${CALL}") { id api callId }
       recording(callId: "${CALL}", recordingId: "${RECORDING}") { id api recordingId callId call { callId } status fileFormat }
       message(messageId: "${MESSAGE}") { id api messageId direction status type } }`,
  );
  expect(found).toMatchObject({
    call: { api: "V2", callId: CALL },
    recording: {
      api: "V2",
      recordingId: RECORDING,
      callId: CALL,
      call: { callId: CALL },
      status: "COMPLETE",
      fileFormat: "WAV",
    },
    message: { api: "V2", messageId: MESSAGE },
  });
  for (const [field, type] of [
    ["call", "Call"],
    ["recording", "CallRecording"],
    ["message", "Message"],
  ] as const) {
    const { id } = found[field] as { id: string };
    expect(await query(stack.url, "query ($id: ID!) { node(id: $id) { __typename id } }", { id })).toEqual({
      node: { __typename: type, id },
    });
  }
});

test("an entity is found by its global id as it was given, and by no other spelling of it", async () => {
  const { call } = await query(stack.url, `{ call(callId: "${CALL}") { id } }`);
  const { id } = z.object({ id: z.string() }).parse(call);
  const text = Buffer.from(id, "base64url").toString();
  const encode = (other: string) => Buffer.from(other).toString("base64url");
  for (const other of [
    `${id}=`,
    `${id} `,
    encode(`${text}/x`),
    encode(`${text}/`),
    encode("Call"),
    encode(text.replace("/c-", "/%63-")),
    encode(text.replace("/c-", "/%")),
    encode("toString/x"),
  ]) {
    const { node } = await query(stack.url, "query ($id: ID!) { node(id: $id) { id } }", { id: other });
    expect(node, other).toBeNull();
  }
});

test("a fragment on any recording has its id", async () => {
  const { recordings } = await query(
    stack.url,
    `fragment AnyRecording on Recording { id recordingId }
     query { recordings { recordings { ...AnyRecording } } }`,
  );
  expect(recordings).toMatchObject({
    recordings: expect.arrayContaining([{ id: expect.any(String), recordingId: RECORDING }]),
  });
});

test("a read of what does not exist is null, not an error", async () => {
  const data = await query(
    stack.url,
    `{ call(callId: "c-none") { callId } recording(callId: "${CALL}", recordingId: "r-none") { recordingId }
       message(messageId: "none") { messageId } node(id: "bm9uZQ") { id } other: node(id: "Q2FsbC9jLW5vbmU") { id } }`,
  );
  expect(data).toEqual({ call: null, recording: null, message: null, node: null, other: null });
});

test("statistics tell the account's queue", async () => {
  expect(await query(stack.url, "{ statistics { currentCallQueueSize maxCallQueueSize } }")).toEqual({
    statistics: { currentCallQueueSize: expect.any(Number), maxCallQueueSize: 1500 },
  });
});

test("a message that is sent is told as delivered, and is in the list with its state", async () => {
  const reader = await subscribeSse(
    stack.url,
    "subscription { messageEvents { type ... on MessageEvent { messageId to message { messageId tag } } } }",
  );
  const sent = await query(
    stack.url,
    `mutation { createMessage(input: { to: ["${FAR_NUMBER}"], from: "${OWN_NUMBER}", text: "Hello", tag: "t" }) { message { messageId text direction to segmentCount } } }`,
  );
  const { messageId } = (sent["createMessage"] as { message: { messageId: string } }).message;
  expect(sent).toMatchObject({
    createMessage: { message: { text: "Hello", direction: "OUTBOUND", to: [FAR_NUMBER], segmentCount: 1 } },
  });
  await stack.sandbox.advance(60);
  expect(await reader.next()).toMatchObject({
    type: "MESSAGE_DELIVERED",
    messageId,
    to: FAR_NUMBER,
    message: { messageId, tag: "t" },
  });
  await reader.close();
  const listed = await query(
    stack.url,
    `{ messages(filter: { messageId: "${messageId}" }) { totalCount edges { node { messageId status direction events { edges { node { type } } } } } } }`,
  );
  expect(listed).toMatchObject({
    messages: {
      totalCount: 1,
      edges: [
        {
          node: {
            messageId,
            status: "DELIVERED",
            direction: "OUTBOUND",
            events: { edges: [{ node: { type: "MESSAGE_DELIVERED" } }] },
          },
        },
      ],
    },
  });
});

test("an inbound message and an inbound call reach subscribers", async () => {
  const reader = await subscribeWebSocket(
    stack.url,
    `subscription { events(filter: { number: "+15552223333" }) { type ... on MessageReceivedEvent { message { text } } ... on CallEvent { direction from to } } }`,
  );
  await stack.sandbox.post("inbound-messages", { from: "+15552223333", text: "Hi" });
  await stack.sandbox.advance(5);
  expect(await reader.next()).toEqual({ type: "MESSAGE_RECEIVED", message: { text: "Hi" } });
  await stack.sandbox.post("inbound-calls", { from: "+15552223333" });
  await stack.sandbox.advance(5);
  expect(await reader.next()).toEqual({
    type: "INITIATE",
    direction: "INBOUND",
    from: "+15552223333",
    to: OWN_NUMBER,
  });
  // Nobody said what to do with it: it is ended, and that is told too.
  expect(await reader.next()).toMatchObject({ type: "DISCONNECT", direction: "INBOUND" });
  await reader.close();
});

test("a call is ended by updateCall, and one that has ended gives CONFLICT", async () => {
  const placed = await query(
    stack.url,
    `mutation { createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", onAnswer: { xml: "<Response><Pause duration=\\"600\\"/></Response>" } }) { call { callId } } }`,
  );
  const { callId } = (placed["createCall"] as { call: { callId: string } }).call;
  await stack.sandbox.advance(10);
  const COMPLETE = `mutation { updateCall(input: { callId: "${callId}", state: COMPLETED }) { call { callId state disconnectCause } } }`;
  expect(await query(stack.url, COMPLETE)).toEqual({
    updateCall: { call: { callId, state: "DISCONNECTED", disconnectCause: "HANGUP" } },
  });
  await expect(query(stack.url, COMPLETE)).rejects.toThrow('"code":"CONFLICT"');
});

test("a node that was deleted is named by its global id", async () => {
  await sendForm(stack.url, uploadForm({ mediaId: "old/menu.txt" }, new Blob(["soup"])));
  const found = await query(
    stack.url,
    `{ file: mediaFile(mediaId: "old/menu.txt") { id }
       call(callId: "${CALL}") { transcriptions: realTimeTranscriptions { id transcriptionId } }
       recording(callId: "${CALL}", recordingId: "${RECORDING}") { id } }`,
  );
  const { file, call, recording } = z
    .object({
      file: z.object({ id: z.string() }),
      call: z.object({ transcriptions: z.array(z.object({ id: z.string(), transcriptionId: z.string() })) }),
      recording: z.object({ id: z.string() }),
    })
    .parse(found);
  const [transcription] = call.transcriptions;
  const deleted = await query(
    stack.url,
    `mutation {
       file: deleteMedia(input: { mediaId: "old/menu.txt" }) { deletedId }
       transcription: deleteRealTimeTranscription(
         input: { callId: "${CALL}", transcriptionId: "${transcription?.transcriptionId}" }) { deletedId }
       recording: deleteRecording(input: { callId: "${CALL}", recordingId: "${RECORDING}" }) { deletedId } }`,
  );
  expect(deleted).toEqual({
    file: { deletedId: file.id },
    transcription: { deletedId: transcription?.id },
    recording: { deletedId: recording.id },
  });
});
