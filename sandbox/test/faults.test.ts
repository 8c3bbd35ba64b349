import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_ID } from "../account.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const order = (fault: object) => world.send("POST", "/_sandbox/faults", fault);
const statistics = () => world.send("GET", `/api/v2/accounts/${ACCOUNT_ID}/statistics`);
const queued = async (): Promise<number> => (await statistics()).body.currentCallQueueSize;

test("a status hits as many requests of its operation as ordered, in the API's own error shape", async () => {
  expect(await order({ operation: "getStatistics", count: 2, status: 429, retryAfter: 7 })).toMatchObject({
    status: 201,
    body: [{ operation: "getStatistics", count: 2, probability: 1, status: 429, retryAfter: 7 }],
  });
  expect((await world.send("GET", world.paths.calls)).status).toBe(200);
  const hit = await statistics();
  expect(hit.headers.get("retry-after")).toBe("7");
  expect([hit.status, hit.body]).toEqual([
    429,
    { type: "error", description: "Account call creation rate limit exceeded", id: "" },
  ]);
  expect((await world.send("GET", "/_sandbox/faults")).body).toMatchObject([{ count: 1 }]);
  expect((await statistics()).status).toBe(429);
  expect((await statistics()).status).toBe(200);

  await order({ operation: "createSyncLookup", status: 503 });
  const path = `/v2/accounts/${ACCOUNT_ID}/phoneNumberLookup`;
  const lookup = await fetch(world.url + path, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}` },
  });
  expect([lookup.status, await lookup.json()]).toMatchObject([
    503,
    { errors: [{ type: "unexpected-error" }] },
  ]);
});

describe("a status has the body that Bandwidth has for it", () => {
  const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);
  const REFUSED = "The request was refused, as a fault was ordered";
  const paths = {
    createCall: ["POST", `/api/v2/accounts/${ACCOUNT_ID}/calls`],
    updateCall: ["POST", `/api/v2/accounts/${ACCOUNT_ID}/calls/c-1`],
    createMessage: ["POST", `/api/v2/users/${ACCOUNT_ID}/messages`],
    listMessages: ["GET", `/api/v2/users/${ACCOUNT_ID}/messages`],
    getMedia: ["GET", `/api/v2/users/${ACCOUNT_ID}/media/a`],
    verifyCode: ["POST", `/api/v1/accounts/${ACCOUNT_ID}/code/verify`],
    createLookup: ["POST", `/api/v1/accounts/${ACCOUNT_ID}/tnlookup`],
    createSyncLookup: ["POST", `/v2/accounts/${ACCOUNT_ID}/phoneNumberLookup`],
  } as const;

  test.each<[keyof typeof paths, number, object]>([
    ["createCall", 400, { type: "validation", description: REFUSED, id: UUID }],
    ["createCall", 404, { type: "validation", description: "Resource not found", id: UUID }],
    ["createCall", 405, { type: "validation", description: "Method Not Allowed", id: UUID }],
    [
      "createCall",
      415,
      { type: "validation", description: "Content type 'application/json' not supported", id: UUID },
    ],
    ["updateCall", 409, { type: "validation", description: REFUSED, id: "" }],
    ["createCall", 502, { type: "internal-error", description: expect.any(String), id: UUID }],
    [
      "createCall",
      503,
      { type: "system-overloaded", description: "Managing too many concurrent calls", id: UUID },
    ],
    ["createMessage", 400, { type: "request-validation", description: REFUSED }],
    ["getMedia", 404, { type: "not-found", description: "Not Found" }],
    [
      "createMessage",
      429,
      { type: "max-message-queue-size-exceeded", description: "The message queue is full" },
    ],
    ["listMessages", 429, { type: "rate_limit_exceeded", description: "Rate limit exceeded" }],
    ["verifyCode", 400, { error: REFUSED, requestId: UUID }],
    ["verifyCode", 401, { message: "Unauthorized" }],
    ["createLookup", 400, { message: REFUSED }],
    [
      "createSyncLookup",
      400,
      { links: [], data: {}, errors: [{ type: "bad-request", description: REFUSED }] },
    ],
  ])("%s %i", async (operation, status, body) => {
    await order({ operation, status });
    const [method, path] = paths[operation];
    const answer = await world.send(method, path, undefined, {
      authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`,
      "content-type": "application/json",
    });
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers.get("retry-after")).toBeNull();
  });

  test("and a 401 asks for credentials, as a real one does", async () => {
    await order({ operation: "getStatistics", status: 401 });
    expect((await statistics()).headers.get("www-authenticate")).toMatch(/^Basic/);
  });
});

