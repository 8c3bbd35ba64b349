import { Configuration, MFAApi, PhoneNumberLookupApi } from "bandwidth-sdk";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ACCOUNT_ID, MESSAGING_APPLICATION_ID, OWN_NUMBER, VOICE_APPLICATION_ID } from "../account.ts";
import { createWorld, type World } from "./world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.stop());

const configuration = (path: string, password = "sandbox") =>
  new Configuration({ username: "sandbox", password, basePath: world.url + path });

describe("multi-factor authentication", () => {
  const mfa = (password?: string) => new MFAApi(configuration("/api/v1", password));
  const order = {
    to: "+19195551234",
    from: OWN_NUMBER,
    applicationId: MESSAGING_APPLICATION_ID,
    message: "Your temporary {NAME} {SCOPE} code is {CODE}",
    digits: 6,
  };
  const verify = async (code: string, fields: object = {}) =>
    (await mfa().verifyCode(ACCOUNT_ID, { to: order.to, expirationTimeInMinutes: 3, code, ...fields })).data;
  const lastCode = async (): Promise<{ code: string; message: string }> =>
    (await world.send("GET", "/_sandbox/codes")).body.at(-1);

  test("a code by message verifies once, for its scope, until it expires", async () => {
    const { status, data } = await mfa().generateMessagingCode(ACCOUNT_ID, { ...order, scope: "login" });
    expect([status, data]).toEqual([200, { messageId: expect.stringMatching(/^\d{13}[0-9a-z]{16}$/) }]);
    const { code, message } = await lastCode();
    expect(code).toMatch(/^\d{6}$/);
    expect(message).toBe(`Your temporary Sandbox login code is ${code}`);
    expect(await verify(code)).toEqual({ valid: false });
    expect(await verify(code, { scope: "login", to: "+19195550000" })).toEqual({ valid: false });
    expect(await verify(code, { scope: "login" })).toEqual({ valid: true });
    expect(await verify(code, { scope: "login" })).toEqual({ valid: false });

    await mfa().generateMessagingCode(ACCOUNT_ID, order);
    await world.advance(181);
    expect(await verify((await lastCode()).code)).toEqual({ valid: false });
    expect(await verify((await lastCode()).code, { expirationTimeInMinutes: 15 })).toEqual({ valid: true });
  });

  test("a code by call has a call id", async () => {
    const { data } = await mfa().generateVoiceCode(ACCOUNT_ID, {
      ...order,
      applicationId: VOICE_APPLICATION_ID,
    });
    expect(data).toEqual({ callId: expect.stringMatching(/^c-[0-9a-f-]{45}$/) });
    expect(await verify((await lastCode()).code)).toEqual({ valid: true });
  });

  test("five wrong codes lock the number for two minutes", async () => {
    await mfa().generateMessagingCode(ACCOUNT_ID, order);
    const { code } = await lastCode();
    for (let tried = 0; tried < 5; tried += 1) expect(await verify("wrong")).toEqual({ valid: false });
    await expect(verify(code)).rejects.toMatchObject({
      response: {
        status: 429,
        data: {
          error: "This number has exceeded verification attempts, please wait 2 minutes",
          requestId: expect.any(String),
        },
      },
    });
    await world.advance(120);
    expect(await verify(code)).toEqual({ valid: true });
  });

  test.each([
    [{ to: undefined }, "to number is required"],
    [{ to: "919" }, "Invalid to: must be an E164 telephone number"],
    [{ digits: 9 }, "Invalid digits: must be between 4 and 8"],
    [{ message: "no code" }, "Invalid message: must contain {CODE}"],
    [{ scope: "s".repeat(26) }, "Invalid scope: must not exceed 25 characters"],
    [{ applicationId: VOICE_APPLICATION_ID }, "Invalid applicationId: is not an application of this account"],
  ])("refuses %j", async (fields, error) => {
    const path = `/api/v1/accounts/${ACCOUNT_ID}/code/messaging`;
    const { status, body } = await world.send("POST", path, { ...order, ...fields });
    expect([status, body]).toEqual([400, { error, requestId: expect.any(String) }]);
  });

  test("gives 403 to unknown credentials and 401 to none", async () => {
    await expect(mfa("wrong").generateMessagingCode(ACCOUNT_ID, order)).rejects.toMatchObject({
      response: { status: 403, data: { message: expect.any(String) } },
    });
    const path = `/api/v1/accounts/${ACCOUNT_ID}/code/verify`;
    const { status, body } = await world.send("POST", path, {}, { authorization: "" });
    expect([status, body]).toEqual([401, { message: "Unauthorized" }]);
  });
});

