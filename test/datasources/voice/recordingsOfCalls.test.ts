import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { post, query } from "../../support/client.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../../support/stack.ts";
import { type Answer, startUpstream, type Upstream } from "../../support/upstream.ts";

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

type Call = {
  callId: string;
  state: string;
  enqueuedTime: string | null;
  startTime: string | null;
  endTime: string | null;
};
type Recording = { recordingId: string; callId: string; startTime: string };

const MINUTE = 60_000;
const NOON = Date.parse("2026-11-20T12:00:00Z");
const at = (time: number) => new Date(time).toISOString();
const call = (callId: string, startTime: number | null, endTime: number | null): Call => ({
  callId,
  state: endTime === null ? "answered" : "disconnected",
  enqueuedTime: null,
  startTime: startTime === null ? null : at(startTime),
  endTime: endTime === null ? null : at(endTime),
});
/** Calls of a minute each, one after the other. */
const finishedCalls = (count: number) =>
  Array.from({ length: count }, (_, i) => call(`c-${i}`, NOON + i * MINUTE, NOON + (i + 1) * MINUTE));
const recordingsOf = ({ callId, startTime }: Call, count = 1): Recording[] =>
  Array.from({ length: count }, (_, i) => ({
    recordingId: `r-${callId}-${i}`,
    callId,
    startTime: startTime ?? at(NOON),
  }));

/** Has the stub serve these calls and recordings as Bandwidth does; tells which recordings began from one time to before another. */
function serve(calls: readonly Call[], recordings: readonly Recording[]) {
  const began = (from = at(0), to = at(NOON * 2)) =>
    recordings.filter(({ startTime }) => startTime >= from && startTime < to);
  upstream.answer("GET /calls", { body: calls });
  upstream.answer("GET /recordings", ({ query: { minStartTime, maxStartTime } }) => ({
    body: began(minStartTime, maxStartTime).slice(0, 1000),
  }));
  for (const each of calls) {
    upstream.answer(`GET /calls/${each.callId}`, { body: each });
    upstream.answer(`GET /calls/${each.callId}/recordings`, {
      body: recordings.filter(({ callId }) => callId === each.callId),
    });
  }
  return began;
}

const LISTED = "{ calls(first: 1000) { edges { node { callId recordings { recordingId } } } } }";
const shown = (calls: readonly Call[], recordings: readonly Recording[]) =>
  calls.map(({ callId }) => ({
    node: {
      callId,
      recordings: recordings
        .filter((recording) => recording.callId === callId)
        .map(({ recordingId }) => ({ recordingId })),
    },
  }));
const byCall = (calls: readonly Call[]) => calls.map(({ callId }) => `GET /calls/${callId}/recordings`);

