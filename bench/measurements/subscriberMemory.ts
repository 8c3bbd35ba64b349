import { setTimeout as sleep } from "node:timers/promises";
import { alternate, type Options, type Row, row } from "../comparison.ts";
import { type Server, startBare, startGateway } from "../processes.ts";
import type { Subscribers } from "../subscribers.ts";
import { listenAll, subscribeAll } from "../webSocketSubscribers.ts";
import { SUBSCRIPTION } from "./fanOut.ts";

/** How many come before the first look, so that what the code itself takes is not put down to the subscribers. */
const WARM_UP_SHARE = 0.1;
/** Time for the garbage of connecting to go. */
const SETTLE_MS = 500;

/** Resident memory that an idle subscriber adds, against a client that is connected to `ws` and nothing else. */
export async function subscriberMemory({ scale }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  const { idle } = scale;

  async function perSubscriber(
    start: () => Promise<Server>,
    open: (url: string, count: number) => Promise<Subscribers>,
  ) {
    await using server = await start();
    using _first = await open(server.url, Math.ceil(idle * WARM_UP_SHARE));
    await sleep(SETTLE_MS);
    const before = server.memory();
    using _all = await open(server.url, idle);
    await sleep(SETTLE_MS);
    return (server.memory() - before) / 1024 / idle;
  }

  const runs = await alternate(
    scale.runs,
    () =>
      perSubscriber(
        () => startGateway(upstream),
        (url, count) => subscribeAll(url, count, () => SUBSCRIPTION),
      ),
    () => perSubscriber(() => startBare("bareBroadcast"), listenAll),
  );
  return [
    row(`memory of an idle subscriber, of ${idle} (less is better)`, "KB", runs, { rival: "ws alone" }),
  ];
}
