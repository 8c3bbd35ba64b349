import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";
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

test.each([
  ["complete", true],
  ["partial", true],
  ["something-new", true],
  [undefined, true],
  ["processing", false],
  ["deleted", false],
  ["error", false],
])("a recording with status %s has a mediaUrl: %s", async (status, has) => {
  upstream.answer("GET /calls/c-1/recordings/r-1", { body: { callId: "c-1", recordingId: "r-1", status } });
  upstream.answer("GET /conferences/conf-1/recordings/r-1", {
    body: { conferenceId: "conf-1", recordingId: "r-1", status },
  });
  upstream.answer("GET /conferences/conf-1", { body: { id: "conf-1" } });
  const url = has ? expect.stringMatching(new RegExp(`^${gateway.url}/media/`)) : null;
  expect(
    await query(
      gateway.url,
      '{ recording(callId: "c-1", recordingId: "r-1") { mediaUrl } conference(conferenceId: "conf-1") { recording(recordingId: "r-1") { mediaUrl } } }',
    ),
  ).toEqual({ recording: { mediaUrl: url }, conference: { recording: { mediaUrl: url } } });
});

test("a recording that an event names has a mediaUrl for nothing", async () => {
  const key = { callId: "c-of-event", recordingId: "r-of-event" };
  await deliver(gateway.url, "voice/recordComplete", voiceEvent("recordComplete", key));
  const { events } = (await query(
    gateway.url,
    '{ events(filter: { callId: "c-of-event" }) { edges { node { ... on RecordCompleteEvent { recording { mediaUrl } } } } } }',
  )) as { events: { edges: { node: { recording: { mediaUrl: string } } }[] } };
  expect(events.edges[0]?.node.recording.mediaUrl).toContain(`${gateway.url}/media/`);
  expect(upstream.asked()).toEqual([]);
});

test("Message.media signs the files that the account keeps at Bandwidth, gives any other URL as it is, and asks nothing", async () => {
  const own = `${upstream.url}/api/v2/users/9900000/media`;
  const signed = expect.stringMatching(new RegExp(`^${gateway.url}/media/[\\w-]+\\?expires=`));
  const expected = [
    [
      `${own}/14762070468292kw2fuqty55yp2b2/0/bw%20%C3%BC.png`,
      signed,
      "bw ü.png",
      "14762070468292kw2fuqty55yp2b2/0/bw ü.png",
    ],
    [`${own.replace("http://localhost", "HTTP://LOCALHOST")}/a.png`, signed, "a.png", "a.png"],
    [`${own}/a/%2e%2e/b.png`, signed, "b.png", "b.png"],
    ...[
      ["https://dev.bandwidth.com/images/logo.png?x=1", "logo.png"],
      ["https://dev.bandwidth.com", null],
      ["https://dev.bandwidth.com/%ff", "%ff"],
      [`${own.replace("9900000", "9900001")}/a.png`, "a.png"],
      [`${own}/../secrets`, "secrets"],
      [`${own}/a.png?x=1`, "a.png"],
      [`${own}/%ff`, "%ff"],
      [`${own}/`, null],
      ["no URL", null],
    ].map(([url, fileName]) => [url, url, fileName, null]),
  ];
  const message = {
    id: "m-1",
    direction: "in",
    to: ["+19195554321"],
    from: "+15551112222",
    time: "2026-11-21T09:00:00.000Z",
    media: expected.map(([url]) => url),
  };
  await deliver(gateway.url, "messaging", [
    { type: "message-received", time: message.time, to: "+19195554321", message },
  ]);
  const { events } = (await query(
    gateway.url,
    '{ events(filter: { messageId: "m-1" }) { edges { node { ... on MessageReceivedEvent { message { mediaUrls media { url fileName mediaId } } } } } } }',
  )) as { events: { edges: { node: unknown }[] } };
  expect(events.edges[0]?.node).toEqual({
    message: {
      mediaUrls: message.media,
      media: expected.map(([_, url, fileName, mediaId]) => ({ url, fileName, mediaId })),
    },
  });
  expect(upstream.asked()).toEqual([]);
});

test("a message that a listing tells of has no media: the listing names none", async () => {
  upstream.answer("GET /messages", { body: { messages: [{ messageId: "m-2" }] } });
  expect(await query(gateway.url, '{ message(messageId: "m-2") { media { url } } }')).toEqual({
    message: { media: null },
  });
});
