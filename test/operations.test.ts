import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { query } from "./support/client.ts";
import { FAR_NUMBER, OWN_NUMBER, type Stack, startStack } from "./support/stack.ts";

// The newer operations against the sandbox, each with the requests that it costs.

// The sandbox is seeded with these.
const CALL = "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85";

let stack: Stack;
let seen = 0;
beforeAll(async () => {
  stack = await startStack();
});
afterAll(() => stack.stop());
beforeEach(async () => {
  seen = (await stack.sandbox.requests()).length;
});

/** The paths that were asked upstream since the test began. */
const asked = async () =>
  (await stack.sandbox.requests())
    .slice(seen)
    .map(({ method, path }) => `${method} ${path.replace(/^.*\/(accounts|users)\/9900000/, "")}`);

test("the account's recordings are 1 request, whatever is asked of them but texts", async () => {
  const data = await query(
    stack.url,
    "{ recordings { capped recordings { recordingId status call { callId } transcription { status } } } }",
  );
  expect(data).toMatchObject({
    recordings: {
      capped: false,
      recordings: expect.arrayContaining([expect.objectContaining({ call: { callId: CALL } })]),
    },
  });
  expect(await asked()).toEqual(["GET /recordings"]);
});

test("a code that was generated is checked; each is 1 request", async () => {
  const data = await query(
    stack.url,
    `mutation {
       generateVoiceCode(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", message: "Your code is {CODE}", digits: 6 }) { call { callId } }
       generateMessagingCode(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", message: "Your code is {CODE}", digits: 6 }) { messageId }
       verifyCode(input: { to: "+19195550000", code: "000000", expirationTimeInMinutes: 3 }) { valid } }`,
  );
  expect(data).toMatchObject({
    generateVoiceCode: { call: { callId: expect.stringMatching(/^c-/) } },
    generateMessagingCode: { messageId: expect.any(String) },
    verifyCode: { valid: false },
  });
  expect(await asked()).toEqual(["POST /code/voice", "POST /code/messaging", "POST /code/verify"]);
});

test("the numbers of a list of calls are looked up in 1 request", async () => {
  const data = await query(
    stack.url,
    `{ calls { edges { node { fromLookup { phoneNumber lineType } toLookup { phoneNumber } } } } lookupPhoneNumbers(phoneNumbers: ["${FAR_NUMBER}"]) { phoneNumber countryCodeA3 } }`,
  );
  expect(data).toMatchObject({ lookupPhoneNumbers: [{ phoneNumber: FAR_NUMBER, countryCodeA3: "USA" }] });
  expect(await asked()).toEqual(["GET /calls", "POST /phoneNumberLookup"]);
});

test("numbers looked up in bulk can be read when the sandbox is done", async () => {
  const created = await query(
    stack.url,
    `mutation { createLookup(input: { phoneNumbers: ["${FAR_NUMBER}"] }) { lookup { requestId status } } }`,
  );
  const { requestId } = (created["createLookup"] as { lookup: { requestId: string } }).lookup;
  await stack.sandbox.advance(120);
  expect(
    await query(
      stack.url,
      `{ lookup(requestId: "${requestId}") { status results { phoneNumber } } none: lookup(requestId: "004223a0-8b17-41b1-bf81-20732adf5590") { status } }`,
    ),
  ).toEqual({ lookup: { status: "COMPLETE", results: [{ phoneNumber: FAR_NUMBER }] }, none: null });
});

test("media files are 1 request", async () => {
  expect(
    await query(
      stack.url,
      '{ mediaFiles { edges { node { mediaId } } } mediaFile(mediaId: "none") { mediaId } }',
    ),
  ).toMatchObject({
    mediaFiles: { edges: expect.any(Array) },
    mediaFile: null,
  });
  expect((await asked()).every((path) => path === "GET /media")).toBe(true);
});

test("conferences are 1 request, and one with its members 1", async () => {
  const placed = await query(
    stack.url,
    `mutation { createCall(input: { to: "${FAR_NUMBER}", from: "${OWN_NUMBER}", onAnswer: { xml: "<Response><Conference>team</Conference></Response>" } }) { call { callId } } }`,
  );
  const { callId } = (placed["createCall"] as { call: { callId: string } }).call;
  await stack.sandbox.advance(20);
  seen = (await stack.sandbox.requests()).length;
  const listed = await query(
    stack.url,
    '{ conferences(filter: { name: "team" }) { edges { node { conferenceId name activeMembers { callId mute conference { name } } } } } }',
  );
  const [edge] = (listed["conferences"] as { edges: { node: { conferenceId: string } }[] }).edges;
  const conferenceId = edge?.node.conferenceId;
  expect(listed).toMatchObject({
    conferences: {
      edges: [{ node: { activeMembers: [{ callId, mute: false, conference: { name: "team" } }] } }],
    },
  });
  expect(await asked()).toEqual(["GET /conferences", `GET /conferences/${conferenceId}`]);
  expect(
    await query(
      stack.url,
      `mutation { updateConferenceMember(input: { conferenceId: "${conferenceId}", callId: "${callId}", mute: true }) { conferenceMember { mute hold } }
         updateConference(input: { conferenceId: "${conferenceId}", status: COMPLETED }) { conference { activeMembers { callId } } } }`,
    ),
  ).toEqual({
    updateConferenceMember: { conferenceMember: { mute: true, hold: false } },
    updateConference: { conference: { activeMembers: [] } },
  });
});
