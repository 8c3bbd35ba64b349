import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { query, subscribeWebSocket } from "./support/client.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, type Stack, startStack, voiceEvent } from "./support/stack.ts";

let stack: Stack;
let seen = 0;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());
beforeEach(async () => {
  seen = (await stack.sandbox.requests()).length;
});

/** The paths that were asked upstream since the test began. */
const asked = async () =>
  (await stack.sandbox.requests())
    .slice(seen)
    .map(({ method, path }) => `${method} ${path.replace("/api/v2/accounts/9900000", "")}`);

const RECORD = '<StartRecording/><Pause duration="1"/><StopRecording/>';

/** Places calls that perform the verbs when they are answered. */
async function placeCalls(count: number, verbs = ""): Promise<string[]> {
  const xml = JSON.stringify(`<Response>${verbs}</Response>`);
  const fields = Array.from(
    { length: count },
    (_, i) =>
      `c${i}: createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", onAnswer: { xml: ${xml} } }) { call { callId } }`,
  );
  const data = await query(stack.url, `mutation { ${fields.join("\n")} }`);
  return Object.values(data).map((payload) => (payload as { call: { callId: string } }).call.callId);
}

const LISTED = "{ calls(first: 1000) { edges { node { callId recordings { recordingId startTime } } } } }";
const Listed = z.object({
  calls: z.object({
    edges: z.array(z.object({ node: z.object({ callId: z.string(), recordings: z.array(z.unknown()) }) })),
  }),
});

/** The same as `LISTED` gave, asked for by one operation per call. */
async function recordingsByCall(listed: unknown) {
  const edges = Listed.parse(listed).calls.edges.map(async ({ node: { callId } }) => ({
    node: (
      await query(stack.url, `{ call(callId: "${callId}") { callId recordings { recordingId startTime } } }`)
    )["call"],
  }));
  return { calls: { edges: await Promise.all(edges) } };
}

test("50 aliases over 5 calls make 5 upstream requests", async () => {
  const ids = await placeCalls(5);
  seen = (await stack.sandbox.requests()).length;
  const aliases = Array.from(
    { length: 50 },
    (_, i) => `a${i}: call(callId: "${ids[i % 5]}") { callId state to }`,
  );
  const data = await query(stack.url, `{ ${aliases.join("\n")} }`);
  expect(Object.keys(data)).toHaveLength(50);
  expect(data["a7"]).toEqual({ callId: ids[2], state: "QUEUED", to: FAR_NUMBER });
  expect((await asked()).sort()).toEqual(ids.map((id) => `GET /calls/${id}`).sort());
});

test("a list of calls makes 1 upstream request, and calls it holds are not asked again", async () => {
  const [id = ""] = await placeCalls(3);
  seen = (await stack.sandbox.requests()).length;
  await query(stack.url, "{ calls(first: 50) { edges { node { callId state } } } }");
  expect(await asked()).toEqual(["GET /calls"]);
  seen += 1;
  // There are two such calls; each one's `call` is then at hand.
  await query(
    stack.url,
    `{ calls(first: 50, filter: { disconnectCause: "hangup" }) { edges { node { recordings { recordingId call { state } } } } } }`,
  );
  expect((await asked()).filter((path) => /calls\/[^/]+$/.test(path))).toEqual([]);
  expect(id).not.toBe("");
});

test("a page of 50 calls with their recordings makes 2 upstream requests, and what it says is what each call says", async () => {
  await placeCalls(50, RECORD);
  await stack.sandbox.advance(120);
  seen = (await stack.sandbox.requests()).length;
  const listed = await query(stack.url, LISTED);
  expect(await asked()).toEqual(["GET /calls", "GET /recordings"]);
  const { calls } = Listed.parse(listed);
  expect(calls.edges.filter(({ node }) => node.recordings.length > 0).length).toBeGreaterThanOrEqual(50);
  expect(await recordingsByCall(listed)).toEqual(listed);
});

