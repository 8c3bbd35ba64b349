import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { query, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { FAR_NUMBER, OWN_NUMBER, type Stack, startStack } from "../support/stack.ts";

let stack: Stack;
beforeEach(async () => {
  stack = await startStack();
});
afterEach(() => stack.stop());

async function place(bxml: string): Promise<string> {
  const data = await query(
    stack.url,
    "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
    { input: { to: FAR_NUMBER, from: OWN_NUMBER, onAnswer: { xml: bxml } } },
  );
  return (data["createCall"] as { call: { callId: string } }).call.callId;
}

describe.for([
  ["WebSocket", subscribeWebSocket],
  ["SSE", subscribeSse],
] as const)("over %s", ([, subscribe]) => {
  test("call(callId) gives the state of now and then each change, once, also what REST would tell only later", async () => {
    const callId = await place("<Response><Pause duration='600'/></Response>");
    const calls = await subscribe(
      stack.url,
      "subscription ($callId: ID!) { call(callId: $callId) { callId state } }",
      { callId },
    );
    expect(await calls.next()).toEqual({ callId, state: expect.stringMatching(/QUEUED|INITIATED/) });
    await stack.sandbox.advance(20);
    expect(await calls.next()).toEqual({ callId, state: "ANSWERED" });
    await stack.sandbox.advance(700);
    expect(await calls.next()).toEqual({ callId, state: "DISCONNECTED" });
    await calls.close();
  });

  test("conference(conferenceId) gives its members as they come and go", async () => {
    const first = await place(
      "<Response><Conference conferenceEventUrl='/callbacks/voice/conference'>team</Conference></Response>",
    );
    await stack.sandbox.advance(20);
    const listed = await query(
      stack.url,
      '{ conferences(filter: { name: "team" }) { edges { node { conferenceId } } } }',
    );
    const conferenceId = (listed["conferences"] as { edges: { node: { conferenceId: string } }[] }).edges[0]
      ?.node.conferenceId;
    const members = await subscribe(
      stack.url,
      "subscription ($conferenceId: ID!) { conference(conferenceId: $conferenceId) { activeMembers { callId mute } } }",
      { conferenceId },
    );
    expect(await members.next()).toEqual({ activeMembers: [{ callId: first, mute: false }] });
    const second = await place(
      "<Response><Conference conferenceEventUrl='/callbacks/voice/conference'>team</Conference></Response>",
    );
    await stack.sandbox.advance(20);
    const joined = (await members.next()) as { activeMembers: { callId: string }[] };
    expect(joined.activeMembers.map(({ callId }) => callId).sort()).toEqual([first, second].sort());
    await members.close();
  });

  test("what nobody knows is null, until an event tells of it", async () => {
    const calls = await subscribe(stack.url, 'subscription { call(callId: "c-none") { state } }');
    expect(await calls.next()).toBeNull();
    await calls.close();
  });
});
