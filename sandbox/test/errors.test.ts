import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const voice = (type: string, description: unknown) => ({ type, description, id: UUID });

describe("voice", () => {
  test.each<[number, string, string, Record<string, string>, unknown, object]>([
    [
      401,
      "GET",
      "/calls",
      { authorization: "Basic bm86bm8=" },
      undefined,
      voice("authentication-error", "The credentials provided were invalid"),
    ],
    [
      401,
      "GET",
      "/calls",
      { authorization: "Bearer stolen" },
      undefined,
      voice("authentication-error", "The credentials provided were invalid"),
    ],
    [404, "GET", "/calls/c-1", {}, undefined, voice("validation", "Call [c-1] not found")],
    [404, "GET", "/nothing", {}, undefined, voice("validation", "Resource not found")],
    [405, "DELETE", "/calls", {}, undefined, voice("validation", "Method Not Allowed")],
    [
      405,
      "PATCH",
      "/statistics",
      { "content-type": "text/plain" },
      "x",
      voice("validation", "Method Not Allowed"),
    ],
    [
      415,
      "POST",
      "/calls",
      { "content-type": "text/plain;charset=UTF-8" },
      "x",
      voice("validation", "Content type 'text/plain;charset=UTF-8' not supported"),
    ],
    [400, "POST", "/calls", {}, "{", voice("validation", "Request body is not valid JSON")],
    [
      413,
      "POST",
      "/calls",
      {},
      { tag: "x".repeat(600_000) },
      voice("validation", "Request body is too large"),
    ],
  ])("%i: %s %s", async (status, method, path, headers, body, expected) => {
    const answer = await world.send(method, `/api/v2/accounts/9900000${path}`, body, { ...headers } as Record<
      string,
      string
    >);
    expect(answer).toMatchObject({ status, body: expected });
    expect(Object.keys(answer.body)).toEqual(["type", "description", "id"]);
  });

  test("a path that cannot be decoded is one of something that is not there, for those who are let in", async () => {
    const path = `${world.paths.calls}/%zz`;
    const { status, body } = await world.send("GET", path);
    expect([status, body]).toEqual([404, voice("validation", "Call [%zz] not found")]);
    expect((await world.send("GET", path, undefined, { authorization: "" })).status).toBe(401);
    expect((await world.send("GET", "/_sandbox/requests")).body[0]).toMatchObject({ path, status: 404 });
  });

  test("takes the scheme of credentials in any case", async () => {
    const authorization = `basic ${Buffer.from("sandbox:sandbox").toString("base64")}`;
    expect((await world.send("GET", world.paths.calls, undefined, { authorization })).status).toBe(200);
  });

  test("403 for another account", async () => {
    const { status, body } = await world.send("GET", "/api/v2/accounts/9900001/calls");
    expect([status, body]).toEqual([403, voice("authorization-error", "Access is denied")]);
  });
});

describe("messaging", () => {
  const users = "/api/v2/users/9900000";

  test("401 has type and description only, and asks for credentials", async () => {
    const { status, headers, body } = await world.send("GET", `${users}/messages`, undefined, {
      authorization: "",
    });
    expect([status, body]).toEqual([401, { type: "unauthorized", description: "Authentication Failed" }]);
    expect(headers.get("www-authenticate")).toMatch(/^Basic/);
  });

  test("403 for another account", async () => {
    const { status, body } = await world.send("GET", "/api/v2/users/1/messages?messageStatus=SENT");
    expect([status, body]).toEqual([403, { type: "forbidden", description: "Access Denied" }]);
  });

  test("404 for an unknown path has the framework's body", async () => {
    const { status, body } = await world.send("GET", `${users}/nothing?a=1`);
    expect(status).toBe(404);
    expect(body).toEqual({
      timestamp: expect.any(String),
      status: 404,
      error: "Not Found",
      message: "Not Found",
      path: `${users}/nothing`,
    });
  });

  test("405 and 415", async () => {
    expect(await world.send("DELETE", `${users}/messages`)).toMatchObject({
      status: 405,
      body: { type: "method-not-allowed" },
    });
    expect(
      await world.send("POST", `${users}/messages`, "x", { "content-type": "text/plain" }),
    ).toMatchObject({ status: 415, body: { type: "unsupported-content-type" } });
  });
});

test("501 for an operation that is not emulated yet, whatever its content type", async () => {
  const { status, body } = await world.send("POST", `${world.paths.messages}/multiChannel`, "x", {
    "content-type": "application/xml",
  });
  expect([status, body]).toEqual([
    501,
    { type: "not-emulated", description: "The sandbox does not emulate createMultiChannelMessage yet" },
  ]);
});

