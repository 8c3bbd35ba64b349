import { once } from "node:events";
import { afterAll, describe, expect, test } from "vitest";
import { type FileUpstream, startFileUpstream } from "../support/fileUpstream.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { beginningOfUpload, END_OF_UPLOAD, openUpload } from "../support/upload.ts";

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
    return { upstream, ...openUpload(gateway.url) };
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

  test("a file that is slow to come, but comes, may take longer than other requests", async () => {
    const { request, answer } = await start();
    request.write(beginningOfUpload("a"));
    // Node looks for requests over their 30 seconds every 30 seconds.
    for (let seconds = 0; seconds < 65; seconds += 5) {
      request.write("x");
      await new Promise((resolve) => setTimeout(resolve, 5_000));
    }
    request.end(END_OF_UPLOAD);
    expect(await answer).toMatchObject({ data: { uploadMedia: { mediaFile: { contentLength: 13 } } } });
  });
});
