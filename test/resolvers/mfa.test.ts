import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { post } from "../support/client.ts";
import { mutation } from "../support/mutation.ts";
import {
  MESSAGING_APPLICATION,
  type RunningGateway,
  startGateway,
  VOICE_APPLICATION,
} from "../support/stack.ts";
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

const VOICE = "POST /api/v1/accounts/9900000/code/voice";
const MESSAGING = "POST /api/v1/accounts/9900000/code/messaging";
const VERIFY = "POST /api/v1/accounts/9900000/code/verify";
const code = { to: "+19195551234", from: "+19195554321", message: "Your code is {CODE}", digits: 6 };
const check = { to: "+19195551234", code: "123456", expirationTimeInMinutes: 3 };
const send = (name: string, selection: string) => mutation(upstream, () => gateway.url, name, selection);

test("a code by voice is one upstream call with the voice application, and gives the call", async () => {
  upstream.answer(VOICE, { body: { callId: "c-1" } });
  const { send: generate } = send("generateVoiceCode", "call { callId }");
  expect(await generate({ ...code, scope: "sign-in" })).toEqual({ call: { callId: "c-1" } });
  await generate({ ...code, applicationId: "other" });
  expect(upstream.asked()).toEqual([VOICE, VOICE]);
  expect(upstream.requests().map(({ body }) => body)).toEqual([
    { ...code, scope: "sign-in", applicationId: VOICE_APPLICATION },
    { ...code, applicationId: "other" },
  ]);
});

test("a code by message gives the message's id, and the message for one upstream call more", async () => {
  upstream.answer(MESSAGING, { body: { messageId: "m-1" } });
  upstream.answer("GET /messages", {
    body: { totalCount: 1, messages: [{ messageId: "m-1", messageStatus: "SENT" }] },
  });
  expect(await send("generateMessagingCode", "messageId").send(code)).toEqual({ messageId: "m-1" });
  expect(upstream.requests().map(({ body }) => body)).toEqual([
    { ...code, applicationId: MESSAGING_APPLICATION },
  ]);
  expect(await send("generateMessagingCode", "messageId message { status }").send(code)).toEqual({
    messageId: "m-1",
    message: { status: "SENT" },
  });
  expect(upstream.asked()).toEqual([MESSAGING, MESSAGING, "GET /messages"]);
});

test("verifyCode tells whether the code is valid", async () => {
  upstream.answer(VERIFY, { body: { valid: true } }, { body: { valid: false } });
  const { send: verify } = send("verifyCode", "valid");
  expect(await verify({ ...check, scope: "sign-in" })).toEqual({ valid: true });
  expect(await verify(check)).toEqual({ valid: false });
  expect(upstream.requests().map(({ body }) => body)).toEqual([{ ...check, scope: "sign-in" }, check]);
});

describe("the API's own errors", () => {
  test.each([
    [400, { error: "to number is required", requestId: "r-1" }, "BAD_USER_INPUT", "to number is required"],
    [403, { Message: "Missing Authentication Token" }, "FORBIDDEN", "Missing Authentication Token"],
    [
      429,
      { error: "This number has exceeded verification attempts, please wait 2 minutes", requestId: "r-1" },
      "RATE_LIMITED",
      "This number has exceeded verification attempts, please wait 2 minutes",
    ],
  ])("%i", async (status, body, expected, description) => {
    upstream.answer(VERIFY, { status, body });
    const { errors } = await post(
      gateway.url,
      'mutation { verifyCode(input: { to: "+19195551234", code: "1234", expirationTimeInMinutes: 3 }) { valid } }',
    );
    expect(errors).toMatchObject([
      { extensions: { code: expected, upstream: { api: "mfa", status, description } } },
    ]);
    expect(upstream.asked()).toEqual([VERIFY]);
  });
});

test.each<[Record<string, unknown>, string, string]>([
  [{ to: "9195551234" }, "input.to", "must be an E.164 number, such as +19195551234"],
  [{ message: "Your code" }, "input.message", "must have {CODE} where the code is to stand"],
  [{ digits: 3 }, "input.digits", "must be 4 to 8"],
  [{ digits: 9 }, "input.digits", "must be 4 to 8"],
  [{ scope: "x".repeat(26) }, "input.scope", "must be at most 25 characters"],
  [{ applicationId: "x".repeat(51) }, "input.applicationId", "must be at most 50 characters"],
])("what breaks a limit of a code is refused before anything is sent: %j", async (input, field, message) => {
  await send("generateVoiceCode", "call { callId }").expectRefused({ ...code, ...input }, field, message);
  await send("generateMessagingCode", "messageId").expectRefused({ ...code, ...input }, field, message);
});

test.each<[Record<string, unknown>, string, string]>([
  [{ code: "123" }, "input.code", "must be 4 to 8 characters"],
  [{ code: "123456789" }, "input.code", "must be 4 to 8 characters"],
  [{ expirationTimeInMinutes: 0 }, "input.expirationTimeInMinutes", "must be 1 to 15"],
  [{ expirationTimeInMinutes: 15.5 }, "input.expirationTimeInMinutes", "must be 1 to 15"],
])("what breaks a limit of verifyCode is refused before anything is sent: %j", (input, field, message) =>
  send("verifyCode", "valid").expectRefused({ ...check, ...input }, field, message),
);
