import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { Configuration, MediaApi } from "bandwidth-sdk";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createGateway } from "../../src/gateway.ts";
import { API_KEY, post } from "../support/client.ts";
import { type FileUpstream, startFileUpstream } from "../support/fileUpstream.ts";
import { freePort } from "../support/freePort.ts";
import {
  gatewayEnvironment,
  type RunningGateway,
  type Stack,
  startGateway,
  startStack,
  temporaryFolder,
} from "../support/stack.ts";
import {
  beginningOfUpload,
  END_OF_UPLOAD,
  field,
  fileHead,
  openUpload,
  sendForm,
  UPLOAD,
  uploadForm,
} from "../support/upload.ts";

const png = (bytes: Uint8Array<ArrayBuffer> | string) => new File([bytes], "f.png", { type: "image/png" });

describe("with the sandbox", () => {
  let stack: Stack;
  let vendor: MediaApi;
  beforeAll(async () => {
    stack = await startStack();
    vendor = new MediaApi(
      new Configuration({ username: "sandbox", password: "sandbox", basePath: `${stack.sandboxUrl}/api/v2` }),
    );
  });
  afterAll(() => stack.stop());

  const puts = async () =>
    (await stack.sandbox.requests())
      .filter(({ method }) => method === "PUT")
      .map(({ path, status }) => `${path} ${status}`);
  const stored = async () => (await vendor.listMedia("9900000")).data.map(({ mediaName }) => mediaName);

  test("a file arrives at Bandwidth byte for byte, with its type and Cache-Control, by one PUT", async () => {
    const bytes = new Uint8Array(randomBytes(1_000_000));
    const { data, errors } = await sendForm(
      stack.url,
      uploadForm({ mediaId: "menus/ü 1.png", cacheControl: "no-store" }, png(bytes)),
    );
    expect(errors).toBeUndefined();
    const content = `${stack.sandboxUrl}/api/v2/users/9900000/media/menus/%C3%BC%201.png`;
    expect(data).toEqual({
      uploadMedia: {
        mediaFile: {
          mediaId: "menus/ü 1.png",
          content,
          contentLength: 1_000_000,
          url: expect.stringContaining(`${stack.url}/media/`),
        },
      },
    });
    expect(await puts()).toEqual(["/api/v2/users/9900000/media/menus/%C3%BC%201.png 204"]);

    const received = await vendor.getMedia("9900000", "menus/ü 1.png", { responseType: "arraybuffer" });
    expect(Buffer.from(received.data as unknown as ArrayBuffer).equals(bytes)).toBe(true);
    expect(received.headers).toMatchObject({ "content-type": "image/png", "cache-control": "no-store" });
    expect((await vendor.listMedia("9900000")).data).toEqual([
      { mediaName: "menus/ü 1.png", content, contentLength: 1_000_000 },
    ]);
  });

  test("fields that come as files, or in pieces of a byte, are read all the same", async () => {
    const form = uploadForm({ mediaId: "blob.png" }, png("x"));
    for (const name of ["operations", "map"]) {
      form.set(name, new Blob([String(form.get(name))], { type: "application/json" }));
    }
    const reordered = new FormData();
    for (const name of ["operations", "map", "0"]) reordered.set(name, form.get(name) ?? "");
    expect((await sendForm(stack.url, reordered)).errors).toBeUndefined();

    const { request, answer } = openUpload(stack.url);
    for (const byte of `${beginningOfUpload("bytes.bin")}\r\n--A-\r\n${END_OF_UPLOAD}`) {
      if (!request.write(byte)) await once(request, "drain");
    }
    request.end();
    expect(await answer).toMatchObject({ data: { uploadMedia: { mediaFile: { contentLength: 8 } } } });
    expect((await vendor.getMedia("9900000", "bytes.bin", { responseType: "text" })).data).toBe(
      "\r\n--A-\r\n",
    );
  });

  test("a file without a byte is a file", async () => {
    const { data } = await sendForm(stack.url, uploadForm({ mediaId: "empty.png" }, png("")));
    expect(data).toMatchObject({ uploadMedia: { mediaFile: { contentLength: 0 } } });
    expect(await stored()).toContain("empty.png");
  });

  const BOTH =
    "mutation ($a: UploadMediaInput!, $b: UploadMediaInput!) { a: uploadMedia(input: $a) { mediaFile { mediaId contentLength } } b: uploadMedia(input: $b) { mediaFile { mediaId contentLength } } }";
  const both = (file: unknown = null) => ({
    query: BOTH,
    variables: { a: { mediaId: "a.png", file }, b: { mediaId: "b.png", file } },
  });
  const twoFiles = (order: readonly string[], size = 1) => {
    const form = new FormData();
    form.set("operations", JSON.stringify(both()));
    form.set("map", JSON.stringify({ first: ["variables.a.file"], second: ["variables.b.file"] }));
    for (const name of order) form.set(name, png(name.repeat(size)));
    return form;
  };

  test("several files of one request stream one after another", async () => {
    expect(await sendForm(stack.url, twoFiles(["first", "second"]))).toMatchObject({
      data: {
        a: { mediaFile: { mediaId: "a.png", contentLength: 5 } },
        b: { mediaFile: { mediaId: "b.png", contentLength: 6 } },
      },
    });
  });

  test.each([1, 500_000])(
    "of files in another order than their fields, the one that came too early is told (%i bytes)",
    async (size) => {
      expect(await sendForm(stack.url, twoFiles(["second", "first"], size))).toMatchObject({
        status: 200,
        data: { a: { mediaFile: { mediaId: "a.png", contentLength: 5 * size } }, b: null },
        errors: [
          {
            message: 'The file "second" came too early: send files in the order of the fields that take them',
            path: ["b"],
            extensions: { code: "BAD_REQUEST" },
          },
        ],
      });
    },
  );

  test("a field that fails before it takes its file costs the next field nothing", async () => {
    const form = twoFiles(["first", "second"], 100_000);
    const operations = both();
    operations.variables.a.mediaId = "";
    form.set("operations", JSON.stringify(operations));
    expect(await sendForm(stack.url, form)).toMatchObject({
      data: { a: null, b: { mediaFile: { contentLength: 600_000 } } },
      errors: [{ path: ["a"], extensions: { field: "input.mediaId" } }],
    });
  });

  test("a file that Bandwidth refuses costs the next field nothing", async () => {
    await stack.sandbox.post("faults", { operation: "uploadMedia", status: 500 });
    expect(await sendForm(stack.url, twoFiles(["first", "second"], 200_000))).toMatchObject({
      data: { a: null, b: { mediaFile: { contentLength: 1_200_000 } } },
      errors: [{ path: ["a"], extensions: { upstream: { status: 500 } } }],
    });
  });

  test("a file whose type is none costs the next field nothing", async () => {
    const { request, answer } = openUpload(stack.url);
    request.end(
      `${field("operations", JSON.stringify(both()))}${field("map", '{"0":["variables.a.file"],"1":["variables.b.file"]}')}` +
        `${fileHead("0", "no type")}${"x".repeat(300_000)}\r\n${fileHead("1", "image/png")}second${END_OF_UPLOAD}`,
    );
    expect(await answer).toMatchObject({
      data: { a: null, b: { mediaFile: { contentLength: 6 } } },
      errors: [{ path: ["a"], message: "input.file must have a Content-Type such as image/png" }],
    });
  });

  test("a file that Bandwidth refuses while it is still coming costs the next field nothing", async () => {
    await stack.sandbox.post("faults", { operation: "uploadMedia", status: 500 });
    const refused = async () =>
      (await stack.sandbox.requests()).filter(({ status }) => status === 500).length;
    const before = await refused();
    const { request, answer } = openUpload(stack.url);
    request.write(
      `${field("operations", JSON.stringify(both()))}${field("map", '{"0":["variables.a.file"],"1":["variables.b.file"]}')}` +
        `${fileHead("0", "image/png")}${"x".repeat(300_000)}`,
    );
    await vi.waitFor(async () => expect(await refused()).toBe(before + 1));
    request.end(`${"x".repeat(300_000)}\r\n${fileHead("1", "image/png")}second${END_OF_UPLOAD}`);
    expect(await answer).toMatchObject({
      data: { a: null, b: { mediaFile: { contentLength: 6 } } },
      errors: [{ path: ["a"], extensions: { upstream: { status: 500 } } }],
    });
  });

  test("a file can be taken once: the second field of one file is told", async () => {
    const form = uploadForm({}, png("x"), {
      operations: both(),
      map: { 0: ["variables.a.file", "variables.b.file"] },
    });
    expect(await sendForm(stack.url, form)).toMatchObject({
      data: { a: { mediaFile: { mediaId: "a.png" } }, b: null },
      errors: [
        {
          message: "input.file was taken by another field of this operation: send it twice",
          path: ["b"],
          extensions: { code: "BAD_USER_INPUT", field: "input.file" },
        },
      ],
    });
  });

  test("a file that is not in the request is told", async () => {
    const form = uploadForm({ mediaId: "missing.png" }, png("x"));
    form.delete("0");
    expect(await sendForm(stack.url, form)).toMatchObject({
      data: { uploadMedia: null },
      errors: [{ message: 'The file "0" is not in the request', extensions: { code: "BAD_REQUEST" } }],
    });
    expect(await stored()).not.toContain("missing.png");
  });

  test.each([
    ["a variable that the operation does not have", "{ __typename }", { input: { file: null } }],
    [
      "a field that is skipped",
      "mutation ($input: UploadMediaInput!) { uploadMedia(input: $input) @skip(if: true) { mediaFile { mediaId } } __typename }",
      { input: { mediaId: "skipped.png", file: null } },
    ],
  ])("a file that no field takes is told: %s", async (_name, query, variables) => {
    const form = uploadForm({}, png("x".repeat(500_000)), { operations: { query, variables } });
    expect(await sendForm(stack.url, form)).toMatchObject({
      errors: [
        {
          message: "variables.input.file is a file that no field of the operation took",
          extensions: { code: "BAD_USER_INPUT", field: "variables.input.file" },
        },
      ],
    });
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["input.mediaId", { mediaId: "" }, "must not be empty"],
    ["input.mediaId", { mediaId: "a/../b" }, "must have a name between its slashes, other than . and .."],
    ["input.mediaId", { mediaId: "/a" }, "must have a name between its slashes, other than . and .."],
    ["input.mediaId", { mediaId: "a\ud800" }, "must be well-formed Unicode"],
    [
      "input.cacheControl",
      { mediaId: "a", cacheControl: "a\r\nx: y" },
      "must be a header value: printable ASCII",
    ],
  ])("%s is checked before anything is sent: %j", async (name, input, message) => {
    const before = await puts();
    expect(await sendForm(stack.url, uploadForm(input, png("x")))).toMatchObject({
      data: { uploadMedia: null },
      errors: [{ message: `${name} ${message}`, extensions: { code: "BAD_USER_INPUT", field: name } }],
    });
    expect(await puts()).toEqual(before);
  });

  test.each<[unknown]>([["x"], [{}], [null]])("a file must come by multipart, not as %j", async (file) => {
    const { data, errors } = await post(stack.url, UPLOAD, { input: { mediaId: "json.png", file } });
    expect(data ?? null).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT" }, message: expect.stringContaining("input.file") },
    ]);
  });

  test("a type that Bandwidth does not take is refused by it, and the answer comes though the file is still on its way", async () => {
    const { request, answer } = openUpload(stack.url);
    request.write(beginningOfUpload("a.exe").replace("application/octet-stream", "application/x-msdownload"));
    request.write("MZ");
    expect(await answer).toMatchObject({
      data: { uploadMedia: null },
      errors: [{ extensions: { code: "UPSTREAM_REJECTED", upstream: { api: "messaging", status: 415 } } }],
    });
    request.destroy();
  });

  test("a Content-Type that is none is refused", async () => {
    const { request, answer } = openUpload(stack.url);
    request.end(`${beginningOfUpload("a").replace("application/octet-stream", "no type")}x${END_OF_UPLOAD}`);
    expect(await answer).toMatchObject({
      errors: [{ message: "input.file must have a Content-Type such as image/png" }],
    });
  });

  test("an answer that was lost is OUTCOME_UNKNOWN, and the upload may be repeated", async () => {
    await stack.sandbox.post("faults", { operation: "uploadMedia", reset: "after" });
    const send = () => sendForm(stack.url, uploadForm({ mediaId: "lost.png" }, png("x")));
    expect(await send()).toMatchObject({
      data: { uploadMedia: null },
      errors: [{ extensions: { code: "OUTCOME_UNKNOWN" }, path: ["uploadMedia"] }],
    });
    expect(await stored()).toContain("lost.png");
    expect((await send()).errors).toBeUndefined();
  });

  test("a failure before the file was sent whole is no OUTCOME_UNKNOWN: nothing can be stored of it", async () => {
    await stack.sandbox.post("faults", { operation: "uploadMedia", reset: "before" });
    const { request, answer } = openUpload(stack.url);
    request.write(beginningOfUpload("half.png") + "x".repeat(1_000_000));
    expect(await answer).toMatchObject({ errors: [{ extensions: { code: "UPSTREAM_UNAVAILABLE" } }] });
    request.destroy();
    expect(await stored()).not.toContain("half.png");
  });
});

