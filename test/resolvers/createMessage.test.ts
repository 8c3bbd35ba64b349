import type { MessageRequest } from "bandwidth-sdk";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { mutation } from "../support/mutation.ts";
import {
  FAR_NUMBER,
  MESSAGING_APPLICATION,
  OWN_NUMBER,
  type RunningGateway,
  startGateway,
} from "../support/stack.ts";
import { startUpstream, type Upstream } from "../support/upstream.ts";

let upstream: Upstream;
let gateway: RunningGateway;
let createMessage: ReturnType<typeof mutation>;
beforeAll(async () => {
  upstream = await startUpstream();
  gateway = await startGateway({ upstreamUrl: upstream.url });
  createMessage = mutation(
    upstream,
    () => gateway.url,
    "createMessage",
    "message { messageId segmentCount }",
  );
});
afterEach(() => upstream.reset());
afterAll(async () => {
  await gateway.stop();
  await upstream.stop();
});

// The vendor's type has a Set where JSON has a list without repetitions.
type Body = Omit<MessageRequest, "to"> & { to: string[] };

const NEEDED = { to: [FAR_NUMBER], from: OWN_NUMBER, text: "Hello" };
const NOT_E164 = "must be an E.164 number, such as +19195551234";

/** The body that Bandwidth got for an input. */
async function sent(input: Record<string, unknown>): Promise<unknown> {
  upstream.answer("POST /messages", { status: 202, body: { id: "m-new", segmentCount: 1 } });
  expect(await createMessage.send(input)).toEqual({ message: { messageId: "m-new", segmentCount: 1 } });
  expect(upstream.asked()).toEqual(["POST /messages"]);
  return upstream.requests()[0]?.body;
}

test("every field of the contract is sent as the contract spells it, and nothing else", async () => {
  const input = {
    to: [FAR_NUMBER, "+19195550000"],
    from: OWN_NUMBER,
    applicationId: "application-1",
    text: "Ça va? 😀",
    media: ["https://client.example.com/a.png"],
    tag: "my tag",
  };
  const expected: Body = { ...input, priority: "high", expiration: "2100-01-01T11:00:00.000Z" };
  expect(await sent({ ...input, priority: "HIGH", expiration: "2100-01-01T12:00:00+01:00" })).toEqual(
    expected,
  );
});

test("left out, the messaging application is the gateway's", async () => {
  const expected: Body = { ...NEEDED, applicationId: MESSAGING_APPLICATION };
  expect(await sent({ ...NEEDED, applicationId: null, tag: null, media: null })).toEqual(expected);
});

test.each([
  ["ten recipients", { to: Array.from({ length: 10 }, (_, i) => `+1919555000${i}`) }],
  ["a sender with a name", { from: "ACME & Co-1" }],
  ["texts of full length", { text: "x".repeat(2048), tag: "x".repeat(1024) }],
  ["a media URL of full length", { media: [`https://client.example.com/${"x".repeat(4096 - 27)}`] }],
])("what the contract allows is sent: %s", async (_, change) => {
  const expected: Body = { ...NEEDED, ...change, applicationId: MESSAGING_APPLICATION };
  expect(await sent({ ...NEEDED, ...change })).toEqual(expected);
});

const SENDER = `${NOT_E164}, or a sender id of up to 11 characters with a letter`;
test.each<[Record<string, unknown>, string, string]>([
  [{ to: [] }, "input.to", "must have a recipient"],
  [{ to: ["9195551234"] }, "input.to[0]", NOT_E164],
  [{ to: [FAR_NUMBER, "sip:a@b"] }, "input.to[1]", NOT_E164],
  [{ to: [FAR_NUMBER, FAR_NUMBER] }, "input.to", "must have each recipient once"],
  [
    { to: Array.from({ length: 11 }, (_, i) => `+191955500${10 + i}`) },
    "input.to",
    "must have at most 10 recipients",
  ],
  [{ from: "19195551234" }, "input.from", SENDER],
  [{ from: "ACME & Co-12" }, "input.from", SENDER],
  [{ from: "ACME!" }, "input.from", SENDER],
  [{ from: "" }, "input.from", SENDER],
  [{ applicationId: "" }, "input.applicationId", "must not be empty"],
  ...[undefined, null, ""].flatMap((text) =>
    [undefined, null, []].map((media): [Record<string, unknown>, string, string] => [
      { text, media },
      "input.text",
      "is required when there is no media",
    ]),
  ),
  [{ text: "x".repeat(2049) }, "input.text", "must be at most 2048 characters"],
  [{ media: ["https://client.example.com", "a.png"] }, "input.media[1]", "must be a full http or https URL"],
  [
    { media: [`https://client.example.com/${"x".repeat(4096 - 26)}`] },
    "input.media[0]",
    "must be at most 4096 characters",
  ],
  [{ tag: "x".repeat(1025) }, "input.tag", "must be at most 1024 characters"],
  [{ priority: "UNKNOWN" }, "input.priority", "must be DEFAULT or HIGH"],
  [{ expiration: "2020-01-01T00:00:00Z" }, "input.expiration", "must be in the future"],
])("what breaks a limit is refused before anything is sent: %j", async (change, field, message) => {
  await createMessage.expectRefused({ ...NEEDED, ...change }, field, message);
});

test("without a messaging application, in the environment or the input, nothing is sent", async () => {
  const bare = await startGateway({
    upstreamUrl: upstream.url,
    environment: { BW_MESSAGING_APPLICATION_ID: "" },
  });
  await mutation(upstream, () => bare.url, "createMessage", "message { messageId }").expectRefused(
    NEEDED,
    "input.applicationId",
    "is required: the gateway has no BW_MESSAGING_APPLICATION_ID",
  );
  await bare.stop();
});
