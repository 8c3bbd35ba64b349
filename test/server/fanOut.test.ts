import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { API_KEY, query, type Reader, subscribeSse, subscribeWebSocket } from "../support/client.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
beforeEach(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
});
afterEach(async () => {
  await gateway.stop();
  await upstream.stop();
});

const dtmf = (digit: string, callId = "c-1") => voiceEvent("dtmf", { digit, callId });
const WITH_CALL =
  "subscription ($filter: EventFilter, $after: String) { events(filter: $filter, after: $after) { cursor ... on DtmfEvent { digit call { state } } } }";
const Event = z.object({ cursor: z.string(), digit: z.string(), call: z.object({ state: z.string() }) });
const next = async (reader: Reader) => Event.parse(await reader.next());
const WITH_CURSOR = "subscription ($after: String) { events(after: $after) { cursor } }";

test("subscribers of one document and filter share one execution per event, wherever each began", async () => {
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered" } });
  await deliver(gateway.url, "voice/x", dtmf("0"));
  const first = await subscribeWebSocket(gateway.url, WITH_CALL, { after: "0" });
  const { cursor } = await next(first);
  const readers = [
    first,
    ...(await Promise.all([
      subscribeWebSocket(gateway.url, WITH_CALL, { after: cursor }),
      subscribeSse(gateway.url, WITH_CALL, { after: cursor }),
      subscribeSse(gateway.url, WITH_CALL),
    ])),
  ];
  // Who has it has read the log to its end.
  await deliver(gateway.url, "voice/x", dtmf("0*"));
  for (const reader of readers) expect(await next(reader)).toMatchObject({ digit: "0*" });
  const before = upstream.requests("GET /calls/c-1").length;
  await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2")]);
  for (const reader of readers) {
    expect(await next(reader)).toMatchObject({ digit: "1", call: { state: "ANSWERED" } });
    expect(await next(reader)).toMatchObject({ digit: "2" });
  }
  expect(upstream.requests("GET /calls/c-1").length - before).toBe(2);
  await Promise.all(readers.map((reader) => reader.close()));
});

test("what is read out of the log is resolved anew for each who comes, also while others stay", async () => {
  const document =
    'subscription { callEvents(callId: "c-1", after: "0") { ... on DtmfEvent { call { from } } } }';
  await deliver(gateway.url, "voice/x", dtmf("1"));
  const readers: Reader[] = [];
  for (const from of ["+1", "+2"]) {
    upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered", from } });
    const reader = await subscribeSse(gateway.url, document);
    readers.push(reader);
    expect(await reader.next()).toEqual({ call: { from } });
  }
  for (const reader of readers) await reader.close();
});

test("one who leaves takes nothing from those who share with it, and other variables are shared with nobody", async () => {
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered" } });
  const leaving = await subscribeSse(gateway.url, WITH_CALL, { filter: { callId: "c-1" } });
  const staying = await subscribeWebSocket(gateway.url, WITH_CALL, { filter: { callId: "c-1" } });
  const other = await subscribeWebSocket(gateway.url, WITH_CALL, { filter: { callId: "c-2" } });
  await deliver(gateway.url, "voice/x", dtmf("1"));
  await Promise.all([next(leaving), next(staying)]);
  await leaving.close();
  upstream.answer("GET /calls/c-2", { body: { callId: "c-2", state: "disconnected" } });
  await deliver(gateway.url, "voice/x", [dtmf("2", "c-2"), dtmf("3")]);
  expect(await next(staying)).toMatchObject({ digit: "3" });
  expect(await next(other)).toMatchObject({ digit: "2", call: { state: "DISCONNECTED" } });
  await Promise.all([staying.close(), other.close()]);
});

const STATE = 'subscription { call(callId: "c-1") { state from } }';
const rest = (state: string, from = "+1") => ({ body: { callId: "c-1", state, from } });

