import { createClient } from "graphql-ws";
import WebSocket from "ws";
import { AGENT_PLEASE, GOODBYE, MENU, THANKS, VOICEMAIL } from "./documents.ts";
import { execute, type Gateway, gatewayOfEnvironment, putInstructions } from "./gateway.ts";

/** The call is held until somebody answers; nobody there, the caller may leave a message. */
export const LIVE = { live: { timeout: 10, fallback: { verbs: GOODBYE } } };

type AskingEvent = { id: string; type: string; digits?: string; cause?: string };

const WAITING = `subscription {
  callsAwaitingInstructions {
    event { id type ... on GatherEvent { digits } ... on TransferCompleteEvent { cause } }
    deadline
  }
}`;
const ANSWER = `mutation ($input: AnswerEventInput!) { answerEvent(input: $input) { event { id } } }`;

/** What the call does now. */
function decide({ type, digits, cause }: AskingEvent): object[] {
  if (type === "INITIATE") return MENU;
  if (type === "GATHER" && digits === "1") return AGENT_PLEASE;
  if (type === "GATHER" && digits === "2") return VOICEMAIL;
  if (type === "GATHER") return digits === "" ? GOODBYE : MENU;
  if (type === "TRANSFER_COMPLETE") return cause === "HANGUP" ? GOODBYE : VOICEMAIL;
  return THANKS;
}

/** Answers all calls that wait, until it is stopped. Resolves when it listens; gives how to stop it. */
export async function answerCalls(gateway: Gateway): Promise<() => Promise<void>> {
  const client = createClient({
    url: `${gateway.url.replace(/^http/, "ws")}/graphql`,
    webSocketImpl: WebSocket,
    lazy: false,
    ...(gateway.key && { connectionParams: { authorization: `Bearer ${gateway.key}` } }),
  });
  await new Promise((connected) => client.on("connected", connected));
  client.subscribe<{ callsAwaitingInstructions: { event: AskingEvent } }>(
    { query: WAITING },
    {
      next({ data }) {
        if (!data) return;
        const { event } = data.callsAwaitingInstructions;
        // Somebody else may have been faster, or the caller has hung up: CONFLICT.
        execute(gateway, ANSWER, { input: { eventId: event.id, bxml: { verbs: decide(event) } } }).catch(
          (error: Error) => console.error(error.message),
        );
      },
      error: console.error,
      complete: () => undefined,
    },
  );
  return async () => client.dispose();
}

if (import.meta.main) {
  const gateway = gatewayOfEnvironment();
  const [number = "+19195554321"] = process.argv.slice(2);
  await putInstructions(gateway, number, LIVE);
  await answerCalls(gateway);
  console.log(`Calls to ${number} are answered here. Ctrl-C ends it.`);
}