test("the token endpoint can fail too, in OAuth2's own shape", async () => {
  const token = () =>
    world.send("POST", "/api/v1/oauth2/token", "grant_type=client_credentials", {
      "content-type": "application/x-www-form-urlencoded",
    });
  await order({ operation: "createAccessToken", status: 429, retryAfter: 3 });
  const { status, headers, body } = await token();
  expect([status, headers.get("retry-after"), body]).toEqual([
    429,
    "3",
    { error: "temporarily_unavailable", error_description: "Too many requests" },
  ]);
  await order({ operation: "createAccessToken", reset: "before" });
  await expect(token()).rejects.toThrow("fetch failed");
  expect((await token()).status).toBe(200);
});

test("a connection is cut before the operation has run, or after", async () => {
  await order({ operation: "createCall", reset: "before" });
  await expect(world.orderCall()).rejects.toThrow("fetch failed");
  expect(await queued()).toBe(0);
  await order({ operation: "createCall", reset: "after" });
  await expect(world.orderCall()).rejects.toThrow("fetch failed");
  expect(await queued()).toBe(1);
  // Its callbacks wait for the answer to be gone, not for ever.
  await world.advance(20);
  expect(world.receiver.types()).toContain("answer");
  const posts = (await world.send("GET", "/_sandbox/requests")).body.filter(
    ({ method }: { method: string }) => method === "POST",
  );
  expect(posts).toMatchObject([{ status: 0 }, { status: 0 }]);
});

test("a delay takes real time, and the operation runs then", async () => {
  await order({ operation: "*", delayMs: 50 });
  const started = performance.now();
  expect((await statistics()).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThanOrEqual(45);
});

test("a request that its client gives up in a delay is in the log without a status, and is not carried out", async () => {
  const {
    body: [{ mediaUrl }],
  } = await world.send("GET", world.paths.recordings);
  const path = new URL(mediaUrl).pathname;
  await order({ operation: "deleteRecordingMedia", delayMs: 100 });
  const client = new AbortController();
  const asked = fetch(mediaUrl, {
    method: "DELETE",
    headers: { authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}` },
    signal: client.signal,
  });
  await expect.poll(async () => (await world.send("GET", "/_sandbox/faults")).body).toEqual([]);
  client.abort();
  await expect(asked).rejects.toThrow("aborted");
  const logged = async () => (await world.send("GET", "/_sandbox/requests")).body.at(-1);
  await expect.poll(logged).toMatchObject({ method: "DELETE", path, status: 0 });
  // A delay that begins later is over later.
  await order({ operation: "getStatistics", delayMs: 100 });
  await statistics();
  expect((await world.send("GET", path)).status).toBe(200);
});

test("a seed makes the choice among requests repeatable", async () => {
  const round = async () => {
    await world.send("DELETE", "/_sandbox/faults");
    await order({ operation: "getStatistics", count: 100, status: 500, probability: 0.5, seed: 7 });
    const seen: number[] = [];
    for (let asked = 0; asked < 12; asked += 1) seen.push((await statistics()).status);
    return seen;
  };
  const first = await round();
  expect(new Set(first)).toEqual(new Set([200, 500]));
  expect(await round()).toEqual(first);
});

test.each([
  [{ operation: "dance", status: 500 }, "Invalid operation: the sandbox does not emulate dance"],
  [{ operation: "createCall" }, "Invalid request: one of status, delayMs and reset is required"],
  [
    { operation: "createCall", status: 500, reset: "after" },
    "Invalid request: status and reset exclude each other",
  ],
  [{ operation: "createCall", status: 200 }, "Invalid status: must be from 400 to 599"],
])("%j is refused", async (fault, error) => {
  expect(await order(fault)).toMatchObject({ status: 400, body: { error } });
});

test("a reset of the sandbox cuts the requests that are being delayed, and nothing comes of them", async () => {
  await order({ operation: "createMessage", delayMs: 500 });
  const message = world.orderMessage();
  await expect.poll(async () => (await world.send("GET", "/_sandbox/faults")).body).toEqual([]);
  await world.send("POST", "/_sandbox/reset");
  await expect(message).rejects.toThrow("fetch failed");
  expect((await world.send("GET", "/_sandbox/requests")).body).toEqual([]);
  await world.advance(60);
  expect(world.receiver.received).toEqual([]);
});

test("a reset of the sandbox clears them", async () => {
  await order({ operation: "*", count: 10, status: 500 });
  await world.send("POST", "/_sandbox/reset");
  expect((await statistics()).status).toBe(200);
});
