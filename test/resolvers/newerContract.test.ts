import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import { type RunningGateway, startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

// What Bandwidth's contract has in its edition of June 2026 and had not in that of December 2023.

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

describe("transcriptions of a live call", () => {
  const LIST = "GET /calls/c-1/transcriptions";
  const ONE = "GET /calls/c-1/transcriptions/t-1";
  const listed = {
    transcriptionId: "t-1",
    transcriptionName: "live",
    transcriptionUrl: "https://example.com",
  };
  const track = { track: "inbound", transcript: "Hello", confidence: 0.9, detectedLanguage: "en-US" };
  const read = (fields: string) =>
    query(gateway.url, `{ call(callId: "c-1") { realTimeTranscriptions { ${fields} } } }`);

  test("are one list, and the text of each is one upstream call more", async () => {
    upstream.answer("GET /calls/c-1", { body: { callId: "c-1" } });
    upstream.answer(LIST, { body: [listed, { transcriptionId: "t-2" }] });
    upstream.answer(ONE, { body: { ...listed, tracks: [track] } });
    upstream.answer("GET /calls/c-1/transcriptions/t-2", { status: 404 });
    expect(await read("transcriptionId transcriptionName callId call { callId }")).toEqual({
      call: {
        realTimeTranscriptions: [
          { transcriptionId: "t-1", transcriptionName: "live", callId: "c-1", call: { callId: "c-1" } },
          { transcriptionId: "t-2", transcriptionName: null, callId: "c-1", call: { callId: "c-1" } },
        ],
      },
    });
    expect(upstream.asked()).toEqual(["GET /calls/c-1", LIST]);
    expect(await read("id tracks { track rawTrack transcript confidence detectedLanguage }")).toMatchObject({
      call: {
        realTimeTranscriptions: [
          { tracks: [{ ...track, track: "INBOUND", rawTrack: "inbound" }] },
          { tracks: null },
        ],
      },
    });
    expect(upstream.requests(ONE)).toHaveLength(1);
  });

  test("are found by their global id", async () => {
    upstream.answer("GET /calls/c-1", { body: { callId: "c-1" } });
    upstream.answer(LIST, { body: [listed] });
    const found = await read("id __typename transcriptionName");
    const [node] = (found["call"] as { realTimeTranscriptions: { id: string }[] }).realTimeTranscriptions;
    expect(
      await query(
        gateway.url,
        "query ($id: ID!) { node(id: $id) { id __typename ... on RealTimeTranscription { transcriptionName } } }",
        { id: node?.id },
      ),
    ).toEqual({ node });
  });

  test("are deleted by one DELETE, which Bandwidth answers with 200; one that does not exist is named", async () => {
    const DELETE = "DELETE /calls/c-1/transcriptions/t-1";
    upstream.answer(DELETE, { status: 200 }, { status: 404 });
    const ids = { callId: "c-1", transcriptionId: "t-1" };
    const { send } = mutation(
      upstream,
      () => gateway.url,
      "deleteRealTimeTranscription",
      "transcriptionId call { callId }",
    );
    expect(await send(ids)).toEqual({ transcriptionId: "t-1", call: { callId: "c-1" } });
    expect(upstream.asked()).toEqual([DELETE]);
    const { errors } = await post(
      gateway.url,
      'mutation { deleteRealTimeTranscription(input: { callId: "c-1", transcriptionId: "t-1" }) { transcriptionId } }',
    );
    expect(errors).toMatchObject([
      { message: "There is no transcription t-1 of call c-1", extensions: { code: "NOT_FOUND" } },
    ]);
  });
});

describe("messages", () => {
  test("are filtered by the newer conditions and tell the newer fields", async () => {
    const told = {
      bwLatency: 20,
      carrierLatency: 21,
      callingNumberCountryA3: "USA",
      calledNumberCountryA3: "CAN",
      location: "123ID",
    };
    upstream.answer("GET /messages", {
      body: {
        totalCount: 1,
        messages: [{ messageId: "m-1", product: "LOCAL_A2P", messageType: "rcs", ...told }],
      },
    });
    const filter = {
      fromBwLatency: 5,
      bwQueued: true,
      product: "P2P",
      location: "123ABC",
      carrierQueued: false,
      fromCarrierLatency: 50,
      callingNumberCountryA3: "USA",
      calledNumberCountryA3: "CAN",
      fromSegmentCount: 1,
      toSegmentCount: 3,
      fromMessageSize: 100,
      toMessageSize: 120,
      limitTotalCount: true,
    };
    expect(
      await query(
        gateway.url,
        `query ($filter: MessageFilter!) { messages(filter: $filter) { edges { node {
           type product rawProduct ${Object.keys(told).join(" ")} } } } }`,
        { filter },
      ),
    ).toEqual({
      messages: {
        edges: [{ node: { type: "RCS", product: "LOCAL_A2P", rawProduct: "LOCAL_A2P", ...told } }],
      },
    });
    expect(upstream.requests()[0]?.query).toEqual({
      ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
      limit: "50",
    });
  });

  test("are not listed without a condition, which limitTotalCount is not", async () => {
    const { errors } = await post(
      gateway.url,
      "{ messages(filter: { limitTotalCount: true }) { totalCount } }",
    );
    expect(errors).toMatchObject([
      { message: "filter must have a condition", extensions: { code: "BAD_USER_INPUT", field: "filter" } },
    ]);
    expect(upstream.asked()).toEqual([]);
  });
});
