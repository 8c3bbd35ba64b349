import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { post, query, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { deliver, type RunningGateway, startGateway, temporaryFolder, voiceEvent } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
const folder = temporaryFolder();
beforeAll(async () => {
  upstream = await startUpstream();
});
beforeEach(async () => {
  gateway = await startGateway({ upstreamUrl: upstream.url, dataDir: folder.path });
});
afterEach(async () => {
  await gateway.stop();
  folder.remove();
});
afterAll(() => upstream.stop());

const FIELDS = "id cursor rawType time source replayed payload ... on CallEvent { callId }";
type Event = { id: string; cursor: string; rawType: string; replayed: boolean };
const EVENTS = `subscription ($after: String) { events(after: $after) { ${FIELDS} } }`;
const log = async () =>
  (
    (await query(gateway.url, `{ events { edges { node { ${FIELDS} } } } }`)) as {
      events: { edges: { node: Event }[] };
    }
  ).events.edges.map(({ node }) => node);
const replay = async (eventId: string) =>
  (
    (await query(
      gateway.url,
      `mutation ($id: ID!) { replayEvent(input: { eventId: $id }) { event { ${FIELDS} } } }`,
      { id: eventId },
    )) as { replayEvent: { event: Event } }
  ).replayEvent.event;

const answer = voiceEvent("answer", { callId: "c-1", answerTime: "2026-11-21T08:59:50.000Z" });
const disconnect = voiceEvent("disconnect", {
  callId: "c-1",
  eventTime: "2026-11-21T09:01:00.000Z",
  endTime: "2026-11-21T09:01:00.000Z",
  cause: "hangup",
});
const both = async () => {
  for (const body of [answer, disconnect]) await deliver(gateway.url, "voice/x", body);
};

test("an event that is sent again reaches live subscribers and those who resume once, in its place and marked", async () => {
  await both();
  const [first, last] = await log();
  const live = await subscribeWebSocket(gateway.url, EVENTS);
  const copy = await replay(first?.id ?? "");
  expect(copy).toEqual({ ...first, id: copy.id, cursor: copy.cursor, replayed: true });
  expect(copy.id).not.toBe(first?.id);
  await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { callId: "c-1", digit: "1" }));
  const resumed = await subscribeSse(gateway.url, EVENTS, { after: last?.cursor });
  for (const reader of [live, resumed]) {
    expect(await reader.next()).toEqual(copy);
    expect(await reader.next()).toMatchObject({ rawType: "dtmf", replayed: false });
    await reader.close();
  }
});

test("each time gives another copy of the original, also of a copy", async () => {
  await both();
  const [original] = await log();
  const copy = await replay(original?.id ?? "");
  const again = await replay(copy.id);
  expect(new Set([original?.id, copy.id, again.id]).size).toBe(3);
  expect(again).toMatchObject({ rawType: "answer", replayed: true });
});

test("nothing changes by it: the call stands where it stood, and the same callback is still the same event", async () => {
  await both();
  const [answered, ended] = await log();
  const state = `{ call(callId: "c-1") { state answerTime endTime } }`;
  const before = await query(gateway.url, state);
  expect(before).toMatchObject({ call: { state: "DISCONNECTED" } });
  await replay(answered?.id ?? "");
  await replay(ended?.id ?? "");
  expect(await query(gateway.url, state)).toEqual(before);
  await both();
  expect((await log()).map(({ rawType, replayed }) => [rawType, replayed])).toEqual([
    ["answer", false],
    ["disconnect", false],
    ["answer", true],
    ["disconnect", true],
  ]);
});

test("who left a conference is not in it again because the joining is sent again, also where Bandwidth told no times", async () => {
  const member = (eventType: string) =>
    voiceEvent(eventType, { conferenceId: "conf-1", callId: "c-1", eventTime: undefined });
  for (const eventType of ["conferenceMemberJoin", "conferenceMemberExit"])
    await deliver(gateway.url, "voice/x", member(eventType));
  await replay((await log())[0]?.id ?? "");
  upstream.answer("GET /conferences/conf-1", { status: 404 });
  expect(
    await query(gateway.url, `{ conference(conferenceId: "conf-1") { activeMembers { callId } } }`),
  ).toEqual({ conference: { activeMembers: [] } });
});

test("a copy is still one after a restart", async () => {
  await both();
  const [first] = await log();
  await replay(first?.id ?? "");
  await gateway.stop();
  gateway = await startGateway({ upstreamUrl: upstream.url, dataDir: folder.path });
  expect((await log()).map(({ replayed }) => replayed)).toEqual([false, false, true]);
});

test("an event that the log does not have is NOT_FOUND", async () => {
  const { data, errors } = await post(
    gateway.url,
    'mutation { replayEvent(input: { eventId: "x" }) { event { id } } }',
  );
  expect(data).toEqual({ replayEvent: null });
  expect(errors).toMatchObject([{ message: "The log has no event x", extensions: { code: "NOT_FOUND" } }]);
});
