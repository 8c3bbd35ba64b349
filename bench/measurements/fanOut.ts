import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import {
  alternate,
  type Goal,
  loadRow,
  measureGrowth,
  type Options,
  type Row,
  tenfold,
} from "../comparison.ts";
import { listenToStreams, subscribeToStreams } from "../eventStreamSubscribers.ts";
import { type Server, startBare, startGateway } from "../processes.ts";
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

/** How long bursts take to reach more subscribers. */
export const fanOutGrowth = async (options: Options): Promise<Row[]> => [
  await measureMore(WEB_SOCKET, options.scale.subscribers, options),
  await measureMore(EVENT_STREAM, options.scale.streams, options),
];

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

  const burstOfGateway = () => ofGateway.deliver(burst, publishing(gateway, burst));
  for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await burstOfGateway();
  const frame = ofGateway.lastFrame();
  if (frame.includes('"errors"')) throw new Error(`The gateway delivers ${frame}`);
  const broadcast = (times: number) => () => post(`${bare.url}/?times=${times}`, {}, frame);
  const burstOfBare = () => ofBare.deliver(burst, broadcast(burst));
  for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await burstOfBare();

  const bursts = await alternate(scale.runs, burstOfGateway, burstOfBare);
  const singly = await alternate(
    scale.runs,
    () => ofGateway.deliverSingly(burst, publishing(gateway, 1)),
    () => ofBare.deliverSingly(burst, broadcast(1)),
  );
  const to = `events to ${subscribers} ${transport.subscribers}, ${frame.length} bytes each`;
  return [
    loadRow(`${to}, ${burst} at once`, "deliveries/s", bursts, against(transport.goals.burst)),
    loadRow(`${to}, one after another`, "deliveries/s", singly, against(transport.goals.singly)),
  ];
}

async function measureMore(transport: Transport, most: number, { scale }: Options): Promise<Row> {
  const { burst } = scale;
  await using open = new AsyncDisposableStack();
  const upstream = open.use(await startBare("upstreamStub"));
  const times = new Map<number, () => Promise<number>>();
  for (const count of tenfold(most)) {
    const gateway = open.use(await startGateway(upstream));
    const subscribers = open.use(await transport.subscribe(gateway.url, count));
    const time = async () => {
      const { perSecond } = await subscribers.deliver(burst, publishing(gateway, burst));
      return ((burst * count) / perSecond) * 1000;
    };
    for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await time();
    times.set(count, time);
  }
  return await measureGrowth(
    `${burst} events at once to so many ${transport.subscribers}`,
    "ms",
    scale.runs,
    times,
  );
}

/** Posts so many new events at once. */
const publishing =
  ({ url }: Server, count: number) =>
  () => {
    const events = JSON.stringify(Array.from({ length: count }, disconnectCallback));
    return post(`${url}${CALLBACK_PATH}`, CALLBACK_HEADERS, events);
  };
