import { expect, test } from "vitest";
import { query, subscribeSse, subscribeWebSocket, webSocketClient } from "../support/client.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, startGateway, startStack, voiceEvent } from "../support/stack.ts";
import { startUpstream } from "../support/upstream.ts";

const STATE = 'subscription { call(callId: "c-1") { state } }';
const failing = { status: 500, body: { type: "internal-error", description: "x" } };
const rest = (state: string) => ({ body: { callId: "c-1", state } });

test("a change that no event tells is told within seconds, once, and an ended call is not asked for any more", async () => {
  const upstream = await startUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url });
  await deliver(gateway.url, "voice/x", voiceEvent("initiate", { callId: "c-1", direction: "inbound" }));
  upstream.answer("GET /calls/c-1", rest("initiated"));
  const readers = [await subscribeWebSocket(gateway.url, STATE), await subscribeSse(gateway.url, STATE)];
  for (const reader of readers) expect(await reader.next()).toEqual({ state: "INITIATED" });
  upstream.answer("GET /calls/c-1", rest("answered"));
  for (const reader of readers) expect(await reader.next()).toEqual({ state: "ANSWERED" });
  // One for each state, however many watch it.
  expect(upstream.requests("GET /calls/c-1").length).toBeLessThanOrEqual(4);
  await deliver(gateway.url, "voice/x", voiceEvent("disconnect", { callId: "c-1" }));
  for (const reader of readers) expect(await reader.next()).toEqual({ state: "DISCONNECTED" });
  await Promise.all(readers.map((reader) => reader.close()));
  await gateway.stop();
  await upstream.stop();
});

test("a state that could not be read is told as soon as it can be, and one that was read stays when it cannot", async () => {
  const upstream = await startUpstream();
  const gateway = await startGateway({ upstreamUrl: upstream.url });
  upstream.answer("GET /calls/c-1", failing);
  const client = webSocketClient(gateway.url);
  const results = client.iterate({ query: STATE });
  const next = async () => (await results.next()).value;
  expect(await next()).toMatchObject({ data: { call: null }, errors: [{ path: ["call"] }] });
  upstream.answer("GET /calls/c-1", rest("initiated"));
  expect(await next()).toEqual({ data: { call: { state: "INITIATED" } } });
  const asked = upstream.requests("GET /calls/c-1").length;
  upstream.answer("GET /calls/c-1", failing);
  await upstream.arrived("GET /calls/c-1", asked + 1);
  upstream.answer("GET /calls/c-1", rest("answered"));
  // Has it read at once.
  await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { callId: "c-1" }));
  expect(await next()).toEqual({ data: { call: { state: "ANSWERED" } } });
  await client.dispose();
  await gateway.stop();
  await upstream.stop();
});

test("who watches a conference is told at once that a member was muted through the gateway", async () => {
  const stack = await startStack();
  const bxml =
    "<Response><Conference conferenceEventUrl='/callbacks/voice/conference'>team</Conference></Response>";
  const placed = await query(
    stack.url,
    "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
    { input: { to: FAR_NUMBER, from: OWN_NUMBER, onAnswer: { xml: bxml } } },
  );
  const { callId } = (placed["createCall"] as { call: { callId: string } }).call;
  await stack.sandbox.advance(20);
  const listed = await query(
    stack.url,
    "{ events(filter: { types: [CONFERENCE_MEMBER_JOIN] }) { edges { node { ... on ConferenceMemberJoinEvent { conferenceId } } } } }",
  );
  const [joined] = (listed["events"] as { edges: { node: { conferenceId: string } }[] }).edges;
  const conferenceId = joined?.node.conferenceId;
  const members = await subscribeWebSocket(
    stack.url,
    "subscription ($conferenceId: ID!) { conference(conferenceId: $conferenceId) { activeMembers { callId mute } } }",
    { conferenceId },
  );
  expect(await members.next()).toEqual({ activeMembers: [{ callId, mute: false }] });
  await query(
    stack.url,
    "mutation ($input: UpdateConferenceMemberInput!) { updateConferenceMember(input: $input) { conferenceMember { mute } } }",
    { input: { conferenceId, callId, mute: true } },
  );
  expect(await members.next()).toEqual({ activeMembers: [{ callId, mute: true }] });
  await members.close();
  await stack.stop();
});
