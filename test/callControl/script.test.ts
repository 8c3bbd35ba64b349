import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { ENGINES, type Engine } from "../support/engines.ts";
import { mutation } from "../support/mutation.ts";
import {
  FAR_NUMBER,
  OWN_NUMBER,
  type RunningGateway,
  startGateway,
  VOICE_APPLICATION,
} from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";
import { ask, attribute, document, HANG_UP, lastEvent, placeCall, says } from "./calls.ts";

const inbound = (callId: string, fields: Record<string, unknown> = {}) => ({
  callId,
  direction: "inbound",
  from: FAR_NUMBER,
  to: OWN_NUMBER,
  ...fields,
});

describe.each(ENGINES)("on %s", (_, startEngine) => {
  let engine: Engine;
  let upstream: Upstream;
  let gateway: RunningGateway;
  const start = () => startGateway({ upstreamUrl: upstream.url, environment: { ...engine.environment } });
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

  const put = (input: Record<string, unknown>) =>
    query(
      gateway.url,
      "mutation ($input: PutCallScriptInput!) { putCallScript(input: $input) { callScript { callScriptId } } }",
      { input },
    ).then((data) => Object(data["putCallScript"]).callScript.callScriptId as string);
  const script = (onAnswer: string, onEvents: Record<string, unknown>[] = []) => ({
    script: { onAnswer: says(onAnswer), onEvents },
  });

  test("a call follows its script: the first entry of which all conditions hold answers", async () => {
    const { callId, answer } = await placeCall(gateway, upstream, {
      onAnswer: { xml: '<Response><Gather gatherUrl="/callbacks/voice/gather"/></Response>' },
      onEvents: [
        { event: "ANSWER", machineDetection: "ANSWERING_MACHINE", bxml: says("machine") },
        { event: "GATHER", digits: "1", tag: "vip", bxml: says("very welcome") },
        { event: "GATHER", digits: "1", bxml: says("one") },
        { event: "GATHER", digits: "1", bxml: says("never") },
        { event: "GATHER", digits: "", bxml: says("nothing pressed") },
        { event: "GATHER", terminatingDigit: "#", bxml: says("hash") },
        { event: "TRANSFER_COMPLETE", cause: "NODE_CAPACITY_EXCEEDED", bxml: says("full") },
        { event: "TRANSFER_COMPLETE", bxml: says("transferred") },
      ],
    });
    const first = await ask(gateway, answer, "answer", { callId });
    const gather = attribute(first.text, "gatherUrl");
    expect(gather).toMatch(`${gateway.url}/callbacks/voice/gather/`);
    const machine = { machineDetectionResult: { value: "answering-machine", duration: "PT1S" } };
    const cases: [string, Record<string, unknown>, unknown][] = [
      ["answer", machine, document("machine")],
      ["gather", { digits: "1", terminatingDigit: "", tag: "vip" }, document("very welcome")],
      ["gather", { digits: "1", terminatingDigit: "#" }, document("one")],
      ["gather", { digits: "", terminatingDigit: "" }, document("nothing pressed")],
      ["gather", { terminatingDigit: "" }, document("nothing pressed")],
      ["gather", { digits: "2", terminatingDigit: "#" }, document("hash")],
      ["gather", { digits: "2", terminatingDigit: "" }, HANG_UP],
      ["transferComplete", { cause: "node-capacity-exceeded" }, document("full")],
      ["transferComplete", { cause: "of tomorrow" }, document("transferred")],
      ["redirect", {}, HANG_UP],
    ];
    for (const [eventType, fields, expected] of cases) {
      const answered = await ask(gateway, eventType === "answer" ? answer : gather, eventType, {
        callId,
        ...fields,
      });
      expect(answered, JSON.stringify(fields)).toEqual({ status: 200, text: expected });
    }
  });

  test("a call finds its script without an id in the URL as well, and so do the legs that it makes and its conferences", async () => {
    const { callId, answer } = await placeCall(gateway, upstream, {
      onAnswer: {
        xml: '<Response><Transfer><PhoneNumber transferAnswerUrl="/callbacks/voice/transferAnswer">+19195550001</PhoneNumber></Transfer><Conference conferenceEventUrl="/callbacks/voice/conferenceEvent">x</Conference></Response>',
      },
      onEvents: [
        { event: "TRANSFER_ANSWER", bxml: says("whisper") },
        { event: "GATHER", bxml: says("gathered") },
        { event: "CONFERENCE_MEMBER_JOIN", bxml: says("joined") },
      ],
    });
    const { text } = await ask(gateway, answer, "answer", { callId });
    const leg = { callId: "c-leg", direction: "outbound" };
    const other = await ask(gateway, attribute(text, "transferAnswerUrl"), "transferAnswer", leg);
    expect(other.text).toBe(document("whisper"));
    const conference = attribute(text, "conferenceEventUrl");
    const member = { callId: "c-member", conferenceId: "conf-1", name: "x" };
    expect((await ask(gateway, conference, "conferenceMemberJoin", member)).text).toBe(document("joined"));
    expect(await ask(gateway, conference, "conferenceMemberExit", member)).toEqual({ status: 204, text: "" });
    const named = await ask(gateway, "voice/gather", "gather", { callId, digits: "1" });
    expect(named.text).toBe(document("gathered"));
    const parent = await ask(gateway, "voice/transferAnswer", "transferAnswer", {
      callId: "c-leg-2",
      parentCallId: callId,
    });
    expect(parent.text).toBe(document("whisper"));
    const stranger = await ask(gateway, "voice/gather", "gather", { callId: "c-stranger", digits: "1" });
    expect(stranger.text).toEqual(HANG_UP);
  });

  test("a text may have the replacement character, which XML allows, by every way", async () => {
    const ways = {
      text: { verbs: [{ speakSentence: { text: "\ufffd" } }] },
      ssml: { verbs: [{ speakSentence: { ssml: "\ufffd" } }] },
      reference: { verbs: [{ speakSentence: { ssml: "&#xFFFD;" } }] },
      xml: says("\ufffd"),
    };
    upstream.answer("PUT /calls/c-updated/bxml", { status: 204 });
    for (const [way, bxml] of Object.entries(ways)) {
      const own = await placeCall(gateway, upstream, { onAnswer: bxml });
      expect((await ask(gateway, own.answer, "answer", own)).text, way).toBe(document("\ufffd"));
      await put({ instructions: { script: { onAnswer: bxml } } });
      expect((await ask(gateway, "voice", "initiate", inbound(`c-${way}`))).text).toBe(document("\ufffd"));
      expect((await lastEvent(gateway, `c-${way}`)).instructions?.document).toBe(document("\ufffd"));
      await query(
        gateway.url,
        "mutation ($input: UpdateCallBxmlInput!) { updateCallBxml(input: $input) { call { callId } } }",
        { input: { callId: "c-updated", bxml } },
      );
      expect(upstream.requests("PUT /calls/c-updated/bxml").at(-1)?.body).toBe(document("\ufffd"));
    }
  });

  test.each([
    '<?xml version="1.0" encoding="UTF-16"?>',
    "<?xml version='1.0'  encoding = 'ISO-8859-1' standalone='no' ?>",
    '<?xml version="1.0" encoding="utf-8"?>',
  ])("a document goes out as UTF-8, whatever it declares: %s", async (declaration) => {
    const bxml = { xml: `${declaration}${document("Grüße, encoding='UTF-16'")}` };
    const { callId, answer } = await placeCall(gateway, upstream, { onAnswer: bxml });
    const { text } = await ask(gateway, answer, "answer", { callId });
    upstream.answer(`PUT /calls/${callId}/bxml`, { status: 204 });
    await query(
      gateway.url,
      "mutation ($input: UpdateCallBxmlInput!) { updateCallBxml(input: $input) { call { callId } } }",
      { input: { callId, bxml } },
    );
    for (const sent of [text, upstream.requests(`PUT /calls/${callId}/bxml`)[0]?.body]) {
      expect(sent).toMatch(/^<\?xml version=["']1.0["']( standalone='no' ?)?\?>/);
      expect(sent).toContain(document("Grüße, encoding='UTF-16'"));
    }
  });

  test("an empty event URL asks for nothing, wherever the document is answered", async () => {
    const xml = '<Response><Gather gatherUrl=""/><StartRecording recordingAvailableUrl=""/></Response>';
    await put({ instructions: { script: { onAnswer: { xml } } } });
    expect((await ask(gateway, "voice/initiate", "initiate", inbound("c-empty"))).text).toBe(xml);
    const { callId, answer } = await placeCall(gateway, upstream, { onAnswer: { xml } });
    expect((await ask(gateway, answer, "answer", { callId })).text).toBe(xml);
  });

  test("an event gets the same answer again, by whichever URL and whatever became of the script", async () => {
    await put({ instructions: script("first") });
    const fields = inbound("c-again");
    expect((await ask(gateway, "voice", "initiate", fields)).text).toBe(document("first"));
    await put({ instructions: script("second") });
    expect((await ask(gateway, "voice/fallback", "initiate", fields)).text).toBe(document("first"));
    const { instructions } = await lastEvent(gateway, "c-again");
    expect(instructions).toEqual({
      source: "SCRIPT",
      document: document("first"),
      afterMs: expect.any(Number),
      answeredAt: expect.any(String),
    });
  });

  test("what was answered is told with the event: nobody's answer too, and without credentials", async () => {
    await ask(gateway, "voice", "redirect", { callId: "c-nobody" });
    expect((await lastEvent(gateway, "c-nobody")).instructions).toMatchObject({
      source: "DEFAULT",
      document: HANG_UP,
    });
    await ask(gateway, "voice", "conferenceMemberJoin", { callId: "c-member", conferenceId: "conf" });
    expect((await lastEvent(gateway, "c-member")).instructions).toMatchObject({
      source: "DEFAULT",
      document: null,
    });
    const { callId, answer } = await placeCall(gateway, upstream, {
      onAnswer: {
        xml: '<Response><PlayAudio username="app" password="hush-hush">https://a:hush-hush@example.com/x.wav</PlayAudio></Response>',
      },
    });
    expect((await ask(gateway, answer, "answer", { callId })).text).toContain('password="hush-hush"');
    const { instructions } = await lastEvent(gateway, callId);
    expect(instructions?.document).toContain('username="[masked]" password="[masked]"');
    expect(JSON.stringify(instructions)).not.toContain("hush");
  });

  test("the narrowest call script that has an answer is taken: number before application before event", async () => {
    const application = { applicationId: VOICE_APPLICATION };
    const number = { number: OWN_NUMBER };
    const event = { event: "INITIATE" };
    const scopes = [{}, event, application, { ...application, ...event }, number];
    const narrower = [
      { ...number, ...event },
      { ...number, ...application },
      { ...number, ...application, ...event },
    ];
    for (const [index, scope] of [...scopes, ...narrower].entries()) {
      await put({ ...scope, instructions: script(`script ${index}`) });
      const answered = await ask(gateway, "voice", "initiate", inbound(`c-narrow-${index}`));
      expect(answered.text, JSON.stringify(scope)).toBe(document(`script ${index}`));
    }
    // It has no answer to what has no such tag.
    await put({
      ...number,
      ...application,
      ...event,
      instructions: { script: { onEvents: [{ event: "INITIATE", tag: "other", bxml: says("x") }] } },
    });
    expect((await ask(gateway, "voice", "initiate", inbound("c-next"))).text).toBe(document("script 6"));
    const elsewhere = inbound("c-elsewhere", { to: "+19195550009", applicationId: "other" });
    expect((await ask(gateway, "voice", "initiate", elsewhere)).text).toBe(document("script 1"));
    // The caller's number is not the account's.
    const fromOwn = inbound("c-from-own", { from: OWN_NUMBER, to: "+19195550009", applicationId: "other" });
    expect((await ask(gateway, "voice", "initiate", fromOwn)).text).toBe(document("script 1"));
    const outbound = { callId: "c-out", direction: "outbound", from: OWN_NUMBER, to: FAR_NUMBER };
    expect((await ask(gateway, "voice", "answer", outbound)).text).toBe(document("script 6"));
  });

  test("a call goes on with the scripts that it began with, at any replica and after a restart", async () => {
    const id = await put({
      number: OWN_NUMBER,
      instructions: script("menu", [{ event: "GATHER", bxml: says("as it was") }]),
    });
    await ask(gateway, "voice", "initiate", inbound("c-begun"));
    await put({
      number: OWN_NUMBER,
      instructions: script("menu", [{ event: "GATHER", bxml: says("changed") }]),
    });
    await ask(gateway, "voice", "initiate", inbound("c-later"));
    const removed = await query(
      gateway.url,
      `mutation { deleteCallScript(input: { callScriptId: "${id}" }) { callScriptId } }`,
    );
    expect(removed).toEqual({ deleteCallScript: { callScriptId: id } });
    await gateway.stop();
    gateway = await start();
    const gather = async (callId: string) =>
      (await ask(gateway, "voice/gather", "gather", inbound(callId))).text;
    expect(await gather("c-begun")).toBe(document("as it was"));
    expect(await gather("c-later")).toBe(document("changed"));
    expect(await gather("c-new")).toEqual(HANG_UP);
  });

  test("so does a call with a script of its own, also with none", async () => {
    const gathered = (text: string) => ({ script: { onEvents: [{ event: "GATHER", bxml: says(text) }] } });
    const begun = async () => {
      const call = await placeCall(gateway, upstream, { onAnswer: says("own") });
      expect((await ask(gateway, call.answer, "answer", call)).text).toBe(document("own"));
      return call;
    };
    const before = await begun();
    const id = await put({ instructions: gathered("as it was") });
    const between = await begun();
    await put({ instructions: gathered("changed") });
    const after = await begun();
    await query(
      gateway.url,
      `mutation { deleteCallScript(input: { callScriptId: "${id}" }) { callScriptId } }`,
    );
    const gather = async ({ callId }: { callId: string }) =>
      (await ask(gateway, "voice/gather", "gather", { callId })).text;
    expect(await gather(before)).toEqual(HANG_UP);
    expect(await gather(between)).toBe(document("as it was"));
    expect(await gather(after)).toBe(document("changed"));
  });

  test("a call's own script goes before call scripts, which answer what it does not", async () => {
    await put({ instructions: script("stored", [{ event: "GATHER", bxml: says("stored gather") }]) });
    const own = await placeCall(gateway, upstream, { onAnswer: says("own") });
    expect((await ask(gateway, own.answer, "answer", own)).text).toBe(document("own"));
    expect((await ask(gateway, "voice/gather", "gather", own)).text).toBe(document("stored gather"));
    const bare = await placeCall(gateway, upstream, {});
    expect((await ask(gateway, bare.answer, "answer", bare)).text).toBe(document("stored"));
  });

  test("a call that was given another document in between comes back to its script", async () => {
    const { callId, answer } = await placeCall(gateway, upstream, {
      onAnswer: says("hello"),
      onEvents: [{ event: "GATHER", digits: "1", bxml: says("one") }],
    });
    await ask(gateway, answer, "answer", { callId });
    upstream.answer(`POST /calls/${callId}`, { status: 200 });
    await query(
      gateway.url,
      "mutation ($input: UpdateCallInput!) { updateCall(input: $input) { call { callId } } }",
      { input: { callId, bxml: { verbs: [{ gather: { maxDigits: 1 } }] } } },
    );
    const { redirectUrl } = Object(upstream.requests(`POST /calls/${callId}`)[0]?.body);
    const { text } = await ask(gateway, redirectUrl, "redirect", { callId });
    const gather = attribute(text, "gatherUrl");
    expect(gather).toBe(`${gateway.url}/callbacks/${answer.replace("/answer/", "/gather/")}`);
    expect((await ask(gateway, gather, "gather", { callId, digits: "1" })).text).toBe(document("one"));
    // The document was for that event alone.
    expect((await ask(gateway, "voice/redirect", "redirect", { callId, tag: "x" })).text).toEqual(HANG_UP);
  });

  test("call scripts are listed as they are stored, page by page", async () => {
    const entry = { event: "TRANSFER_COMPLETE", cause: "CALLBACK_ERROR", tag: "t", bxml: says("x") };
    await put({
      applicationId: "a",
      instructions: { script: { onAnswer: says("hello"), onEvents: [entry] } },
    });
    await put({ number: OWN_NUMBER, instructions: { live: { timeout: 5, fallback: says("sorry") } } });
    await put({ number: FAR_NUMBER, instructions: { live: {} } });
    const page = `edges { cursor node { callScriptId applicationId number event instructions {
      script { event digits cause machineDetection tag document } live { timeout fallback } forward { url } } } } pageInfo { hasNextPage endCursor }`;
    const first = Object(await query(gateway.url, `{ callScripts(first: 2) { ${page} } }`)).callScripts;
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = Object(
      await query(
        gateway.url,
        `query ($after: String) { callScripts(first: 2, after: $after) { ${page} } }`,
        {
          after: first.pageInfo.endCursor,
        },
      ),
    ).callScripts;
    expect(rest.pageInfo.hasNextPage).toBe(false);
    const nodes = [...first.edges, ...rest.edges].map(({ node }: { node: object }) => node);
    const nothing = { digits: null, cause: null, machineDetection: null, tag: null };
    expect(nodes).toHaveLength(3);
    expect(nodes).toEqual(
      expect.arrayContaining([
        {
          callScriptId: expect.any(String),
          applicationId: "a",
          number: null,
          event: null,
          instructions: {
            script: [
              {
                ...nothing,
                event: "TRANSFER_COMPLETE",
                cause: "CALLBACK_ERROR",
                tag: "t",
                document: document("x"),
              },
              { ...nothing, event: "ANSWER", document: document("hello") },
              { ...nothing, event: "INITIATE", document: document("hello") },
            ],
            live: null,
            forward: null,
          },
        },
        expect.objectContaining({
          number: OWN_NUMBER,
          instructions: { script: null, live: { timeout: 5, fallback: document("sorry") }, forward: null },
        }),
        expect.objectContaining({
          number: FAR_NUMBER,
          instructions: { script: null, live: { timeout: 13, fallback: null }, forward: null },
        }),
      ]),
    );
    const { errors } = await post(
      gateway.url,
      'mutation { deleteCallScript(input: { callScriptId: "nobody" }) { callScriptId } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });

  test.each<[Record<string, unknown>, string, string]>([
    [
      { event: "GATHER", instructions: { script: { onAnswer: says("x") } } },
      "script.onAnswer",
      "answers ANSWER and INITIATE only, not the event of this call script",
    ],
    [
      { event: "GATHER", instructions: { script: { onEvents: [{ event: "ANSWER", bxml: says("x") }] } } },
      "script.onEvents[0].event",
      "must be the event of the call script",
    ],
    [
      { event: "CONFERENCE_CREATED", instructions: { live: {} } },
      "live",
      "does not hold events of conferences, which go on without an answer",
    ],
  ])("a call script that can never answer is refused: %j", async (input, field, message) => {
    const { expectRefused } = mutation(
      upstream,
      () => gateway.url,
      "putCallScript",
      "callScript { callScriptId }",
    );
    await expectRefused(input, `input.instructions.${field}`, message);
  });

  const NEEDED = { to: FAR_NUMBER, from: OWN_NUMBER };
  const on = (entry: Record<string, unknown>) => ({ onEvents: [{ bxml: says("x"), ...entry }] });
  test("a document counts with what the gateway adds to it: it is refused where that makes it too long, by every way", async () => {
    const bxml = { xml: `<Response>${"<StartRecording/>".repeat(1000)}</Response>` };
    const fallback = { timeout: 5, fallback: bxml };
    const entries = [
      { event: "GATHER", bxml: says("x") },
      { event: "GATHER", bxml },
    ];
    const cases: [string, Record<string, unknown>, string][] = [
      ["createCall", { ...NEEDED, onAnswer: bxml }, "input.onAnswer"],
      ["createCall", { ...NEEDED, onEvents: entries }, "input.onEvents[1].bxml"],
      ["createCall", { ...NEEDED, instructions: { live: fallback } }, "input.instructions.live.fallback"],
      [
        "putCallScript",
        { instructions: { script: { onAnswer: bxml } } },
        "input.instructions.script.onAnswer",
      ],
      ["updateCall", { callId: "c-1", bxml }, "input.bxml"],
      ["updateCallBxml", { callId: "c-1", bxml }, "input.bxml"],
      ["updateConferenceBxml", { conferenceId: "conf-1", bxml }, "input.bxml"],
      [
        "speakInCall",
        {
          callId: "c-1",
          speakSentence: { text: "x" },
          afterwards: Array.from({ length: 900 }, () => ({ startRecording: {} })),
        },
        "input",
      ],
    ];
    for (const [name, input, field] of cases) {
      const { expectRefused } = mutation(upstream, () => gateway.url, name, "__typename");
      await expectRefused(input, field, "is longer than 64 KB with the URLs and credentials of the gateway");
    }
    // What it adds to a Gather without a URL is nothing.
    const gathers = { xml: `<Response>${"<Gather/>".repeat(7000)}</Response>` };
    const { callId, answer } = await placeCall(gateway, upstream, { onAnswer: gathers });
    expect((await ask(gateway, answer, "answer", { callId })).text).toBe(gathers.xml);
  });

  test.each<[Record<string, unknown>, string, string]>([
    [on({ event: "ANSWER", digits: "1" }), "onEvents[0].digits", "goes with GATHER only"],
    [on({ event: "ANSWER", terminatingDigit: "1" }), "onEvents[0].terminatingDigit", "goes with GATHER only"],
    [
      on({ event: "GATHER", cause: "BUSY" }),
      "onEvents[0].cause",
      "goes with TRANSFER_COMPLETE and BRIDGE_COMPLETE only",
    ],
    [
      on({ event: "GATHER", machineDetection: "HUMAN" }),
      "onEvents[0].machineDetection",
      "goes with ANSWER only",
    ],
    [
      on({ event: "GATHER", digits: "x" }),
      "onEvents[0].digits",
      "must be digits, *, # or the letters a to d",
    ],
    [
      on({ event: "GATHER", terminatingDigit: "12" }),
      "onEvents[0].terminatingDigit",
      "must be one digit, *, # or a letter a to d",
    ],
    [
      on({ event: "GATHER", bxml: { xml: "<Shout/>" } }),
      "onEvents[0].bxml.xml",
      "has another root element than Response",
    ],
    [
      { onEvents: Array.from({ length: 101 }, () => ({ event: "GATHER", bxml: says("x") })) },
      "onEvents",
      "must be at most 100",
    ],
    [
      on({ event: "CONFERENCE_MEMBER_JOIN", bxml: { verbs: [{ pause: {} }] } }),
      "onEvents[0].bxml.verbs[0].pause",
      "may not run in a conference",
    ],
    [
      on({ event: "TRANSFER_ANSWER", bxml: { verbs: [{ conference: { name: "x" } }] } }),
      "onEvents[0].bxml.verbs[0].conference",
      "may not run before a transferred call is joined",
    ],
    [
      { answerUrl: "https://example.com", ...on({ event: "GATHER" }) },
      "onEvents",
      "goes without an answerUrl only",
    ],
    [
      { answerUrl: "https://example.com", instructions: { live: {} } },
      "instructions",
      "goes without an answerUrl only",
    ],
    [
      { onAnswer: says("x"), instructions: { live: {} } },
      "instructions",
      "goes without onAnswer and onEvents only",
    ],
    [
      { instructions: { script: {} } },
      "instructions.script.onAnswer",
      "is required where there are no onEvents",
    ],
    [{ instructions: { live: { timeout: 0 } } }, "instructions.live.timeout", "must be 0.1 seconds or more"],
    [
      { instructions: { live: { timeout: 13.5 } } },
      "instructions.live.timeout",
      "must be at most 13 seconds",
    ],
    [
      { callbackTimeout: 3, instructions: { live: { timeout: 2 } } },
      "instructions.live.timeout",
      "must be at most 1.5 seconds",
    ],
  ])(
    "instructions that cannot be are refused before anything is sent: %j",
    async (change, field, message) => {
      const createCall = mutation(upstream, () => gateway.url, "createCall", "call { callId }");
      await createCall.expectRefused({ ...NEEDED, ...change }, `input.${field}`, message);
    },
  );
});
