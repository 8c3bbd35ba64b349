import { z } from "zod";
import { alternate, loadRow, type Options, type Row } from "../comparison.ts";
import { connect } from "../httpLoad.ts";
import { API_KEY, startBare, startGateway, type Upstream } from "../processes.ts";

const QUERY =
  "{ calls(first: 50) { edges { node { callId state recordings { recordingId status duration } } } } }";
const Answer = z.object({
  data: z.object({
    calls: z.object({ edges: z.array(z.object({ node: z.object({ recordings: z.array(z.unknown()) }) })) }),
  }),
  extensions: z.object({ upstream: z.object({ calls: z.int() }) }),
});

/** Fifty calls with their recordings out of one list, against the same where each call's have to be listed. */
export async function recordingsOfCalls({ scale, profileFolder }: Options): Promise<Row[]> {
  await using upstream = await startBare("recordingsStub");
  await using oneList = await startSide(upstream, profileFolder);
  await using listPerCall = await startSide({ url: `${upstream.url}/undated` }, undefined);
  await oneList.load(1, scale.warmUpMilliseconds);
  await listPerCall.load(1, scale.warmUpMilliseconds);
  const runs = await alternate(
    scale.runs,
    () => oneList.load(1, scale.milliseconds),
    () => listPerCall.load(1, scale.milliseconds),
  );
  const name = `50 calls with recordings, ${oneList.upstreamCalls} upstream calls against ${listPerCall.upstreamCalls}`;
  return [loadRow(name, "queries/s", runs, { rival: "itself" })];
}

async function startSide(upstream: Upstream, profileFolder: string | undefined) {
  const gateway = await startGateway(upstream, profileFolder);
  const headers = { "content-type": "application/json", authorization: `Bearer ${API_KEY}` };
  const body = JSON.stringify({ query: QUERY });
  const reported = await fetch(`${gateway.url}/graphql`, {
    method: "POST",
    headers: { ...headers, "x-upstream-report": "1" },
    body,
  });
  const { data, extensions } = Answer.parse(await reported.json());
  const client = await connect({
    url: gateway.url,
    connections: 1,
    request: () => ({ method: "POST", path: "/graphql", headers, body }),
    check: (status) =>
      status === 200 &&
      data.calls.edges.length === 50 &&
      data.calls.edges.every(({ node }) => node.recordings.length === 2),
  });
  return {
    load: client.load,
    upstreamCalls: extensions.upstream.calls,
    async [Symbol.asyncDispose]() {
      await client[Symbol.asyncDispose]();
      await gateway[Symbol.asyncDispose]();
    },
  };
}