test("a state does not go back for one who came while others were told of changes", async () => {
  await deliver(gateway.url, "voice/x", voiceEvent("initiate", { callId: "c-1" }));
  upstream.answer("GET /calls/c-1", rest("initiated"));
  const early = await subscribeWebSocket(gateway.url, STATE);
  expect(await early.next()).toMatchObject({ state: "INITIATED" });
  const late = Promise.withResolvers<void>();
  upstream.answer("GET /calls/c-1", { ...rest("disconnected"), after: late.promise }, rest("answered"));
  const coming = await subscribeSse(gateway.url, STATE);
  await upstream.arrived("GET /calls/c-1", 2);
  for (const [eventType, state] of [
    ["answer", "ANSWERED"],
    ["disconnect", "DISCONNECTED"],
  ] as const) {
    await deliver(gateway.url, "voice/x", voiceEvent(eventType, { callId: "c-1" }));
    expect(await early.next()).toMatchObject({ state });
  }
  late.resolve();
  expect(await coming.next()).toEqual({ state: "DISCONNECTED", from: "+1" });
  upstream.answer("GET /calls/c-1", rest("disconnected", "+2"));
  await deliver(gateway.url, "voice/x", dtmf("1"));
  expect(await coming.next()).toEqual({ state: "DISCONNECTED", from: "+2" });
  await Promise.all([early.close(), coming.close()]);
});

test("all who watch a state share what is read of it, and events that come meanwhile are told together", async () => {
  upstream.answer("GET /calls/c-1", rest("initiated"));
  const readers = [
    await subscribeWebSocket(gateway.url, STATE),
    await subscribeSse(gateway.url, STATE),
    await subscribeSse(gateway.url, STATE),
  ];
  for (const reader of readers) await reader.next();
  const before = upstream.requests().length;
  upstream.answer("GET /calls/c-1", rest("initiated", "+2"), rest("initiated", "+3"));
  await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2"), dtmf("3"), dtmf("4")]);
  for (const from of ["+2", "+3"]) {
    for (const reader of readers) expect(await reader.next()).toMatchObject({ from });
  }
  upstream.answer("GET /calls/c-1", rest("initiated", "+4"));
  await deliver(gateway.url, "voice/x", dtmf("5"));
  for (const reader of readers) expect(await reader.next()).toMatchObject({ from: "+4" });
  expect(upstream.requests().length - before).toBe(3);
  await Promise.all(readers.map((reader) => reader.close()));
});

test("a state that an event did not change is not told again", async () => {
  for (const subscribe of [subscribeWebSocket, subscribeSse]) {
    const callId = `c-${subscribe.name}`;
    upstream.answer(`GET /calls/${callId}`, { body: { callId, state: "initiated" } });
    const reader = await subscribe(gateway.url, `subscription { call(callId: "${callId}") { state } }`);
    expect(await reader.next()).toEqual({ state: "INITIATED" });
    const before = upstream.requests().length;
    await deliver(gateway.url, "voice/x", dtmf("1", callId));
    await vi.waitFor(() => expect(upstream.requests().length).toBeGreaterThan(before));
    await deliver(gateway.url, "voice/x", voiceEvent("disconnect", { callId }));
    expect(await reader.next()).toEqual({ state: "DISCONNECTED" });
    await reader.close();
  }
});

test("what fails is told in the result of that event alone", async () => {
  upstream.answer("GET /calls/c-1", { status: 500 }, { body: { callId: "c-1", state: "answered" } });
  const document = 'subscription { callEvents(callId: "c-1") { ... on DtmfEvent { call { identity } } } }';
  const reader = await subscribeWebSocket(gateway.url, document);
  await deliver(gateway.url, "voice/x", dtmf("1"));
  await expect(reader.next()).rejects.toThrow("UPSTREAM_UNAVAILABLE");
  await reader.close();
});

/** The blocks of a stream as they come, without comments. */
async function* blocks(after: string | undefined, variables: object = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "text/event-stream",
      authorization: `Bearer ${API_KEY}`,
      ...(after !== undefined && { "last-event-id": after }),
    },
    body: JSON.stringify({
      query: "subscription ($after: String) { events(after: $after) { cursor ... on DtmfEvent { digit } } }",
      variables,
    }),
  });
  let text = "";
  if (!response.body) throw new Error("There is no body");
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      if (!block.startsWith(":")) yield block;
    }
  }
}

