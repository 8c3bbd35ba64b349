import { type Growth, measureGrowth, type Options, type Row } from "../comparison.ts";
import { graphqlRequest } from "../graphqlRequest.ts";
import { connect } from "../httpLoad.ts";
import { type Server, startBare, startGateway } from "../processes.ts";

const FIELDS = "callId state to from";

const aliasesOf = (count: number) =>
  `{ ${Array.from({ length: count }, (_, index) => `call${index}: call(callId: "c-15ac29a2-1331029c-2cb0-4a07-b215-${String(index).padStart(12, "0")}") { ${FIELDS} }`).join(" ")} }`;
const listOf = (count: number, fields: string) =>
  `{ calls(first: ${count}) { edges { node { ${fields} } } } }`;

/** How long queries take that ask for more. */
export async function queryGrowth({ scale }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream);

  async function rowOf(name: string, sizes: number[], queryOf: (size: number) => string): Promise<Growth> {
    await using clients = new AsyncDisposableStack();
    const times = new Map<number, () => Promise<number>>();
    for (const size of sizes) {
      const client = clients.use(await asking(gateway, queryOf(size), size));
      await client.load(1, scale.warmUpMilliseconds);
      times.set(size, async () => (await client.load(1, scale.milliseconds)).p50);
    }
    return await measureGrowth(name, "ms", scale.runs, times);
  }

  return [
    await rowOf("a query of so many calls by their ids", [1, 10, 100], aliasesOf),
    await rowOf("a list of so many calls", [10, 100, 1_000], (size) => listOf(size, FIELDS)),
    // Bandwidth lists up to 1,000 recordings of an account; each call has two.
    await rowOf("so many calls with their recordings", [4, 40, 400], (size) =>
      listOf(size, `${FIELDS} recordings { recordingId status duration }`),
    ),
  ];
}

function asking({ url }: Server, query: string, calls: number) {
  return connect({
    url,
    connections: 1,
    request: () => graphqlRequest(query),
    check: (status, body) =>
      status === 200 && !body.includes('"errors"') && body.split('"state"').length - 1 === calls,
  });
}
