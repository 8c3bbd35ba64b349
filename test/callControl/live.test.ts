import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  post,
  query,
  type Reader,
  type Result,
  subscribeSse,
  subscribeWebSocket,
} from "../support/client.ts";
import { ENGINES, type Engine } from "../support/engines.ts";
import { OWN_NUMBER, type RunningGateway, startGateway } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";
import { ask, document, HANG_UP, lastEvent, placeCall, says } from "./calls.ts";

type Waiting = { deadline: string; event: { id: string; type: string; callId?: string; receivedAt: string } };
const AWAITING =
  "subscription ($filter: EventFilter) { callsAwaitingInstructions(filter: $filter) { deadline event { id type receivedAt ... on CallEvent { callId } } } }";
const waiting = async (reader: Reader) => (await reader.next()) as Waiting;

const answerEvent = (
  { url }: RunningGateway,
  eventId: string,
  said: string | { xml: string },
): Promise<Result> =>
  post(
    url,
    "mutation ($input: AnswerEventInput!) { answerEvent(input: $input) { event { id instructions { source document } } } }",
    { input: { eventId, bxml: typeof said === "string" ? says(said) : said } },
  );
const conflict = (eventId: string) => [
  {
    message: `The event ${eventId} does not wait for an answer, or not any more`,
    extensions: { code: "CONFLICT" },
  },
];