test("SSE gives each event its cursor as id, and a client that comes back with Last-Event-ID goes on behind it", async () => {
  await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2")]);
  const stream = blocks(undefined, { after: "0" });
  const { value: first = "" } = await stream.next();
  const [, id, data = ""] = /^event: next\nid: (\S+)\ndata: (.*)$/.exec(first) ?? [];
  expect(JSON.parse(data)).toEqual({ data: { events: { cursor: id, digit: "1" } } });
  await stream.return();
  // An EventSource sends the same request again, with the old variables.
  const again = blocks(id, { after: "0" });
  expect((await again.next()).value).toContain('"digit":"2"');
  await again.return();
});

test("a Last-Event-ID that is empty is none", async () => {
  await deliver(gateway.url, "voice/x", dtmf("1"));
  const stream = blocks("", { after: "0" });
  expect((await stream.next()).value).toContain('"digit":"1"');
  await stream.return();
});

test("a page of another origin may come back with Last-Event-ID", async () => {
  const preflight = await fetch(`${gateway.url}/graphql`, {
    method: "OPTIONS",
    headers: {
      origin: "https://elsewhere.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization, content-type, last-event-id",
    },
  });
  expect(preflight.headers.get("access-control-allow-headers")).toContain("last-event-id");
});

test("SSE may be asked for in capitals, and beside other types, and is read by a page of another origin", async () => {
  const { status, headers, body } = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json;q=0.5, Text/Event-Stream; Q=1",
      authorization: `Bearer ${API_KEY}`,
    },
    body: JSON.stringify({ query: "subscription { events { cursor } }" }),
  });
  expect([status, headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  await body?.cancel();
});

test("who reads behind the same variable that is asked for elsewhere too shares with nobody who began elsewhere", async () => {
  const document =
    'subscription ($after: String) { callEvents(callId: "c-1", after: $after) { cursor ... on DtmfEvent { digit call { events(first: 1, after: $after) { edges { node { ... on DtmfEvent { digit } } } } } } } }';
  await deliver(gateway.url, "voice/x", [dtmf("1"), dtmf("2")]);
  const cursors: string[] = [];
  const all = await subscribeSse(gateway.url, WITH_CURSOR, { after: "0" });
  for (let n = 0; n < 2; n++) cursors.push(Event.pick({ cursor: true }).parse(await all.next()).cursor);
  await all.close();
  const readers: Reader[] = [];
  for (const after of cursors) readers.push(await subscribeWebSocket(gateway.url, document, { after }));
  await readers[0]?.next();
  await deliver(gateway.url, "voice/x", dtmf("3"));
  for (const [index, digit] of ["2", "3"].entries())
    expect(await readers[index]?.next()).toMatchObject({
      digit: "3",
      call: { events: { edges: [{ node: { digit } }] } },
    });
  await Promise.all(readers.map((reader) => reader.close()));
});

test("what is many times more than a connection holds comes whole, over SSE and WebSocket", async () => {
  const digits = Array.from({ length: 1_000 }, (_, number) => String(number));
  for (let at = 0; at < digits.length; at += 100) {
    const events = digits
      .slice(at, at + 100)
      .map((digit) => voiceEvent("dtmf", { digit, tag: "x".repeat(1_000) }));
    expect((await deliver(gateway.url, "voice/x", events)).status).toBe(204);
  }
  const payloads = Array.from({ length: 20 }, (_, number) => `payload${number}: payload`).join(" ");
  const large = `subscription { events(after: "0") { ... on DtmfEvent { digit } ${payloads} } }`;
  for (const subscribe of [subscribeSse, subscribeWebSocket]) {
    const reader = await subscribe(gateway.url, large);
    for (const digit of digits) {
      // Reads by fits and starts, so that the connection is full again and again.
      if (Number(digit) % 50 === 0) for (let n = 0; n < 10; n++) await query(gateway.url, "{ __typename }");
      expect(await reader.next()).toMatchObject({ digit });
    }
    await reader.close();
  }
});

