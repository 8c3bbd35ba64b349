import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback } from "../callbacks.ts";
import { measureGrowth, type Options, type Row } from "../comparison.ts";
import { connect } from "../httpLoad.ts";
import { startBare, startGateway } from "../processes.ts";

/** How long a callback takes to be on disk that brings more events. The most are near the limit of a callback's body. */
const EVENTS = [1, 10, 100];

export async function callbackGrowth({ scale }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream);
  await using clients = new AsyncDisposableStack();
  const times = new Map<number, () => Promise<number>>();
  for (const events of EVENTS) {
    const client = clients.use(
      await connect({
        url: gateway.url,
        connections: 1,
        request: () => ({
          method: "POST",
          path: CALLBACK_PATH,
          headers: CALLBACK_HEADERS,
          body: JSON.stringify(Array.from({ length: events }, disconnectCallback)),
        }),
        check: (status) => status === 204,
      }),
    );
    await client.load(1, scale.warmUpMilliseconds);
    times.set(events, async () => (await client.load(1, scale.milliseconds)).p50);
  }
  return [await measureGrowth("a callback of so many events, taken durably", "ms", scale.runs, times)];
}
