import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Options, Row, Scale } from "./comparison.ts";
import { againstPeers } from "./measurements/againstPeers.ts";
import { callbackGrowth } from "./measurements/callbackGrowth.ts";
import { fanOut, fanOutGrowth, fanOutOverSse } from "./measurements/fanOut.ts";
import { filters } from "./measurements/filters.ts";
import { fromMemory } from "./measurements/fromMemory.ts";
import { ingest } from "./measurements/ingest.ts";
import { latency } from "./measurements/latency.ts";
import { liveAnswer } from "./measurements/liveAnswer.ts";
import { queryOverSandbox, queryOverStub } from "./measurements/query.ts";
import { queryGrowth } from "./measurements/queryGrowth.ts";
import { replay } from "./measurements/replay.ts";
import { start } from "./measurements/start.ts";
import { subscriberMemory } from "./measurements/subscriberMemory.ts";
import { separateCores } from "./processes.ts";
import { circumstances, isTemporaryFolderInMemory, tables } from "./table.ts";

const MEASUREMENTS: Record<string, (options: Options) => Promise<Row[]>> = {
  peers: againstPeers,
  query: queryOverStub,
  "query-sandbox": queryOverSandbox,
  "query-growth": queryGrowth,
  "from-memory": fromMemory,
  ingest,
  "callback-growth": callbackGrowth,
  latency,
  "live-answer": liveAnswer,
  "fan-out": fanOut,
  "fan-out-sse": fanOutOverSse,
  "fan-out-growth": fanOutGrowth,
  filters,
  memory: subscriberMemory,
  replay,
  start,
};
const Names = z.array(z.enum(Object.keys(MEASUREMENTS)));

const FULL: Scale = {
  runs: 5,
  milliseconds: 1_000,
  // V8 is not done with a server before.
  warmUpMilliseconds: 3_000,
  subscribers: 5_000,
  streams: 1_000,
  burst: 20,
  singly: 300,
  idle: 10_000,
  replay: { count: 10_000, log: 1_000_000 },
};
const QUICK: Scale = {
  runs: 1,
  milliseconds: 200,
  warmUpMilliseconds: 200,
  subscribers: 50,
  streams: 50,
  burst: 10,
  singly: 20,
  idle: 50,
  replay: { count: 500, log: 50_000 },
};

const DEADLINE_MS = 40 * 60_000;

const USAGE = `npm run bench -- [--quick] [--profile <folder>] [${Object.keys(MEASUREMENTS).join(" | ")}]...`;

/** What the command line asks for; all measurements when it names none. */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { quick: { type: "boolean", default: false }, profile: { type: "string" } },
    });
    const names = Names.parse(positionals.length > 0 ? positionals : Object.keys(MEASUREMENTS));
    return { scale: values.quick ? QUICK : FULL, profileFolder: values.profile, names };
  } catch {
    process.stderr.write(`${USAGE}\n`);
    process.exit(2);
  }
}

// `exit` ends the children and removes their data: processes.ts.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
setTimeout(() => {
  process.stderr.write("The bench takes too long.\n");
  process.exit(1);
}, DEADLINE_MS).unref();

const { scale, profileFolder, names } = readArguments();
const isSeparate = separateCores();
const rows: Row[] = [];
for (const [name, measure] of Object.entries(MEASUREMENTS)) {
  if (!names.includes(name)) continue;
  process.stderr.write(`${name} ...\n`);
  rows.push(...(await measure({ scale, profileFolder })));
}
process.stdout.write(`${tables(rows)}\n\n${circumstances(scale.runs, isSeparate)}\n`);
if (isTemporaryFolderInMemory()) {
  process.stdout.write(
    `${tmpdir()} is in memory: storing durably cost nothing here. Set TMPDIR to a folder on a disk.\n`,
  );
}
