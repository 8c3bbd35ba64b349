import { z } from "zod";
import { alternate, figure, type Goal, loadRow, type Options, type Row } from "../comparison.ts";
import { graphqlRequest } from "../graphqlRequest.ts";
import { connect } from "../httpLoad.ts";
import { ACCOUNT_ID, accessToken, type Server, startBare, startGateway, startSandbox } from "../processes.ts";

const IN_FLIGHT = [1, 32];
/** Over the direct call, in milliseconds. */
const OVERHEAD: Goal = { atMost: 1.5 };

const QUERY = "query Call($callId: ID!) { call(callId: $callId) { callId state to from } }";
const Answer = z.strictObject({
  data: z.object({ call: z.object({ callId: z.string(), state: z.string() }) }),
});
const Calls = z.array(z.object({ callId: z.string() })).min(1);

/** One call through the gateway, against the REST call that it makes upstream made directly. */
export async function queryOverStub(options: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  // Awaited: the upstream ends with this function.
  return await measure(
    "one call, upstream a stub",
    upstream,
    "c-15ac29a2-1331029c-2cb0-4a07-b215-000000000001",
    options,
  );
}

/** The same over the sandbox, which works harder for an answer than the stub. */
export async function queryOverSandbox(options: Options): Promise<Row[]> {
  await using upstream = await startSandbox();
  const headers = { authorization: `Bearer ${await accessToken(upstream)}` };
  const response = await fetch(`${upstream.url}/api/v2/accounts/${ACCOUNT_ID}/calls?pageSize=1`, { headers });
  const [call] = Calls.parse(await response.json());
  return await measure("one call, upstream the sandbox", upstream, call?.callId ?? "", options);
}

async function measure(
  name: string,
  upstream: Server,
  callId: string,
  { scale, profileFolder }: Options,
): Promise<Row[]> {
  await using gateway = await startGateway(upstream, profileFolder);
  const connections = Math.max(...IN_FLIGHT);
  await using throughGateway = await connect({
    url: gateway.url,
    connections,
    request: () => graphqlRequest(QUERY, { callId }),
    check: (status, body) =>
      status === 200 && Answer.safeParse(JSON.parse(body)).data?.data.call.callId === callId,
  });
  const bearer = `Bearer ${await accessToken(upstream)}`;
  await using direct = await connect({
    url: upstream.url,
    connections,
    request: () => ({
      method: "GET",
      path: `/api/v2/accounts/${ACCOUNT_ID}/calls/${callId}`,
      headers: { accept: "application/json", authorization: bearer },
    }),
    check: (status, body) => status === 200 && body.includes(callId),
  });

  const rows: Row[] = [];
  for (const inFlight of IN_FLIGHT) {
    await throughGateway.load(inFlight, scale.warmUpMilliseconds);
    await direct.load(inFlight, scale.warmUpMilliseconds);
    const runs = await alternate(
      scale.runs,
      () => throughGateway.load(inFlight, scale.milliseconds),
      () => direct.load(inFlight, scale.milliseconds),
    );
    rows.push(loadRow(`${name}, ${inFlight} in flight`, "queries/s", runs, { rival: "direct REST" }));
    if (inFlight === 1) {
      const overheads = runs.map(({ gateway, rival }) => gateway.p99 - rival.p99);
      rows.push(figure(`overhead at p99, ${name}, 1 in flight`, "ms", overheads, OVERHEAD));
    }
  }
  return rows;
}
