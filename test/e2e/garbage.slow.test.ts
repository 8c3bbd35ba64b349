import { expect, test } from "vitest";
import { API_KEY } from "../support/client.ts";
import { freePort } from "../support/freePort.ts";
import { ready, run } from "../support/processes.ts";
import { gatewayEnvironment, temporaryFolder } from "../support/stack.ts";
import { startUpstream } from "../support/upstream.ts";

// CONTRIBUTING, "Garbage". It is 0.02 % now; with nothing but zod's `transform` in `lenient.ts` 8 % would become old.
const MAY_BECOME_OLD = 0.01;
const AT_ONCE = 32;
const QUERY = "{ calls(first: 50) { edges { node { callId state to recordings { recordingId } } } } }";

const NOON = "2026-11-20T12:00:00.000Z";
const CALLS = Array.from({ length: 50 }, (_, index) => ({
  callId: `c-15ac29a2-1331029c-2cb0-4a07-b215-${String(index).padStart(12, "0")}`,
  accountId: "9900000",
  applicationId: "04e88489-df02-4e34-a0ee-27a91849555f",
  to: "+19195551234",
  from: "+19195554321",
  direction: "outbound",
  state: index % 2 === 0 ? "answered" : "disconnected",
  startTime: NOON,
  enqueuedTime: NOON,
  answerTime: NOON,
}));
const RECORDINGS = CALLS.map(({ callId }) => ({ callId, recordingId: `r-${callId}`, startTime: NOON }));

/** What each young collection of the isolate that allocated most found and left, in bytes. */
function youngCollections(trace: string) {
  const isolates = new Map<string, { before: number; after: number; becameOld: number }[]>();
  for (const line of trace.split("\n")) {
    const isolate = /^\[\d+:(0x\w+)/.exec(line)?.[1];
    if (isolate === undefined || !line.includes(" gc=")) continue;
    const figure = (name: string) => Number(new RegExp(` ${name}=(\\d+)`).exec(line)?.[1] ?? 0);
    const collections = isolates.get(isolate) ?? [];
    isolates.set(isolate, collections);
    collections.push({
      before: figure("start_object_size"),
      after: figure("end_object_size"),
      becameOld: line.includes(" gc=s ") ? figure("promoted") : 0,
    });
  }
  const [busiest = []] = [...isolates.values()].sort((a, b) => b.length - a.length);
  return busiest;
}

test("what a query makes is garbage once it is answered: next to nothing of it becomes old", async () => {
  const folder = temporaryFolder();
  const upstream = await startUpstream();
  upstream.answer("GET /calls", { body: CALLS });
  upstream.answer("GET /recordings", { body: RECORDINGS });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  // Unoptimised code leaves the same each time, and more.
  const gateway = run(
    "node",
    ["--no-opt", "--no-maglev", "--single-threaded-gc", "--trace-gc-nvp", "src/main.ts"],
    gatewayEnvironment({ port, upstreamUrl: upstream.url, dataDir: folder.path }),
  );
  async function ask(times: number) {
    const askInTurn = async () => {
      for (let asked = 0; asked < times / AT_ONCE; asked += 1) {
        const response = await fetch(`${url}/graphql`, {
          method: "POST",
          headers: { "content-type": "application/json", authorization: `Bearer ${API_KEY}` },
          body: JSON.stringify({ query: QUERY }),
        });
        const { data } = (await response.json()) as { data: { calls: { edges: unknown[] } } };
        expect(data.calls.edges).toHaveLength(CALLS.length);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  }
  try {
    await ready(gateway, `${url}/readyz`);
    await ask(640);
    const begun = youngCollections(gateway.output()).length;
    await ask(1_600);
    const collections = youngCollections(gateway.output()).slice(begun - 1);
    let allocated = 0;
    let becameOld = 0;
    for (const [index, { before, becameOld: old }] of collections.entries()) {
      const previous = collections[index - 1];
      if (!previous) continue;
      allocated += before - previous.after;
      becameOld += old;
    }
    expect(allocated).toBeGreaterThan(100_000_000);
    expect(becameOld / allocated).toBeLessThan(MAY_BECOME_OLD);
  } finally {
    await gateway.end("SIGKILL");
    await upstream.stop();
    folder.remove();
  }
});
