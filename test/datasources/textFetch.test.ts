import { createServer, type RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createConnectionPool } from "../../src/datasources/connectionPool.ts";

const MEGABYTE = 1024 * 1024;

/** Asks a server that answers so. */
async function asking(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  const pool = createConnectionPool();
  return {
    ask: (init?: RequestInit) => pool.fetch(new Request(`http://localhost:${address.port}/a?b=%20c`, init)),
    fetch: pool.fetch,
    stream: pool.stream,
    url: `http://localhost:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pool.close();
    },
  };
}

test("method, path, query, headers and body arrive as they stand in the Request", async () => {
  await using server = await asking(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const { method, url, headers } = request;
    response.end(
      JSON.stringify({ method, url, type: headers["content-type"], body: String(Buffer.concat(chunks)) }),
    );
  });
  const asked = await server.ask({ method: "POST", headers: { "Content-Type": "text/x" }, body: "żółć" });
  expect(JSON.parse(await asked.text())).toEqual({
    method: "POST",
    url: "/a?b=%20c",
    type: "text/x",
    body: "żółć",
  });
  expect(JSON.parse(await (await server.ask()).text())).toEqual({
    method: "GET",
    url: "/a?b=%20c",
    body: "",
  });
});

test("status and headers are told when the head is there; the text comes whole, however it was cut up", async () => {
  const head = Promise.withResolvers<void>();
  await using server = await asking(async (_request, response) => {
    response.writeHead(404, { "X-One": "1", "x-many": ["a", "b"] });
    const bytes = Buffer.from("\ufeffżółć");
    response.write(bytes.subarray(0, 4));
    await head.promise;
    response.end(bytes.subarray(4));
  });
  const response = await server.ask();
  expect(response.status).toBe(404);
  expect(response.ok).toBe(false);
  expect(response.headers.get("x-ONE")).toBe("1");
  expect(response.headers.get("x-many")?.split(/, ?/)).toEqual(["a", "b"]);
  head.resolve();
  expect(await response.text()).toBe("żółć");
});

test.each([204, 304])("%i, which has no body, is an empty text, zipped or not", async (status) => {
  for (const headers of [{}, { "content-encoding": "gzip" }]) {
    await using server = await asking((_request, response) => response.writeHead(status, headers).end());
    const response = await server.ask();
    expect([response.status, await response.text()]).toEqual([status, ""]);
  }
});

test("every request says who sends it, for firewalls refuse those that do not", async () => {
  await using server = await asking((request, response) => response.end(request.headers["user-agent"]));
  expect(await (await server.ask()).text()).toBe("bandwidth-graphql");
  expect(await (await server.stream(new Request(server.url))).text()).toBe("bandwidth-graphql");
});

test("what Bandwidth zips is read unzipped", async () => {
  await using server = await asking((request, response) => {
    expect(request.headers["accept-encoding"]).toBe("gzip");
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("żółć".repeat(1000)));
  });
  expect(await (await server.ask()).text()).toBe("żółć".repeat(1000));
});

test("an answer beyond 32 MiB is given up, also when it is that long only unzipped", async () => {
  const long = Buffer.alloc(33 * MEGABYTE, "a");
  await using plain = await asking((_request, response) => response.end(long));
  await expect((await plain.ask()).text()).rejects.toThrow("fetch failed");
  await using zipped = await asking((_request, response) => {
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(long));
  });
  await expect((await zipped.ask()).text()).rejects.toThrow();
});

test("a connection that breaks is TypeError: fetch failed, by which ky knows it", async () => {
  await using before = await asking((request) => request.socket.resetAndDestroy());
  await expect(before.ask()).rejects.toThrow(new TypeError("fetch failed"));
  await using amid = await asking((request, response) => {
    response.writeHead(200, { "content-length": 10 }).write("half", () => request.socket.resetAndDestroy());
  });
  await expect((await amid.ask()).text()).rejects.toThrow(new TypeError("fetch failed"));
});

test("an abort ends the request at any time with the signal's reason, and closes its connection", async () => {
  const gone = new Error("gone");
  const early = AbortSignal.abort(gone);
  const closed: Promise<unknown>[] = [];
  const arrived = Promise.withResolvers<void>();
  await using silent = await asking((request) => {
    closed.push(new Promise((resolve) => request.socket.once("close", resolve)));
    arrived.resolve();
  });
  await expect(silent.ask({ signal: early })).rejects.toBe(gone);
  expect(closed).toHaveLength(0);

  const waiting = new AbortController();
  const asked = silent.ask({ signal: waiting.signal });
  await arrived.promise;
  waiting.abort(gone);
  await expect(asked).rejects.toBe(gone);
  await Promise.all(closed);

  await using slow = await asking((request, response) => {
    closed.push(new Promise((resolve) => request.socket.once("close", resolve)));
    response.writeHead(200, { "content-length": 10 }).write("half");
  });
  const reading = new AbortController();
  const text = (await slow.ask({ signal: reading.signal })).text();
  reading.abort(gone);
  await expect(text).rejects.toBe(gone);
  await Promise.all(closed);
});

test("a request that waits for a free connection can be given up, and is never sent", async () => {
  let requests = 0;
  const full = Promise.withResolvers<void>();
  const held: (() => void)[] = [];
  await using server = await asking((_request, response) => {
    requests += 1;
    held.push(() => response.end("done"));
    if (requests === 64) full.resolve();
  });
  const running = Array.from({ length: 64 }, async () => (await server.ask()).text());
  await full.promise;
  const client = new AbortController();
  const waiting = server.fetch(new Request(server.url), { signal: client.signal });
  client.abort();
  await expect(waiting).rejects.toThrow("aborted");
  for (const answer of held) answer();
  expect(new Set(await Promise.all(running))).toEqual(new Set(["done"]));
  expect(requests).toBe(64);
});

test("a text that nobody asks for may fail", async () => {
  await using server = await asking((request, response) => {
    response.writeHead(200, { "content-length": 10 }).write("half", () => request.socket.resetAndDestroy());
  });
  expect((await server.ask()).status).toBe(200);
});
