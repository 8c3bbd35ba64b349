import { Readable } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../support/freePort.ts";
import { riseInMegabytes, runGateway, runSandbox } from "../support/processes.ts";
import { temporaryFolder } from "../support/stack.ts";
import { beginningOfUpload, END_OF_UPLOAD, openUpload } from "../support/upload.ts";

const MEGABYTE = 1024 * 1024;
const FILE_MEGABYTES = 100;
const MAY_RISE_MEGABYTES = 16;
const BLOCK = Buffer.alloc(64 * 1024, "media");

const folder = temporaryFolder();
let sandbox: Awaited<ReturnType<typeof runSandbox>>;
let gateway: Awaited<ReturnType<typeof runGateway>>;
beforeEach(async () => {
  const port = await freePort();
  const limit = String(FILE_MEGABYTES * MEGABYTE);
  sandbox = await runSandbox({
    port: await freePort(),
    callbackUrl: `http://localhost:${port}`,
    environment: { SANDBOX_MAX_MEDIA_BYTES: limit },
  });
  gateway = await runGateway({
    port,
    upstreamUrl: sandbox.url,
    dataDir: folder.path,
    // V8 lets its young generation grow to 48 MB before it looks for garbage. Kept small, what is measured is what is held.
    environment: { MEDIA_UPLOAD_MAX_BYTES: limit, NODE_OPTIONS: "--max-semi-space-size=1" },
  });
});
afterEach(async () => {
  await gateway.end("SIGKILL");
  await sandbox.end("SIGKILL");
  folder.remove();
});

/** Uploads a file that this process does not hold either; resolves with its URL. */
async function upload(megabytes: number): Promise<string> {
  const { request, answer } = openUpload(gateway.url);
  function* body() {
    yield Buffer.from(beginningOfUpload("big.bin"));
    for (let sent = 0; sent < megabytes * MEGABYTE; sent += BLOCK.length) yield BLOCK;
    yield Buffer.from(END_OF_UPLOAD);
  }
  Readable.from(body(), { objectMode: false }).pipe(request);
  const { data } = await answer;
  expect(data).toMatchObject({ uploadMedia: { mediaFile: { contentLength: megabytes * MEGABYTE } } });
  return (data as { uploadMedia: { mediaFile: { url: string } } }).uploadMedia.mediaFile.url;
}

async function download(url: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of (await fetch(url)).body ?? []) bytes += chunk.length;
  return bytes;
}

/** Of three times: what is held shows each time, garbage that was not collected yet does not. */
async function leastRise(transfer: () => Promise<void>): Promise<number> {
  const rises: number[] = [];
  for (let times = 0; times < 3; times++) rises.push(await riseInMegabytes(gateway, transfer));
  return Math.min(...rises);
}

test("100 MB up and 100 MB down are never in the gateway's memory", async () => {
  // Until code is compiled and connections stand.
  for (let times = 0; times < 10; times++) await download(await upload(3));

  let url = "";
  const up = await leastRise(async () => {
    url = await upload(FILE_MEGABYTES);
  });
  const down = await leastRise(async () => {
    expect(await download(url)).toBe(FILE_MEGABYTES * MEGABYTE);
  });
  console.log(`memory: ${up.toFixed(1)} MB more for the upload, ${down.toFixed(1)} MB for the download`);
  expect(up).toBeLessThan(MAY_RISE_MEGABYTES);
  expect(down).toBeLessThan(MAY_RISE_MEGABYTES);
});
