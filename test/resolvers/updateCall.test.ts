import type { UpdateCall } from "bandwidth-sdk";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { mutation } from "../support/mutation.ts";
import { deliver, type RunningGateway, startGateway, voiceEvent } from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
let updateCall: ReturnType<typeof mutation>;
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
  updateCall = mutation(upstream, () => gateway.url, "updateCall", "call { callId id api }");
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

/** The body that Bandwidth got for an input, from which its empty 200 is a success. */
async function sent(input: Record<string, unknown>): Promise<unknown> {
  upstream.answer("POST /calls/c-1", { status: 200 });
  expect(await updateCall.send({ callId: "c-1", ...input })).toMatchObject({ call: { callId: "c-1" } });
  expect(upstream.asked()).toEqual(["POST /calls/c-1"]);
  return upstream.requests()[0]?.body;
}

test("a redirect is sent as the contract spells it, and nothing else", async () => {
  const redirect = {
    redirectUrl: "https://client.example.com/next",
    redirectMethod: "GET",
    username: "user",
    password: "pass",
    redirectFallbackUrl: "https://client.example.com/fallback",
    redirectFallbackMethod: "POST",
    fallbackUsername: "fallback-user",
    fallbackPassword: "fallback-pass",
    tag: "",
  } as const;
  const expected: UpdateCall = { state: "active", ...redirect };
  expect(await sent(redirect)).toEqual(expected);
});

test("a foreign redirectUrl gets no credentials of the gateway's", async () => {
  const expected: UpdateCall = { state: "active", redirectUrl: "http://client.example.com/next" };
  expect(await sent({ redirectUrl: "http://client.example.com/next", tag: null })).toEqual(expected);
});

test("with bxml the gateway is the redirectUrl, and answers the redirect event and no other with it", async () => {
  const bxml = { verbs: [{ speakSentence: { text: "One moment" } }, { gather: {} }] };
  const body = await sent({ bxml, tag: "t", redirectFallbackUrl: "https://client.example.com/fallback" });
  const expected: UpdateCall = {
    state: "active",
    redirectUrl: expect.stringMatching(`^${gateway.url}/callbacks/voice/redirect/[\\w-]{16,}$`),
    username: "callbacks",
    password: "secret",
    redirectFallbackUrl: "https://client.example.com/fallback",
    tag: "t",
  };
  expect(body).toEqual(expected);

  const path = String(Object(body).redirectUrl).replace(`${gateway.url}/callbacks/`, "");
  const answer = await deliver(gateway.url, path, voiceEvent("redirect", { callId: "c-1" }));
  expect(await answer.text()).toBe(
    "<Response><SpeakSentence>One moment</SpeakSentence>" +
      `<Gather gatherUrl="${gateway.url}/callbacks/voice/gather" username="callbacks" password="secret"/></Response>`,
  );
  const other = await deliver(gateway.url, path, voiceEvent("answer", { callId: "c-1" }));
  expect(await other.text()).toMatch(/<Response\/>$/);
});

test("an end is sent alone", async () => {
  const expected: UpdateCall = { state: "completed" };
  expect(await sent({ state: "COMPLETED" })).toEqual(expected);
});

test("the changed call is read anew when its state is asked for", async () => {
  upstream.answer("POST /calls/c-1", { status: 200 });
  upstream.answer("GET /calls/c-1", { body: { callId: "c-1", state: "disconnected" } });
  const full = mutation(upstream, () => gateway.url, "updateCall", "call { callId state }");
  expect(await full.send({ callId: "c-1", state: "COMPLETED" })).toEqual({
    call: { callId: "c-1", state: "DISCONNECTED" },
  });
  expect(upstream.asked()).toEqual(["POST /calls/c-1", "GET /calls/c-1"]);
});

const HTTPS = "must be https to carry a username and password";
const NEEDED = "is required unless there is bxml or state is COMPLETED";
const URL_FAULT = "must be a full http or https URL";
const NOT_AT_THE_END = "is not allowed when state is COMPLETED";
test.each<[Record<string, unknown>, string, string]>([
  [{ callId: "", state: "COMPLETED" }, "input.callId", "must not be empty"],
  [{}, "input.redirectUrl", NEEDED],
  [{ state: "ACTIVE" }, "input.redirectUrl", NEEDED],
  [{ redirectUrl: null }, "input.redirectUrl", NEEDED],
  [{ redirectUrl: "next" }, "input.redirectUrl", URL_FAULT],
  [
    { redirectUrl: `https://client.example.com/${"x".repeat(2048 - 26)}` },
    "input.redirectUrl",
    "must be at most 2048 characters",
  ],
  [{ redirectUrl: "http://client.example.com", username: "u" }, "input.redirectUrl", HTTPS],
  [{ redirectUrl: "http://client.example.com", password: "p" }, "input.redirectUrl", HTTPS],
  [
    {
      redirectUrl: "https://client.example.com",
      redirectFallbackUrl: "http://client.example.com",
      fallbackUsername: "u",
    },
    "input.redirectFallbackUrl",
    HTTPS,
  ],
  [
    { redirectUrl: "https://client.example.com", username: "x".repeat(1025) },
    "input.username",
    "must be at most 1024 characters",
  ],
  [
    { redirectUrl: "https://client.example.com", tag: "x".repeat(4097) },
    "input.tag",
    "must be at most 4096 characters",
  ],
  [{ state: "COMPLETED", redirectUrl: "https://client.example.com" }, "input.redirectUrl", NOT_AT_THE_END],
  [{ state: "COMPLETED", tag: "t" }, "input.tag", NOT_AT_THE_END],
  [{ state: "COMPLETED", bxml: { verbs: [] } }, "input.bxml", NOT_AT_THE_END],
  [
    { redirectUrl: "https://client.example.com", bxml: { verbs: [] } },
    "input.bxml",
    "goes without a redirectUrl only",
  ],
  [{ bxml: { verbs: [] }, password: "p" }, "input.password", "goes with a redirectUrl only"],
  [{ bxml: { verbs: [] }, redirectMethod: "GET" }, "input.redirectMethod", "goes with a redirectUrl only"],
  [
    { bxml: { verbs: [{ pause: { duration: 0 } }] } },
    "input.bxml.verbs[0].pause.duration",
    "must be 0.1 to 86400 seconds",
  ],
  [{ state: "COMPLETED", username: "u" }, "input.username", NOT_AT_THE_END],
])("what breaks a limit is refused before anything is sent: %j", async (input, field, message) => {
  await updateCall.expectRefused({ callId: "c-1", ...input }, field, message);
});
