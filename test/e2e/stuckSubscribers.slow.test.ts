import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import WebSocket from "ws";
import { API_KEY, type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { residentMegabytes, riseInMegabytes, runGateway } from "../support/processes.ts";
import { deliver, temporaryFolder, voiceEvent } from "../support/stack.ts";

const EVENTS = 20_000;
/** Each event is of 4.5 KB: together 90 MB, which the gateway cannot hold. */
const TAG = "x".repeat(4_000);
const HEAP_MEGABYTES = 96;

const folder = temporaryFolder();
let gateway: Awaited<ReturnType<typeof runGateway>>;
beforeEach(async () => {
  gateway = await runGateway({
    port: await freePort(),
    upstreamUrl: "http://localhost:1",
    dataDir: folder.path,
    heapMegabytes: HEAP_MEGABYTES,
  });
});
afterEach(async () => {
  await gateway.end("SIGKILL");
  folder.remove();
});

const QUERY =
  "subscription ($after: String) { events(after: $after) { cursor payload ... on DtmfEvent { digit } ... on GapEvent { fromCursor toCursor count reason } } }";
type Event = {
  cursor: string;
  digit?: string;
  count?: number;
  fromCursor?: string;
  toCursor?: string;
  reason?: string;
};
const next = async (reader: Reader) => (await reader.next()) as Event | undefined;

/** Delivers events with the digits 0 to `EVENTS`, 4.5 KB each, in order of their answers only. */
async function deliverAll() {
  let sent = 0;
  const worker = async () => {
    while (sent < EVENTS) {
      const digit = String(sent++);
      const { status } = await deliver(gateway.url, "voice/x", voiceEvent("dtmf", { digit, tag: TAG }));
      if (status !== 204) throw new Error(`A callback was answered ${status}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, worker));
}

/** A subscriber over SSE that never reads: a bare socket, paused after the head of the answer. */
async function stuckSse(): Promise<Socket> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const body = JSON.stringify({ query: QUERY });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${API_KEY}\r\ncontent-type: application/json\r\naccept: text/event-stream\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await new Promise((resolve) => socket.once("data", resolve));
  socket.pause();
  return socket;
}

/** A subscriber over WebSocket that stops reading once it stands; what it reads later comes by its `message` events. */
async function stuckWebSocket(): Promise<{ socket: WebSocket; messages: string[] }> {
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  const messages: string[] = [];
  socket.on("message", (data) => messages.push(String(data)));
  const message = () => new Promise((resolve) => socket.once("message", resolve));
  await new Promise((resolve) => socket.once("open", resolve));
  socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${API_KEY}` } }));
  await message();
  socket.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: QUERY } }));
  socket.send(JSON.stringify({ id: "2", type: "subscribe", payload: { query: "{ __typename }" } }));
  await message();
  socket.pause();
  return { socket, messages };
}

/** What a subscriber was told: how many events and gaps stand for, and the gaps. Holds that they follow each other without a seam. */
function createTally() {
  const tally = { told: 0, gaps: [] as Event[], cursor: undefined as string | undefined };
  return {
    tally,
    add(event: Event) {
      if (event.reason) {
        tally.gaps.push(event);
        if (tally.cursor !== undefined) expect(event.fromCursor).toBe(tally.cursor);
      }
      tally.told += event.count ?? 1;
      tally.cursor = event.cursor;
    },
  };
}

test("subscribers that stop reading while 20,000 events arrive cost only themselves, and are told what they missed", async () => {
  const sse = await stuckSse();
  const webSocket = await stuckWebSocket();
  const readers = [await subscribeSse(gateway.url, QUERY), await subscribeWebSocket(gateway.url, QUERY)];
  const idle = residentMegabytes(gateway);
  let highest = idle;
  const watch = setInterval(() => {
    highest = Math.max(highest, residentMegabytes(gateway));
  }, 50);

  const readings = readers.map(async (reader) => {
    const digits: string[] = [];
    while (digits.length < EVENTS) {
      const event = await next(reader);
      // A gap has no digit: a subscriber that reads must get none.
      digits.push(event?.digit ?? "gap");
    }
    return digits;
  });
  await deliverAll();
  const everything = Array.from({ length: EVENTS }, (_, i) => String(i));
  for (const digits of await Promise.all(readings)) {
    expect(digits.toSorted((one, other) => Number(one) - Number(other))).toEqual(everything);
  }
  clearInterval(watch);
  console.log(`memory: ${idle.toFixed(0)} MB idle, ${highest.toFixed(0)} MB at most`);
  // What is held fits into the heap, or the process would have died. The rest is garbage of two threads, which a busy machine lets lie.
  expect(highest - idle).toBeLessThan(250);

  // The SSE subscriber reads again: what the kernel and the stream held, one gap, the newest.
  const sseTally = await readSse(sse);
  expect(sseTally.gaps).toMatchObject([{ reason: "SLOW_SUBSCRIBER" }]);
  expect(sseTally.told).toBe(EVENTS);

  // So does the WebSocket subscriber; the ping may have cut it off, then it comes back with its last cursor. Nothing stays untold.
  const { tally, add } = await readWebSocket(webSocket);
  if (tally.told < EVENTS) {
    const reader = await subscribeWebSocket(gateway.url, QUERY, { after: tally.cursor });
    while (tally.told < EVENTS) add((await next(reader)) ?? { cursor: "" });
    await reader.close();
  } else expect(tally.gaps).toMatchObject([{ reason: "SLOW_SUBSCRIBER" }]);
  expect(tally.told).toBe(EVENTS);
  for (const reader of readers) await reader.close();
});

