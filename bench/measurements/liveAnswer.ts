import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { z } from "zod";
import { CALLBACK_HEADERS } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row } from "../comparison.ts";
import { graphqlRequest } from "../graphqlRequest.ts";
import { measureLoad } from "../load.ts";
import { ACCOUNT_ID, API_KEY, startBare, startGateway } from "../processes.ts";

const LIVE_NUMBER = "+19195550001";
const SCRIPT_NUMBER = "+19195550002";
const BXML = { xml: "<Response><SpeakSentence>Hello</SpeakSentence></Response>" };

const PUT =
  "mutation ($input: PutCallScriptInput!) { putCallScript(input: $input) { callScript { callScriptId } } }";
const ANSWER = "mutation ($input: AnswerEventInput!) { answerEvent(input: $input) { event { id } } }";
const WAITING = "subscription { callsAwaitingInstructions { event { id } } }";
const Waiting = z.object({ callsAwaitingInstructions: z.object({ event: z.object({ id: z.string() }) }) });

/**
 * From a callback that asks for BXML to its answer, one at a time: by a client that is told over WebSocket and answers with a mutation,
 * against a script, which the gateway answers with by itself.
 */
export async function liveAnswer({ scale, profileFolder }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream, profileFolder);

  async function execute(query: string, input: object) {
    const response = await fetch(`${gateway.url}/graphql`, graphqlRequest(query, { input }));
    z.object({ data: z.object(), errors: z.undefined().optional() }).parse(await response.json());
  }
  await execute(PUT, { number: LIVE_NUMBER, instructions: { live: {} } });
  await execute(PUT, { number: SCRIPT_NUMBER, instructions: { script: { onAnswer: BXML } } });

  const client = createClient({
    url: `${gateway.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${API_KEY}` },
  });
  const answering = (async () => {
    for await (const { data } of client.iterate({ query: WAITING })) {
      const { event } = Waiting.parse(data).callsAwaitingInstructions;
      await execute(ANSWER, { eventId: event.id, bxml: BXML });
    }
  })();

  const singly = (number: string) => () =>
    measureLoad(async () => {
      const latencies: number[] = [];
      for (let asked = 0; asked < scale.singly; asked++) {
        const sent = performance.now();
        await ask(gateway.url, number);
        latencies.push(performance.now() - sent);
      }
      return latencies;
    });
  const live = singly(LIVE_NUMBER);
  const script = singly(SCRIPT_NUMBER);
  await live();
  await script();
  const runs = await alternate(scale.runs, live, script);
  await client.dispose();
  await answering;
  return [loadRow("a live answer, against one by a script", "answers/s", runs, { rival: "a script" })];
}

let calls = 0;

/** An inbound call's first event, which must be answered with the document. */
async function ask(url: string, number: string) {
  calls += 1;
  const response = await fetch(`${url}/callbacks/voice/initiate`, {
    method: "POST",
    headers: CALLBACK_HEADERS,
    body: JSON.stringify({
      eventType: "initiate",
      eventTime: new Date().toISOString(),
      accountId: ACCOUNT_ID,
      applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
      callId: `c-live-${calls}`,
      direction: "inbound",
      from: "+19195551234",
      to: number,
    }),
  });
  const answer = await response.text();
  if (!answer.includes("Hello")) throw new Error(`The call got ${response.status} ${answer}`);
}
