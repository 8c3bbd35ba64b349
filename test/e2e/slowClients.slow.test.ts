import { on, once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import WebSocket from "ws";
import { API_KEY, query, webSocketClient } from "../support/client.ts";
import { type FileUpstream, startFileUpstream } from "../support/fileUpstream.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";
import { beginningOfUpload, END_OF_UPLOAD, openUpload } from "../support/upload.ts";
import { startUpstream } from "../support/upstream.ts";

// Real waits, at the same time. Nothing is asserted of how long they take but that they end, within the time that a test has.
describe.concurrent("whoever stops is not waited for for ever", () => {
  const upstreams: FileUpstream[] = [];
  const gateways: RunningGateway[] = [];
  async function start() {
    const upstream = await startFileUpstream();
    const gateway = await startGateway({
      upstreamUrl: upstream.url,
      environment: { MEDIA_UPLOAD_MAX_BYTES: "100000000" },
    });
    upstreams.push(upstream);
    gateways.push(gateway);
    return { upstream, gateway, ...openUpload(gateway.url) };
  }
  afterAll(async () => {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    await Promise.all(upstreams.map((upstream) => upstream.stop()));
  });

  test("a client that stops in the middle of a file is told, and the PUT is cut off", async () => {
    const { upstream, request, answer } = await start();
    request.write(`${beginningOfUpload("a")}begin`);
    const put = await upstream.put(0);
    expect(await answer).toMatchObject({
      status: 200,
      data: { uploadMedia: null },
      errors: [
        { message: "Nothing more of the request came for 15 seconds", extensions: { code: "BAD_REQUEST" } },
      ],
    });
    expect(await put.end).toBe("aborted");
    request.destroy();
  });

  test("a client that stops before the file has begun is told, and Bandwidth hears nothing", async () => {
    const { upstream, request, answer } = await start();
    request.write(beginningOfUpload("a").slice(0, 100));
    expect(await answer).toMatchObject({
      status: 408,
      errors: [{ message: "Nothing more of the request came for 15 seconds" }],
    });
    expect(upstream.puts).toEqual([]);
    request.destroy();
  });

  test("a Bandwidth that takes nothing holds the client back, and is UPSTREAM_TIMEOUT", async () => {
    const { upstream, request, answer } = await start();
    upstream.behaviour.takes = false;
    request.write(beginningOfUpload("a"));
    const result = answer.finally(() => request.destroy());
    request.on("error", () => undefined);
    let sent = 0;
    const block = Buffer.alloc(1024 * 1024);
    while (sent < 50 && !request.destroyed) {
      sent += 1;
      if (!request.write(block)) await Promise.race([once(request, "drain"), result]);
    }
    expect(await result).toMatchObject({
      data: { uploadMedia: null },
      errors: [{ extensions: { code: "UPSTREAM_TIMEOUT" } }],
    });
    // What the buffers of four sockets hold.
    expect(sent).toBeLessThan(25);
    const put = await upstream.put(0);
    put.take();
    expect(await put.end).toBe("aborted");
  });

  test("a Bandwidth that has all of the file and does not answer is OUTCOME_UNKNOWN", async () => {
    const { upstream, request, answer } = await start();
    upstream.behaviour.answers = false;
    request.end(`${beginningOfUpload("a")}all${END_OF_UPLOAD}`);
    expect(await answer).toMatchObject({ errors: [{ extensions: { code: "OUTCOME_UNKNOWN" } }] });
    expect(upstream.puts[0]?.received()).toBe("all");
  });

  test("a WebSocket client that answers no ping is cut off", async () => {
    const { gateway, request } = await start();
    request.destroy();
    const url = `${gateway.url.replace("http", "ws")}/graphql`;
    const socket = new WebSocket(url, "graphql-transport-ws", { autoPong: false });
    await once(socket, "open");
    socket.send(JSON.stringify({ type: "connection_init", payload: { authorization: `Bearer ${API_KEY}` } }));
    const [code] = await once(socket, "close");
    expect(code).toBe(1006);
  });

  test("what Bandwidth leaves without an answer is cut off by the stop of the gateway", async () => {
    const upstream = await startUpstream();
    upstream.answer("GET /calls/c-1", "hang");
    const gateway = await startGateway({ upstreamUrl: upstream.url });
    const document = `{ call(callId: "c-1") { state } }`;
    const overHttp = query(gateway.url, document);
    const overWebSocket = webSocketClient(gateway.url).iterate({ query: document }).next();
    // By itself the read would be given up after 15 seconds, and told so.
    const cutOff = Promise.allSettled([overHttp, overWebSocket]);
    await upstream.arrived("GET /calls/c-1", 2);
    await gateway.stop();
    expect(await cutOff).toMatchObject([
      { status: "rejected", reason: { message: "fetch failed" } },
      { status: "rejected", reason: { code: 1006 } },
    ]);
    await upstream.stop();
  });

  test("a client that stops in the middle of a request without files is told", {
    timeout: 55_000,
  }, async () => {
    const { gateway, request } = await start();
    request.destroy();
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write("POST /graphql HTTP/1.1\r\nhost: gateway\r\n");
    socket.write(
      `authorization: Bearer ${API_KEY}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    );
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"code":"BAD_REQUEST"');
  });

  test("a file that is slow to come, but comes, may take longer than other requests", async () => {
    const { request, answer } = await start();
    request.write(beginningOfUpload("a"));
    // Node ends other requests between 30 and 35 seconds.
    for (let seconds = 0; seconds < 40; seconds += 5) {
      request.write("x");
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    }
    request.end(END_OF_UPLOAD);
    expect(await answer).toMatchObject({ data: { uploadMedia: { mediaFile: { contentLength: 8 } } } });
  });

  test("a WebSocket client that has much to read, and reads it late, may go on sending", async () => {
    const { gateway, request } = await start();
    request.destroy();
    const event = (digit: number) => voiceEvent("dtmf", { digit: `${digit}`, tag: "x".repeat(4_000) });
    for (let n = 0; n < 1_000; n++) await deliver(gateway.url, "voice/x", event(n));
    const socket = new WebSocket(`${gateway.url.replace("http", "ws")}/graphql`, "graphql-transport-ws");
    await once(socket, "open");
    const send = (message: object) => socket.send(JSON.stringify(message));
    send({ type: "connection_init", payload: { authorization: `Bearer ${API_KEY}` } });
    await once(socket, "message");
    socket.pause();
    // Of 4.5 MB each: together more than the kernel holds both ways.
    const page = "{ events(first: 1000) { edges { node { payload } } } }";
    for (const id of ["a", "b", "c", "d", "e"]) send({ id, type: "subscribe", payload: { query: page } });
    // Read out of the log behind them.
    await query(gateway.url, page);
    for (let n = 0; n < 500; n++) send({ type: "ping" });
    const messages = on(socket, "message", { close: ["close"] });
    socket.resume();
    let pongs = 0;
    let completed = 0;
    for await (const [message] of messages) {
      const { type } = JSON.parse(String(message)) as { type: string };
      if (type === "pong") pongs += 1;
      if (type === "complete") completed += 1;
      if (pongs + completed === 505) break;
    }
    expect({ pongs, completed }).toEqual({ pongs: 500, completed: 5 });
    socket.terminate();
  });
});
