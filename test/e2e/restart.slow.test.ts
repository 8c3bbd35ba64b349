import { readFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { API_KEY, query, type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { type Program, run, runGateway, runSandbox } from "../support/processes.ts";
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
const startGateway = (at = port) => runGateway({ port: at, upstreamUrl: sandbox.url, dataDir: folder.path });

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

describe("the client that resumes in CONTRIBUTING.md", () => {
  const page = readFileSync(new URL("../../CONTRIBUTING.md", import.meta.url), "utf8");
  const [, client = ""] = /^## A client that resumes$.*?^```js$(.*?)^```$/ms.exec(page) ?? [];
  const [, overSse = ""] = /^### Over SSE$.*?^```js$(.*?)^```$/ms.exec(page) ?? [];
  // Tells what is sent as well, for the protocol does not say when a subscription stands; and the code of an end, which Node does not.
  const TELLING = `
    // A page stays as well; \`eventsource\` waits in Node without keeping the process.
    setInterval(() => undefined, 1000);
    const show = ({ type }) => console.log("shown:", type);
    process.on("uncaughtException", (fault) => {
      console.log("thrown:", fault.code ?? JSON.stringify(fault));
      process.exit(1);
    });
    globalThis.WebSocket = class extends WebSocket {
      send(text) { console.log("sent:", text); super.send(text); }
    };`;
  let program: Program;
  afterEach(() => program.end("SIGKILL"));

  function runClient({ key = API_KEY, begin = "let cursor;", of = client, at = port } = {}) {
    const code = of
      .replace("localhost:4000", `localhost:${at}`)
      .replace("KEY", key)
      .replace("let cursor;", begin)
      // Ten times as impatient as the page is.
      .replace("10_000", "1_000")
      .replace("5_000", "500")
      .replace("500 + Math.random() * 1000", "50 + Math.random() * 100");
    program = run("node", ["--input-type=module", "-e", `${TELLING}${code}`], {});
  }
  const shown = () => [...program.output().matchAll(/^shown: (\w+)$/gm)].map(([, type]) => type);
  const until = (condition: () => void | Promise<void>) => vi.waitFor(condition, { timeout: 40_000 });
  const subscribed = (times: number) =>
    until(() => expect(program.output().match(/^sent: .*subscription/gm)).toHaveLength(times));

  test("misses nothing that happens in a break, also before its first event", async () => {
    await deliver(gateway.url, "voice/x", voiceEvent("answer"));
    runClient();
    await subscribed(1);
    await gateway.end("SIGKILL");
    // Where the client does not see it.
    gateway = await startGateway(await freePort());
    await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: "1" }));
    await gateway.end("SIGTERM");
    gateway = await startGateway();
    await subscribed(2);
    await deliver(gateway.url, "voice/x", voiceEvent("disconnect"));
    await until(() => expect(shown()).toEqual(["DTMF", "DISCONNECT"]));
  });

  /** A way to the gateway that a test can cut, with the two sides of each connection. */
  async function openWay() {
    const connections: [client: Socket, server: Socket][] = [];
    const way = createServer((client) => {
      const server = connect(port, "localhost");
      for (const socket of [client, server]) socket.on("error", () => undefined);
      client.pipe(server).pipe(client);
      connections.push([client, server]);
    });
    await new Promise<void>((resolve) => way.listen(0, "localhost", resolve));
    const address = way.address();
    if (address === null || typeof address === "string") throw new Error("No port was given");
    return { at: address.port, connections, close: () => way.close() };
  }

  test("notices a connection that was cut without a word, and misses nothing", async () => {
    const { at, connections, close } = await openWay();
    runClient({ at });
    await subscribed(1);
    for (const socket of connections.flat()) socket.unpipe().pause();
    await deliver(gateway.url, "voice/x", voiceEvent("disconnect"));
    await until(() => expect(shown()).toEqual(["DISCONNECT"]));
    await program.end("SIGKILL");
    for (const socket of connections.flat()) socket.destroy();
    close();
  });

  test("keeps its next connection, where one ended before the answer to a ping", async () => {
    const { at, connections, close } = await openWay();
    const pinged = (times: number) =>
      until(() => expect(program.output().match(/^sent: .*"ping"/gm)).toHaveLength(times));
    runClient({ at });
    await subscribed(1);
    const before = connections.flat();
    for (const socket of before) socket.unpipe();
    await pinged(1);
    for (const socket of before) socket.destroy();
    await pinged(2);
    await subscribed(2);
    await program.end("SIGKILL");
    close();
  });

  test("over SSE comes back with its last cursor and its key, and ends with a wrong key", async () => {
    runClient({ of: overSse });
    // Nobody tells when the stream stands.
    let digit = 0;
    await until(async () => {
      digit += 1;
      await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit: `${digit}` }));
      expect(shown()).toContain("DTMF");
    });
    await gateway.end("SIGKILL");
    gateway = await startGateway(await freePort());
    await deliver(gateway.url, "voice/x", voiceEvent("answer"));
    await gateway.end("SIGTERM");
    gateway = await startGateway();
    await until(() => expect(shown().filter((type) => type !== "DTMF")).toEqual(["ANSWER"]));
    await program.end("SIGKILL");
    runClient({ of: overSse, key: "wrong" });
    await until(() => expect(program.output()).toContain("refused: 401"));
  });

  test.each([
    ["a wrong key", { key: "wrong" }, /^thrown: 4403$/m],
    ["a cursor that is none", { begin: 'let cursor = "x";' }, /^thrown: .*"BAD_USER_INPUT"/m],
  ])("ends with what would only come again: %s", async (_, options, fault) => {
    runClient(options);
    await until(() => expect(program.process.exitCode).toBe(1));
    expect(program.output()).toMatch(fault);
  });
});
