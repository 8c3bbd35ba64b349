import { z } from "zod";
import { alternate, figure, type Goal, loadRow, type Options, type Row } from "../comparison.ts";
import { graphqlRequest } from "../graphqlRequest.ts";
import { connect, type HttpClient } from "../httpLoad.ts";
import { startHiveGateway, startMesh } from "../peers.ts";
import { ACCOUNT_ID, type Server, startBare, startGateway, type Upstream } from "../processes.ts";

const IN_FLIGHT = 32;
/** How many calls are asked for in turn, so that requests at the same time are not the same. */
const CALLS = 1_000;

const callIdOf = (index: number) => `c-15ac29a2-1331029c-2cb0-4a07-b215-${String(index).padStart(12, "0")}`;
const FIELDS = "callId state to from";
const RECORDINGS = "recordings { recordingId status duration }";

/** The 50 aliases of five ids. */
const aliases = (fieldOf: (callId: string) => string) =>
  `{ ${Array.from({ length: 50 }, (_, index) => `call${index}: ${fieldOf(callIdOf(index % 5))} { callId state }`).join(" ")} }`;
const peersCall = (callId: string) => `getCallState(accountId: "${ACCOUNT_ID}", callId: ${callId})`;

/** The same question to the gateway and to a peer, whose schema is the contract's. */
type Job = {
  name: string;
  gateway: string;
  peer: string;
  /** What the answer has of these when it is whole. */
  calls: number;
  recordings: number;
  /** How many the gateway may make upstream. */
  upstreamCalls: number;
  /** How many times as fast as each peer the gateway is to be. */
  goals: { hive?: Goal; mesh?: Goal };
};

const JOBS: Job[] = [
  {
    name: "one call",
    gateway: `query Call($callId: ID!) { call(callId: $callId) { ${FIELDS} } }`,
    peer: `query Call($callId: String!) { ${peersCall("$callId")} { ${FIELDS} } }`,
    calls: 1,
    recordings: 0,
    upstreamCalls: 1,
    goals: { hive: { atLeast: 4 }, mesh: { atLeast: 3 } },
  },
  {
    name: "list of 50 calls",
    gateway: `{ calls(first: 50) { edges { node { ${FIELDS} } } } }`,
    peer: `{ listCalls(accountId: "${ACCOUNT_ID}", pageSize: 50) { ${FIELDS} } }`,
    calls: 50,
    recordings: 0,
    upstreamCalls: 1,
    goals: { hive: { atLeast: 5 }, mesh: { atLeast: 5 } },
  },
  {
    name: "50 calls with their recordings",
    gateway: `{ calls(first: 50) { edges { node { callId state ${RECORDINGS} } } } }`,
    peer: `{ listCalls(accountId: "${ACCOUNT_ID}", pageSize: 50) { callId state ${RECORDINGS} } }`,
    calls: 50,
    recordings: 100,
    upstreamCalls: 2,
    goals: { hive: { atLeast: 10 }, mesh: { atLeast: 10 } },
  },
  {
    name: "50 aliases of 5 calls",
    gateway: aliases((callId) => `call(callId: "${callId}")`),
    peer: aliases((callId) => peersCall(`"${callId}"`)),
    calls: 50,
    recordings: 0,
    upstreamCalls: 5,
    goals: {},
  },
];

/** The gateway against gateways of other makers over the same upstream. */
export async function againstPeers({ scale, profileFolder }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream, profileFolder);
  await using hive = await startHiveGateway(upstream);
  await using mesh = await startMesh(upstream);

  const rows: Row[] = [];
  for (const job of JOBS) {
    await using ofGateway = await client(gateway, job.gateway, job);
    await using ofHive = await client(hive, job.peer, job);
    await using ofMesh = await client(mesh, job.peer, job);
    const load = ({ load }: HttpClient) => load(IN_FLIGHT, scale.milliseconds);
    for (const side of [ofGateway, ofHive, ofMesh]) await side.load(IN_FLIGHT, scale.warmUpMilliseconds);
    const calls = await upstreamCalls(upstream, ofGateway);
    for (const [rival, ofRival, goal] of [
      ["Hive Gateway", ofHive, job.goals.hive],
      ["GraphQL Mesh", ofMesh, job.goals.mesh],
    ] as const) {
      const name = `${job.name}, upstream calls ${calls} / ${await upstreamCalls(upstream, ofRival)}`;
      const runs = await alternate(
        scale.runs,
        () => load(ofGateway),
        () => load(ofRival),
      );
      rows.push(loadRow(name, "queries/s", runs, { rival, ...(goal && { goal }) }));
    }
    rows.push(figure(`upstream calls of ${job.name}`, "calls", [calls], { atMost: job.upstreamCalls }));
  }
  return rows;
}

function client(server: Server, query: string, { calls, recordings }: Job): Promise<HttpClient> {
  let asked = 0;
  return connect({
    url: server.url,
    connections: IN_FLIGHT,
    // The peers take the key for nothing.
    request: () => graphqlRequest(query, { callId: callIdOf(asked++ % CALLS) }),
    check: (status, body) =>
      status === 200 &&
      !body.includes('"errors"') &&
      count(body, /"state":"disconnected"/gi) === calls &&
      count(body, /"duration":[^n]/g) === recordings,
  });
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** How many requests one more operation makes upstream. */
async function upstreamCalls(upstream: Upstream, { send }: HttpClient): Promise<number> {
  const requests = async () => z.int().parse(await (await fetch(`${upstream.url}/requests`)).json());
  const before = await requests();
  await send();
  return (await requests()) - before;
}
