import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { figure, type Options, type Row } from "../comparison.ts";
import { allCores, startBare, startGateway } from "../processes.ts";

/** Time for the garbage of starting to go. */
const IDLE_MS = 5_000;

const PROGRAMS = { "from its sources": "../src/main.ts", built: "../dist/src/main.js" };

/** How long the gateway takes to a 200 of `/readyz`, and the memory that it has when nothing comes. */
export async function start({ scale }: Options): Promise<Row[]> {
  using _cores = allCores();
  const repository = fileURLToPath(new URL("../..", import.meta.url));
  execFileSync("npm", ["run", "build"], { cwd: repository, stdio: "pipe" });
  await using upstream = await startBare("upstreamStub");
  const rows: Row[] = [];
  for (const [how, program] of Object.entries(PROGRAMS)) {
    // The first start after an install fills Node's compile cache.
    await (await startGateway(upstream, undefined, { program }))[Symbol.asyncDispose]();
    const times: number[] = [];
    const megabytes: number[] = [];
    for (let run = 0; run < scale.runs; run++) {
      const begin = performance.now();
      await using gateway = await startGateway(upstream, undefined, { program });
      times.push(performance.now() - begin);
      await sleep(IDLE_MS);
      megabytes.push(gateway.memory() / 2 ** 20);
    }
    rows.push(
      figure(`start to /readyz, ${how}`, "ms", times, { atMost: 1_000 }),
      figure(`memory of the idle gateway, ${how}`, "MB", megabytes, { atMost: 150 }),
    );
  }
  return rows;
}