test("with more than 1000 recordings in the time of the calls, each call's are listed, and none is missing", async () => {
  await placeCalls(8, RECORD.repeat(130));
  await stack.sandbox.advance(600);
  seen = (await stack.sandbox.requests()).length;
  const listed = await query(stack.url, LISTED);
  const made = await asked();
  expect(made.slice(0, 2)).toEqual(["GET /calls", "GET /recordings"]);
  const { calls } = Listed.parse(listed);
  expect(made.slice(2).sort()).toEqual(
    calls.edges.map(({ node }) => `GET /calls/${node.callId}/recordings`).sort(),
  );
  expect(calls.edges.flatMap(({ node }) => node.recordings).length).toBeGreaterThan(1000);
  expect(await recordingsByCall(listed)).toEqual(listed);
});

test("the recordings of a call prime the loader of its recordings", async () => {
  const callId = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
  const data = await query(
    stack.url,
    `{ call(callId: "${callId}") { recordings { recordingId duration callId } } }`,
  );
  expect(data).toMatchObject({
    call: { recordings: [{ callId, duration: expect.stringMatching(/^PT[\d.]+S$/) }] },
  });
  expect(await asked()).toEqual([`GET /calls/${callId}`, `GET /calls/${callId}/recordings`].sort());
});

test("an event's call costs nothing for its id, and 1 request for all else", async () => {
  const [id = ""] = await placeCalls(1);
  await deliver(stack.url, "voice/answer", voiceEvent("answer", { callId: id }));
  seen = (await stack.sandbox.requests()).length;
  const events = (fields: string) =>
    query(
      stack.url,
      `{ events(filter: { callId: "${id}" }) { edges { node { ... on AnswerEvent { call { ${fields} } } } } } }`,
    );
  expect(await events("callId id api")).toMatchObject({
    events: { edges: [{ node: { call: { callId: id, api: "V2" } } }] },
  });
  expect(await asked()).toEqual([]);
  expect(await events("state to from")).toMatchObject({
    events: { edges: [{ node: { call: { state: "ANSWERED", to: FAR_NUMBER } } }] },
  });
  expect(await asked()).toEqual([`GET /calls/${id}`]);
});

test("a call that was just placed is described without asking for it", async () => {
  const data = await query(
    stack.url,
    `mutation { createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", tag: "t" }) { call { callId state to from direction applicationId enqueuedTime answerTime } } }`,
  );
  expect(data).toMatchObject({
    createCall: {
      call: { state: "QUEUED", to: FAR_NUMBER, from: OWN_NUMBER, direction: "OUTBOUND", answerTime: null },
    },
  });
  expect(await asked()).toEqual(["POST /calls"]);
});

test("an id that no URL path can carry is not found, without asking", async () => {
  expect(await query(stack.url, '{ a: call(callId: "..") { state } b: call(callId: "") { state } }')).toEqual(
    { a: null, b: null },
  );
  // Half of a surrogate pair has no UTF-8.
  const found = await query(
    stack.url,
    `query ($id: ID!) {
      call(callId: $id) { state }
      conference(conferenceId: $id) { name }
      recording(callId: $id, recordingId: $id) { status }
      lookup(requestId: $id) { status }
    }`,
    { id: "\ud800" },
  );
  expect(found).toEqual({ call: null, conference: null, recording: null, lookup: null });
  expect(await asked()).toEqual([]);
});

test("a subscription reads anew for each event, and once for all fields of one event", async () => {
  const [id = ""] = await placeCalls(1);
  const reader = await subscribeWebSocket(
    stack.url,
    `subscription { callEvents(callId: "${id}") { ... on CallEvent { call { state to } again: call { from } } } }`,
  );
  seen = (await stack.sandbox.requests()).length;
  for (const digit of ["1", "2"]) {
    await deliver(stack.url, "voice/x", voiceEvent("dtmf", { callId: id, digit }));
    expect(await reader.next()).toMatchObject({ call: { state: "INITIATED" }, again: { from: OWN_NUMBER } });
  }
  expect(await asked()).toEqual([`GET /calls/${id}`, `GET /calls/${id}`]);
  await reader.close();
});
