import { z } from "zod";
import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback } from "../callbacks.ts";
import { alternate, figure, loadRow, type Options, type Row } from "../comparison.ts";
import { graphqlRequest } from "../graphqlRequest.ts";
import { connect, type HttpClient } from "../httpLoad.ts";
import { type Server, startBare, startGateway } from "../processes.ts";

const IN_FLIGHT = 64;

/** Callbacks that are on disk when they are answered, against servers that store nothing: a bare one, and the gateway's own. */
export async function ingest({ scale, profileFolder }: Options): Promise<Row[]> {
  await using bare = await startBare("bareIngest");
  await using unstored = await startBare("callbacksUnstored");
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream, profileFolder);
  let lastCallId = "";
  const request = () => {
    const callback = disconnectCallback();
    lastCallId = callback.callId;
    return {
      method: "POST" as const,
      path: CALLBACK_PATH,
      headers: CALLBACK_HEADERS,
      body: JSON.stringify(callback),
    };
  };
  const check = (status: number) => status === 204;
  const clientOf = ({ url }: Server) => connect({ url, connections: IN_FLIGHT, request, check });
  await using toGateway = await clientOf(gateway);
  await using toBare = await clientOf(bare);
  await using toUnstored = await clientOf(unstored);

  for (const client of [toBare, toUnstored, toGateway])
    await client.load(IN_FLIGHT, scale.warmUpMilliseconds);
  await mustBeLogged(gateway.url, lastCallId);
  const against = (rival: HttpClient) =>
    alternate(
      scale.runs,
      () => toGateway.load(IN_FLIGHT, scale.milliseconds),
      () => rival.load(IN_FLIGHT, scale.milliseconds),
    );
  const runs = await against(toBare);
  const name = `callbacks taken durably, ${IN_FLIGHT} in flight`;
  return [
    loadRow(name, "callbacks/s", runs, { goal: { atLeast: 0.5 } }),
    loadRow(name, "callbacks/s", await against(toUnstored), {
      rival: "same, not stored",
      goal: { atLeast: 0.5 },
    }),
    figure(
      `p99 of ${name}`,
      "ms",
      runs.map(({ gateway }) => gateway.p99),
      { atMost: 20 },
    ),
  ];
}

const Answer = z.object({ data: z.object({ events: z.object({ edges: z.array(z.unknown()).length(1) }) }) });

/** A 204 is not yet a stored event. */
async function mustBeLogged(url: string, callId: string) {
  const query = "query Logged($callId: ID!) { events(filter: { callId: $callId }) { edges { cursor } } }";
  const response = await fetch(`${url}/graphql`, graphqlRequest(query, { callId }));
  Answer.parse(await response.json());
}