test("replays of large events behind small ones that nobody reads hold little of them each", async () => {
  const small = 170;
  const large = 100;
  for (let digit = 0; digit < small + large; digit++) {
    const tag = digit < small ? "x" : "x".repeat(200_000);
    const event = voiceEvent("dtmf", { digit: String(digit), tag });
    expect((await deliver(gateway.url, "voice/x", event)).status).toBe(204);
  }
  const { socket } = await stuckWebSocket();
  // Together the log has 20 MB, which the gateway cannot hold for each.
  for (let id = 10; id < 30; id++) {
    const payload = { query: QUERY, variables: { after: "0" } };
    socket.send(JSON.stringify({ id: String(id), type: "subscribe", payload }));
  }
  const reader = await subscribeSse(gateway.url, QUERY, { after: "0" });
  for (let digit = 0; digit < small + large; digit++) {
    expect(await next(reader)).toMatchObject({ digit: String(digit) });
  }
  await reader.close();
  socket.terminate();
});

async function readSse(socket: Socket) {
  const { tally, add } = createTally();
  let text = "";
  for await (const chunk of socket) {
    text += String(chunk);
    for (const [, data = ""] of text.matchAll(/^data: (.*)$\n/gm))
      add((JSON.parse(data) as { data: { events: Event } }).data.events);
    text = text.slice(text.lastIndexOf("\n") + 1);
    if (tally.told >= EVENTS) break;
  }
  return tally;
}

async function readWebSocket({ socket, messages }: { socket: WebSocket; messages: string[] }) {
  const { tally, add } = createTally();
  await new Promise<void>((resolve) => {
    const read = (text: string) => {
      const { id, type, payload } = JSON.parse(text) as {
        id?: string;
        type: string;
        payload?: { data: { events: Event } };
      };
      if (id === "1" && type === "next" && payload) add(payload.data.events);
      if (tally.told >= EVENTS) resolve();
    };
    messages.forEach(read);
    socket.on("message", (data) => read(String(data)));
    socket.once("close", () => resolve());
    socket.resume();
  });
  socket.terminate();
  return { tally, add };
}

test("what subscribers asked for is forgotten when they have left, over SSE and WebSocket", async () => {
  const document = "subscription ($filter: EventFilter) { events(filter: $filter) { cursor } }";
  // Together of more than the gateway can hold.
  for (let n = 0; n < 600; n++) {
    const subscribe = n % 2 === 0 ? subscribeSse : subscribeWebSocket;
    const filter = { number: `${n}`.padEnd(240_000, "0") };
    const reader = await subscribe(gateway.url, document, { filter });
    await reader.close();
  }
  expect((await fetch(`${gateway.url}/healthz`)).status).toBe(200);
});

test("a client that sends and does not read costs a few MB, and is cut off, also without a key", async () => {
  const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
  await new Promise((resolve) => socket.once("open", resolve));
  socket.on("error", () => undefined);
  socket.pause();
  const ping = JSON.stringify({ type: "ping", payload: { tag: "x".repeat(1_000) } });
  const rise = await riseInMegabytes(gateway, async () => {
    // What it may send, what the kernel holds both ways, and as much again.
    for (let sent = 0; sent < 40_000 && socket.readyState === WebSocket.OPEN; sent += 1)
      await new Promise<unknown>((resolve) => socket.send(ping, resolve));
  });
  console.log(`memory: ${rise.toFixed(0)} MB more at most`);
  expect(socket.readyState).not.toBe(WebSocket.OPEN);
  expect(rise).toBeLessThan(100);
});