describe.each(ENGINES)("on %s", (name, startEngine) => {
  let engine: Engine;
  let upstream: Upstream;
  let gateway: RunningGateway;
  const start = (environment: Record<string, string> = {}, aheadMs = 0) =>
    startGateway({
      upstreamUrl: upstream.url,
      environment: { ...engine.environment, ...environment },
      now: () => new Date(Date.now() + aheadMs),
    });
  beforeAll(async () => {
    engine = await startEngine();
    upstream = await startUpstream();
  });
  afterAll(async () => {
    await engine.stop();
    await upstream.stop();
  });
  beforeEach(async () => {
    gateway = await start();
  });
  afterEach(async () => {
    await gateway.stop();
    await engine.wipe();
    upstream.reset();
  });

  // As long as can be: no test is to meet a deadline that it does not wait for.
  const live = (fields: Record<string, unknown> = {}) => ({
    callbackTimeout: 25,
    instructions: { live: { fallback: says("sorry"), ...fields } },
  });
  const source = async (callId: string) => (await lastEvent(gateway, callId)).instructions;

  test.each([
    ["WebSocket", subscribeWebSocket],
    ["SSE", subscribeSse],
  ] as const)(
    "a client hears of a call over %s, answers it, and Bandwidth gets the answer",
    async (_, subscribe) => {
      const reader = await subscribe(gateway.url, AWAITING);
      const { callId, answer } = await placeCall(gateway, upstream, live());
      const asked = ask(gateway, answer, "answer", { callId });
      const { event } = await waiting(reader);
      expect(event).toMatchObject({ type: "ANSWER", callId });
      expect(await source(callId)).toBeNull();
      const { data } = await answerEvent(gateway, event.id, "hello");
      expect(data).toEqual({
        answerEvent: {
          event: { id: event.id, instructions: { source: "LIVE", document: document("hello") } },
        },
      });
      expect(await asked).toEqual({ status: 200, text: document("hello") });
      // Delivered again.
      expect((await ask(gateway, answer, "answer", { callId })).text).toBe(document("hello"));
      await reader.close();
    },
  );

  test("the deadline leaves a margin of the call's own callbackTimeout, and may be nearer", async () => {
    const reader = await subscribeSse(gateway.url, AWAITING);
    const cases: [Record<string, unknown>, number][] = [
      [{ callbackTimeout: 25 }, 23_000],
      [{ callbackTimeout: null }, 13_000],
      [{ callbackTimeout: 20, instructions: { live: { timeout: 12.5 } } }, 12_500],
    ];
    for (const [input, expected] of cases) {
      const { callId, answer } = await placeCall(gateway, upstream, { ...live(), ...input });
      const asked = ask(gateway, answer, "answer", { callId });
      const { event, deadline } = await waiting(reader);
      const waits = Date.parse(deadline) - Date.parse(event.receivedAt);
      // In Redis it is later by the way there.
      expect(waits).toBeGreaterThanOrEqual(expected);
      expect(waits).toBeLessThan(expected + 500);
      await answerEvent(gateway, event.id, "x");
      await asked;
    }
    await reader.close();
  });

  test.each([
    ["what was declared", { fallback: says("sorry") }, document("sorry")],
    ["hang up, where nothing was", { fallback: null }, HANG_UP],
  ])("when nobody answers until the deadline, the fallback is answered: %s", async (_, fields, expected) => {
    const { callId, answer } = await placeCall(gateway, upstream, live({ timeout: 0.1, ...fields }));
    expect(await ask(gateway, answer, "answer", { callId })).toEqual({ status: 200, text: expected });
    const { id, instructions } = await lastEvent(gateway, callId);
    expect(instructions).toMatchObject({ source: "FALLBACK", document: expected });
    expect((await answerEvent(gateway, id, "too late")).errors).toMatchObject(conflict(id));
  });

  test("of several answers one is taken, and the others are told so", async () => {
    const reader = await subscribeSse(gateway.url, AWAITING);
    const { callId, answer } = await placeCall(gateway, upstream, live());
    const asked = ask(gateway, answer, "answer", { callId });
    const { event } = await waiting(reader);
    const texts = ["one", "two", "three", "four"];
    const results = await Promise.all(texts.map((text) => answerEvent(gateway, event.id, text)));
    const winners = texts.filter((_, index) => !results[index]?.errors);
    expect(winners).toHaveLength(1);
    expect(await asked).toEqual({ status: 200, text: document(winners[0] ?? "") });
    for (const { errors } of results) if (errors) expect(errors).toMatchObject(conflict(event.id));
    expect(await source(callId)).toMatchObject({ source: "LIVE", document: document(winners[0] ?? "") });
    await reader.close();
  });

  test("what does not wait cannot be answered, and what the log does not have is not found", async () => {
    await ask(gateway, "voice", "redirect", { callId: "c-default" });
    const { id } = await lastEvent(gateway, "c-default");
    expect((await answerEvent(gateway, id, "x")).errors).toMatchObject(conflict(id));
    expect((await answerEvent(gateway, "nobody", "x")).errors).toMatchObject([
      { message: "The log has no event nobody", extensions: { code: "NOT_FOUND" } },
    ]);
  });

  test("who subscribes hears first of the calls that wait, then of others, of those that match and were not answered", async () => {
    const ahead = await subscribeSse(gateway.url, AWAITING);
    const calls = await Promise.all([1, 2, 3].map(() => placeCall(gateway, upstream, live())));
    const asked = calls.map(({ callId, answer }) => ask(gateway, answer, "answer", { callId }));
    const heard = [await waiting(ahead), await waiting(ahead), await waiting(ahead)].map(
      ({ event }) => event,
    );
    const [first, second, third] = calls.map(
      ({ callId }) => heard.find((event) => event.callId === callId)?.id ?? "",
    );
    await answerEvent(gateway, first ?? "", "x");
    const all = await subscribeSse(gateway.url, AWAITING);
    const one = await subscribeSse(gateway.url, AWAITING, { filter: { callId: calls[2]?.callId } });
    const none = await subscribeSse(gateway.url, AWAITING, { filter: { number: "+19195550000" } });
    expect([(await waiting(all)).event.id, (await waiting(all)).event.id].sort()).toEqual(
      [second, third].sort(),
    );
    expect((await waiting(one)).event.id).toBe(third);
    const later = await placeCall(gateway, upstream, live());
    const fourth = ask(gateway, later.answer, "answer", { callId: later.callId, from: "+19195550000" });
    const { event } = await waiting(none);
    expect(event.callId).toBe(later.callId);
    expect((await waiting(all)).event.id).toBe(event.id);
    for (const id of [second, third, event.id]) await answerEvent(gateway, id ?? "", "x");
    await Promise.all([...asked, fourth]);
    for (const reader of [ahead, all, one, none]) await reader.close();
  });

  test("an event that is delivered again while it waits gets the one answer, and is told once", async () => {
    const reader = await subscribeSse(gateway.url, AWAITING);
    const { callId, answer } = await placeCall(gateway, upstream, live());
    const first = ask(gateway, answer, "answer", { callId });
    const { event } = await waiting(reader);
    const again = ask(gateway, answer, "answer", { callId });
    const duplicates = async () =>
      Object(await query(gateway.url, "{ callbackDeliveries { duplicates } }")).callbackDeliveries[0]
        .duplicates;
    await expect.poll(duplicates).toBe(1);
    await answerEvent(gateway, event.id, "once");
    expect([(await first).text, (await again).text]).toEqual([document("once"), document("once")]);
    const other = await placeCall(gateway, upstream, live());
    const asked = ask(gateway, other.answer, "answer", { callId: other.callId });
    const next = await waiting(reader);
    expect(next.event.callId).toBe(other.callId);
    await answerEvent(gateway, next.event.id, "x");
    await asked;
    await reader.close();
  });

  test("one that is delivered again waits until the deadline of the last delivery, and so does the first", async () => {
    const reader = await subscribeSse(gateway.url, AWAITING);
    const { callId, answer } = await placeCall(gateway, upstream, live({ timeout: 1 }));
    const first = ask(gateway, answer, "answer", { callId });
    const { event, deadline } = await waiting(reader);
    await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(deadline) - 500);
    const again = ask(gateway, answer, "answer", { callId });
    await expect.poll(() => Date.now()).toBeGreaterThan(Date.parse(deadline) + 100);
    expect((await answerEvent(gateway, event.id, "in time")).errors).toBeUndefined();
    expect([(await first).text, (await again).text]).toEqual([document("in time"), document("in time")]);
    await reader.close();
  });

  test("a document must be one that may run where the event asks: an answer is refused, a fallback hangs up instead", async () => {
    const reader = await subscribeSse(gateway.url, AWAITING);
    const { callId, answer } = await placeCall(gateway, upstream, {
      callbackTimeout: 25,
      instructions: { live: { fallback: { verbs: [{ conference: { name: "x" } }] } } },
    });
    const leg = answer.replace("/answer/", "/transferAnswer/");
    const asked = ask(gateway, leg, "transferAnswer", { callId: "c-leg", parentCallId: callId });
    const { event } = await waiting(reader);
    const { errors } = await post(
      gateway.url,
      `mutation { answerEvent(input: { eventId: "${event.id}", bxml: { verbs: [{ conference: { name: "x" } }] } }) { event { id } } }`,
    );
    const field = "input.bxml.verbs[0].conference";
    expect(errors).toMatchObject([
      {
        message: `${field} may not run before a transferred call is joined`,
        extensions: { code: "BAD_USER_INPUT", field },
      },
    ]);
    const tooLong = `<Response>${"<StartRecording/>".repeat(1000)}</Response>`;
    expect((await answerEvent(gateway, event.id, { xml: tooLong })).errors).toMatchObject([
      { extensions: { code: "BAD_USER_INPUT", field: "input.bxml" } },
    ]);
    await gateway.stop();
    expect((await asked).text).toEqual(HANG_UP);
    gateway = await start();
  });

  test("beyond so many that are held, the fallback is answered at once", async () => {
    const small = await restarted({ HELD_CALLBACKS_MAX: "1" });
    const reader = await subscribeSse(small.url, AWAITING);
    const held = await placeCall(small, upstream, live());
    const asked = ask(small, held.answer, "answer", { callId: held.callId });
    const { event } = await waiting(reader);
    const over = await placeCall(small, upstream, live());
    expect((await ask(small, over.answer, "answer", over)).text).toBe(document("sorry"));
    expect(await source(over.callId)).toMatchObject({ source: "FALLBACK" });
    await answerEvent(small, event.id, "held");
    expect((await asked).text).toBe(document("held"));
    const next = await placeCall(small, upstream, live());
    const answered = ask(small, next.answer, "answer", next);
    await answerEvent(small, (await waiting(reader)).event.id, "free again");
    expect((await answered).text).toBe(document("free again"));
    expect(small.logLines.filter((line) => line.includes("HELD_CALLBACKS_MAX"))).toHaveLength(1);
    await reader.close();
  });

  test("a call that is over waits no more: its place is free, and no answer is taken", async () => {
    await restarted({ HELD_CALLBACKS_MAX: "1" });
    const reader = await subscribeSse(gateway.url, AWAITING);
    const { callId, answer } = await placeCall(gateway, upstream, live());
    const lost = new AbortController();
    const asked = ask(gateway, answer, "answer", { callId }, lost.signal);
    const { event } = await waiting(reader);
    lost.abort();
    await expect(asked).rejects.toThrow("abort");
    await ask(gateway, answer.replace("/answer/", "/disconnect/"), "disconnect", { callId });
    const answered = `{ events(filter: { callId: "${callId}" }, first: 1) { edges { node { ... on AskingEvent { instructions { source } } } } } }`;
    const instructions = async () =>
      Object(await query(gateway.url, answered)).events.edges[0].node.instructions;
    await expect.poll(instructions).toEqual({ source: "FALLBACK" });
    expect((await answerEvent(gateway, event.id, "late")).errors).toMatchObject(conflict(event.id));
    const later = await subscribeSse(gateway.url, AWAITING);
    const next = await placeCall(gateway, upstream, live());
    const asking = ask(gateway, next.answer, "answer", next);
    expect((await waiting(later)).event.callId).toBe(next.callId);
    await answerEvent(gateway, (await waiting(reader)).event.id, "free again");
    expect((await asking).text).toBe(document("free again"));
    await reader.close();
    await later.close();
  });

  test("a gateway that stops answers what it holds with the fallback", async () => {
    const reader = await subscribeSse(gateway.url, AWAITING);
    const { callId, answer } = await placeCall(gateway, upstream, live());
    const asked = ask(gateway, answer, "answer", { callId });
    await waiting(reader);
    await gateway.stop();
    expect(await asked).toEqual({ status: 200, text: document("sorry") });
    gateway = await start();
    expect(await source(callId)).toMatchObject({ source: "FALLBACK" });
  });

  test("a call script may ask live as well, for some events only; a conference is not held", async () => {
    await query(
      gateway.url,
      "mutation ($input: PutCallScriptInput!) { putCallScript(input: $input) { callScript { callScriptId } } }",
      {
        input: {
          number: OWN_NUMBER,
          event: "GATHER",
          instructions: { live: { timeout: 23 } },
        },
      },
    );
    const inbound = { callId: "c-in", direction: "inbound", to: OWN_NUMBER };
    expect((await ask(gateway, "voice", "initiate", inbound)).text).toEqual(HANG_UP);
    const reader = await subscribeSse(gateway.url, AWAITING);
    const asked = ask(gateway, "voice/gather", "gather", { ...inbound, digits: "1" });
    const { event } = await waiting(reader);
    await answerEvent(gateway, event.id, "gathered");
    expect((await asked).text).toBe(document("gathered"));
    const { answer } = await placeCall(gateway, upstream, live());
    const conference = answer.replace("/answer/", "/conferenceEvent/");
    expect(await ask(gateway, conference, "conferenceMemberJoin", { callId: "c-m" })).toEqual({
      status: 204,
      text: "",
    });
    await reader.close();
  });

  if (name === "Redis")
    test.each([
      ["as late as", 0],
      ["a minute ahead of", 60_000],
      ["a minute behind", -60_000],
    ])(
      "the answer may come through another replica whose clock is %s this one's, and the call is heard of there",
      async (_, aheadMs) => {
        const other = await start({}, aheadMs);
        const there = await subscribeWebSocket(other.url, AWAITING);
        const { callId, answer } = await placeCall(gateway, upstream, live());
        const asked = ask(gateway, answer, "answer", { callId });
        const { event } = await waiting(there);
        const results = await Promise.all([
          answerEvent(gateway, event.id, "here"),
          answerEvent(other, event.id, "there"),
        ]);
        expect(results.filter(({ errors }) => errors)).toHaveLength(1);
        const winner = results[0]?.errors ? "there" : "here";
        expect(await asked).toEqual({ status: 200, text: document(winner) });
        // Asked again there.
        expect((await ask(other, answer, "answer", { callId })).text).toBe(document(winner));
        const second = await placeCall(gateway, upstream, live());
        const answered = ask(gateway, second.answer, "answer", second);
        await answerEvent(other, (await waiting(there)).event.id, "from afar");
        expect((await answered).text).toBe(document("from afar"));
        await there.close();
        await other.stop();
      },
    );

  /** The gateway of the test, with other settings. */
  async function restarted(environment: Record<string, string>): Promise<RunningGateway> {
    await gateway.stop();
    gateway = await start(environment);
    return gateway;
  }
});
