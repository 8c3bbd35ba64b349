import { setTimeout as sleep } from "node:timers/promises";
import { figure, type Options, type Row } from "../comparison.ts";
import { startBare, startGateway } from "../processes.ts";

/** Time for the garbage of starting to go. */
const IDLE_MS = 10_000;

/** How long the gateway takes from `node src/main.ts` to a 200 of `/readyz`, and the memory that it has when nothing comes. */
export async function start({ scale }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  const times: number[] = [];
  const megabytes: number[] = [];
  for (let run = 0; run < scale.runs; run++) {
    const begin = performance.now();
    await using gateway = await startGateway(upstream);
    times.push(performance.now() - begin);
    await sleep(IDLE_MS);
    megabytes.push(gateway.memory() / 2 ** 20);
  }
  return [
    figure("start to /readyz", "ms", times, { atMost: 1_000 }),
    figure("memory of the idle gateway", "MB", megabytes, { atMost: 150 }),
  ];
}
