import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { bxml, createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const SEEDED = {
  recorded: "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
  inbound: "c-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
  busy: "c-95ac8d6e-1a31c52e-b38f-4198-93c1-51633ec68f8d",
};

const query = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;

describe("listCalls", () => {
  const list = async (parameters: Record<string, string> = {}): Promise<{ callId: string }[]> =>
    (await world.send("GET", world.paths.calls + query(parameters))).body;
  const ids = async (parameters: Record<string, string>) =>
    (await list(parameters)).map(({ callId }) => callId);

  test("gives calls oldest first", async () => {
    const callId = await world.dial();
    expect(await ids({})).toEqual([SEEDED.recorded, SEEDED.inbound, SEEDED.busy, callId]);
  });

  test("leads through pages by the Link header, and the last page has none", async () => {
    for (let placed = 0; placed < 4; placed += 1) await world.dial();
    const all = (await list()).map(({ callId }) => callId);
    const seen: string[][] = [];
    let next: string | undefined = `${world.url}${world.paths.calls}${query({ pageSize: "3" })}`;
    while (next !== undefined) {
      const page = await world.send("GET", next.slice(world.url.length));
      seen.push(page.body.map((call: { callId: string }) => call.callId));
      next = /^<(.*)>; rel="next"$/.exec(page.headers.get("link") ?? "")?.[1];
    }
    expect(seen.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(seen.flat()).toEqual(all);
  });

  test("has no Link header when the last call fills the page, and keeps the filters in the link", async () => {
    const exact = await world.send("GET", world.paths.calls + query({ pageSize: "3" }));
    expect(exact.headers.get("link")).toBeNull();
    const filtered = await world.send(
      "GET",
      world.paths.calls + query({ pageSize: "1", from: "+19195554321" }),
    );
    expect(filtered.headers.get("link")).toContain("from=%2B19195554321");
  });

  test("filters by to, from, disconnectCause and start time, both bounds included", async () => {
    expect(await ids({ to: "+19195551234" })).toEqual([SEEDED.recorded]);
    expect(await ids({ from: "+15555555555" })).toEqual([SEEDED.inbound]);
    expect(await ids({ disconnectCause: "busy" })).toEqual([SEEDED.busy]);
    const { startTime } = await world.call(SEEDED.inbound);
    expect(await ids({ minStartTime: startTime })).toEqual([SEEDED.inbound, SEEDED.busy]);
    expect(await ids({ maxStartTime: startTime })).toEqual([SEEDED.recorded, SEEDED.inbound]);
  });

  test.each([
    ["pageSize", "0"],
    ["pageSize", "10001"],
    ["pageSize", "many"],
    ["pageToken", "abc"],
    ["minStartTime", "yesterday"],
  ])("refuses %s=%s", async (name, value) => {
    const { status, body } = await world.send("GET", world.paths.calls + query({ [name]: value }));
    expect(status).toBe(400);
    expect(body.description).toMatch(new RegExp(`^Invalid ${name}: `));
  });
});

describe("recordings", () => {
  const list = async (parameters: Record<string, string> = {}): Promise<{ callId: string }[]> =>
    (await world.send("GET", world.paths.recordings + query(parameters))).body;

  test("of the account are filtered by to, from and start time, the later bound excluded", async () => {
    const all = await list();
    expect(all.map(({ callId }) => callId)).toEqual([SEEDED.recorded, SEEDED.inbound]);
    expect(await list({ from: "+15555555555" })).toEqual([all[1]]);
    expect(await list({ to: "+19195551234" })).toEqual([all[0]]);
    const { startTime } = (await world.send("GET", `${world.paths.calls}/${SEEDED.inbound}/recordings`))
      .body[0];
    expect(await list({ minStartTime: startTime })).toEqual([all[1]]);
    expect(await list({ maxStartTime: startTime })).toEqual([all[0]]);
  });

  test("of a call without any are an empty list", async () => {
    const { status, body } = await world.send("GET", `${world.paths.calls}/${SEEDED.busy}/recordings`);
    expect([status, body]).toEqual([200, []]);
  });

  test("are found only below their own call", async () => {
    const recordingId = "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";
    const own = await world.send("GET", `${world.paths.calls}/${SEEDED.recorded}/recordings/${recordingId}`);
    expect(own).toMatchObject({ status: 200, body: { recordingId, status: "complete", fileFormat: "wav" } });
    const other = await world.send("GET", `${world.paths.calls}/${SEEDED.inbound}/recordings/${recordingId}`);
    expect(other).toMatchObject({
      status: 404,
      body: { description: `Recording [${recordingId}] not found` },
    });
  });

  test("are kept longer than their call: 30 days", async () => {
    await world.advance(29 * 24 * 3600);
    expect(await list()).toHaveLength(2);
    await world.advance(24 * 3600);
    expect(await list()).toEqual([]);
  });
});

describe("listMessages", () => {
  const list = (parameters: Record<string, string>) =>
    world.send("GET", world.paths.messages + query(parameters));
  const ids = async (parameters: Record<string, string>) =>
    (await list(parameters)).body.messages.map(({ messageId }: { messageId: string }) => messageId);

  const INBOUND = "1589228074636lm4k2je7j7jklbn2";
  const MMS = "9e0df4ca-b18d-40d7-a59f-82fcdf5ae8e6";
  const FAILED = "1661365814859loidf7mcwd4qacn7";

  test("needs at least one filter", async () => {
    const { status, body } = await list({ limit: "5", sort: "sourceTn:asc" });
    expect([status, body.type]).toEqual([400, "request-validation"]);
  });

  test("gives the newest first, with the total", async () => {
    const { body } = await list({ sourceTn: "+1919" });
    expect(body).toMatchObject({ totalCount: 2, pageInfo: {} });
    expect(body.messages[0]).toEqual({
      messageId: FAILED,
      accountId: "9900000",
      sourceTn: "+19195554321",
      destinationTn: "+15554442222",
      messageStatus: "FAILED",
      messageDirection: "OUTBOUND",
      messageType: "sms",
      segmentCount: 1,
      errorCode: 9902,
      receiveTime: expect.any(String),
      carrierName: null,
      messageSize: 27,
      messageLength: 18,
      attachmentCount: null,
      recipientCount: 1,
      campaignClass: null,
      campaignId: null,
      product: "P2P",
      location: null,
      bwLatency: 1,
      carrierLatency: 1,
      callingNumberCountryA3: "USA",
      calledNumberCountryA3: "USA",
    });
  });

  test("filters by each of its parameters", async () => {
    expect(await ids({ messageId: MMS })).toEqual([MMS]);
    expect(await ids({ destinationTn: "+15554443333,+15554442222" })).toEqual([FAILED, MMS]);
    expect(await ids({ messageStatus: "RECEIVED" })).toEqual([INBOUND]);
    expect(await ids({ messageDirection: "OUTBOUND" })).toEqual([FAILED, MMS]);
    expect(await ids({ messageType: "mms" })).toEqual([MMS]);
    expect(await ids({ errorCode: "9902" })).toEqual([FAILED]);
    expect(await ids({ carrierName: "Verizon" })).toEqual([]);
    expect(await ids({ campaignId: "CJEUMDK" })).toEqual([]);
    const { receiveTime } = (await list({ messageId: MMS })).body.messages[0];
    expect(await ids({ fromDateTime: receiveTime })).toEqual([FAILED, MMS]);
    expect(await ids({ toDateTime: receiveTime })).toEqual([MMS, INBOUND]);
  });

  test("filters by each of the parameters of 2026", async () => {
    expect(await ids({ fromBwLatency: "1" })).toEqual([FAILED, MMS]);
    expect(await ids({ fromCarrierLatency: "2" })).toEqual([]);
    expect(await ids({ fromMessageSize: "20", toMessageSize: "27" })).toEqual([FAILED, INBOUND]);
    expect(await ids({ toMessageSize: "26" })).toEqual([]);
    expect(await ids({ fromSegmentCount: "2" })).toEqual([]);
    expect(await ids({ toSegmentCount: "1" })).toEqual([FAILED, MMS, INBOUND]);
    expect(await ids({ product: "TOLL_FREE" })).toEqual([]);
    expect(await ids({ location: "123ABC" })).toEqual([]);
    expect(await ids({ callingNumberCountryA3: "CAN" })).toEqual([]);
    expect(await ids({ calledNumberCountryA3: "USA" })).toEqual([FAILED, MMS, INBOUND]);
    expect(await ids({ messageType: "rcs" })).toEqual([]);
    const { id } = (await world.orderMessage()).body;
    expect(await ids({ bwQueued: "true" })).toEqual([id]);
    await world.advance(1.5);
    expect(await ids({ carrierQueued: "true" })).toEqual([id]);
    expect(await ids({ bwQueued: "true" })).toEqual([]);
  });

  test("sorts by the field that is asked for", async () => {
    expect(await ids({ sourceTn: "+1919", sort: "destinationTn:asc" })).toEqual([FAILED, MMS]);
    expect(await ids({ sourceTn: "+1919", sort: "destinationTn:desc" })).toEqual([MMS, FAILED]);
  });

  test("pages forwards and backwards, and a page keeps its place while new messages arrive", async () => {
    for (let sent = 0; sent < 5; sent += 1) await world.orderMessage({ tag: String(sent) });
    const everything = await ids({ messageDirection: "OUTBOUND" });
    const first = (await list({ messageDirection: "OUTBOUND", limit: "3" })).body;
    expect(first.totalCount).toBe(7);
    expect(first.pageInfo).not.toHaveProperty("prevPageToken");

    await world.orderMessage();
    const second = (await world.send("GET", first.pageInfo.nextPage.slice(world.url.length))).body;
    const third = (
      await list({ messageDirection: "OUTBOUND", limit: "3", pageToken: second.pageInfo.nextPageToken })
    ).body;
    const seen = [first, second, third].flatMap(({ messages }) => messages);
    expect(seen.map(({ messageId }) => messageId)).toEqual(everything);
    expect(third.pageInfo).not.toHaveProperty("nextPageToken");

    const back = (await world.send("GET", third.pageInfo.prevPage.slice(world.url.length))).body;
    expect(back.messages).toEqual(second.messages);
    const front = (await world.send("GET", back.pageInfo.prevPage.slice(world.url.length))).body;
    expect(front.messages).toEqual(first.messages);
    const newest = (await world.send("GET", front.pageInfo.prevPage.slice(world.url.length))).body;
    expect(newest.messages).toHaveLength(1);
    expect(newest.pageInfo).not.toHaveProperty("prevPageToken");
  });

  test("goes on after a page whose messages have left the search", async () => {
    for (let sent = 0; sent < 2; sent += 1) await world.orderMessage();
    const first = (await list({ messageStatus: "QUEUED", sort: "receiveTime:asc", limit: "1" })).body;
    await world.advance(5);
    const { id } = (await world.orderMessage()).body;
    const { status, body } = await world.send("GET", first.pageInfo.nextPage.slice(world.url.length));
    expect([status, body.messages]).toMatchObject([200, [{ messageId: id }]]);
  });

  test.each([
    ["limit", "0"],
    ["limit", "10001"],
    ["product", "FAX"],
    ["bwQueued", "maybe"],
    ["fromMessageSize", "big"],
    ["sort", "sourceTn"],
    ["sort", "colour:asc"],
    ["messageStatus", "LOST"],
    ["sourceTn", "+191"],
    ["pageToken", "nonsense"],
    ["fromDateTime", "yesterday"],
  ])("refuses %s=%s", async (name, value) => {
    const { status, body } = await list({ messageDirection: "INBOUND", [name]: value });
    expect([status, body.type]).toEqual([400, "request-validation"]);
    expect(body.description).toContain(name);
  });

  test("reaches back 14 days", async () => {
    await world.advance(14 * 24 * 3600 - 5 * 3600);
    expect(await ids({ messageId: INBOUND })).toEqual([INBOUND]);
    await world.advance(3600 + 1);
    expect(await ids({ messageId: INBOUND })).toEqual([]);
  });
});

test("at most 10,000 records are kept, and the oldest go first", async () => {
  world.receiver.on("/answer", bxml(""));
  const to = Array.from({ length: 10 }, (_, index) => `+1555444000${index}`);
  for (let sent = 0; sent < 1000; sent += 50) {
    await Promise.all(Array.from({ length: 50 }, () => world.orderMessage({ to })));
  }
  const { body } = await world.send(
    "GET",
    world.paths.messages + query({ messageDirection: "OUTBOUND", limit: "1" }),
  );
  expect(body.totalCount).toBe(10_000);
});
