import { executionAsyncResource } from "node:async_hooks";
import { setFlagsFromString } from "node:v8";

// How V8's garbage collection suits a gateway. What code has to do for it is in CONTRIBUTING, "Garbage".

/**
 * Has all that is made be young at first. Under load V8 takes the requests that are under way for what lives long, and puts what is made at the
 * same places of the code into the old generation from then on, where it keeps alive all that it leads to until the next full collection:
 * 50 calls with their recordings took 1.4 times as long.
 */
export function keepYoung() {
  setFlagsFromString("--no-allocation-site-pretenuring");
}

/** What `keepTicksFast` keeps. */
const ticks: object[] = [];

/**
 * Keeps `process.nextTick` as fast as it is before the first full collection: node:http and streams call it six times and more in a
 * request. The code that V8 made for it knows the hidden class of what Node makes for each tick. A collection at which there is no tick
 * takes that away, and from then on each tick takes five times as long (0.1 and 0.5 us), for good: a small query took 1.3 times as long.
 */
export function keepTicksFast() {
  // Within a tick the current resource is what Node made for it.
  process.nextTick(() => ticks.push(executionAsyncResource()));
}

/**
 * Loading leaves 50 MB of garbage, a third of all, which V8 would keep for as long as there is little to do. The inspector's way, since it
 * needs no flag; no port is opened. Takes a tenth of a second, once.
 */
export async function collectGarbage() {
  const { Session } = await import("node:inspector/promises");
  const session = new Session();
  session.connect();
  await session.post("HeapProfiler.collectGarbage");
  session.disconnect();
}
