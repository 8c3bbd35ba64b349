import { once } from "node:events";
import { createServer, get, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createMediaUrls, type MediaRef } from "../../src/mediaUrl.ts";
import { query } from "../support/client.ts";
import {
  gatewayEnvironment,
  type RunningGateway,
  type Stack,
  startGateway,
  startStack,
} from "../support/stack.ts";
import { sendForm, uploadForm } from "../support/upload.ts";
import { type Answer, startUpstream, TOKEN_PATH, type Upstream } from "../support/upstream.ts";

const RECORDING = {
  callId: "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
  recordingId: "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
};
const CONFERENCE = "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9";
const CONFERENCE_RECORDING = "r-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
const OF_RECORDING = `/calls/${RECORDING.callId}/recordings/${RECORDING.recordingId}/media`;

/** URLs as a gateway of the tests gives them out, `minutesAgo`. */
function signedUrl(gatewayUrl: string, ref: MediaRef, minutesAgo = 0): string {
  const { MEDIA_URL_SECRET = "" } = gatewayEnvironment({ port: 0, upstreamUrl: "", dataDir: "" });
  const now = () => new Date(Date.now() - minutesAgo * 60_000);
  return createMediaUrls({ baseUrl: gatewayUrl, secret: MEDIA_URL_SECRET, now }).sign(ref);
}