test("a result of any length comes whole, over SSE and WebSocket", async () => {
  // Around where the head of a WebSocket frame grows, which the rest of the message takes some 90 bytes of; and beyond ASCII.
  const tags = [0, 10, 20, 30, 40, 50, 60, 1_000, 65_400, 65_500, 100_000].flatMap((length) => [
    "x".repeat(length),
    `${"x".repeat(length)}é`,
  ]);
  for (const subscribe of [subscribeSse, subscribeWebSocket]) {
    const reader = await subscribe(gateway.url, "subscription { events { ... on DtmfEvent { tag } } }");
    for (const tag of tags) {
      await deliver(gateway.url, "voice/x", { ...dtmf("1", `c-${Math.random()}`), tag });
      expect(await reader.next()).toEqual({ tag });
    }
    await reader.close();
  }
});

test("a stream that is asked for behind another request of its connection begins when that one is answered, and its chunks are whole", async () => {
  const release = Promise.withResolvers<void>();
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered" }, after: release.promise });
  const { hostname, port } = new URL(gateway.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const ask = (query: string, accept: string) => {
    const body = JSON.stringify({ query });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${API_KEY}\r\ncontent-type: application/json\r\naccept: ${accept}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  };
  let told = "";
  socket.on("data", (data) => {
    told += String(data);
  });
  ask('{ call(callId: "c-1") { state } }', "application/json");
  ask("subscription { events { ... on DtmfEvent { digit } } }", "text/event-stream");
  await vi.waitFor(() => expect(upstream.requests("GET /calls/c-1")).toHaveLength(1));
  await deliver(gateway.url, "voice/x", dtmf("1"));
  release.resolve();
  await vi.waitFor(() => expect(told).toContain("text/event-stream"));
  for (const digit of ["2", "3"]) await deliver(gateway.url, "voice/x", dtmf(digit));
  await vi.waitFor(() => expect(told).toContain('"digit":"3"'));
  socket.destroy();
  const [nothing, answer = "", stream = ""] = told.split("HTTP/1.1 200 OK\r\n");
  expect(nothing).toBe("");
  expect(answer).toMatch(/\r\n\r\n\{"data":\{"call":\{"state":"ANSWERED"\}\}\}$/);
  const blocks = [":\n\n"];
  for (const digit of ["2", "3"]) {
    const id = new RegExp(`id: (\\S+)\ndata: \\{"data":\\{"events":\\{"digit":"${digit}"`).exec(stream)?.[1];
    blocks.push(`event: next\nid: ${id}\ndata: {"data":{"events":{"digit":"${digit}"}}}\n\n`);
  }
  expect(stream.slice(stream.indexOf("\r\n\r\n") + 4)).toBe(
    blocks.map((block) => `${block.length.toString(16)}\r\n${block}\r\n`).join(""),
  );
});

/** A connection of the gateway's that asks for a stream, and what it is told. */
function streamOf(document: string) {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect({ host: hostname, port: Number(port) });
  const ask = (query: string) => {
    const body = JSON.stringify({ query });
    socket.write(
      `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${API_KEY}\r\ncontent-type: application/json\r\naccept: text/event-stream\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
  };
  ask(document);
  let told = "";
  socket.on("data", (data) => {
    told += String(data);
  });
  return { socket, ask, told: () => told };
}

test("nothing is resolved for a client that left while its stream began", async () => {
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered" } });
  const staying = await subscribeSse(gateway.url, "subscription { events { ... on DtmfEvent { digit } } }");
  for (let n = 0; n < 50; n++) {
    const { socket } = streamOf(
      'subscription { events(after: "0") { ... on DtmfEvent { digit call { state } } } }',
    );
    await new Promise((resolve) => socket.once("connect", resolve));
    // So that some leave before they are heard, and some in between.
    for (let turn = 0; turn < n % 4; turn++) await new Promise(setImmediate);
    socket.resetAndDestroy();
  }
  await query(gateway.url, "{ __typename }");
  await deliver(gateway.url, "voice/x", dtmf("1"));
  expect(await staying.next()).toEqual({ digit: "1" });
  for (let n = 0; n < 5; n++) await query(gateway.url, "{ __typename }");
  expect(upstream.requests("GET /calls/c-1")).toEqual([]);
  await staying.close();
});

test("nothing follows the end of a stream, however slowly its client reads", async () => {
  const responses: ServerResponse[] = [];
  const collect = (message: unknown) => {
    const { response } = z.object({ response: z.instanceof(ServerResponse) }).parse(message);
    responses.push(response);
  };
  subscribe("http.server.request.start", collect);
  const { socket, told } = streamOf("subscription { events { ... on DtmfEvent { tag } } }");
  await vi.waitFor(() => expect(told()).toContain("text/event-stream"));
  unsubscribe("http.server.request.start", collect);
  const [response] = responses;
  socket.pause();
  let number = 0;
  const tell = () => deliver(gateway.url, "voice/x", { ...dtmf(`${++number}`), tag: "x".repeat(40_000) });
  while (response?.socket?.writableLength === 0) expect((await tell()).status).toBe(204);
  response?.end();
  await tell();
  socket.resume();
  await vi.waitFor(() => expect(told()).toContain("\r\n0\r\n\r\n"));
  await query(gateway.url, "{ __typename }");
  expect(told().endsWith("\r\n0\r\n\r\n")).toBe(true);
  socket.destroy();
});

test.for([
  ["1000 events", 3_500, 1_400, 50, () => 1_000],
  ["4 MiB of callbacks", 40_000, 240, 6, (bytes: number) => Math.floor((4 * 1024 * 1024) / bytes)],
] as const)(
  "for who reads too slowly the newest %s are kept; what was dropped is told in its place, and can be asked for",
  async ([, length, count, atOnce, most]) => {
    const digitOf = (n: number) => String(n).padStart(4, "0");
    const event = (n: number) => ({ ...dtmf(digitOf(n)), tag: "x".repeat(length) });
    // Much more is sent than was received, so that the connection is soon full.
    const much = Array.from({ length: Math.ceil(30_000 / length) }, (_, n) => `payload${n}: payload`).join(
      " ",
    );
    const { socket, told } = streamOf(
      `subscription { events { cursor ... on DtmfEvent { digit } ... on GapEvent { fromCursor count reason } ${much} } }`,
    );
    await vi.waitFor(() => expect(told()).toContain("text/event-stream"));
    socket.pause();
    for (let n = 0; n < count; n += atOnce) {
      const events = Array.from({ length: atOnce }, (_, index) => event(n + index));
      expect((await deliver(gateway.url, "voice/x", events)).status).toBe(204);
    }
    socket.resume();
    const last = `"digit":"${digitOf(count - 1)}"`;
    await vi.waitFor(() => expect(told().includes(last, told().length - 100_000)).toBe(true), 10_000);
    socket.destroy();
    const items = [
      ...told().matchAll(
        /\{"cursor":"([^"]+)",(?:"digit":"\d+"|"fromCursor":"([^"]+)","count":(\d+),"reason":"SLOW_SUBSCRIBER")/g,
      ),
    ].map(([, cursor, fromCursor, dropped]) => ({ cursor, fromCursor, dropped: Number(dropped) }));
    const gap = items.findIndex(({ fromCursor }) => fromCursor !== undefined);
    const [before, after] = [items.slice(0, gap), items.slice(gap + 1)];
    expect(after).toHaveLength(most(JSON.stringify(event(0)).length));
    expect(items[gap]).toMatchObject({
      fromCursor: before.at(-1)?.cursor,
      dropped: count - before.length - after.length,
    });
    const asked = await query(
      gateway.url,
      "query ($after: String) { events(first: 1, after: $after) { edges { node { ... on DtmfEvent { digit } } } } }",
      { after: items[gap]?.fromCursor },
    );
    expect(asked).toEqual({ events: { edges: [{ node: { digit: digitOf(before.length) } }] } });
  },
);

test("who comes back and reads too slowly is told all, though more than 1000 events come meanwhile", async () => {
  const length = 3_500;
  const tell = async (from: number, to: number) => {
    for (let n = from; n < to; n += 50) {
      const events = Array.from({ length: 50 }, (_, index) => ({
        ...dtmf(`#${n + index}`),
        tag: "x".repeat(length),
      }));
      expect((await deliver(gateway.url, "voice/x", events)).status).toBe(204);
    }
  };
  await tell(0, 400);
  const much = Array.from({ length: 10 }, (_, n) => `payload${n}: payload`).join(" ");
  const { socket, told } = streamOf(
    `subscription { events(after: "0") { type ... on DtmfEvent { digit } ${much} } }`,
  );
  // At once, so that the most of the replay is still to come.
  await new Promise((resolve) => socket.once("data", () => resolve(socket.pause())));
  await tell(400, 1_600);
  socket.resume();
  await vi.waitFor(() => expect(told().includes('"#1599"', told().length - 100_000)).toBe(true), 10_000);
  socket.destroy();
  const digits = [...told().matchAll(/"type":"(\w+)"(?:,"digit":"#(\d+)")?/g)].map(
    ([, type, digit]) => digit ?? type,
  );
  expect(digits).toEqual(Array.from({ length: 1_600 }, (_, n) => String(n)));
});

