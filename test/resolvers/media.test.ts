import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

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

const file = (mediaName: string) => ({
  mediaName,
  content: `https://messaging.bandwidth.com/api/v2/users/9900000/media/${mediaName}`,
  contentLength: 561276,
});
const twoPages = () =>
  upstream.answer(
    "GET /media",
    { body: [file("a"), file("b")], headers: { "continuation-token": "next+/=" } },
    { body: [file("c")] },
  );

test("media files are read page by page by the Continuation-Token header", async () => {
  twoPages();
  expect(
    await query(
      gateway.url,
      "{ mediaFiles(first: 3) { edges { node { mediaId api content contentLength } } pageInfo { hasNextPage } } }",
    ),
  ).toEqual({
    mediaFiles: {
      edges: ["a", "b", "c"].map((mediaId) => ({
        node: { mediaId, api: "V2", content: file(mediaId).content, contentLength: 561276 },
      })),
      pageInfo: { hasNextPage: false },
    },
  });
  expect(upstream.asked()).toEqual(["GET /media", "GET /media"]);
  expect(upstream.requests().map(({ headers }) => headers["continuation-token"])).toEqual([
    undefined,
    "next+/=",
  ]);
});

test("a cursor goes on in the middle of a page", async () => {
  twoPages();
  const first = await query(
    gateway.url,
    "{ mediaFiles(first: 1) { edges { node { mediaId } } pageInfo { endCursor } } }",
  );
  const { endCursor } = (first["mediaFiles"] as { pageInfo: { endCursor: string } }).pageInfo;
  twoPages();
  expect(
    await query(
      gateway.url,
      "query ($after: String) { mediaFiles(first: 2, after: $after) { edges { node { mediaId } } } }",
      {
        after: endCursor,
      },
    ),
  ).toEqual({ mediaFiles: { edges: [{ node: { mediaId: "b" } }, { node: { mediaId: "c" } }] } });
});

test("single files are looked for in one walk through the list, which ends when all are found", async () => {
  twoPages();
  expect(
    await query(
      gateway.url,
      '{ a: mediaFile(mediaId: "a") { contentLength } b: mediaFile(mediaId: "b") { mediaId } }',
    ),
  ).toEqual({ a: { contentLength: 561276 }, b: { mediaId: "b" } });
  expect(upstream.asked()).toEqual(["GET /media"]);
  twoPages();
  expect(
    await query(
      gateway.url,
      '{ c: mediaFile(mediaId: "c") { mediaId } none: mediaFile(mediaId: "none") { mediaId } }',
    ),
  ).toEqual({ c: { mediaId: "c" }, none: null });
  expect(upstream.asked()).toHaveLength(3);
});

test("a file is found by its global id", async () => {
  upstream.answer("GET /media", { body: [file("a/b.png")] });
  const found = await query(gateway.url, '{ mediaFile(mediaId: "a/b.png") { id __typename } }');
  const { id } = found["mediaFile"] as { id: string };
  expect(await query(gateway.url, "query ($id: ID!) { node(id: $id) { __typename id } }", { id })).toEqual({
    node: found["mediaFile"],
  });
});

test("deleteMedia is one DELETE; of what does not exist it is NOT_FOUND and names it", async () => {
  upstream.answer("DELETE /media/a/b.png", { status: 204 }, { status: 404 });
  const { send } = mutation(upstream, () => gateway.url, "deleteMedia", "mediaId");
  expect(await send({ mediaId: "a/b.png" })).toEqual({ mediaId: "a/b.png" });
  const { errors } = await post(
    gateway.url,
    'mutation { deleteMedia(input: { mediaId: "a/b.png" }) { mediaId } }',
  );
  expect(errors).toMatchObject([
    {
      message: "There is no media file a/b.png",
      extensions: { code: "NOT_FOUND", upstream: { status: 404 } },
    },
  ]);
});
