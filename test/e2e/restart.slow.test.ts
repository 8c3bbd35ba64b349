import { afterEach, beforeEach, expect, test } from "vitest";
import { query, type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { runGateway, runSandbox } from "../support/processes.ts";
import { deliver, FAR_NUMBER, OWN_NUMBER, temporaryFolder, voiceEvent } from "../support/stack.ts";

const folder = temporaryFolder();
let port: number;
let gateway: Awaited<ReturnType<typeof runGateway>>;
let sandbox: Awaited<ReturnType<typeof runSandbox>>;
beforeEach(async () => {
  port = await freePort();
  sandbox = await runSandbox({ port: await freePort(), callbackUrl: `http://localhost:${port}` });
  gateway = await startGateway();
});
afterEach(async () => {
  await gateway.end("SIGKILL");
  await sandbox.end("SIGKILL");
  folder.remove();
});
const startGateway = () => runGateway({ port, upstreamUrl: sandbox.url, dataDir: folder.path });

const EVENTS = `subscription ($after: String) {
  events(after: $after) { cursor type ... on CallEvent { callId } ... on RecordingAvailableEvent { recording { recordingId status } } ... on DisconnectEvent { cause } }
}`;
type Event = { cursor: string; type: string; callId: string };
const next = async (reader: Reader) => (await reader.next()) as Event;

const PLACE = `mutation ($xml: String!) {
  createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", onAnswer: { xml: $xml } }) { call { callId } }
}`;
const XML =
  '<Response><StartRecording/><SpeakSentence>Hello there.</SpeakSentence><StopRecording/><Pause duration="30"/></Response>';

test("a call that is placed shows as answer, recordingAvailable, disconnect, over WebSocket and SSE, each event once though the gateway is killed and restarted in the middle", async () => {
  const subscriptions = [subscribeWebSocket, subscribeSse];
  const before = await Promise.all(subscriptions.map((subscribe) => subscribe(gateway.url, EVENTS)));
  const placed = await query(gateway.url, PLACE, { xml: XML });
  const { callId } = (placed["createCall"] as { call: { callId: string } }).call;

  await sandbox.control.advance(5);
  const answers = await Promise.all(before.map(next));
  for (const answer of answers) expect(answer).toMatchObject({ type: "ANSWER", callId });

  const ends = before.map((reader) =>
    reader.next().then(
      () => "ended",
      () => "ended",
    ),
  );
  await gateway.end("SIGKILL");
  expect(await Promise.all(ends)).toEqual(["ended", "ended"]);
  gateway = await startGateway();

  await sandbox.control.advance(10);
  const cursor = answers[0]?.cursor;
  const after = await Promise.all(
    subscriptions.map((subscribe) => subscribe(gateway.url, EVENTS, { after: cursor })),
  );
  await sandbox.control.advance(60);
  for (const reader of after) {
    expect(await next(reader)).toMatchObject({
      type: "RECORDING_AVAILABLE",
      callId,
      recording: { status: "COMPLETE" },
    });
    expect(await next(reader)).toMatchObject({ type: "DISCONNECT", callId, cause: "HANGUP" });
    await reader.close();
  }
  const history = await query(
    gateway.url,
    `{ call(callId: "${callId}") { state events { edges { node { type } } } } }`,
  );
  expect(history).toEqual({
    call: {
      state: "DISCONNECTED",
      events: { edges: ["ANSWER", "RECORDING_AVAILABLE", "DISCONNECT"].map((type) => ({ node: { type } })) },
    },
  });
});

test("the BXML of onAnswer outlives a kill of the gateway between createCall and the answer", async () => {
  await query(gateway.url, PLACE, { xml: '<Response><Pause duration="10"/></Response>' });
  await gateway.end("SIGKILL");
  gateway = await startGateway();
  await sandbox.control.advance(5);
  expect(await sandbox.control.callbacks()).toMatchObject([
    { eventType: "answer", status: 401 },
    { eventType: "answer", status: 200 },
  ]);
  await sandbox.control.advance(6);
  const ended = async () =>
    (await sandbox.control.callbacks()).some(({ eventType }) => eventType === "disconnect");
  expect(await ended()).toBe(false);
  await sandbox.control.advance(6);
  expect(await ended()).toBe(true);
});

test("a callback that was answered 2xx is in the log, though the gateway is killed under load", async () => {
  const answered: string[] = [];
  let sent = 0;
  const worker = async () => {
    while (sent < 5_000) {
      const digit = String(sent++);
      const response = await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit })).catch(
        () => undefined,
      );
      if (!response) return;
      if (response.ok) answered.push(digit);
      if (answered.length === 1_000) void gateway.end("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
  expect(answered.length).toBeGreaterThanOrEqual(1_000);
  expect(answered.length).toBeLessThan(5_000);
  gateway = await startGateway();
  const logged: string[] = [];
  let after: string | null = null;
  for (let more = true; more; ) {
    const data = await query(
      gateway.url,
      "query ($after: String) { events(first: 1000, after: $after) { edges { node { ... on DtmfEvent { digit } } } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
    const page = data["events"] as {
      edges: { node: { digit: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    logged.push(...page.edges.map(({ node }) => node.digit));
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  expect(new Set(logged).size).toBe(logged.length);
  expect(answered.filter((digit) => !logged.includes(digit))).toEqual([]);
});
