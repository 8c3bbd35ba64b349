// The graph and its HTTP path as the gateway has them, over calls that are in memory: the loaders are primed, and nothing is asked of
// Bandwidth or of the log.
import DataLoader from "dataloader";
import { pino } from "pino";
import { createLoader } from "../../src/datasources/loader.ts";
import { createUpstreamCalls } from "../../src/datasources/upstreamCalls.ts";
import type { CallState } from "../../src/datasources/voice/calls.ts";
import type { CallRecordingMetadata } from "../../src/datasources/voice/recordings.ts";
import { keepTicksFast, keepYoung } from "../../src/garbage.ts";
import { andThen } from "../../src/maybePromise.ts";
import { MAX_NODES } from "../../src/resolvers/connection.ts";
import type { Context } from "../../src/resolvers/context.ts";
import { createSchema } from "../../src/resolvers/schema.ts";
import { createErrorMask } from "../../src/server/errors.ts";
import { createEventStreams } from "../../src/server/eventStream.ts";
import { createFanOut } from "../../src/server/fanOut.ts";
import { addGraphQL, type Client, createGraphQLServer } from "../../src/server/graphql.ts";
import { createHttp } from "../../src/server/http.ts";
import { createPostedOperations } from "../../src/server/postedOperation.ts";
import { API_KEY } from "../processes.ts";
import { CALLS, RECORDINGS_OF_CALL } from "./callsInMemory.ts";
import { listenForBench } from "./listen.ts";

keepYoung();
keepTicksFast();
const BUDGET = 200;
const log = pino({ level: "warn" });
const now = () => new Date();
const asksNothing = async () => {
  throw new Error("It is all in memory");
};

const ofMemory = createUpstreamCalls(BUDGET);
const call = createLoader<string, CallState>(ofMemory, asksNothing, (callId) => callId);
const recordings = createLoader<string, readonly CallRecordingMetadata[]>(
  ofMemory,
  asksNothing,
  (callId) => callId,
);
const known = new DataLoader<string, undefined>(asksNothing);
for (const each of CALLS) {
  call.prime([each], () => each.callId);
  recordings.prime([RECORDINGS_OF_CALL.get(each.callId) ?? []], () => each.callId);
  known.prime(each.callId, undefined);
}
const page = { items: CALLS };

const maskError = createErrorMask(log, Date.now);
const engine = {
  schema: createSchema(),
  context: ({ client }: Client) => {
    const used = {
      datasources: {
        calls: createUpstreamCalls(BUDGET, client),
        found: new Map(),
        known: { call: (callId: string) => known.load(callId) },
        voice: {
          call: (callId: string) => call.load(callId),
          calls: async () => page,
        },
        recordings: {
          recordings: (callId: string) => andThen(recordings.load(callId), (items = []) => items),
        },
      },
      lastEventId: undefined,
      nodes: { left: MAX_NODES },
    };
    // Of the gateway's services the two queries use no other.
    return used as unknown as Context;
  },
  upstreamBudget: BUDGET,
  development: false,
  maskError,
};
const server = createGraphQLServer(engine);
const app = createHttp(log, Date.now);
const eventStreams = createEventStreams(
  server,
  createFanOut({ follow: () => undefined } as unknown as Parameters<typeof createFanOut>[0], {
    maskError,
    now,
    isQuiet: () => true,
  }),
  { maskError, random: Math.random },
);
await app.register(async (scope) =>
  addGraphQL(scope, server, eventStreams, createPostedOperations(server, engine), {
    apiKeys: [API_KEY],
    uploadMaxBytes: 0,
  }),
);
await app.ready();
listenForBench(app.server);
