import { startRedis } from "../../test/support/redis.ts";
import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row } from "../comparison.ts";
import { type Server, startBare, startGateway } from "../processes.ts";
import { listenAll, subscribeAll } from "../webSocketSubscribers.ts";
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
      ofGateway.deliverSingly(scale.singly, () =>
        post(`${gateway.url}${CALLBACK_PATH}`, CALLBACK_HEADERS, JSON.stringify(disconnectCallback())),
      );
    await throughGateway();
    const frame = ofGateway.lastFrame();
    const throughBare = () =>
      ofBare.deliverSingly(scale.singly, () => post(`${bare.url}/?times=1`, {}, frame));
    await throughBare();
    const runs = await alternate(scale.runs, throughGateway, throughBare);
    return loadRow(`a callback to its event at the client, ${engine}`, "events/s", runs, {
      rival: "ws alone",
    });
  }

  const onSqlite = await rowOf("SQLite", () => startGateway(upstream, profileFolder));
  const redis = await startRedis();
  try {
    return [
      onSqlite,
      await rowOf("Redis", () => startGateway(upstream, profileFolder, { redisUrl: redis.url })),
    ];
  } finally {
    await redis.stop();
  }
}
