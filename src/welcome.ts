import type { Config } from "./config.ts";

/** What a newcomer reads first: where everything is, and something to paste. */
export function welcome(config: Config, url: string): string {
  const socket = url.replace(/^http/, "ws");
  const auth = config.apiKeys.length > 0 ? ` -H 'authorization: Bearer YOUR_KEY'` : "";
  const curl = (query: string, more = "") =>
    `  curl -s ${more}${url}/graphql -H 'content-type: application/json'${auth} \\\n    -d '${JSON.stringify({ query })}'`;
  const from = config.sandbox ? "+19195554321" : "YOUR_NUMBER";
  const to = config.sandbox ? "+19195551234" : "NUMBER_TO_CALL";
  const application = config.voiceApplicationId ? "" : `, applicationId: "YOUR_APPLICATION"`;
  return `
bandwidth-graphql is ready${config.sandbox ? ", with the sandbox in Bandwidth's place: no account, no cost" : ""}.

  Page, GraphQL    ${url}/graphql  (open it in a browser: GraphiQL with examples)
  Subscriptions    ${socket}/graphql  (graphql-transport-ws), or SSE at the same URL
  Callbacks        ${config.callbackTarget.baseUrl}/callbacks/voice/*, /callbacks/messaging
${config.sandbox ? `  Sandbox          http://localhost:${config.sandbox.port}  (GET /_sandbox/requests, /_sandbox/callbacks)\n` : ""}
A query:
${curl("{ calls(first: 3) { edges { node { callId from to state } } } }")}

A subscription (leave it running in a second terminal):
${curl("subscription { events { cursor type time } }", "-N -H 'accept: text/event-stream' ")}

A mutation, whose events the subscription shows:
${curl(`mutation { createCall(input: {to: "${to}", from: "${from}"${application}, onAnswer: {verbs: [{startRecording: {}}, {speakSentence: {text: "Hello from the graph."}}, {stopRecording: {}}, {pause: {duration: 3}}]}}) { call { callId state } } }`)}

${config.sandbox ? 'For Bandwidth itself set BW_ACCOUNT_ID, BW_CLIENT_ID, BW_CLIENT_SECRET, BW_VOICE_APPLICATION_ID, BW_MESSAGING_APPLICATION_ID,\nBASE_CALLBACK_URL, CALLBACK_USERNAME, CALLBACK_PASSWORD, MEDIA_URL_SECRET and GATEWAY_API_KEYS (README, "With Bandwidth").' : `Account ${config.accountId} at ${new URL(config.voiceUrl).host}.`} Ctrl-C stops.

`;
}