describe("with a Bandwidth that tells what it sees", () => {
  const LIMIT = 100_000;
  const tooLarge = {
    message: `A file may have ${LIMIT} bytes at most: MEDIA_UPLOAD_MAX_BYTES of the gateway`,
    extensions: { code: "REQUEST_TOO_LARGE" },
  };
  let upstream: FileUpstream;
  let gateway: RunningGateway;
  beforeEach(async () => {
    upstream = await startFileUpstream();
    gateway = await startGateway({
      upstreamUrl: upstream.url,
      environment: { MEDIA_UPLOAD_MAX_BYTES: String(LIMIT) },
    });
  });
  afterEach(async () => {
    await gateway.stop();
    await upstream.stop();
  });

  test("a file of exactly the limit is taken", async () => {
    const { errors } = await sendForm(gateway.url, uploadForm({ mediaId: "a" }, png("x".repeat(LIMIT))));
    expect(errors).toBeUndefined();
    expect(upstream.puts[0]?.received()).toHaveLength(LIMIT);
  });

  test("at the byte that goes over the limit, the PUT is cut off and the answer names the limit and the setting", async () => {
    const { request, answer } = openUpload(gateway.url);
    request.write(beginningOfUpload("a") + "x".repeat(LIMIT));
    const put = await upstream.put(0);
    request.write("x");
    expect(await answer).toMatchObject({ status: 200, data: { uploadMedia: null }, errors: [tooLarge] });
    expect(await put.end).toBe("aborted");
    request.destroy();
  });

  test("a Content-Length that is over the limit by itself is refused before the file is sent, and Bandwidth hears nothing", async () => {
    const { request, answer } = openUpload(gateway.url, {
      authorization: `Bearer ${API_KEY}`,
      "content-length": String(LIMIT + 2 * 1024 * 1024),
    });
    request.write(beginningOfUpload("a"));
    expect(await answer).toMatchObject({ status: 413, errors: [tooLarge] });
    expect(upstream.puts).toEqual([]);
    request.destroy();
  });

  test("the file streams: Bandwidth has its beginning while its end is not yet sent", async () => {
    const { request, answer } = openUpload(gateway.url);
    request.write(`${beginningOfUpload("a")}begin`);
    const put = await upstream.put(0);
    request.end(`end${END_OF_UPLOAD}`);
    expect((await answer).errors).toBeUndefined();
    expect(put.received()).toBe("beginend");
    expect(put.headers).toMatchObject({ "content-type": "application/octet-stream" });
  });

  test("a client that goes away cuts off the PUT", async () => {
    const { request } = openUpload(gateway.url);
    request.on("error", () => undefined);
    request.write(`${beginningOfUpload("a")}begin`);
    const put = await upstream.put(0);
    request.destroy();
    expect(await put.end).toBe("aborted");
  });

  test("a request that ends in the middle of a file cuts off the PUT", async () => {
    const { request, answer } = openUpload(gateway.url);
    request.write(`${beginningOfUpload("a")}begin`);
    const put = await upstream.put(0);
    request.end();
    expect(await answer).toMatchObject({
      data: { uploadMedia: null },
      errors: [{ message: "The request ended in the middle of a file", extensions: { code: "BAD_REQUEST" } }],
    });
    expect(await put.end).toBe("aborted");
  });

  test("a stop of the gateway waits for an upload that is under way", async () => {
    const { request, answer } = openUpload(gateway.url);
    request.write(`${beginningOfUpload("a")}begin`);
    await upstream.put(0);
    const stopped = gateway.stop();
    request.end(END_OF_UPLOAD);
    expect((await answer).errors).toBeUndefined();
    await stopped;
    gateway = await startGateway({ upstreamUrl: upstream.url });
  });

  test("without an API key the answer is 401 before the body is sent", async () => {
    const { request, answer } = openUpload(gateway.url, { "x-requested-with": "test" });
    request.flushHeaders();
    expect(await answer).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: "UNAUTHENTICATED" } }],
    });
    request.destroy();
  });

  const operations = field(
    "operations",
    JSON.stringify({ query: UPLOAD, variables: { input: { mediaId: "a", file: null } } }),
  );
  const map = (value: unknown) => field("map", JSON.stringify(value));
  const file = (name = "0") => `${fileHead(name, "image/png")}x\r\n`;
  const good = map({ 0: ["variables.input.file"] });
  test.each<[string, string, number, string]>([
    [
      "no operations",
      good,
      400,
      "The field map has no place here: operations comes first, map second, files last",
    ],
    ["nothing at all", "", 400, "The field operations is missing"],
    ["no map", operations, 400, "The field map is missing"],
    ["a file before map", operations + file() + good, 400, "operations and map must come before the files"],
    [
      "operations that are no JSON",
      field("operations", "{") + good,
      400,
      "operations must be a JSON object with a query",
    ],
    [
      "operations without anything",
      field("operations", "{}") + good,
      400,
      "operations must be a JSON object with a query",
    ],
    [
      "a batch",
      field("operations", "[{}]") + good,
      400,
      "operations must be one operation: batches are not taken",
    ],
    [
      "a map that is no JSON",
      operations + field("map", "x"),
      400,
      'map must be JSON such as {"0": ["variables.input.file"]}',
    ],
    [
      "a file without a place",
      operations + map({ 0: [] }),
      400,
      'map must be JSON such as {"0": ["variables.input.file"]}',
    ],
    [
      "a place that is not there",
      operations + map({ 0: ["variables.file"] }),
      400,
      "map names variables.file, where operations has no null for a file",
    ],
    [
      "a place that holds a value",
      operations + map({ 0: ["variables.input.mediaId"] }),
      400,
      "map names variables.input.mediaId, where operations has no null for a file",
    ],
    [
      "a place outside of variables",
      operations + map({ 0: ["query"] }),
      400,
      "map names query, where operations has no null for a file",
    ],
    [
      "a place in the prototype",
      operations + map({ 0: ["variables.__proto__.x"] }),
      400,
      "map names variables.__proto__.x, where operations has no null for a file",
    ],
    [
      "two files for one place",
      operations + map({ 0: ["variables.input.file"], 1: ["variables.input.file"] }),
      400,
      "map has two files for variables.input.file",
    ],
    [
      "too many files",
      field("operations", JSON.stringify({ query: "{ a }", variables: { f: Array(11).fill(null) } })) +
        map(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [i, [`variables.f.${i}`]]))),
      400,
      "A request may have 10 files at most",
    ],
    [
      "operations over the limit",
      field("operations", "x".repeat(256 * 1024 + 1)),
      413,
      "operations may have 262144 bytes at most",
    ],
    [
      "a map over the limit",
      operations + field("map", "x".repeat(256 * 1024 + 1)),
      413,
      "map may have 262144 bytes at most",
    ],
  ])(
    "a request that is not as the spec has it is refused at once: %s",
    async (_name, body, status, message) => {
      const { request, answer } = openUpload(gateway.url);
      request.end(`${body}--B--\r\n`);
      expect(await answer).toMatchObject({
        status,
        errors: [{ message, extensions: { code: status === 413 ? "REQUEST_TOO_LARGE" : "BAD_REQUEST" } }],
      });
      expect(upstream.puts).toEqual([]);
    },
  );

  test("a third field is refused", async () => {
    const { request, answer } = openUpload(gateway.url);
    request.end(`${operations}${good}${good}${file()}--B--\r\n`);
    const message = "The field map has no place here: operations comes first, map second, files last";
    expect(await answer).toMatchObject({ errors: [{ message }] });
  });

  test("a file that map does not name is refused", async () => {
    const { request, answer } = openUpload(gateway.url);
    request.end(`${operations}${good}${file("1")}--B--\r\n`);
    expect(await answer).toMatchObject({ errors: [{ message: 'map has no file "1"' }] });
  });

  test.each([
    ["no boundary", "multipart/form-data", "The Content-Type must be multipart/form-data with a boundary"],
    ["another boundary", "multipart/form-data; boundary=C", "The body cannot be read as multipart/form-data"],
  ])("%s is told", async (_name, type, message) => {
    const { request, answer } = openUpload(gateway.url, {
      authorization: `Bearer ${API_KEY}`,
      "content-type": type,
    });
    request.end(`${operations}${good}${file()}--B--\r\n`);
    expect(await answer).toMatchObject({ status: 400, errors: [{ message }] });
  });

  test("a connection serves on after a request that was refused", async () => {
    const socket = connect(gateway.port, "localhost");
    const head = `POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${API_KEY}\r\n`;
    const body = `${good}${"x".repeat(1_000_000)}`;
    socket.write(
      `${head}content-type: multipart/form-data; boundary=B\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    );
    const query = '{"query":"{ __typename }"}';
    socket.write(
      `${head}content-type: application/json\r\ncontent-length: ${query.length}\r\nconnection: close\r\n\r\n${query}`,
    );
    let text = "";
    for await (const chunk of socket) text += String(chunk);
    expect(text).toMatch(/^HTTP\/1.1 400 /);
    expect(text).toContain('{"data":{"__typename":"Query"}}');
  });
});

describe("a gateway that asks nobody for an API key", () => {
  const folder = temporaryFolder();
  let url: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const port = await freePort();
    const environment = gatewayEnvironment({ port, upstreamUrl: "http://localhost:1", dataDir: folder.path });
    const gateway = await createGateway(
      { ...readConfig(environment), apiKeys: [] },
      pino({ level: "silent" }),
    );
    url = await gateway.start();
    stop = gateway.stop;
  });
  afterAll(async () => {
    await stop();
    folder.remove();
  });

  const form = () => uploadForm({ mediaId: "" }, png("x"));
  test("refuses a multipart request that a page of another origin could send unasked", async () => {
    expect(await sendForm(url, form(), {})).toMatchObject({
      status: 400,
      errors: [
        {
          message:
            "A multipart request must have a header x-requested-with or graphql-require-preflight or apollo-require-preflight",
          extensions: { code: "BAD_REQUEST" },
        },
      ],
    });
  });

  test.each(["x-requested-with", "graphql-require-preflight", "apollo-require-preflight", "authorization"])(
    "takes one with %s, which a browser asks for before",
    async (header) => {
      const { errors } = await sendForm(url, form(), { [header]: "1" });
      expect(errors).toMatchObject([{ extensions: { field: "input.mediaId" } }]);
      const preflight = await fetch(`${url}/graphql`, {
        method: "OPTIONS",
        headers: {
          origin: "https://app.example",
          "access-control-request-method": "POST",
          "access-control-request-headers": header,
        },
      });
      expect(preflight.headers.get("access-control-allow-headers")).toContain(header);
    },
  );
});
