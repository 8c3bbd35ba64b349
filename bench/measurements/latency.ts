import { startRedis } from "../../test/support/redis.ts";
import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row } from "../comparison.ts";
import { cpuShare, type Load, percentiles } from "../httpLoad.ts";
import { type Server, startBare, startGateway } from "../processes.ts";
import { listenAll, type Subscribers, subscribeAll } from "../subscribers.ts";
import { SUBSCRIPTION } from "./fanOut.ts";

/** From a callback's being sent to its event's being there at a subscriber, one at a time, against `ws` passing the same bytes on. */
export async function latency({ scale, profileFolder }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using bare = await startBare("bareBroadcast");
  using ofBare = await listenAll(bare.url, 1);

  async function rowOf(engine: string, start: () => Promise<Server>): Promise<Row> {
    await using gateway = await start();
    using ofGateway = await subscribeAll(gateway.url, 1, () => SUBSCRIPTION);
    const throughGateway = () =>
      singly(ofGateway, scale.singly, () =>
        post(`${gateway.url}${CALLBACK_PATH}`, CALLBACK_HEADERS, JSON.stringify(disconnectCallback())),
      );
    await throughGateway();
    const frame = ofGateway.lastFrame();
    const throughBare = () => singly(ofBare, scale.singly, () => post(`${bare.url}/?times=1`, {}, frame));
    await throughBare();
    const runs = await alternate(scale.runs, throughGateway, throughBare);
    return loadRow(`a callback to its event at the client, ${engine}`, "events/s", runs);
  }

  const onSqlite = await rowOf("SQLite", () => startGateway(upstream, profileFolder));
  const redis = await startRedis();
  try {
    return [
      onSqlite,
      await rowOf("Redis", () => startGateway(upstream, profileFolder, undefined, redis.url)),
    ];
  } finally {
    await redis.stop();
  }
}

/** Each next one when the one before is there. */
async function singly(subscribers: Subscribers, count: number, publish: () => Promise<void>): Promise<Load> {
  const latencies: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let sent = 0; sent < count; sent++) latencies.push((await subscribers.deliver(1, publish)).p50);
  const elapsed = performance.now() - start;
  return {
    perSecond: (count / elapsed) * 1000,
    ...percentiles(latencies),
    loadCpu: cpuShare(cpu, elapsed),
  };
}
