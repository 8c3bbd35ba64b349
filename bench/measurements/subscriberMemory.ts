import { setTimeout as sleep } from "node:timers/promises";
import { alternate, figure, growth, type Options, type Row, row, tenfold } from "../comparison.ts";
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
  const counts = tenfold(idle);

  /** What each count of subscribers adds, in MB. */
  async function added(
    start: () => Promise<Server>,
    open: (url: string, count: number) => Promise<Subscribers>,
  ): Promise<number[]> {
    await using server = await start();
    using all = new DisposableStack();
    all.use(await open(server.url, Math.ceil(idle * WARM_UP_SHARE)));
    const megabytes: number[] = [];
    for (const count of counts) {
      await sleep(SETTLE_MS);
      const before = server.memory();
      all.use(await open(server.url, count));
      await sleep(SETTLE_MS);
      megabytes.push((server.memory() - before) / 2 ** 20);
    }
    return megabytes;
  }

  const runs = await alternate(
    scale.runs,
    () =>
      added(
        () => startGateway(upstream),
        (url, count) => subscribeAll(url, count, () => SUBSCRIPTION),
      ),
    () => added(() => startBare("bareBroadcast"), listenAll),
  );
  const each = (megabytes: number[]) => ((megabytes.at(-1) ?? Number.NaN) * 1024) / idle;
  const perSubscriber = runs.map(({ gateway, rival }) => ({ gateway: each(gateway), rival: each(rival) }));
  const name = `memory of an idle subscriber, of ${idle}`;
  return [
    row(name, "KB", perSubscriber, { rival: "ws alone" }),
    figure(
      name,
      "KB",
      perSubscriber.map(({ gateway }) => gateway),
      { atMost: 30 },
    ),
    growth(
      "memory of so many idle subscribers",
      "MB",
      counts,
      runs.map(({ gateway }) => gateway),
    ),
  ];
}
