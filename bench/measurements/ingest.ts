import { z } from "zod";
import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback } from "../callbacks.ts";
import { alternate, figure, loadRow, type Options, type Row } from "../comparison.ts";
import { connect } from "../httpLoad.ts";
import { API_KEY, startBare, startGateway } from "../processes.ts";

const IN_FLIGHT = 64;

/** Callbacks that are on disk when they are answered, against a server that parses them and stores nothing. */
export async function ingest({ scale, profileFolder }: Options): Promise<Row[]> {
  await using bare = await startBare("bareIngest");
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
  await using toGateway = await connect({ url: gateway.url, connections: IN_FLIGHT, request, check });
  await using toBare = await connect({ url: bare.url, connections: IN_FLIGHT, request, check });

  await toBare.load(IN_FLIGHT, scale.warmUpMilliseconds);
  await toGateway.load(IN_FLIGHT, scale.warmUpMilliseconds);
  await mustBeLogged(gateway.url, lastCallId);
  const runs = await alternate(
    scale.runs,
    () => toGateway.load(IN_FLIGHT, scale.milliseconds),
    () => toBare.load(IN_FLIGHT, scale.milliseconds),
  );
  const name = `callbacks taken durably, ${IN_FLIGHT} in flight`;
  return [
    loadRow(name, "callbacks/s", runs, { goal: { atLeast: 0.5 } }),
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
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
    body: JSON.stringify({
      query: "query Logged($callId: ID!) { events(filter: { callId: $callId }) { edges { cursor } } }",
      variables: { callId },
    }),
  });
  Answer.parse(await response.json());
}
