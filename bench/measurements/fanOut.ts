import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import { alternate, type Goal, loadRow, type Options, type Row } from "../comparison.ts";
import { listenToStreams, subscribeToStreams } from "../eventStreamSubscribers.ts";
import { startBare, startGateway } from "../processes.ts";
import type { Subscribers } from "../subscribers.ts";
import { listenAll, subscribeAll } from "../webSocketSubscribers.ts";

const WARM_UP_BURSTS = 2;

/** What every subscriber asks for: the fields that a list of calls would show, in a frame of about 650 bytes. */
export const SUBSCRIPTION = `subscription Watch {
  events {
    id cursor type rawType time receivedAt source late
    ... on CallEvent { callId applicationId from to direction tag }
    ... on DisconnectEvent { startTime answerTime endTime cause }
  }
}`;

/** How events reach subscribers, and whom the gateway is measured against. */
type Transport = {
  subscribers: string;
  rival: string;
  bareServer: "bareBroadcast" | "bareEventStreams";
  subscribe(url: string, count: number): Promise<Subscribers>;
  listen(url: string, count: number): Promise<Subscribers>;
  goals: { burst: Goal; singly: Goal };
};

const WEB_SOCKET: Transport = {
  subscribers: "subscribers",
  rival: "ws alone",
  bareServer: "bareBroadcast",
  subscribe: (url, count) => subscribeAll(url, count, () => SUBSCRIPTION),
  listen: listenAll,
  goals: { burst: { atLeast: 1.5 }, singly: { atLeast: 1 } },
};
const EVENT_STREAM: Transport = {
  subscribers: "subscribers over SSE",
  rival: "node:http alone",
  bareServer: "bareEventStreams",
  subscribe: (url, count) => subscribeToStreams(url, count, SUBSCRIPTION),
  listen: listenToStreams,
  goals: { burst: { atLeast: 1 / 3 }, singly: { atLeast: 1 / 3 } },
};

/** Events that reach every subscriber over WebSocket, against `ws` sending the same bytes to as many clients. */
export const fanOut = (options: Options) => measure(WEB_SOCKET, options.scale.subscribers, options);

/** The same over SSE, against `node:http`. */
export const fanOutOverSse = (options: Options) => measure(EVENT_STREAM, options.scale.streams, options);

async function measure(
  transport: Transport,
  subscribers: number,
  { scale, profileFolder }: Options,
): Promise<Row[]> {
  const { burst } = scale;
  const against = (goal: Goal) => ({ rival: transport.rival, goal });
  await using bare = await startBare(transport.bareServer);
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream, profileFolder);
  using ofGateway = await transport.subscribe(gateway.url, subscribers);
  using ofBare = await transport.listen(bare.url, subscribers);

  const publish = (count: number) => () => {
    const events = JSON.stringify(Array.from({ length: count }, disconnectCallback));
    return post(`${gateway.url}${CALLBACK_PATH}`, CALLBACK_HEADERS, events);
  };
  const burstOfGateway = () => ofGateway.deliver(burst, publish(burst));
  for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await burstOfGateway();
  const frame = ofGateway.lastFrame();
  if (frame.includes('"errors"')) throw new Error(`The gateway delivers ${frame}`);
  const broadcast = (times: number) => () => post(`${bare.url}/?times=${times}`, {}, frame);
  const burstOfBare = () => ofBare.deliver(burst, broadcast(burst));
  for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await burstOfBare();

  const bursts = await alternate(scale.runs, burstOfGateway, burstOfBare);
  const singly = await alternate(
    scale.runs,
    () => ofGateway.deliverSingly(burst, publish(1)),
    () => ofBare.deliverSingly(burst, broadcast(1)),
  );
  const to = `events to ${subscribers} ${transport.subscribers}, ${frame.length} bytes each`;
  return [
    loadRow(`${to}, ${burst} at once`, "deliveries/s", bursts, against(transport.goals.burst)),
    loadRow(`${to}, one after another`, "deliveries/s", singly, against(transport.goals.singly)),
  ];
}
