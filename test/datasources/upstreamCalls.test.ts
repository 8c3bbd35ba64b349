import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { post } from "../support/client.ts";
import { startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
beforeAll(async () => {
  upstream = await startUpstream();
});
afterEach(() => upstream.reset());
afterAll(() => upstream.stop());

const start = (environment: Record<string, string> = {}) =>
  startGateway({ upstreamUrl: upstream.url, environment });

const call = (i: number) => ({ callId: `c-${i}`, state: "answered" });
function answerCalls(count: number) {
  for (let i = 0; i < count; i++) upstream.answer(`GET /calls/c-${i}`, { body: call(i) });
}
const calls = (count: number) =>
  `{ ${Array.from({ length: count }, (_, i) => `c${i}: call(callId: "c-${i}") { state }`).join(" ")} }`;
const codes = (errors: readonly { extensions?: Record<string, unknown> | undefined }[] = []) => [
  ...new Set(errors.map(({ extensions }) => extensions?.["code"])),
];

test("200 upstream calls are within the budget of one operation; 201 are refused before the first is made", async () => {
  await using gateway = await start();
  answerCalls(201);
  expect((await post(gateway.url, calls(200))).errors).toBeUndefined();
  expect(upstream.asked()).toHaveLength(200);
  const { data, errors } = await post(gateway.url, calls(201));
  expect(Object.values(data ?? {})).toEqual(Array.from({ length: 201 }, () => null));
  expect(codes(errors)).toEqual(["UPSTREAM_BUDGET_EXCEEDED"]);
  expect(upstream.asked()).toHaveLength(200);
});

test("a budget that turns out too small on the way gives what was read so far", async () => {
  await using gateway = await start({ UPSTREAM_BUDGET: "4" });
  upstream.answer("GET /conferences", { body: Array.from({ length: 10 }, (_, i) => ({ id: `conf-${i}` })) });
  for (let i = 0; i < 10; i++) {
    upstream.answer(`GET /conferences/conf-${i}`, { body: { id: `conf-${i}`, activeMembers: [] } });
  }
  const { data, errors } = await post(
    gateway.url,
    "{ conferences { edges { node { conferenceId activeMembers { callId } } } } }",
  );
  expect(data).toEqual({
    conferences: {
      edges: Array.from({ length: 10 }, (_, i) => ({
        node: { conferenceId: `conf-${i}`, activeMembers: i < 3 ? [] : null },
      })),
    },
  });
  expect(errors).toHaveLength(7);
  expect(codes(errors)).toEqual(["UPSTREAM_BUDGET_EXCEEDED"]);
  expect(upstream.asked()).toHaveLength(4);
});

test("of mutations beyond the budget none is sent, however they are written", async () => {
  await using gateway = await start({ UPSTREAM_BUDGET: "2" });
  upstream.answer("POST /calls", { status: 201, body: { callId: "c-new" } });
  const place = (name: string) =>
    `${name}: createCall(input: { to: "+19195551234", from: "+19195554321" }) { call { callId } }`;
  const { data, errors } = await post(
    gateway.url,
    `mutation { ${place("a")} ...F ... { ${place("c")} } } fragment F on Mutation { ${place("b")} }`,
  );
  expect(data).toBeUndefined();
  expect(codes(errors)).toEqual(["UPSTREAM_BUDGET_EXCEEDED"]);
  expect(upstream.asked()).toEqual([]);
  expect((await post(gateway.url, `mutation { ${place("a")} ${place("b")} }`)).errors).toBeUndefined();
  expect(upstream.asked()).toHaveLength(2);
});

test("extensions.upstream tells calls made and saved, to who asks for it by a header", async () => {
  await using gateway = await start();
  answerCalls(2);
  const document = `{ a: call(callId: "c-0") { state } b: call(callId: "c-0") { to } c: call(callId: "c-1") { state } d: __typename }`;
  expect((await post(gateway.url, document)).extensions).toBeUndefined();
  const headers = { "x-upstream-report": "1" };
  expect((await post(gateway.url, document, undefined, { headers })).extensions).toEqual({
    upstream: { calls: 2, saved: 1, waitedMs: expect.any(Number) },
  });
  upstream.answer("GET /calls", { body: [call(0), call(1)] });
  expect(
    (await post(gateway.url, `{ calls { edges { node { callId } } } }`, undefined, { headers })).extensions,
  ).toMatchObject({ upstream: { calls: 1, saved: 0 } });
});

test("in development every answer tells it", async () => {
  await using gateway = await start({ NODE_ENV: "development" });
  answerCalls(1);
  expect((await post(gateway.url, calls(1))).extensions).toEqual({
    upstream: { calls: 1, saved: 0, waitedMs: expect.any(Number) },
  });
});

test("extensions.upstream counts no call that the gateway did not send", async () => {
  await using gateway = await start();
  upstream.answer("GET /calls/c-0", { status: 429, headers: { "retry-after": "60" } });
  const options = { headers: { "x-upstream-report": "1" } };
  const sent = await post(gateway.url, calls(1), undefined, options);
  expect(sent.extensions).toMatchObject({ upstream: { calls: 1 } });
  const kept = await post(gateway.url, calls(1), undefined, options);
  expect(codes(kept.errors)).toEqual(["RATE_LIMITED"]);
  expect(kept.extensions).toMatchObject({ upstream: { calls: 0 } });
  expect(upstream.asked()).toHaveLength(1);
});

test("extensions.upstream counts what failed, and what the budget refused not", async () => {
  await using gateway = await start({ UPSTREAM_BUDGET: "1" });
  upstream.answer("GET /calls/c-0", { status: 500 });
  const { extensions } = await post(
    gateway.url,
    `{ call(callId: "c-0") { state recordings { recordingId } } }`,
    undefined,
    { headers: { "x-upstream-report": "1" } },
  );
  expect(extensions).toMatchObject({ upstream: { calls: 1 } });
});