test("a subscriber over SSE that takes nothing for 84 seconds is cut off", async () => {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  const stuck = await startGateway({ upstreamUrl: upstream.url });
  try {
    const { hostname, port } = new URL(stuck.url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ query: "subscription { events { payload } }" });
    socket.write("POST /graphql HTTP/1.1\r\nhost: gateway\r\naccept: text/event-stream\r\n");
    socket.write(`authorization: Bearer ${API_KEY}\r\ncontent-type: application/json\r\n`);
    socket.write(`content-length: ${body.length}\r\n\r\n${body}`);
    await once(socket, "data");
    socket.pause();
    // More than the buffers of two sockets hold.
    for (let digit = 0; digit < 100; digit++) {
      const event = voiceEvent("dtmf", { digit: String(digit), tag: "x".repeat(200_000) });
      await deliver(stuck.url, "voice/x", event);
    }
    vi.advanceTimersByTime(84_000);
    socket.on("error", () => undefined).resume();
    await once(socket, "close");
  } finally {
    vi.useRealTimers();
    await stuck.stop();
  }
});

test("a stream that is asked for while the gateway stops is sent elsewhere", async () => {
  const release = Promise.withResolvers<void>();
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "answered" }, after: release.promise });
  // Holds up the stop: it does not answer when it is sent away.
  const stuck = await subscribeWebSocket(gateway.url, "subscription { events { cursor } }");
  stuck.pause();
  const { ask, told } = streamOf('{ call(callId: "c-1") { state } }');
  await upstream.arrived("GET /calls/c-1");
  const stopped = gateway.stop();
  // On a connection that has a request under way: the others are closed by now.
  ask("subscription { events { cursor } }");
  release.resolve();
  await vi.waitFor(() => expect(told()).toMatch(/: resume elsewhere\n\n\r\n0\r\n\r\n$/));
  await stopped;
  gateway = await startGateway({ upstreamUrl: upstream.url });
});

test("a Last-Event-ID that is no cursor is told, and the stream is complete", async () => {
  const told: string[] = [];
  for await (const block of blocks("nonsense")) told.push(block);
  expect(told).toEqual([expect.stringContaining("Last-Event-ID is not a cursor"), "event: complete\ndata:"]);
  expect(told[0]).toContain('"code":"BAD_USER_INPUT"');
});

test("a query over SSE is answered once, and then complete", async () => {
  const reader = await subscribeSse(gateway.url, "{ events { edges { cursor } } }");
  expect(await reader.next()).toEqual({ edges: [] });
  expect(await reader.next()).toBeUndefined();
  expect(await query(gateway.url, "{ __typename }")).toEqual({ __typename: "Query" });
});