describe("with the sandbox", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  const askedOf = async <T>(run: () => Promise<T>): Promise<{ result: T; asked: string[] }> => {
    const before = (await stack.sandbox.requests()).length;
    const result = await run();
    const asked = (await stack.sandbox.requests())
      .slice(before)
      .map(({ method, path }) => `${method} ${path.replace(/^.*\/(accounts|users)\/9900000/, "")}`);
    return { result, asked };
  };
  /** With its bytes: the sandbox tells of a request when it has sent all of its answer. */
  const fetchWhole = async (url: string) => {
    const response = await fetch(url);
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };
  const playRecording = (headers: Record<string, string> = {}) =>
    fetch(signedUrl(stack.url, RECORDING), { headers });

  test("Recording.mediaUrl plays a recording of a call, without credentials and for one upstream call", async () => {
    const { result: url, asked } = await askedOf(async () => {
      const document = `{ recording(callId: "${RECORDING.callId}", recordingId: "${RECORDING.recordingId}") { mediaUrl } }`;
      return ((await query(stack.url, document))["recording"] as { mediaUrl: string }).mediaUrl;
    });
    expect(asked).toEqual([`GET /calls/${RECORDING.callId}/recordings/${RECORDING.recordingId}`]);
    const played = await askedOf(() => fetchWhole(url));
    const { response, bytes } = played.result;
    expect(played.asked).toEqual([`GET ${OF_RECORDING}`]);
    expect(bytes.subarray(0, 4).toString()).toBe("RIFF");
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "audio/wav",
      "content-length": String(bytes.length),
      "content-disposition": `inline; filename=${RECORDING.recordingId}.wav`,
      "accept-ranges": "bytes",
      "cache-control": expect.stringMatching(/^private, max-age=\d{4}, immutable$/),
      etag: expect.stringMatching(/^"[\w-]{22}"$/),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "cross-origin",
      "access-control-allow-origin": "*",
      "access-control-expose-headers": expect.stringContaining("content-range"),
    });
  });

  test("Recording.mediaUrl plays a recording of a conference", async () => {
    const document = `{ conference(conferenceId: "${CONFERENCE}") { recordings { recordingId mediaUrl } } }`;
    const { recordings } = (await query(stack.url, document))["conference"] as {
      recordings: { recordingId: string; mediaUrl: string }[];
    };
    const { result, asked } = await askedOf(() => fetchWhole(recordings[0]?.mediaUrl ?? ""));
    const { response, bytes } = result;
    expect(response.headers.get("content-disposition")).toBe(`inline; filename=${CONFERENCE_RECORDING}.wav`);
    expect(bytes.subarray(0, 4).toString()).toBe("RIFF");
    expect(asked).toEqual([`GET /conferences/${CONFERENCE}/recordings/${CONFERENCE_RECORDING}/media`]);
  });

  test("a range of what Bandwidth gives whole is cut out of it", async () => {
    const whole = Buffer.from(await (await playRecording()).arrayBuffer());
    for (const [header, first, last] of [
      ["bytes=0-1", 0, 1],
      ["bytes=1000-", 1000, whole.length - 1],
      ["bytes=-10", whole.length - 10, whole.length - 1],
      [`bytes=5-${whole.length + 5}`, 5, whole.length - 1],
    ] as const) {
      const response = await playRecording({ range: header });
      expect(response.status).toBe(206);
      expect(response.headers.get("content-range")).toBe(`bytes ${first}-${last}/${whole.length}`);
      expect(response.headers.get("content-length")).toBe(String(last - first + 1));
      expect(Buffer.from(await response.arrayBuffer()).equals(whole.subarray(first, last + 1))).toBe(true);
    }
    const beyond = await playRecording({ range: `bytes=${whole.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${whole.length}`]);
    expect(await beyond.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    const several = await playRecording({ range: "bytes=0-1,5-6" });
    expect([several.status, (await several.arrayBuffer()).byteLength]).toEqual([200, whole.length]);
  });

  test("If-Range gives a part of what the client has a part of, and the whole of anything else", async () => {
    const etag = (await playRecording()).headers.get("etag") ?? "";
    const status = async (ifRange: string) =>
      (await playRecording({ range: "bytes=0-1", "if-range": ifRange })).status;
    expect([await status(etag), await status('"other"'), await status(`W/${etag}`)]).toEqual([206, 200, 200]);
  });

  test("a recording that the client has costs no upstream call: 304", async () => {
    const etag = (await playRecording()).headers.get("etag") ?? "";
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const { result, asked } = await askedOf(() => playRecording({ "if-none-match": known }));
      expect([result.status, result.headers.get("etag"), await result.text()]).toEqual([304, etag, ""]);
      expect(asked).toEqual([]);
    }
    expect((await playRecording({ "if-none-match": '"other"' })).status).toBe(200);
    expect((await playRecording({ "if-none-match": "*" })).status).toBe(304);
  });

  test("HEAD tells what GET would, without the bytes", async () => {
    const url = signedUrl(stack.url, RECORDING);
    const whole = await fetch(url);
    const { byteLength } = await whole.arrayBuffer();
    const head = await fetch(url, { method: "HEAD", headers: { range: "bytes=0-1" } });
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      String(byteLength),
      "",
    ]);
    expect(head.headers.get("content-type")).toBe("audio/wav");
  });

  test("a URL with any character changed is 403 and asks Bandwidth nothing", async () => {
    const url = new URL(signedUrl(stack.url, RECORDING));
    const path = url.pathname + url.search;
    const { asked } = await askedOf(async () => {
      for (let at = "/media/".length; at < path.length; at++) {
        const changed = path.slice(0, at) + (path[at] === "A" ? "B" : "A") + path.slice(at + 1);
        const response = await fetch(url.origin + changed);
        expect(response.status, changed).toBe(403);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: "MEDIA_URL_INVALID" } }],
        });
      }
      for (const changed of [
        `${path}&x=1`,
        path.replace("?", "?x=1&"),
        path.split("?")[0],
        `${path}#`.replace("#", "%00"),
      ]) {
        expect((await fetch(url.origin + changed)).status, changed).toBe(403);
      }
    });
    expect(asked).toEqual([]);
  });

  test("a URL that has expired is 403, says so, and asks Bandwidth nothing", async () => {
    const { result, asked } = await askedOf(() => fetch(signedUrl(stack.url, RECORDING, 90)));
    expect(result.status).toBe(403);
    expect(result.headers.get("cache-control")).toBe("no-store");
    expect(await result.json()).toEqual({
      errors: [
        {
          message: "This URL has expired: ask the graph for a new one",
          extensions: { code: "MEDIA_URL_EXPIRED" },
        },
      ],
    });
    expect(asked).toEqual([]);
    expect((await fetch(signedUrl(stack.url, RECORDING, 59))).status).toBe(200);
  });

  test("what is not there any more is 404", async () => {
    for (const ref of [{ ...RECORDING, recordingId: "r-none" }, { mediaId: "none.png" }, { mediaId: ".." }]) {
      const response = await fetch(signedUrl(stack.url, ref));
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "NOT_FOUND" } }] });
    }
  });

  const uploaded = async (mediaId: string, type: string, text = "x") => {
    const { data, errors } = await sendForm(
      stack.url,
      uploadForm({ mediaId }, new File([text], "f", { type })),
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { uploadMedia } = data as { uploadMedia: { mediaFile: { url: string } } };
    return uploadMedia.mediaFile.url;
  };

  test("MediaFile.url gives the bytes of a file, whose name may be uploaded again", async () => {
    const url = await uploaded("again.txt", "text/plain", "first");
    expect(await (await fetch(url)).text()).toBe("first");
    await uploaded("again.txt", "text/plain", "second");
    const { result, asked } = await askedOf(() => fetchWhole(url));
    const { response, bytes } = result;
    expect(bytes.toString()).toBe("second");
    expect(asked).toEqual(["GET /media/again.txt"]);
    expect([response.headers.get("cache-control"), response.headers.get("etag")]).toEqual([
      "private, no-cache",
      null,
    ]);
  });

  test.each([
    ["photo.png", "image/png", "image/png", "inline; filename=photo.png"],
    ["a/b/clip.mp4", "video/mp4", "video/mp4", "inline; filename=clip.mp4"],
    ["page.html", "text/html", "text/html", "attachment; filename=page.html"],
    ["drawing.svg", "image/svg+xml", "image/svg+xml", "attachment; filename=drawing.svg"],
    ["paper.pdf", "application/pdf", "application/pdf", "attachment; filename=paper.pdf"],
    ["song.mp3", "application/octet-stream", "audio/mpeg", "inline; filename=song.mp3"],
    ["page2.html", "application/octet-stream", "text/html", "attachment; filename=page2.html"],
    ["unknown", "application/octet-stream", "application/octet-stream", "attachment; filename=unknown"],
    ["speech", "audio/wav", "audio/wav", "inline; filename=speech"],
    [
      "größe €.png",
      "image/png",
      "image/png",
      "inline; filename=\"gr??e ?.png\"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%E2%82%AC.png",
    ],
    ['a"b\\c.png', "image/png", "image/png", 'inline; filename="a\\"b\\\\c.png"'],
    [
      "a\r\nset-cookie: b",
      "image/png",
      "image/png",
      "inline; filename=\"a??set-cookie: b\"; filename*=UTF-8''a%0D%0Aset-cookie%3A%20b",
    ],
  ])("%j of type %s is given out as %s, %s", async (mediaId, type, givenType, disposition) => {
    const { headers, status } = await fetch(await uploaded(mediaId, type));
    expect([status, headers.get("content-type"), headers.get("content-disposition")]).toEqual([
      200,
      givenType,
      disposition,
    ]);
    expect(headers.get("set-cookie")).toBeNull();
  });

  test("a page of another origin may read it, whatever headers it adds", async () => {
    const headers = "authorization,if-none-match,range";
    const response = await fetch(signedUrl(stack.url, RECORDING), {
      method: "OPTIONS",
      headers: { origin: "https://app.example", "access-control-request-headers": headers },
    });
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD",
      "access-control-allow-headers": headers,
    });
  });

  test("no log line holds a signature or what it signs", async () => {
    await fetch(signedUrl(stack.url, { mediaId: "none.png" }));
    await fetch(`${signedUrl(stack.url, RECORDING)}x`);
    const lines = stack.logLines.join("\n");
    for (const name of ["signature", "expires=", new URL(signedUrl(stack.url, RECORDING)).pathname.slice(7)])
      expect(lines).not.toContain(name);
  });
});

