import { afterEach, beforeEach, expect, test } from "vitest";
import { query, subscribeSse } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { FAR_NUMBER, OWN_NUMBER, type RunningGateway, startGateway, startSandbox } from "../support/stack.ts";
import { type Application, startApplication } from "./application.ts";

// The same telephone menu in each of the three ways, run by the sandbox from the first document to the end of the call.

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let application: Application;
let gateway: RunningGateway;
beforeEach(async () => {
  const port = await freePort();
  sandbox = await startSandbox({ callbackUrl: `http://localhost:${port}` });
  application = await startApplication({});
  gateway = await startGateway({
    upstreamUrl: sandbox.url,
    port,
    environment: { FORWARD_HOSTS: application.host },
  });
});
afterEach(async () => {
  await gateway.stop();
  await sandbox.stop();
  await application.stop();
});

/** Of the sandbox's far parties the one who answers at once. */
const AGENT = "+19195550100";

const say = (text: string) => ({ speakSentence: { text } });
const MENU = { verbs: [{ gather: { maxDigits: 1, prompts: [say("Press one for an agent.")] } }] };
const CONNECT = { verbs: [{ transfer: { to: [{ phoneNumber: { number: AGENT, askOnAnswer: true } }] } }] };
const WHISPER = { verbs: [say("A caller.")] };
const VOICEMAIL = { verbs: [say("Leave a message."), { record: { maxDuration: 5 } }] };
const THANKS = { verbs: [say("Thank you."), { hangup: {} }] };

const place = async (input: Record<string, unknown>): Promise<string> =>
  Object(
    await query(
      gateway.url,
      "mutation ($input: CreateCallInput!) { createCall(input: $input) { call { callId } } }",
      { input: { to: FAR_NUMBER, from: OWN_NUMBER, ...input } },
    ),
  ).createCall.call.callId;

/** What was asked and who answered, of all calls, and how they ended, in the order of the log. */
async function history(): Promise<string[]> {
  const data = await query(
    gateway.url,
    "{ events(first: 1000) { edges { node { type ... on AskingEvent { instructions { source } } ... on DisconnectEvent { cause } } } } }",
  );
  const { edges } = data["events"] as {
    edges: { node: { type: string; cause?: string; instructions?: { source: string } | null } }[];
  };
  return edges.flatMap(({ node }) => {
    if (node.cause) return [`${node.type} ${node.cause}`];
    return node.instructions ? [`${node.type} ${node.instructions.source}`] : [];
  });
}

const toAgent = (source: string) => [
  `ANSWER ${source}`,
  `GATHER ${source}`,
  `TRANSFER_ANSWER ${source}`,
  `TRANSFER_COMPLETE ${source}`,
  "DISCONNECT HANGUP",
];
const toVoicemail = (source: string) => [
  `ANSWER ${source}`,
  `GATHER ${source}`,
  `RECORD_COMPLETE ${source}`,
  "DISCONNECT HANGUP",
];

/** The caller presses 1, talks to the agent, and is thanked when the agent has gone. */
async function talkToAgent(callId: string) {
  await sandbox.control.advance(6);
  await sandbox.control.post(`calls/${callId}/digits`, { digits: "1" });
  await sandbox.control.advance(30);
  const legs = (await sandbox.control.callbacks()).filter(({ eventType }) => eventType === "transferAnswer");
  const { callId: leg } = Object(Object(legs[0]).body);
  await sandbox.control.post(`calls/${leg}/hangup`, {});
  await sandbox.control.advance(30);
}

test("a script: the caller is put through, or leaves a message", async () => {
  const script = {
    onAnswer: MENU,
    onEvents: [
      { event: "GATHER", digits: "1", bxml: CONNECT },
      { event: "GATHER", bxml: VOICEMAIL },
      { event: "TRANSFER_ANSWER", bxml: WHISPER },
      { event: "TRANSFER_COMPLETE", bxml: THANKS },
      { event: "RECORD_COMPLETE", bxml: THANKS },
    ],
  };
  await talkToAgent(await place(script));
  expect(await history()).toEqual(toAgent("SCRIPT"));
  await place(script);
  await sandbox.control.advance(120);
  expect((await history()).slice(5)).toEqual(toVoicemail("SCRIPT"));
});

test("live: whoever is asked says what comes next", async () => {
  const calls = await subscribeSse(
    gateway.url,
    "subscription { callsAwaitingInstructions { event { id type ... on GatherEvent { digits } } } }",
  );
  const answers: Record<string, unknown> = {
    ANSWER: MENU,
    GATHER: CONNECT,
    TRANSFER_ANSWER: WHISPER,
    TRANSFER_COMPLETE: THANKS,
  };
  const agent = (async () => {
    for (let call = Object(await calls.next()); call.event; call = Object(await calls.next())) {
      const input = { eventId: call.event.id, bxml: answers[call.event.type] };
      await query(
        gateway.url,
        "mutation ($input: AnswerEventInput!) { answerEvent(input: $input) { event { id } } }",
        { input },
      );
      if (call.event.type === "TRANSFER_COMPLETE") return;
    }
  })();
  await talkToAgent(await place({ callbackTimeout: 25, instructions: { live: {} } }));
  await agent;
  await calls.close();
  expect(await history()).toEqual(toAgent("LIVE"));
});

test("forward: an application that knows nothing of the gateway serves both", async () => {
  const response = (...verbs: string[]) => `<Response>${verbs.join("")}</Response>`;
  const speak = (text: string) => `<SpeakSentence>${text}</SpeakSentence>`;
  application.answer(
    "/answer",
    response(`<Gather gatherUrl="menu" maxDigits="1">${speak("Press one.")}</Gather>`),
  );
  application.answer(
    "/menu",
    response(
      `<Transfer transferCompleteUrl="/done"><PhoneNumber transferAnswerUrl="/whisper" transferDisconnectUrl="/gone">${AGENT}</PhoneNumber></Transfer>`,
    ),
  );
  application.answer("/whisper", response(speak("A caller.")));
  application.answer("/done", response(speak("Thank you.")));
  application.answer("/end", "");
  application.answer("/gone", "");
  const { url } = application;
  const instructions = { forward: { url: `${url}/answer`, disconnectUrl: `${url}/end` } };
  await talkToAgent(await place({ callbackTimeout: 25, instructions }));
  expect(await history()).toEqual(toAgent("FORWARD"));
  const asked = application.requests.map(({ path, body }) => `${path} ${Object(body).eventType}`);
  expect(asked.sort()).toEqual([
    "/answer answer",
    "/done transferComplete",
    "/end disconnect",
    "/gone transferDisconnect",
    "/menu gather",
    "/whisper transferAnswer",
  ]);
});
