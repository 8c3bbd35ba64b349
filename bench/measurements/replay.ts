import { readCallback } from "../../src/subscriptions/callback.ts";
import { openRedisStore } from "../../src/subscriptions/redis/store.ts";
import { openSqliteStore } from "../../src/subscriptions/sqlite/store.ts";
import { isRedisInstalled, startRedis } from "../../test/support/redis.ts";
import { disconnectCallback } from "../callbacks.ts";
import { measureGrowth, type Options, type Row, type Scale, tenfold } from "../comparison.ts";
import { GRAPHQL_HEADERS, graphqlRequest } from "../graphqlRequest.ts";
import { connect, type LoadRequest } from "../httpLoad.ts";
import { ACCOUNT_ID, type Server, startBare, startGateway, type Upstream } from "../processes.ts";

/** Every call of the logs has so many events. */
const EVENTS_OF_A_CALL = 10;
const FILL_BATCH = 5_000;

const SUBSCRIPTION = "subscription ($after: String) { events(after: $after) { cursor type } }";
const OF_A_CALL =
  "query ($callId: ID!) { events(filter: { callId: $callId }) { edges { node { cursor type } } } }";
/** So many events of a type are asked for, which a page holds. */
const EVENTS_OF_A_TYPE = 50;
const OF_A_TYPE =
  "query ($after: String) { events(after: $after, filter: { types: [DISCONNECT] }) { edges { node { cursor type } } } }";

/**
 * The last events of longer and longer logs, those of one call in them, and the last of a type, which all of them have; and more and more
 * of the last events of the longest.
 */
export async function replay({ scale, profileFolder }: Options): Promise<Row[]> {
  await using open = new AsyncDisposableStack();
  const upstream = open.use(await startBare("upstreamStub"));
  const { count, log } = scale.replay;
  const ofLog = new Map<number, () => Promise<number>>();
  const ofACall = new Map<number, () => Promise<number>>();
  const ofAType = new Map<number, () => Promise<number>>();
  const ofCount = new Map<number, () => Promise<number>>();
  for (const events of tenfold(log)) {
    const filled = open.use(await gatewayWithLog(upstream, profileFolder, events));
    ofLog.set(events, () => replayed(filled, count));
    const asked = [
      [ofACall, EVENTS_OF_A_CALL, () => graphqlRequest(OF_A_CALL, { callId: filled.callId })],
      [
        ofAType,
        EVENTS_OF_A_TYPE,
        () => graphqlRequest(OF_A_TYPE, { after: filled.cursorBefore(EVENTS_OF_A_TYPE) }),
      ],
    ] as const;
    for (const [times, count, request] of asked) {
      const client = open.use(await clientOf(filled, count, request));
      await client.load(1, scale.warmUpMilliseconds);
      times.set(events, async () => (await client.load(1, scale.milliseconds)).p50);
    }
    if (events === log) for (const last of tenfold(count)) ofCount.set(last, () => replayed(filled, last));
  }
  const { runs } = scale;
  const rows = [
    await measureGrowth(`replay of the last ${count} events of a log of so many`, "ms", runs, ofLog),
    await measureGrowth(`one call's ${EVENTS_OF_A_CALL} events in a log of so many`, "ms", runs, ofACall),
    await measureGrowth(
      `the last ${EVENTS_OF_A_TYPE} events of a type in a log of so many`,
      "ms",
      runs,
      ofAType,
    ),
    await measureGrowth(`replay of so many events of a log of ${log}`, "ms", runs, ofCount),
  ];
  return isRedisInstalled() ? [...rows, await replayOverRedis(upstream, scale)] : rows;
}

/** The same as the first over Redis, of a tenth of all. */
async function replayOverRedis(upstream: Upstream, { runs, replay }: Scale): Promise<Row> {
  const count = replay.count / 10;
  await using open = new AsyncDisposableStack();
  const redis = await startRedis();
  open.defer(() => redis.stop());
  const times = new Map<number, () => Promise<number>>();
  for (const [database, events] of tenfold(replay.log / 10).entries()) {
    const filled = open.use(await gatewayWithLog(upstream, undefined, events, `${redis.url}/${database}`));
    times.set(events, () => replayed(filled, count));
  }
  return await measureGrowth(
    `replay of the last ${count} events of a log of so many in Redis`,
    "ms",
    runs,
    times,
  );
}

/** `cursorBefore` the last so many events; `callId` is that of the last call. */
type Filled = Server & { cursorBefore: (last: number) => string; callId: string };

/** A gateway whose log, in SQLite or in a Redis, has so many events. */
async function gatewayWithLog(
  upstream: Upstream,
  profileFolder: string | undefined,
  events: number,
  redisUrl?: string,
): Promise<Filled> {
  let cursorBefore: Filled["cursorBefore"] = () => "0";
  let callId = "";
  const fill = async (dataDir: string) => {
    const settings = {
      retention: { milliseconds: 7 * 24 * 3600_000, bytes: Number.MAX_SAFE_INTEGER },
      createRun: () => "benchrun",
      now: () => new Date(),
      steadyNow: Date.now,
    };
    const store = await (redisUrl === undefined
      ? openSqliteStore({ ...settings, dataDir })
      : openRedisStore({ ...settings, url: redisUrl, accountId: ACCOUNT_ID, warn: console.warn }));
    let call = disconnectCallback();
    let last = 0;
    for (let made = 0; made < events; ) {
      const batch = Array.from({ length: Math.min(FILL_BATCH, events - made) }, () => {
        if (made++ % EVENTS_OF_A_CALL === 0) call = disconnectCallback();
        const { events } = readCallback(
          { ...call, attempt: made },
          { accountId: undefined, now: Date.now() },
        );
        return events;
      });
      const added = await store.log.append(batch.flat());
      last = added.at(-1)?.seq ?? last;
    }
    const { log } = store;
    cursorBefore = (count) => (count < events ? log.cursorOf(last - count) : "0");
    callId = call.callId;
    await store.close();
  };
  const server = await startGateway(upstream, profileFolder, { fill, redisUrl });
  return { ...server, cursorBefore, callId };
}

/** How many milliseconds a subscriber waits for the last events. */
async function replayed({ url, cursorBefore }: Filled, count: number): Promise<number> {
  const stop = new AbortController();
  const start = performance.now();
  const response = await fetch(`${url}/graphql`, {
    ...graphqlRequest(SUBSCRIPTION, { after: cursorBefore(count) }),
    headers: { ...GRAPHQL_HEADERS, accept: "text/event-stream" },
    signal: stop.signal,
  });
  let got = 0;
  let rest = "";
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const parts = (rest + chunk).split('"cursor"');
    got += parts.length - 1;
    rest = parts.at(-1)?.slice(-'"cursor"'.length) ?? "";
    if (got >= count) break;
  }
  const elapsed = performance.now() - start;
  stop.abort();
  if (got !== count) throw new Error(`A replay gave ${got} events, not ${count}`);
  return elapsed;
}

function clientOf({ url }: Server, count: number, request: () => LoadRequest) {
  return connect({
    url,
    connections: 1,
    request,
    check: (status, body) => status === 200 && body.split('"cursor"').length - 1 === count,
  });
}