describe("with a Bandwidth that does as it is told", () => {
  let upstream: Upstream;
  let gateway: RunningGateway;
  beforeAll(async () => {
    upstream = await startUpstream();
    gateway = await startGateway({ upstreamUrl: upstream.url });
  });
  afterEach(() => upstream.reset());
  afterAll(async () => {
    await gateway.stop();
    await upstream.stop();
  });
  const play = (headers: Record<string, string> = {}, ref: MediaRef = RECORDING) =>
    fetch(signedUrl(gateway.url, ref), { headers });
  const GET = `GET ${OF_RECORDING}`;

  test("a Bandwidth that knows ranges is asked for no more than the range", async () => {
    upstream.answer(GET, {
      status: 206,
      headers: { "content-type": "audio/mpeg", "content-range": "bytes 2-3/10", "content-length": "2" },
      body: "cd",
    });
    const response = await play({ range: "bytes=2-3" });
    expect([response.status, response.headers.get("content-range"), await response.text()]).toEqual([
      206,
      "bytes 2-3/10",
      "cd",
    ]);
    expect(response.headers.get("content-disposition")).toBe(`inline; filename=${RECORDING.recordingId}.mp3`);
    expect(upstream.requests(GET)[0]?.headers).toMatchObject({
      range: "bytes=2-3",
      "accept-encoding": "identity",
    });
    upstream.answer(GET, { status: 416, headers: { "content-range": "bytes */10" } });
    const beyond = await play({ range: "bytes=20-" });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, "bytes */10"]);
  });

  test.each(["reset", "reset after reading"] as const)(
    "a connection that broke before Bandwidth answered costs the player nothing: %s",
    async (fault) => {
      upstream.answer(GET, fault, { headers: { "content-length": "6" }, body: "abcdef" });
      const response = await play();
      expect([response.status, await response.text()]).toEqual([200, "abcdef"]);
      expect(upstream.requests(GET)).toHaveLength(2);
    },
  );

  const BROKEN_OFF: Answer = {
    headers: { "content-type": "audio/wav", "content-length": "1000" },
    body: "x",
    end: "cut",
  };
  test("a recording that breaks off before its first byte is asked for again", async () => {
    upstream.answer(GET, BROKEN_OFF, { headers: { "content-length": "6" }, body: "abcdef" });
    const response = await play();
    expect([response.status, await response.text()]).toEqual([200, "abcdef"]);
  });

  test("what breaks off before the first byte that is given out is told as an error, which nobody keeps for the recording", async () => {
    const inTheMiddle = { ...BROKEN_OFF, body: "x".repeat(1000) };
    for (const [answer, headers] of [
      [BROKEN_OFF, {}],
      [inTheMiddle, { range: "bytes=800-" }],
    ] as const) {
      upstream.answer(GET, answer);
      const response = await play(headers);
      expect([response.status, Object.fromEntries(response.headers)]).toEqual([
        503,
        expect.objectContaining({
          "cache-control": "no-store",
          "content-type": "application/json; charset=utf-8",
        }),
      ]);
      for (const name of ["etag", "content-disposition", "content-range", "accept-ranges"])
        expect(response.headers.get(name)).toBeNull();
      expect(await response.json()).toMatchObject({
        errors: [{ extensions: { code: "UPSTREAM_UNAVAILABLE" } }],
      });
    }
  });

  test("a part that nobody asked for is no answer", async () => {
    upstream.answer(GET, {
      status: 206,
      headers: { "content-range": "bytes 2-3/10", "content-length": "2" },
      body: "cd",
    });
    const response = await play();
    expect(response.status).toBe(502);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "UPSTREAM_INVALID_RESPONSE" } }],
    });
  });

  test("without a length no range can be given: the whole is, and says so", async () => {
    upstream.answer(GET, { headers: { "content-type": "audio/wav" }, body: "abcdef" });
    const response = await play({ range: "bytes=2-3" });
    expect([
      response.status,
      response.headers.get("accept-ranges"),
      response.headers.get("content-length"),
      await response.text(),
    ]).toEqual([200, "none", null, "abcdef"]);
  });

  test("what comes compressed all the same is passed on so, and says so: no range is cut out of it, and it has no tag of what is not", async () => {
    const headers = { "content-type": "audio/wav", "content-encoding": "gzip" };
    upstream.answer(GET, { headers: { ...headers, "content-length": "26" }, body: gzipSync("abcdef") });
    const whole = await play({ range: "bytes=2-3" });
    expect([whole.status, Object.fromEntries(whole.headers), await whole.text()]).toEqual([
      200,
      expect.objectContaining({ "content-encoding": "gzip", "accept-ranges": "none" }),
      "abcdef",
    ]);
    expect(whole.headers.get("etag")).toBeNull();

    const range = { "content-range": "bytes 0-25/26", "content-length": "26" };
    upstream.answer(GET, { status: 206, headers: { ...headers, ...range }, body: gzipSync("abcdef") });
    const part = await play({ range: "bytes=0-25" });
    expect([part.status, part.headers.get("content-encoding"), await part.text()]).toEqual([
      206,
      "gzip",
      "abcdef",
    ]);
  });

  test("Bandwidth's own ETag goes before the gateway's, and 304 comes from Bandwidth", async () => {
    upstream.answer(
      "GET /media/a.png",
      { headers: { "content-type": "image/png", etag: 'W/"v1"', "content-length": "1" }, body: "x" },
      { status: 304, headers: { etag: 'W/"v1"' } },
      { headers: { "content-type": "image/png", etag: 'W/"v1"', "content-length": "1" }, body: "x" },
      { headers: { "content-type": "image/png", etag: 'W/"v1"', "content-length": "2" }, body: "xy" },
    );
    const first = await play({}, { mediaId: "a.png" });
    expect([first.headers.get("etag"), await first.text()]).toEqual(['W/"v1"', "x"]);
    for (const _ of ["told by Bandwidth", "found out here"]) {
      const again = await play({ "if-none-match": 'W/"v1"' }, { mediaId: "a.png" });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, 'W/"v1"', ""]);
    }
    expect(upstream.requests("GET /media/a.png")[1]?.headers["if-none-match"]).toBe('W/"v1"');
    // A weak tag does not say that bytes are the same: no part is given for it.
    const part = await play({ range: "bytes=0-0", "if-range": 'W/"v1"' }, { mediaId: "a.png" });
    expect([part.status, await part.text()]).toEqual([200, "xy"]);
  });

  test.each<[number, number, string]>([
    [400, 502, "BAD_USER_INPUT"],
    [401, 502, "UPSTREAM_UNAUTHENTICATED"],
    [403, 502, "FORBIDDEN"],
    [404, 404, "NOT_FOUND"],
    [302, 502, "UPSTREAM_REJECTED"],
    [500, 503, "UPSTREAM_UNAVAILABLE"],
  ])("%i of Bandwidth is told as %i %s", async (status, told, code) => {
    upstream.answer(GET, { status, body: { type: "t", description: "No." } });
    const response = await play();
    expect([response.status, response.headers.get("content-type")]).toEqual([
      told,
      "application/json; charset=utf-8",
    ]);
    expect(await response.json()).toMatchObject({
      errors: [
        { message: expect.stringContaining("No."), extensions: { code, upstream: { api: "voice", status } } },
      ],
    });
    // Once more with a new token, and no other time.
    expect(upstream.requests(GET)).toHaveLength(status === 401 ? 2 : 1);
  });

  test("who holds a URL is not told what the gateway proves itself by, which Bandwidth may repeat", async () => {
    upstream.answer(GET, ({ headers: { authorization } }) => ({
      status: 403,
      body: { message: `Authorization=${authorization}` },
    }));
    const told = await (await play()).text();
    expect(told).toContain("Authorization=[masked]");
    expect(told + gateway.logLines.join("")).not.toContain("access-token-");
  });

  test("429 is told as 503 with Retry-After where waiting is of no use", async () => {
    upstream.answer(GET, { status: 429, headers: { "retry-after": "60" } });
    const response = await play();
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "60"]);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: "RATE_LIMITED", retryAfter: 60 } }],
    });
  });

  test("a token that Bandwidth does not take any more is renewed", async () => {
    upstream.answer(GET, { status: 401 }, { headers: { "content-length": "1" }, body: "x" });
    expect(await (await play()).text()).toBe("x");
    expect(upstream.requests(`POST ${TOKEN_PATH}`).length).toBeGreaterThan(0);
  });

  test("a Bandwidth that breaks off in the middle breaks off the answer: no half a recording passes for a whole one", async () => {
    upstream.answer(GET, { headers: { "content-type": "audio/wav" }, body: "x".repeat(1000), end: "cut" });
    const response = await play();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  // Unheard errors are told by vitest as the end of the process that they are.
  test("bytes of Bandwidth's that nobody wants end nothing: of a HEAD that waits for the answer before it, and of an upload", async () => {
    const held = Promise.withResolvers<void>();
    const file = { headers: { "content-type": "audio/wav", "content-length": "50" }, body: "x".repeat(50) };
    upstream.answer(GET, { ...file, after: held.promise }, file);
    const { port, pathname, search } = new URL(signedUrl(gateway.url, RECORDING));
    const socket = connect(Number(port), "localhost");
    const line = `${pathname}${search} HTTP/1.1\r\nHost: gateway\r\n`;
    socket.write(`GET ${line}\r\nHEAD ${line}Connection: close\r\n\r\n`);
    await expect.poll(() => upstream.requests(GET).length).toBe(2);
    held.resolve();
    const answers = await text(socket);
    expect(answers.match(/HTTP\/1.1 200 OK/g)).toHaveLength(2);

    upstream.answer("PUT /media/a.png", { status: 200, body: {} });
    const form = uploadForm({ mediaId: "a.png" }, new File(["x"], "f", { type: "image/png" }));
    expect((await sendForm(gateway.url, form)).errors).toBeUndefined();
  });

  test.each([
    ["a proxy's page", "<html>"],
    ["a text of more than 64 KB", JSON.stringify("x".repeat(64 * 1024))],
  ])("an upload that %s answers is OUTCOME_UNKNOWN", async (_what, body) => {
    upstream.answer("PUT /media/a.png", { headers: { "content-type": "text/html" }, body });
    const form = uploadForm({ mediaId: "a.png" }, new File(["x"], "f", { type: "image/png" }));
    expect(await sendForm(gateway.url, form)).toMatchObject({
      errors: [{ extensions: { code: "OUTCOME_UNKNOWN" } }],
    });
  });

  test("an upload that Bandwidth answers with 401 is not sent again, for its file is gone; the next has a new token", async () => {
    upstream.answer("PUT /media/a.png", { status: 401 }, { status: 204 });
    const send = () =>
      sendForm(gateway.url, uploadForm({ mediaId: "a.png" }, new File(["x"], "f", { type: "image/png" })));
    expect(await send()).toMatchObject({ errors: [{ extensions: { code: "UPSTREAM_UNAUTHENTICATED" } }] });
    expect((await send()).errors).toBeUndefined();
    const tokens = upstream.requests("PUT /media/a.png").map(({ headers }) => headers["authorization"]);
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).not.toBe(tokens[1]);
  });
});