describe("createCall names the field that is wrong", () => {
  const credentials = { username: "u", password: "p" };
  test.each([
    ["to", { to: "9195551234" }, "must be an E164 telephone number"],
    ["to", { to: undefined }, "is required"],
    ["from", { from: "me" }, "must be an E164 telephone number"],
    ["applicationId", { applicationId: "1234-qwer" }, "is not a voice application of this account"],
    ["answerUrl", { answerUrl: "ftp://a.example/" }, "only http and https are allowed."],
    ["answerUrl", { answerUrl: "/relative" }, "only http and https are allowed."],
    ["answerUrl", { answerUrl: `https://a.example/${"a".repeat(2048)}` }, "must not exceed 2048 characters"],
    [
      "answerUrl",
      { answerUrl: "http://a.example/", ...credentials },
      "must use https if specifying username and password.",
    ],
    [
      "disconnectUrl",
      { disconnectUrl: "http://a.example/", ...credentials },
      "must use https if specifying username and password.",
    ],
    [
      "answerFallbackUrl",
      { answerFallbackUrl: "http://a.example/", fallbackPassword: "p" },
      "must use https if specifying username and password.",
    ],
    ["answerMethod", { answerMethod: "PUT" }, "must be GET or POST"],
    ["disconnectUrl", { disconnectUrl: "nowhere" }, "only http and https are allowed."],
    ["username", { username: "u".repeat(1025) }, "must not exceed 1024 characters"],
    ["callTimeout", { callTimeout: 0.5 }, "must be a number between 1 and 300"],
    ["callbackTimeout", { callbackTimeout: 26 }, "must be a number between 1 and 25"],
    ["callTimeout", { callTimeout: "30" }, "must be a number between 1 and 300"],
    ["priority", { priority: 6 }, "must be between 1 and 5"],
    ["priority", { priority: 1.5 }, "must be a whole number between 1 and 5"],
    ["tag", { tag: "t".repeat(4097) }, "must not exceed 4096 characters"],
    ["privacy", { privacy: "yes" }, "must be true or false"],
    [
      "displayName",
      { privacy: true, displayName: "Me" },
      "must be one of Restricted, Anonymous, Private, Unavailable with privacy",
    ],
    ["displayName", { displayName: "two\nlines" }, "must not contain control characters"],
    [
      "uui",
      { uui: "abc;encoding=rot13" },
      "must be a list of values that end with ;encoding=jwt, ;encoding=base64 or ;encoding=hex",
    ],
    ["machineDetection.mode", { machineDetection: { mode: "guess" } }, "must be sync or async"],
    [
      "machineDetection.callbackUrl",
      { machineDetection: { callbackUrl: "http://a.example/", ...credentials } },
      "must use https if specifying username and password.",
    ],
  ])("%s: %j", async (field, fields, reason) => {
    const { status, body } = await world.orderCall(fields);
    expect([status, body]).toEqual([400, voice("validation", `Invalid ${field}: ${reason}`)]);
  });

  test("and takes a SIP URI, a hidden caller, decimals, nulls, and credentials for https or this machine", async () => {
    const { status, headers, body } = await world.orderCall({
      to: "sip:user@server.example",
      from: "Anonymous",
      callTimeout: 2.5,
      privacy: true,
      displayName: "Private",
      uui: "aGVsbG8=;encoding=base64,6869;encoding=hex",
      tag: null,
      machineDetection: null,
      username: "user",
      password: "s3cret",
      answerFallbackUrl: "https://a.example/",
      fallbackUsername: "user",
      fallbackPassword: "s3cret",
    });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(body.callUrl);
    expect(body).toEqual({
      applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
      accountId: "9900000",
      callId: expect.stringMatching(/^c-[0-9a-f-]{45}$/),
      to: "sip:user@server.example",
      from: "Anonymous",
      enqueuedTime: expect.any(String),
      callUrl: `${world.url}${world.paths.calls}/${body.callId}`,
      callTimeout: 2.5,
      callbackTimeout: 15,
      answerUrl: `${world.receiver.url}/answer`,
      answerMethod: "POST",
      answerFallbackUrl: "https://a.example/",
      answerFallbackMethod: "POST",
      disconnectUrl: `${world.receiver.url}/disconnect`,
      disconnectMethod: "POST",
      username: "user",
      password: "*****",
      fallbackUsername: "user",
      fallbackPassword: "*****",
      priority: 5,
    });
  });
});

describe("updateCall names the field that is wrong", () => {
  test.each([
    ["redirectUrl", {}, "is required if state is active"],
    [
      "redirectUrl",
      { state: "completed", redirectUrl: "https://a.example/" },
      "is not allowed if state is completed",
    ],
    ["tag", { state: "completed", tag: "t" }, "is not allowed if state is completed"],
    ["state", { state: "paused" }, "must be active or completed"],
    [
      "redirectUrl",
      { redirectUrl: "http://a.example/", password: "p" },
      "must use https if specifying username and password.",
    ],
  ])("%s: %j", async (field, body, reason) => {
    const callId = await world.dial();
    const answer = await world.send("POST", `${world.paths.calls}/${callId}`, body);
    expect([answer.status, answer.body.description]).toEqual([400, `Invalid ${field}: ${reason}`]);
  });
});

describe("the token endpoint", () => {
  const token = (form: string, headers: Record<string, string> = {}) =>
    world.send("POST", "/api/v1/oauth2/token", form, {
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    });

  test("gives a token that opens the API for an hour of sandbox time", async () => {
    const { status, body } = await token("grant_type=client_credentials");
    expect([status, body]).toEqual([
      200,
      { access_token: expect.any(String), token_type: "Bearer", expires_in: 3600 },
    ]);
    const headers = { authorization: `Bearer ${body.access_token}` };
    expect((await world.send("GET", world.paths.calls, undefined, headers)).status).toBe(200);
    await world.advance(3599);
    expect((await world.send("GET", world.paths.calls, undefined, headers)).status).toBe(200);
    await world.advance(1);
    expect((await world.send("GET", world.paths.calls, undefined, headers)).status).toBe(401);
  });

  test("refuses a wrong secret and another grant", async () => {
    expect(await token("grant_type=client_credentials", { authorization: "Basic bm86bm8=" })).toMatchObject({
      status: 401,
      body: { error: "invalid_client" },
    });
    expect(await token("grant_type=password")).toMatchObject({
      status: 400,
      body: { error: "unsupported_grant_type" },
    });
    expect(await token("{}", { "content-type": "application/json" })).toMatchObject({
      status: 415,
      body: { error: "invalid_request" },
    });
  });
});
