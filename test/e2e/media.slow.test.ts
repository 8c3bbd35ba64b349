import { createServer } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { API_KEY, query } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { type Stack, startStack } from "../support/stack.ts";
import { UPLOAD } from "../support/upload.ts";

// An application of another origin, as a frontend of the gateway is.
const server = createServer((_request, response) => {
  response.setHeader("content-type", "text/html");
  response.end("<!doctype html><title>An application</title>");
});
let stack: Stack;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  stack = await startStack();
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, "localhost", resolve));
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(`http://localhost:${port}/`);
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
  await stack.stop();
});

test("an <audio> element plays a recording from Recording.mediaUrl, and seeks in it", async () => {
  const { recordings } = (await query(stack.url, "{ recordings { recordings { mediaUrl } } }")) as {
    recordings: { recordings: { mediaUrl: string }[] };
  };
  const played = await page.evaluate(async (url) => {
    const audio = document.createElement("audio");
    audio.muted = true;
    audio.src = url;
    document.body.append(audio);
    const heard = (name: string) =>
      new Promise((resolve, reject) => {
        audio.addEventListener(name, resolve, { once: true });
        audio.addEventListener("error", () => reject(new Error(audio.error?.message)), { once: true });
      });
    await heard("loadedmetadata");
    const { duration } = audio;
    await Promise.all([heard("timeupdate"), audio.play()]);
    const position = audio.currentTime;
    const target = duration - 1;
    audio.currentTime = target;
    await heard("seeked");
    const sought = audio.currentTime;
    await heard("ended");
    return { duration, position, target, sought, end: audio.currentTime };
  }, recordings.recordings[0]?.mediaUrl ?? "");
  // The sandbox's first recording is of 7.7 seconds.
  expect(played.duration).toBeGreaterThan(5);
  expect(played.position).toBeGreaterThanOrEqual(0);
  expect(played.sought).toBeGreaterThanOrEqual(played.target - 0.1);
  expect(played.end).toBe(played.duration);
});

test("a page uploads a file, shows it, and reads a part of it", async () => {
  const shown = await page.evaluate(
    async ({ gateway, key, document: query }) => {
      const canvas = document.createElement("canvas");
      canvas.width = 3;
      canvas.height = 2;
      const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
      const form = new FormData();
      form.append(
        "operations",
        JSON.stringify({ query, variables: { input: { mediaId: "drawings/3×2.png", file: null } } }),
      );
      form.append("map", JSON.stringify({ 0: ["variables.input.file"] }));
      if (file) form.append("0", file, "drawing.png");
      const answer = await fetch(`${gateway}/graphql`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}` },
        body: form,
      });
      const { data } = await answer.json();
      const { url, contentLength } = data.uploadMedia.mediaFile;
      const image = new Image();
      image.src = url;
      await image.decode();
      const part = await fetch(url, { headers: { range: "bytes=1-3" } });
      return {
        sameLength: contentLength === file?.size,
        width: image.naturalWidth,
        height: image.naturalHeight,
        part: await part.text(),
        range: part.headers.get("content-range")?.split("/")[0],
        disposition: part.headers.get("content-disposition"),
      };
    },
    { gateway: stack.url, key: API_KEY, document: UPLOAD },
  );
  expect(shown).toEqual({
    sameLength: true,
    width: 3,
    height: 2,
    part: "PNG",
    range: "bytes 1-3",
    disposition: "inline; filename=\"3?2.png\"; filename*=UTF-8''3%C3%972.png",
  });
});

test("a file over the limit: the page learns why, not that the connection broke", async () => {
  const answer = await page.evaluate(
    async ({ gateway, key, document: query }) => {
      const form = new FormData();
      form.append(
        "operations",
        JSON.stringify({ query, variables: { input: { mediaId: "big", file: null } } }),
      );
      form.append("map", JSON.stringify({ 0: ["variables.input.file"] }));
      form.append("0", new Blob([new Uint8Array(8_000_000)]), "big");
      const response = await fetch(`${gateway}/graphql`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}` },
        body: form,
      });
      return { status: response.status, text: await response.text() };
    },
    { gateway: stack.url, key: API_KEY, document: UPLOAD },
  );
  expect(answer.status).toBe(413);
  expect(answer.text).toContain(
    "A file may have 3932160 bytes at most: MEDIA_UPLOAD_MAX_BYTES of the gateway",
  );
});

test("a page sends whatever headers its client adds, and reads why it is refused", async () => {
  const seen = await page.evaluate(
    async ({ gateway, key }) => {
      const ask = async (headers: Record<string, string>, body = '{"query":"{ __typename }"}') => {
        const init = { method: "POST", body, headers: { "content-type": "application/json", ...headers } };
        const response = await fetch(`${gateway}/graphql`, init);
        const { data, errors } = await response.json();
        return [response.status, data?.__typename ?? errors[0].extensions.code];
      };
      const authorization = `Bearer ${key}`;
      return {
        headers: await ask({
          authorization,
          "apollographql-client-name": "desktop",
          "x-apollo-operation-name": "Type",
          traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          baggage: "a=b",
          "x-request-id": "1",
          "cache-control": "no-cache",
        }),
        refused: [
          await ask({}),
          await ask({ authorization }, JSON.stringify({ query: "x".repeat(300_000) })),
          await ask({ authorization, "content-type": "text/plain" }),
          await ask({ authorization, "x-long": "x".repeat(20_000) }),
        ],
        media: (await fetch(`${gateway}/media/x`, { headers: { authorization } })).status,
      };
    },
    { gateway: stack.url, key: API_KEY },
  );
  expect(seen).toEqual({
    headers: [200, "Query"],
    refused: [
      [401, "UNAUTHENTICATED"],
      [413, "REQUEST_TOO_LARGE"],
      [415, "UNSUPPORTED_MEDIA_TYPE"],
      [431, "BAD_REQUEST"],
    ],
    media: 403,
  });
});