describe("lookup v1", () => {
  const path = `/api/v1/accounts/${ACCOUNT_ID}/tnlookup`;

  test("is in progress first, then complete in part", async () => {
    const { status, body } = await world.send("POST", path, {
      tns: ["+19195551234", "19195554321", "+19195550000", "+442071838750", "+4512345678"],
    });
    expect([status, body]).toEqual([202, { requestId: expect.any(String), status: "IN_PROGRESS" }]);
    const get = async () => (await world.send("GET", `${path}/${body.requestId}`)).body;
    expect(await get()).toEqual(body);
    await world.advance(1);
    expect(await get()).toEqual({
      requestId: body.requestId,
      status: "PARTIAL_COMPLETE",
      result: [
        {
          "Response Code": 0,
          Message: "NOERROR",
          "E.164 Format": "+19195551234",
          Formatted: "(919) 555-1234",
          Country: "US",
          "Line Type": "Mobile",
          "Line Provider": "Verizon Wireless",
          "Mobile Country Code": "310",
          "Mobile Network Code": "010",
        },
        expect.objectContaining({ "E.164 Format": "+19195554321", "Line Provider": "T-Mobile USA" }),
        {
          "Response Code": 3,
          Message: "NXDOMAIN",
          "E.164 Format": "+19195550000",
          Formatted: "(919) 555-0000",
          Country: "US",
        },
      ],
      failedTelephoneNumbers: ["+442071838750", "+4512345678"],
    });
  });

  test("has errors of its own shape", async () => {
    expect(await world.send("POST", path, { tns: ["1234", "+19195551234"] })).toMatchObject({
      status: 400,
      body: { message: "Some tns do not match e164 format: 1234" },
    });
    const unknown = await world.send("GET", `${path}/none`);
    expect([unknown.status, Object.keys(unknown.body)]).toEqual([404, ["message"]]);
  });
});

describe("lookup v2", () => {
  const api = (password?: string) => new PhoneNumberLookupApi(configuration("/v2", password));
  const failure = (status: number, error: object) => ({
    response: { status, data: { links: [], data: {}, errors: [error] } },
  });

  test("answers at once, always the same of a number, with what was not found as an error", async () => {
    const numbers = ["+19195551234", "+14165550199", "+19195550000"];
    const first = await api().createSyncLookup(ACCOUNT_ID, { phoneNumbers: numbers });
    expect(first.status).toBe(200);
    expect(first.data).toEqual({
      links: [],
      data: {
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        status: "PARTIAL_COMPLETE",
        results: [
          {
            phoneNumber: "+19195551234",
            lineType: "MOBILE",
            messagingProvider: "Verizon Wireless",
            voiceProvider: "Verizon Wireless",
            countryCodeA3: "USA",
          },
          expect.objectContaining({ phoneNumber: "+14165550199", countryCodeA3: "CAN" }),
        ],
      },
      errors: [
        {
          code: "NO-MATCH",
          description: "The following TNs could not be found in the Number Industry data",
          meta: { phoneNumbers: ["+19195550000"], message: "Invalid TNs", code: 1001 },
          type: "NumberInventory",
        },
      ],
    });
    const second = await api().createSyncLookup(ACCOUNT_ID, { phoneNumbers: numbers });
    expect(second.data.data?.results).toEqual(first.data.data?.results);
  });

  test("in bulk is polled", async () => {
    const phoneNumbers = Array.from({ length: 15_000 }, (_, index) => `+1919${5_550_001 + index}`);
    const { status, data } = await api().createAsyncBulkLookup(ACCOUNT_ID, { phoneNumbers });
    const requestId = data.data?.requestId ?? "";
    expect(status).toBe(202);
    expect(data).toEqual({
      links: [
        {
          href: `/accounts/${ACCOUNT_ID}/phoneNumberLookup/bulk/${requestId}`,
          rel: "createdRequest",
          method: "GET",
        },
      ],
      data: { requestId, status: "IN_PROGRESS" },
      errors: [],
    });
    const get = async () => (await api().getAsyncBulkLookup(ACCOUNT_ID, requestId)).data.data;
    expect(await get()).toMatchObject({ status: "IN_PROGRESS" });
    await world.advance(1);
    const done = await get();
    expect([done?.status, done?.results?.length]).toEqual(["PARTIAL_COMPLETE", 14_999]);
  });

  test("takes the most numbers that a bulk lookup may have, however they are written", async () => {
    const phoneNumbers = Array.from({ length: 15_000 }, (_, index) => `+${100_000_000_000_000 + index}`);
    const path = `/v2/accounts/${ACCOUNT_ID}/phoneNumberLookup/bulk`;
    const { status } = await world.send("POST", path, JSON.stringify({ phoneNumbers }, null, 4), {
      authorization: `Basic ${Buffer.from("sandbox:sandbox").toString("base64")}`,
    });
    expect(status).toBe(202);
  });

  test("has errors in the envelope", async () => {
    const lookup = (phoneNumbers: string[]) => api().createSyncLookup(ACCOUNT_ID, { phoneNumbers });
    await expect(lookup(["9195551234"])).rejects.toMatchObject(
      failure(400, {
        type: "bad-request",
        description: "Invalid phoneNumbers.0: must be an E164 telephone number",
      }),
    );
    await expect(lookup(Array.from({ length: 101 }, () => "+19195551234"))).rejects.toMatchObject(
      failure(400, { description: "Invalid phoneNumbers: must not hold more than 100 numbers" }),
    );
    await expect(
      api().getAsyncBulkLookup(ACCOUNT_ID, "004223a0-8b17-41b1-bf81-20732adf5590"),
    ).rejects.toMatchObject(failure(404, { type: "not-found" }));
    await expect(
      api("wrong").createSyncLookup(ACCOUNT_ID, { phoneNumbers: ["+19195551234"] }),
    ).rejects.toMatchObject(failure(401, { code: "1", type: "Unauthorized" }));
  });
});