test("of any calls and recordings the answer is what each call's own list says, for the fewest requests that are sure", async () => {
  const minutes = fc.integer({ min: 0, max: 600 });
  const anyCall = fc.record({
    began: minutes,
    lasted: fc.integer({ min: 0, max: 120 }),
    kind: fc.constantFrom("finished", "finished", "finished", "live", "live", "queued", "undated"),
    recordings: fc.constantFrom(0, 1, 1, 2, 3, 200),
    // When its recordings began, of the call's length; a little outside too, for Bandwidth's clocks differ.
    within: fc.double({ min: 0, max: 1, noNaN: true }),
    skewMs: fc.integer({ min: -50_000, max: 50_000 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyCall, { maxLength: 8 }),
      fc.array(minutes, { maxLength: 5 }),
      fc.constantFrom(0, 0, 995),
      async (any, others, crowd) => {
        const calls = any.map(({ began, lasted, kind }, i): Call => {
          const start = NOON + began * MINUTE;
          const dated = call(`c-${i}`, start, kind === "finished" ? start + lasted * MINUTE : null);
          if (kind === "undated") return { ...dated, startTime: null };
          return kind === "queued" ? { ...dated, startTime: null, enqueuedTime: at(start) } : dated;
        });
        const recordings = [
          ...any.flatMap(({ began, lasted, recordings: count, within, skewMs }, i) =>
            Array.from({ length: count }, (_, n) => ({
              recordingId: `r-${i}-${n}`,
              callId: `c-${i}`,
              startTime: at(NOON + (began + lasted * within) * MINUTE + skewMs),
            })),
          ),
          ...others.map((began, i) => ({
            recordingId: `other-${i}`,
            callId: `c-other-${i}`,
            startTime: at(NOON + began * MINUTE),
          })),
          ...Array.from({ length: crowd }, (_, i) => ({
            recordingId: `crowd-${i}`,
            callId: "c-crowd",
            startTime: at(NOON + 300 * MINUTE),
          })),
        ];
        upstream.reset();
        const began = serve(calls, recordings);

        const { data, errors } = await post(gateway.url, LISTED);
        expect(errors).toBeUndefined();
        expect(data).toEqual({ calls: { edges: shown(calls, recordings) } });

        const dated = calls.filter(({ startTime, enqueuedTime }) => startTime ?? enqueuedTime);
        const undated = calls.filter((each) => !dated.includes(each));
        const from = Math.min(
          ...dated.map(({ startTime, enqueuedTime }) => Date.parse(startTime ?? enqueuedTime ?? "")),
        );
        const isLive = dated.some(({ endTime }) => endTime === null);
        const to = isLive ? undefined : Math.max(...dated.map(({ endTime }) => Date.parse(endTime ?? "")));
        const isListed = dated.length >= 3;
        const isSure =
          isListed && began(at(from - MINUTE), to === undefined ? to : at(to + MINUTE)).length < 1000;
        expect(upstream.asked().sort()).toEqual(
          [
            "GET /calls",
            ...(isListed ? ["GET /recordings"] : []),
            ...byCall(isSure ? undated : calls),
          ].sort(),
        );
      },
    ),
    { numRuns: 100 },
  );
});

describe("the recordings of a page of calls", () => {
  test("are one list over the time of the calls, with a minute more at both ends", async () => {
    const calls = finishedCalls(50);
    const recordings = calls.flatMap((each) => recordingsOf(each, 2));
    serve(calls, recordings);
    const headers = { "x-upstream-report": "1" };
    const { data, extensions } = await post(gateway.url, LISTED, undefined, { headers });
    expect(data).toEqual({ calls: { edges: shown(calls, recordings) } });
    expect(upstream.asked()).toEqual(["GET /calls", "GET /recordings"]);
    expect(upstream.requests("GET /recordings")[0]?.query).toEqual({
      minStartTime: "2026-11-20T11:59:00.000Z",
      maxStartTime: "2026-11-20T12:51:00.000Z",
    });
    expect(extensions).toMatchObject({ upstream: { calls: 2, saved: 49 } });
  });

  test("are one list up to now when one of the calls goes on", async () => {
    serve([...finishedCalls(2), call("c-live", NOON, null)], []);
    await query(gateway.url, LISTED);
    expect(upstream.requests("GET /recordings").map((request) => request.query)).toEqual([
      { minStartTime: "2026-11-20T11:59:00.000Z" },
    ]);
  });

  test("are asked for call by call when there are two calls, or 1000 recordings in their time", async () => {
    const two = finishedCalls(2);
    serve(
      two,
      two.flatMap((each) => recordingsOf(each)),
    );
    await query(gateway.url, LISTED);
    expect(upstream.asked()).toEqual(["GET /calls", ...byCall(two)]);

    upstream.reset();
    const [first, ...rest] = finishedCalls(4);
    if (!first) throw new Error("There is a first call");
    const recordings = [...recordingsOf(first, 999), ...rest.flatMap((each) => recordingsOf(each))];
    serve([first, ...rest], recordings);
    const headers = { "x-upstream-report": "1" };
    const { data, extensions } = await post(gateway.url, LISTED, undefined, { headers });
    expect(data).toEqual({ calls: { edges: shown([first, ...rest], recordings) } });
    expect(upstream.asked().sort()).toEqual(
      ["GET /calls", "GET /recordings", ...byCall([first, ...rest])].sort(),
    );
    expect(extensions).toMatchObject({ upstream: { calls: 6, saved: 0 } });
  });

  test("are not read again one by one", async () => {
    const calls = finishedCalls(3);
    serve(
      calls,
      calls.flatMap((each) => recordingsOf(each)),
    );
    upstream.answer("GET /recordings", {
      body: calls.flatMap((each) => recordingsOf(each)).map((each) => ({ ...each, status: "complete" })),
    });
    const data = await query(
      gateway.url,
      "{ calls { edges { node { recordings { call { state recordings { recordingId call { recordings { status } } } } } } } } }",
    );
    expect(JSON.stringify(data)).toContain("COMPLETE");
    expect(upstream.asked()).toEqual(["GET /calls", "GET /recordings"]);
  });
});

describe("the recordings of calls by their ids", () => {
  test("are one list too, where the operation reads the calls as well; call by call where it does not", async () => {
    const calls = finishedCalls(20);
    for (const { callId } of calls)
      await deliver(gateway.url, "voice/answer", voiceEvent("answer", { callId }));
    serve(
      calls,
      calls.flatMap((each) => recordingsOf(each)),
    );
    const recordingsAnd = (fields: string) =>
      query(
        gateway.url,
        `{ events { edges { node { ... on CallEvent { call { callId recordings { recordingId } ${fields} } } } } } }`,
      );
    const found = {
      events: {
        edges: calls.map(({ callId }) => ({
          node: { call: { callId, recordings: [{ recordingId: `r-${callId}-0` }] } },
        })),
      },
    };
    expect(await recordingsAnd("state")).toMatchObject(found);
    expect(upstream.asked().sort()).toEqual(
      [...calls.map(({ callId }) => `GET /calls/${callId}`), "GET /recordings"].sort(),
    );
    upstream.reset();
    serve(
      calls,
      calls.flatMap((each) => recordingsOf(each)),
    );
    expect(await recordingsAnd("api")).toMatchObject(found);
    expect(upstream.asked().sort()).toEqual(byCall(calls).sort());
  });

  test("are one list too of calls that come to light one after the other", async () => {
    const calls = finishedCalls(6);
    serve(
      calls,
      calls.flatMap((each) => recordingsOf(each)),
    );
    let answerSlow = () => {};
    const after = new Promise<void>((resolve) => {
      answerSlow = resolve;
    });
    upstream.answer("GET /calls", { body: calls.slice(0, 3) }, { body: calls.slice(3), after });
    const list = (to: string) =>
      `calls(filter: { to: "${to}" }) { edges { node { callId recordings { recordingId } realTimeTranscriptions { callId } } } }`;
    for (const { callId } of calls) upstream.answer(`GET /calls/${callId}/transcriptions`, { body: [] });
    const answer = query(gateway.url, `{ one: ${list("+1")} other: ${list("+2")} }`);
    // Whose transcriptions are asked for is read.
    await upstream.arrived("GET /calls/c-0/transcriptions");
    answerSlow();
    await answer;
    expect(upstream.asked().filter((path) => path.endsWith("/recordings"))).toEqual(["GET /recordings"]);
  });

  test("do not wait for what is not a call", async () => {
    serve(finishedCalls(1), []);
    let answerSlow = () => {};
    const after = new Promise<void>((resolve) => {
      answerSlow = resolve;
    });
    upstream.answer("GET /statistics", { body: {}, after });
    const answer = query(
      gateway.url,
      '{ statistics { maxCallQueueSize } call(callId: "c-0") { recordings { recordingId } } }',
    );
    await upstream.arrived("GET /calls/c-0/recordings");
    answerSlow();
    await answer;
  });
});

describe("when the list of the account's recordings fails", () => {
  const calls = finishedCalls(4);
  const recordings = calls.flatMap((each) => recordingsOf(each));

  test.each<[string, Answer]>([
    ["is refused as wrong", { status: 400 }],
    ["is forbidden", { status: 403 }],
    ["is not found", { status: 404 }],
    ["fails at Bandwidth", { status: 500 }],
    ["cannot be read", { body: "<html>" }],
    ["is cut off", { body: recordings, end: "cut" }],
  ])("each call's are listed: it %s", async (_title, answer) => {
    serve(calls, recordings);
    upstream.answer("GET /recordings", answer);
    expect(await query(gateway.url, LISTED)).toEqual({ calls: { edges: shown(calls, recordings) } });
    expect([...new Set(upstream.asked())].sort()).toEqual(
      ["GET /calls", "GET /recordings", ...byCall(calls)].sort(),
    );
  });

  test("by too many requests, it is not made worse by one for each call", async () => {
    serve(calls, recordings);
    upstream.answer("GET /recordings", { status: 429 });
    const { data, errors } = await post(gateway.url, LISTED);
    expect(data).toMatchObject({ calls: { edges: calls.map(() => ({ node: { recordings: null } })) } });
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(calls.map(() => "RATE_LIMITED"));
    // Three times, as any read that meets 429.
    expect(upstream.asked()).toEqual(["GET /calls", ...Array(3).fill("GET /recordings")]);
  });

  test("by the budget, each call's would fail by it too", async () => {
    serve(calls, recordings);
    await using other = await startGateway({
      upstreamUrl: upstream.url,
      environment: { UPSTREAM_BUDGET: "1" },
    });
    const { errors } = await post(other.url, LISTED);
    expect(errors?.map(({ extensions }) => extensions?.["code"])).toEqual(
      calls.map(() => "UPSTREAM_BUDGET_EXCEEDED"),
    );
    expect(upstream.asked()).toEqual(["GET /calls"]);
  });
});
