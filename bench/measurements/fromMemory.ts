import { z } from "zod";
import { alternate, type Goal, loadRow, type Options, type Row } from "../comparison.ts";
import { graphqlRequest } from "../graphqlRequest.ts";
import { connect } from "../httpLoad.ts";
import { startBare } from "../processes.ts";

const IN_FLIGHT = 32;

const QUERIES: { name: string; goal: Goal; query: string }[] = [
  {
    goal: { atLeast: 1 / 2 },
    name: "one call from memory",
    query:
      'query { call(callId: "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865660010") { callId state to from } }',
  },
  {
    goal: { atLeast: 2 / 3 },
    name: "50 calls with 2 recordings each from memory",
    query: `{ calls(first: 50) { edges { node {
      callId from to direction state startTime answerTime endTime disconnectCause
      recordings { recordingId status duration startTime channels }
    } } } }`,
  },
];

/** Queries that ask nothing of anybody, against the same JSON written by a bare HTTP server. */
export async function fromMemory({ scale, profileFolder }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { name, goal, query } of QUERIES) {
    await using graph = await startBare("fromMemory", profileFolder);
    await using bare = await startBare("bareJson");
    const request = graphqlRequest(query);
    const answer = await fetch(`${graph.url}/graphql`, request);
    const expected = await answer.text();
    await fetch(bare.url, { method: "PUT", body: expected });
    const side = (url: string) =>
      connect({
        url,
        connections: IN_FLIGHT,
        request: () => request,
        check: (status, body) =>
          status === 200 &&
          body === expected &&
          z.strictObject({ data: z.looseObject({}) }).safeParse(JSON.parse(body)).success,
      });
    await using ofGraph = await side(graph.url);
    await using ofBare = await side(bare.url);
    await ofGraph.load(IN_FLIGHT, scale.warmUpMilliseconds);
    await ofBare.load(IN_FLIGHT, scale.warmUpMilliseconds);
    const runs = await alternate(
      scale.runs,
      () => ofGraph.load(IN_FLIGHT, scale.milliseconds),
      () => ofBare.load(IN_FLIGHT, scale.milliseconds),
    );
    rows.push(loadRow(`${name}, ${expected.length} bytes`, "queries/s", runs, { goal }));
  }
  return rows;
}
