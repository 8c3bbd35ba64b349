import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startApplication } from "../../examples/ivr/application.ts";
import { AGENT } from "../../examples/ivr/documents.ts";
import { putInstructions } from "../../examples/ivr/gateway.ts";
import { answerCalls, LIVE } from "../../examples/ivr/live.ts";
import { SCRIPT } from "../../examples/ivr/script.ts";
import { API_KEY, query } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { OWN_NUMBER, type Stack, startStack } from "../support/stack.ts";

let port: number;
let stack: Stack;
beforeEach(async () => {
  port = await freePort();
  stack = await startStack({ environment: { FORWARD_HOSTS: `localhost:${port}` } });
});
afterEach(() => stack.stop());

const put = (instructions: object) =>
  putInstructions({ url: stack.url, key: API_KEY }, OWN_NUMBER, instructions);

/** Each puts the IVR in place, and gives how to end what runs for it. */
const WAYS: [string, () => Promise<() => unknown>][] = [
  [
    "SCRIPT",
    async () => {
      await put({ script: SCRIPT });
      return () => undefined;
    },
  ],
  [
    "LIVE",
    async () => {
      await put(LIVE);
      return answerCalls({ url: stack.url, key: API_KEY });
    },
  ],
  [
    "FORWARD",
    async () => {
      const application = await startApplication(port);
      await put({ forward: { url: `http://localhost:${port}/calls` } });
      return () => {
        application.closeAllConnections();
        application.close();
      };
    },
  ],
];

/** Somebody calls, and hears the first words of the menu. */
async function callIn(): Promise<string> {
  const { callId } = (await stack.sandbox.post("inbound-calls", { from: "+15551112222" })) as {
    callId: string;
  };
  await stack.sandbox.advance(1);
  return callId;
}
const act = (callId: string, action: string, body: object = {}) =>
  stack.sandbox.post(`calls/${callId}/${action}`, body);
const advance = (seconds: number) => stack.sandbox.advance(seconds);

/** What happened in the call, and who answered it. */
async function historyOf(callId: string): Promise<string[]> {
  const data = await query(
    stack.url,
    "query ($callId: ID) { events(filter: { callId: $callId }, first: 100) { edges { node { rawType ... on AskingEvent { instructions { source } } } } } }",
    { callId },
  );
  const { edges } = data["events"] as {
    edges: { node: { rawType: string; instructions?: { source: string } | null } }[];
  };
  return edges.map(({ node: { rawType, instructions } }) =>
    instructions ? `${rawType} ${instructions.source}` : rawType,
  );
}

/** The call to the agent. */
async function agentLeg(): Promise<string> {
  const data = await query(
    stack.url,
    "query ($to: String) { calls(filter: { to: $to }) { edges { node { callId } } } }",
    { to: AGENT },
  );
  const { edges } = data["calls"] as { edges: { node: { callId: string } }[] };
  return edges[0]?.node.callId ?? "";
}

describe.each(WAYS)("an IVR that is answered by %s", (source, start) => {
  let end: () => unknown;
  beforeEach(async () => {
    end = await start();
  });
  afterEach(() => end());

  test("who presses 2 leaves a message, which is transcribed", async () => {
    const callId = await callIn();
    await advance(6);
    await act(callId, "digits", { digits: "2" });
    await advance(10);
    await act(callId, "speak", { text: "I would like to order a lamp." });
    await advance(10);
    await act(callId, "digits", { digits: "#" });
    await advance(30);
    expect((await historyOf(callId)).toSorted()).toEqual(
      [
        `initiate ${source}`,
        `gather ${source}`,
        `recordComplete ${source}`,
        "disconnect",
        "recordingAvailable",
        "transcriptionAvailable",
      ].toSorted(),
    );
    const data = await query(
      stack.url,
      "query ($callId: ID!) { call(callId: $callId) { state recordings { transcription { transcripts { text } } } } }",
      { callId },
    );
    expect(data).toMatchObject({ call: { state: "DISCONNECTED", recordings: [{}] } });
    expect(JSON.stringify(data)).toContain("I would like to order a lamp.");
  });

  test("who presses 1 is put through to the agent, and hears goodbye when the agent has gone", async () => {
    const callId = await callIn();
    await advance(6);
    await act(callId, "digits", { digits: "1" });
    await advance(15);
    await act(await agentLeg(), "hangup");
    await advance(15);
    expect(await historyOf(callId)).toEqual([
      `initiate ${source}`,
      `gather ${source}`,
      `transferComplete ${source}`,
      "disconnect",
    ]);
  });

  test("whose agent declines may leave a message", async () => {
    const callId = await callIn();
    await advance(6);
    await act(callId, "digits", { digits: "1" });
    await advance(3);
    await act(await agentLeg(), "hangup");
    await advance(10);
    await act(callId, "digits", { digits: "#" });
    await advance(30);
    expect(await historyOf(callId)).toEqual(
      expect.arrayContaining([`transferComplete ${source}`, `recordComplete ${source}`, "disconnect"]),
    );
  });

  test("who presses nothing hears the menu again, and then goodbye", async () => {
    const callId = await callIn();
    await advance(120);
    expect(await historyOf(callId)).toEqual([`initiate ${source}`, `gather ${source}`, "disconnect"]);
  });
});
