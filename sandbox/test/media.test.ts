import { once } from "node:events";
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { Configuration, MediaApi } from "bandwidth-sdk";
import { request } from "undici";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ACCOUNT_ID } from "../account.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
let api: MediaApi;
beforeEach(async () => {
  world = await createWorld({ SANDBOX_MAX_MEDIA_BYTES: "100000" });
  api = new MediaApi(
    new Configuration({ username: "sandbox", password: "sandbox", basePath: `${world.url}/api/v2` }),
  );
});
afterEach(() => world.stop());

const media = `/api/v2/users/${ACCOUNT_ID}/media`;
const put = (name: string, body: string, headers: Record<string, string> = {}) =>
  world.send("PUT", `${media}/${name}`, body, { "content-type": "text/plain", ...headers });

test("a file is uploaded, listed, read as it was and deleted, with the vendor's client", async () => {
  const bytes = Buffer.from([0, 255, 10, 13]);
  const upload = await api.uploadMedia(
    ACCOUNT_ID,
    "my cat.png",
    new File([bytes], "cat.png", { type: "image/png" }),
    "image/png",
    "no-store",
  );
  expect(upload.status).toBe(204);
  const [listed] = (await api.listMedia(ACCOUNT_ID)).data;
  expect(listed).toEqual({
    content: `${world.url}${media}/my%20cat.png`,
    contentLength: 4,
    mediaName: "my cat.png",
  });
  const response = await fetch(listed?.content ?? "", {
    headers: { authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}` },
  });
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect([response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
    "image/png",
    "no-store",
  ]);
  expect((await api.getMedia(ACCOUNT_ID, "my cat.png")).status).toBe(200);
  expect((await api.deleteMedia(ACCOUNT_ID, "my cat.png")).status).toBe(204);
  await expect(api.getMedia(ACCOUNT_ID, "my cat.png")).rejects.toMatchObject({
    response: { status: 404, data: { type: "not-found", description: "Media not found" } },
  });
});

test("a second upload takes the place of the first, and names may hold slashes", async () => {
  await put("a/b.txt", "first");
  await put("a/b.txt", "second");
  expect((await world.send("GET", `${media}/a/b.txt`)).body).toBe("second");
  expect((await world.send("GET", media)).body).toHaveLength(1);
});

test("a file lives for 48 hours", async () => {
  await put("old.txt", "x");
  await world.advance(48 * 3600);
  expect((await world.send("GET", `${media}/old.txt`)).status).toBe(200);
  await world.advance(1);
  expect((await world.send("GET", `${media}/old.txt`)).status).toBe(404);
  expect((await world.send("GET", media)).body).toEqual([]);
});

async function* tenKilobytesElevenTimes() {
  for (let sent = 0; sent < 11; sent += 1) yield new Uint8Array(10_000);
}

test("what is too large is refused, told or found out, and leaves what was there", async () => {
  await put("a.txt", "small");
  const refused = { status: 400, body: { description: "The media must not be larger than 100000 bytes" } };
  expect(await put("a.txt", "x".repeat(100_001))).toMatchObject(refused);
  const streamed = await request(`${world.url}${media}/a.txt`, {
    method: "PUT",
    headers: {
      authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`,
      "content-type": "text/plain",
    },
    body: Readable.from(tenKilobytesElevenTimes()),
  });
  expect([streamed.statusCode, await streamed.body.json()]).toMatchObject([400, refused.body]);
  expect((await world.send("GET", `${media}/a.txt`)).body).toBe("small");
});

test("a connection serves on after an upload that was found to be too large", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const statusOf = async (method: string, body?: Buffer) => {
    const asked = httpRequest(`${world.url}${media}/a.txt`, { method, agent, auth: "sandbox:sandbox" });
    if (body !== undefined) asked.write(body);
    asked.end();
    const [response] = await once(asked, "response");
    await once(response.resume(), "end");
    return response.statusCode;
  };
  expect(await statusOf("PUT", Buffer.alloc(8_000_000))).toBe(400);
  expect(await statusOf("GET")).toBe(404);
  agent.destroy();
});

test("an upload that breaks off leaves what was there", async () => {
  await put("a.txt", "whole");
  const { port } = new URL(world.url);
  const socket = connect(Number(port), "localhost");
  const authorization = `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;
  socket.end(
    `PUT ${media}/a.txt HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n4\r\nhalf\r\n`,
  );
  await once(socket.resume(), "close");
  expect((await world.send("GET", `${media}/a.txt`)).body).toBe("whole");
});

test("a type that Bandwidth does not take gets 415", async () => {
  expect(await put("a.exe", "x", { "content-type": "application/x-msdownload" })).toMatchObject({
    status: 415,
    body: { type: "unsupported-content-type" },
  });
});

test.each(["application/json", "text/plain", "application/x-www-form-urlencoded"])(
  "a file is deleted whatever type its delete says that its missing body has: %s",
  async (type) => {
    await put("a.txt", "x");
    const answer = await world.send("DELETE", `${media}/a.txt`, undefined, { "content-type": type });
    expect(answer.status).toBe(204);
  },
);

test("a Continuation-Token leads to the second thousand", async () => {
  for (let first = 0; first < 1001; first += 77) {
    await Promise.all(
      Array.from({ length: Math.min(77, 1001 - first) }, (_, index) =>
        put(`f${String(first + index).padStart(4, "0")}`, "x"),
      ),
    );
  }
  const page = await world.send("GET", media);
  expect(page.body).toHaveLength(1000);
  const token = page.headers.get("continuation-token") ?? "";
  const rest = await world.send("GET", media, undefined, { "continuation-token": token });
  expect(rest.body).toMatchObject([{ mediaName: "f1000" }]);
  expect(rest.headers.get("continuation-token")).toBeNull();
});
