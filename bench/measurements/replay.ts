import { readCallback } from "../../src/subscriptions/callback.ts";
import { openRedisStore } from "../../src/subscriptions/redis/store.ts";
import { openSqliteStore } from "../../src/subscriptions/sqlite/store.ts";
import { isRedisInstalled, startRedis } from "../../test/support/redis.ts";
import { disconnectCallback } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row, row } from "../comparison.ts";
import { connect } from "../httpLoad.ts";
import { ACCOUNT_ID, API_KEY, startBare, startGateway } from "../processes.ts";

/** Every call of the logs has so many events. */
const EVENTS_OF_A_CALL = 10;
const FILL_BATCH = 5_000;

const SUBSCRIPTION = "subscription ($after: String) { events(after: $after) { cursor type } }";
const OF_A_CALL =
  "query ($callId: ID!) { events(filter: { callId: $callId }) { edges { node { cursor type } } } }";
const HEADERS = { "content-type": "application/json", authorization: `Bearer ${API_KEY}` };

/** The last events of long logs, and those of one call in them, against the same out of a log that has little else. */
export async function replay({ scale, profileFolder }: Options): Promise<Row[]> {
  const { count, shortLog, logs } = scale.replay;
  await using upstream = await startBare("upstreamStub");
  const rows: Row[] = [];
  await using whole = await gatewayWithLog(upstream, undefined, count, count);
  await using few = await gatewayWithLog(upstream, undefined, shortLog, 0);
  for (const events of logs) {
    await using long = await gatewayWithLog(upstream, profileFolder, events, count);
    const runs = await alternate(
      scale.runs,
      () => perSecond(long, count),
      () => perSecond(whole, count),
    );
    rows.push(
      row(named(`replay of ${short(count)} events`, events, count), "events/s", runs, { rival: "itself" }),
    );

    await using ofLong = await callsOf(long);
    await using ofFew = await callsOf(few);
    await ofLong.load(1, scale.warmUpMilliseconds);
    await ofFew.load(1, scale.warmUpMilliseconds);
    const loads = await alternate(
      scale.runs,
      () => ofLong.load(1, scale.milliseconds),
      () => ofFew.load(1, scale.milliseconds),
    );
    rows.push(
      loadRow(named(`one call's ${EVENTS_OF_A_CALL} events`, events, shortLog), "queries/s", loads, {
        rival: "itself",
      }),
    );
  }
  if (isRedisInstalled()) rows.push(await replayOverRedis(upstream, { scale, profileFolder }));
  return rows;
}

/** The last events of the first of the long logs, kept by Redis. */
async function replayOverRedis(upstream: { url: string }, { scale, profileFolder }: Options): Promise<Row> {
  const { count, logs } = scale.replay;
  const [events = count] = logs;
  const redis = await startRedis();
  try {
    // Each log is in a database of its own.
    await using long = await gatewayWithLog(upstream, profileFolder, events, count, `${redis.url}/1`);
    await using whole = await gatewayWithLog(upstream, undefined, count, count, `${redis.url}/2`);
    const runs = await alternate(
      scale.runs,
      () => perSecond(long, count),
      () => perSecond(whole, count),
    );
    return row(named(`replay of ${short(count)} events over Redis`, events, count), "events/s", runs, {
      rival: "itself",
    });
  } finally {
    await redis.stop();
  }
}

const named = (what: string, events: number, than: number) =>
  `${what}, log of ${short(events)} against one of ${short(than)}`;

const short = (count: number) =>
  count >= 1_000_000 ? `${count / 1_000_000} M` : count >= 1_000 ? `${count / 1_000} k` : String(count);

type Filled = AsyncDisposable & { url: string; after: string; callId: string };

/** A gateway whose log, in SQLite or in a Redis, has so many events; `after` is the cursor before its last `count`. */
async function gatewayWithLog(
  upstream: { url: string },
  profileFolder: string | undefined,
  events: number,
  count: number,
  redisUrl?: string,
): Promise<Filled> {
  let after = "0";
  let callId = "";
  const fill = async (dataDir: string) => {
    const log = {
      retention: { milliseconds: 7 * 24 * 3600_000, bytes: Number.MAX_SAFE_INTEGER },
      createRun: () => "benchrun",
      now: () => new Date(),
    };
    const store = await (redisUrl === undefined
      ? openSqliteStore({ ...log, dataDir })
      : openRedisStore({ ...log, url: redisUrl, accountId: ACCOUNT_ID, warn: console.warn }));
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
      const { added } = await store.log.append(batch.flat());
      last = added.at(-1)?.seq ?? last;
    }
    if (events > count) after = store.log.cursorOf(last - count);
    callId = call.callId;
    await store.close();
  };
  const server = await startGateway(upstream, profileFolder, fill, redisUrl);
  return { ...server, after, callId };
}

/** How fast a subscriber gets what lies behind its cursor. */
async function perSecond({ url, after }: Filled, count: number): Promise<number> {
  const stop = new AbortController();
  const start = performance.now();
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { ...HEADERS, accept: "text/event-stream" },
    body: JSON.stringify({ query: SUBSCRIPTION, variables: { after } }),
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
  return (count / elapsed) * 1000;
}

function callsOf({ url, callId }: Filled) {
  return connect({
    url,
    connections: 1,
    request: () => ({
      method: "POST",
      path: "/graphql",
      headers: HEADERS,
      body: JSON.stringify({ query: OF_A_CALL, variables: { callId } }),
    }),
    check: (status, body) => status === 200 && body.split('"cursor"').length - 1 === EVENTS_OF_A_CALL,
  });
}
