import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { post, query } from "../support/client.ts";
import { ENGINES, type Engine } from "../support/engines.ts";
import { mutation } from "../support/mutation.ts";
import {
  CALLBACK_AUTH,
  FAR_NUMBER,
  OWN_NUMBER,
  type RunningGateway,
  startGateway,
  voiceEvent,
} from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";
import { type Answer, type Application, startApplication } from "./application.ts";
import { ask, attribute, document, lastEvent, placeCall, says } from "./calls.ts";

const basic = (userAndPassword: string) => `Basic ${Buffer.from(userAndPassword).toString("base64")}`;

describe.each(ENGINES)("on %s", (name, startEngine) => {
  let engine: Engine;
  let upstream: Upstream;
  let application: Application;
  let gateway: RunningGateway;
  const start = (environment: Record<string, string> = {}) =>
    startGateway({
      upstreamUrl: upstream.url,
      environment: { ...engine.environment, FORWARD_HOSTS: application.host, ...environment },
    });
  beforeAll(async () => {
    engine = await startEngine();
    upstream = await startUpstream();
  });
  afterAll(async () => {
    await engine.stop();
    await upstream.stop();
  });
  const putScript = (input: object) =>
    query(
      gateway.url,
      "mutation ($input: PutCallScriptInput!) { putCallScript(input: $input) { callScript { callScriptId } } }",
      { input },
    );
  beforeEach(async () => {
    application = await startApplication({ "/answer": document("from the application") });
    gateway = await start();
  });
  afterEach(async () => {
    await gateway.stop();
    await application.stop();
    await engine.wipe();
    upstream.reset();
  });

  const forward = (fields: Record<string, unknown> = {}) => ({
    callbackTimeout: 25,
    instructions: { forward: { url: `${application.url}/answer`, fallback: says("sorry"), ...fields } },
  });
  const place = (fields?: Record<string, unknown>) => placeCall(gateway, upstream, forward(fields));
  const source = async (callId: string) => (await lastEvent(gateway, callId)).instructions;

  test("an event is logged, relayed as Bandwidth would send it, and the answer relayed back", async () => {
    const { callId, answer } = await place({ username: "app", password: "p:w" });
    const fields = { callId, machineDetectionResult: { value: "human", duration: "PT1S" } };
    const response = await fetch(`${gateway.url}/callbacks/${answer}`, {
      method: "POST",
      headers: {
        authorization: CALLBACK_AUTH,
        "content-type": "application/json",
        "user-agent": "BandwidthAPI/v2",
        "x-of-tomorrow": "1",
        cookie: "a=b",
      },
      body: JSON.stringify(voiceEvent("answer", fields)),
    });
    expect(response.headers.get("content-type")).toBe("application/xml; charset=utf-8");
    expect(await response.text()).toBe(document("from the application"));
    expect(application.requests).toEqual([
      {
        method: "POST",
        path: "/answer",
        query: {},
        headers: expect.objectContaining({
          host: application.host,
          authorization: basic("app:p:w"),
          "content-type": "application/json; charset=utf-8",
          "user-agent": "BandwidthAPI/v2",
          "x-of-tomorrow": "1",
        }),
        body: voiceEvent("answer", fields),
      },
    ]);
    expect(application.requests[0]?.headers.cookie).toBeUndefined();
    expect(await source(callId)).toMatchObject({
      source: "FORWARD",
      document: document("from the application"),
    });
    // Delivered again: the application is not asked twice.
    expect((await ask(gateway, answer, "answer", fields)).text).toBe(document("from the application"));
    expect(application.requests).toHaveLength(1);
  });

  test("with GET the properties go as parameters, beside those of the URL, and without a body", async () => {
    const { callId, answer } = await place({ url: `${application.url}/answer?team=1`, method: "GET" });
    await ask(gateway, answer, "answer", { callId, machineDetectionResult: { value: "human" } });
    expect(application.requests).toMatchObject([
      {
        method: "GET",
        query: {
          team: "1",
          eventType: "answer",
          callId,
          to: FAR_NUMBER,
          "machineDetectionResult.value": "human",
        },
        body: undefined,
      },
    ]);
    expect(application.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("a document's URLs bring their events through the gateway to where the application wants them, and on and on", async () => {
    application.answer(
      "/answer",
      `<Response><PlayAudio>hello.wav</PlayAudio><Gather gatherUrl="/gather?step=1" gatherMethod="GET" username="g" password="gp"
         gatherFallbackUrl="/fallback" fallbackUsername="f" fallbackPassword="fp"><PlayAudio>/menu.wav</PlayAudio></Gather></Response>`,
    );
    application.answer("/gather", '<Response><Redirect redirectUrl="next"/></Response>');
    application.answer("/next", document("the end"));
    const { callId, answer } = await place({ username: "app", password: "hush-hush" });
    const first = (await ask(gateway, answer, "answer", { callId })).text;
    expect(first).toContain(`<PlayAudio>${application.url}/hello.wav</PlayAudio>`);
    expect(first).toContain(`<PlayAudio>${application.url}/menu.wav</PlayAudio>`);
    expect(attribute(first, "gatherFallbackUrl")).toBe(`${application.url}/fallback`);
    expect(attribute(first, "fallbackPassword")).toBe("fp");
    // Its own credentials stay here; the gateway's go along.
    expect([attribute(first, "username"), attribute(first, "password")]).toEqual(["callbacks", "secret"]);
    expect(first).not.toContain("gatherMethod");
    const gather = attribute(first, "gatherUrl");
    expect(gather).toMatch(new RegExp(`^${gateway.url}/callbacks/voice/forwarded/[\\w-]{22}$`));
    const second = (await ask(gateway, gather, "gather", { callId, digits: "1" })).text;
    const third = await ask(gateway, attribute(second, "redirectUrl"), "redirect", { callId });
    expect(third.text).toBe(document("the end"));
    expect(application.requests.slice(1)).toMatchObject([
      {
        method: "GET",
        path: "/gather",
        query: { step: "1", digits: "1" },
        headers: { authorization: basic("g:gp") },
      },
      { method: "POST", path: "/next", body: { eventType: "redirect", callId } },
    ]);
    // No authorization but what its document says.
    expect(application.requests[2]?.headers.authorization).toBeUndefined();
    const { instructions } = await lastEvent(gateway, callId);
    expect(instructions).toMatchObject({ source: "FORWARD", document: document("the end") });
  });

  test("an application that asks for the same again and again keeps one target", async () => {
    application.answer("/answer", '<Response><Gather gatherUrl="/answer"/></Response>');
    const { callId, answer } = await place();
    let url = answer;
    const urls = new Set<string>();
    for (let round = 0; round < 4; round++) {
      const { text } = await ask(gateway, url, round === 0 ? "answer" : "gather", {
        callId,
        digits: String(round),
      });
      url = attribute(text, "gatherUrl");
      urls.add(url);
    }
    expect(urls.size).toBe(1);
    // Another call's is another's.
    const other = await place();
    expect(urls).not.toContain(
      attribute((await ask(gateway, other.answer, "answer", other)).text, "gatherUrl"),
    );
  });

  test("a target has the fallback of the rule by which its application was asked", async () => {
    application.answer("/answer", '<Response><Gather gatherUrl="/gather"/></Response>');
    for (const [event, text] of [
      ["INITIATE", "of the first"],
      ["GATHER", "of the second"],
    ] as const)
      await putScript({
        event,
        instructions: {
          forward: { url: `${application.url}/answer`, timeout: 23, fallback: says(text) },
        },
      });
    const inbound = { callId: "c-in", direction: "inbound" };
    const first = attribute((await ask(gateway, "voice", "initiate", inbound)).text, "gatherUrl");
    const second = attribute((await ask(gateway, "voice/gather", "gather", inbound)).text, "gatherUrl");
    expect((await ask(gateway, first, "gather", { ...inbound, digits: "1" })).text).toBe(
      document("of the first"),
    );
    expect((await ask(gateway, second, "gather", { ...inbound, digits: "2" })).text).toBe(
      document("of the second"),
    );
  });

  if (name === "SQLite")
    test("a fallback is kept once, however many targets a document has", async () => {
      const gathers = Array.from({ length: 400 }, (_, index) => `<Gather gatherUrl="/${index}"/>`);
      application.answer("/answer", `<Response>${gathers.join("")}</Response>`);
      const { callId, answer } = await place({ fallback: says("x".repeat(60_000)) });
      const { text } = await ask(gateway, answer, "answer", { callId });
      expect(text.match(/voice\/forwarded/g)).toHaveLength(400);
      const folder = engine.environment["DATA_DIR"] ?? "";
      const bytes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
      expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(8_000_000);
    });

  test("events that ask nothing are relayed too where the application asked for them, and the end where it is to be told", async () => {
    application.answer(
      "/answer",
      '<Response><StartGather dtmfUrl="/dtmf"/><Record recordCompleteUrl="/done"/></Response>',
    );
    application.answer("/dtmf", "");
    application.answer("/end", { status: 500 });
    const { callId, answer } = await place({
      disconnectUrl: `${application.url}/end`,
      username: "a",
      password: "b",
    });
    const { text } = await ask(gateway, answer, "answer", { callId });
    expect(attribute(text, "recordingAvailableUrl")).toBe(
      `${gateway.url}/callbacks/voice/recordingAvailable`,
    );
    expect((await ask(gateway, attribute(text, "dtmfUrl"), "dtmf", { callId, digit: "1" })).status).toBe(204);
    expect((await ask(gateway, "voice/recordingAvailable", "recordingAvailable", { callId })).status).toBe(
      204,
    );
    const end = answer.replace("/answer/", "/disconnect/");
    expect((await ask(gateway, end, "disconnect", { callId, cause: "hangup" })).status).toBe(204);
    expect(application.requests.slice(1)).toMatchObject([
      { path: "/dtmf", body: { eventType: "dtmf", digit: "1" } },
      { path: "/end", body: { eventType: "disconnect" }, headers: { authorization: basic("a:b") } },
    ]);
  });

  test("an inbound number may be forwarded by a call script, to its end", async () => {
    application.answer("/answer", '<Response><Gather gatherUrl="gather"/></Response>');
    application.answer("/gather", document("gathered"));
    await putScript({
      number: OWN_NUMBER,
      instructions: {
        forward: {
          url: `${application.url}/answer`,
          disconnectUrl: `${application.url}/end`,
          timeout: 23,
        },
      },
    });
    const inbound = { callId: "c-in", direction: "inbound", from: FAR_NUMBER, to: OWN_NUMBER };
    const { text } = await ask(gateway, "voice", "initiate", inbound);
    expect(
      (await ask(gateway, attribute(text, "gatherUrl"), "gather", { ...inbound, digits: "" })).text,
    ).toBe(document("gathered"));
    await ask(gateway, "voice", "disconnect", inbound);
    expect(application.requests.map(({ path }) => path)).toEqual(["/answer", "/gather", "/end"]);
  });

  test.each<[string, Record<string, unknown>]>([
    ["one that has a script of its own", { onAnswer: says("own") }],
    ["one that has none", {}],
  ])("the end of a call is told as its call script says, answered or not: %s", async (_, input) => {
    await putScript({
      number: OWN_NUMBER,
      instructions: {
        forward: { url: `${application.url}/answer`, disconnectUrl: `${application.url}/end` },
      },
    });
    const answered = await placeCall(gateway, upstream, input);
    await ask(gateway, answered.answer, "answer", answered);
    const busy = await placeCall(gateway, upstream, input);
    for (const { callId, answer } of [answered, busy])
      await ask(gateway, answer.replace("/answer/", "/disconnect/"), "disconnect", { callId });
    const ends = application.requests.filter(({ path }) => path === "/end");
    expect(ends.map(({ body }) => Object(body).callId)).toEqual([answered.callId, busy.callId]);
  });

  test("a verb with an event URL at another host is left to Bandwidth whole, and conferences may be answered with nothing", async () => {
    application.answer(
      "/answer",
      `<Response><Record recordCompleteUrl="/done" recordingAvailableUrl="https://elsewhere.example.com/r" username="u" password="p"/>
         <Conference conferenceEventUrl="/conference">x</Conference></Response>`,
    );
    application.answer("/conference", { status: 204 });
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    expect(attribute(text, "recordCompleteUrl")).toBe(`${application.url}/done`);
    expect(attribute(text, "recordingAvailableUrl")).toBe("https://elsewhere.example.com/r");
    expect(text).toContain('username="u" password="p"');
    const member = { conferenceId: "conf", callId: "c-member" };
    const joined = await ask(gateway, attribute(text, "conferenceEventUrl"), "conferenceMemberJoin", member);
    expect(joined).toEqual({ status: 204, text: "" });
    expect(await source("c-member")).toMatchObject({ source: "FORWARD", document: null });
  });

  test("a URL with a user and password in it is asked with them, and not with those of its verb", async () => {
    application.answer(
      "/answer",
      `<Response><Gather gatherUrl="http://u%20ser:p%3Aw%@${application.host}/gather?a=1" username="verb" password="other"/></Response>`,
    );
    application.answer("/gather", document("gathered"));
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    const gathered = await ask(gateway, attribute(text, "gatherUrl"), "gather", { callId, digits: "1" });
    expect(gathered.text).toBe(document("gathered"));
    expect(application.requests[1]).toMatchObject({
      path: "/gather",
      query: { a: "1" },
      headers: { authorization: basic("u ser:p:w%") },
    });
  });

  test("a Connect is left alone but for relative URLs, for it has no credentials by which the gateway could be told", async () => {
    const connect = (url: string) =>
      `<Response><Connect eventCallbackUrl="${url}"><Endpoint>e-1</Endpoint></Connect></Response>`;
    application.answer("/answer", connect("/endpoint"));
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    expect(text).toBe(connect(`${application.url}/endpoint`));
  });

  const declaring = (encoding: string, text: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${document(text)}`;
  const type = (charset: string) => ({ headers: { "content-type": `application/xml;charset="${charset}"` } });
  test.each<[string, Answer]>([
    ["its mark", { body: Buffer.from(`\ufeff${declaring("UTF-16", "Grüße")}`, "utf16le") }],
    ["its mark, whatever its header", { ...type("latin1"), body: `\ufeff${declaring("UTF-8", "Grüße")}` }],
    ["its header", { ...type("ISO-8859-1"), body: Buffer.from(declaring("UTF-8", "Grüße"), "latin1") }],
    ["its declaration", { body: Buffer.from(declaring("iso-8859-1", "Grüße"), "latin1") }],
    ["UTF-8, where it declares a UTF-16 that it is not in", declaring("utf-16", "Grüße")],
  ])("a document is read by the encoding that it tells: %s", async (_, given) => {
    application.answer("/answer", given);
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    expect(text).toBe(`<?xml version="1.0"?>${document("Grüße")}`);
  });

  test("a document may begin with a byte order mark", async () => {
    application.answer("/answer", `\ufeff<?xml version="1.0"?>${document("marked")}`);
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    expect(text).toBe(`<?xml version="1.0"?>${document("marked")}`);
  });

  test("an event URL that is none keeps nobody from the document: an empty one is passed over, another goes to Bandwidth as it is", async () => {
    application.answer(
      "/answer",
      `<Response><Record recordCompleteUrl="/done" recordingAvailableUrl=""/><Redirect redirectUrl="http://["/></Response>`,
    );
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    expect(attribute(text, "recordCompleteUrl")).toContain(`${gateway.url}/callbacks/voice/forwarded/`);
    expect(attribute(text, "recordingAvailableUrl")).toBe("");
    expect(text).toContain('<Redirect redirectUrl="http://["/>');
    expect(await source(callId)).toMatchObject({ source: "FORWARD" });
  });

  test.each<[string, Answer, string]>([
    ["an error", { status: 500 }, "It answered 500"],
    ["an error without an end", { status: 500, body: "x", isEndless: true }, "It answered 500"],
    ["a redirect", { status: 302, headers: { location: "/answer2" } }, "It answered 302"],
    ["no document", "", "Its document is not well-formed XML: missing root element"],
    [
      "another encoding than it tells",
      { body: Buffer.from(document("Grüße"), "latin1") },
      "Its document is not in the encoding that it tells",
    ],
    ["an encoding that nobody knows", declaring("x-of-tomorrow", "x"), "Its document is not in the encoding"],
    ["no BXML", "<html/>", "Its document has another root element than Response"],
    ["too much", `<Response>${" ".repeat(70_000)}</Response>`, "Its document is longer than 64 KB"],
    [
      "too much with the gateway's URLs",
      `<Response>${'<Gather gatherUrl="/a"/>'.repeat(1000)}</Response>`,
      "Its document is longer than 64 KB with the URLs and credentials of the gateway",
    ],
  ])(
    "an application that answers %s has failed: the call gets the fallback, and the operator hears why",
    async (_, given, why) => {
      application.answer("/answer", given);
      application.answer("/answer2", document("elsewhere"));
      const { callId, answer } = await place({ url: `${application.url}/answer?token=hush-hush` });
      expect(await ask(gateway, answer, "answer", { callId })).toEqual({
        status: 200,
        text: document("sorry"),
      });
      expect(await source(callId)).toMatchObject({ source: "FALLBACK", document: document("sorry") });
      expect(application.requests).toHaveLength(1);
      const warnings = gateway.logLines.filter((line) => line.includes("in vain"));
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(why);
      expect(warnings[0]).toContain(application.host);
      expect(gateway.logLines.join("")).not.toContain("hush");
    },
  );

  test("so has one that does not answer in time, cannot be reached, or is still asked when the gateway stops", async () => {
    application.answer("/answer", "hang");
    const slow = await place({ timeout: 0.1 });
    expect((await ask(gateway, slow.answer, "answer", slow)).text).toBe(document("sorry"));
    const stopped = await place();
    const asked = ask(gateway, stopped.answer, "answer", stopped);
    await expect.poll(() => application.requests.length).toBe(2);
    await gateway.stop();
    expect((await asked).text).toBe(document("sorry"));
    gateway = await start();
    const gone = await place();
    await application.stop();
    expect((await ask(gateway, gone.answer, "answer", gone)).text).toBe(document("sorry"));
    application = await startApplication({});
  });

  test("an event whose connection is lost keeps no fallback: delivered again, it gets the application's answer", async () => {
    application.answer("/answer", "hang");
    const { callId, answer } = await place({ timeout: 0.5 });
    const lost = new AbortController();
    const first = ask(gateway, answer, "answer", { callId }, lost.signal);
    await expect.poll(() => application.requests.length).toBe(1);
    lost.abort();
    await expect(first).rejects.toThrow("abort");
    await expect.poll(() => gateway.logLines.join("")).toContain("in vain");
    application.answer("/answer", document("recovered"));
    expect((await ask(gateway, answer, "answer", { callId })).text).toBe(document("recovered"));
    expect(await source(callId)).toMatchObject({ source: "FORWARD" });
  });

  test("without a fallback Bandwidth is answered 502, as if it had asked itself, and may ask again", async () => {
    application.answer("/answer", { status: 503 });
    const { callId, answer } = await place({ fallback: null });
    expect((await ask(gateway, answer, "answer", { callId })).status).toBe(502);
    expect(await source(callId)).toBeNull();
    application.answer("/answer", document("recovered"));
    expect(await ask(gateway, answer, "answer", { callId })).toEqual({
      status: 200,
      text: document("recovered"),
    });
  });

  test("beyond so many that are held, nobody is asked and the fallback is answered at once", async () => {
    await gateway.stop();
    gateway = await start({ HELD_CALLBACKS_MAX: "1" });
    application.answer("/answer", "hang");
    const held = await place();
    const asked = ask(gateway, held.answer, "answer", held);
    await expect.poll(() => application.requests.length).toBe(1);
    const over = await place();
    expect((await ask(gateway, over.answer, "answer", over)).text).toBe(document("sorry"));
    expect(application.requests).toHaveLength(1);
    await gateway.stop();
    await asked;
    gateway = await start();
  });

  test("a host that the operator takes out is asked no more, whatever is stored", async () => {
    application.answer("/answer", '<Response><Gather gatherUrl="/gather"/></Response>');
    const { callId, answer } = await place();
    const { text } = await ask(gateway, answer, "answer", { callId });
    const port = new URL(gateway.url).port;
    await gateway.stop();
    gateway = await startGateway({
      upstreamUrl: upstream.url,
      port: Number(port),
      environment: { ...engine.environment, FORWARD_HOSTS: "" },
    });
    const { text: then } = await ask(gateway, attribute(text, "gatherUrl"), "gather", {
      callId,
      digits: "1",
    });
    expect(then).toBe(document("sorry"));
    expect(application.requests).toHaveLength(1);
  });

  test("an application's credentials are given out by nothing", async () => {
    const input = {
      number: OWN_NUMBER,
      instructions: { forward: { url: `${application.url}/answer`, username: "app", password: "hush-hush" } },
    };
    const selection =
      "callScript { callScriptId instructions { forward { url method disconnectUrl timeout fallback } } }";
    const put = await post(
      gateway.url,
      `mutation ($input: PutCallScriptInput!) { putCallScript(input: $input) { ${selection} } }`,
      { input },
    );
    expect(put.data).toMatchObject({
      putCallScript: {
        callScript: {
          instructions: {
            forward: {
              url: `${application.url}/answer`,
              method: "POST",
              disconnectUrl: null,
              timeout: 13,
              fallback: null,
            },
          },
        },
      },
    });
    const inbound = { callId: "c-in", direction: "inbound", to: OWN_NUMBER };
    const { text } = await ask(gateway, "voice", "initiate", inbound);
    expect(application.requests[0]?.headers.authorization).toBe(basic("app:hush-hush"));
    expect(`${JSON.stringify(put)}${text}${gateway.logLines.join("")}`).not.toContain("hush");
  });

  const HOST = "is at a host that is not in FORWARD_HOSTS of the gateway";
  test.each<[Record<string, unknown>, string, string]>([
    [{ url: "http://localhost:1/answer" }, "url", HOST],
    [{ url: "http://localhost/answer" }, "url", HOST],
    [{ url: "http://127.0.0.1/answer" }, "url", HOST],
    [{ disconnectUrl: "http://169.254.169.254/" }, "disconnectUrl", HOST],
    [{ url: "ftp://localhost/x" }, "url", "must be a full http or https URL"],
    [{ url: "ivr.example.com/answer" }, "url", "must be a full http or https URL"],
    [{ disconnectUrl: "" }, "disconnectUrl", "must be a full http or https URL"],
    [{ url: "http://u:p@localhost/x" }, "url", "must have no user and password in it"],
    [
      { url: "http://app.example.com/x", username: "u" },
      "url",
      "must be https to carry a username and password",
    ],
    [
      { disconnectUrl: "http://app.example.com/x", password: "u" },
      "disconnectUrl",
      "must be https to carry a username and password",
    ],
    [{ username: "a:b" }, "username", "must have no colon"],
    [{ timeout: 23.5 }, "timeout", "must be at most 23 seconds"],
    [{ fallback: { xml: "<x/>" } }, "fallback.xml", "has another root element than Response"],
  ])(
    "what may not be asked is refused before anything is stored or sent: %j",
    async (change, field, message) => {
      const path = `input.instructions.forward.${field}`;
      const createCall = mutation(upstream, () => gateway.url, "createCall", "call { callId }");
      await createCall.expectRefused({ to: FAR_NUMBER, from: OWN_NUMBER, ...forward(change) }, path, message);
      const put = mutation(upstream, () => gateway.url, "putCallScript", "callScript { callScriptId }");
      await put.expectRefused({ instructions: forward(change).instructions }, path, message);
      expect(
        Object(await query(gateway.url, "{ callScripts { edges { cursor } } }")).callScripts.edges,
      ).toEqual([]);
    },
  );
});
