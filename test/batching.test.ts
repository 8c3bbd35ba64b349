import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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

async function placeCalls(count: number): Promise<string[]> {
  const fields = Array.from(
    { length: count },
    (_, i) => `c${i}: createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}" }) { call { callId } }`,
  );
  const data = await query(stack.url, `mutation { ${fields.join("\n")} }`);
  return Object.values(data).map((payload) => (payload as { call: { callId: string } }).call.callId);
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
  // `recordings` is asked per call after the list; its `call` is then at hand.
  await query(
    stack.url,
    `{ calls(first: 50, filter: { disconnectCause: "hangup" }) { edges { node { recordings { recordingId call { state } } } } } }`,
  );
  expect((await asked()).filter((path) => /calls\/[^/]+$/.test(path))).toEqual([]);
  expect(id).not.toBe("");
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
    expect(await reader.next()).toMatchObject({ call: { state: "QUEUED" }, again: { from: OWN_NUMBER } });
  }
  expect(await asked()).toEqual([`GET /calls/${id}`, `GET /calls/${id}`]);
  await reader.close();
});