test.each([
  ["before it has answered", false, false],
  ["while it sends", true, true],
  ["while it pauses in the middle", true, false],
])("a client that goes away ends the request to Bandwidth %s", async (_when, answers, goesOn) => {
  const arrived = Promise.withResolvers<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      response.end(JSON.stringify({ access_token: "token", expires_in: 3600 }));
      return;
    }
    arrived.resolve(response);
    if (!answers) return;
    response.writeHead(200, { "content-type": "audio/wav", "content-length": "1000000000" });
    const more = () => {
      while (response.write(Buffer.alloc(65_536)) && goesOn);
    };
    if (goesOn) response.on("drain", more);
    more();
  }).listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  const gateway = await startGateway({ upstreamUrl: `http://localhost:${address.port}` });

  const request = get(signedUrl(gateway.url, RECORDING)).on("error", () => undefined);
  const upstreamAnswer = await arrived.promise;
  if (answers) {
    const [response] = await once(request, "response");
    await once(response, "data");
  }
  const closed = once(upstreamAnswer, "close").then(() => "closed");
  request.destroy();
  // Well before the 10 seconds after which the gateway gives up by itself.
  expect(await Promise.race([closed, setTimeout(5_000, "open")])).toBe("closed");
  expect(upstreamAnswer.writableFinished).toBe(false);
  expect(gateway.logLines.join("")).not.toContain("UPSTREAM_");

  await gateway.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
