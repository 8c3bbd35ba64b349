import { readCallback } from "../../src/subscriptions/callback.ts";
import { openSqliteStore } from "../../src/subscriptions/sqlite/store.ts";
import { disconnectCallback } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row, row } from "../comparison.ts";
import { connect } from "../httpLoad.ts";
import { API_KEY, startBare, startGateway } from "../processes.ts";

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
    const name = (what: string, than: number) =>
      `${what}, log of ${short(events)} against one of ${short(than)}`;

    const runs = await alternate(
      scale.runs,
      () => perSecond(long, count),
      () => perSecond(whole, count),
    );
    rows.push(row(name(`replay of ${short(count)} events`, count), "events/s", runs));

    await using ofLong = await callsOf(long);
    await using ofFew = await callsOf(few);
    await ofLong.load(1, scale.warmUpMilliseconds);
    await ofFew.load(1, scale.warmUpMilliseconds);
    const loads = await alternate(
      scale.runs,
      () => ofLong.load(1, scale.milliseconds),
      () => ofFew.load(1, scale.milliseconds),
    );
    rows.push(loadRow(name(`one call's ${EVENTS_OF_A_CALL} events`, shortLog), "queries/s", loads));
  }
  return rows;
}

const short = (count: number) =>
  count >= 1_000_000 ? `${count / 1_000_000} M` : count >= 1_000 ? `${count / 1_000} k` : String(count);

type Filled = AsyncDisposable & { url: string; after: string; callId: string };

/** A gateway whose log has so many events; `after` is the cursor before its last `count`. */
async function gatewayWithLog(
  upstream: { url: string },
  profileFolder: string | undefined,
  events: number,
  count: number,
): Promise<Filled> {
  let after = "0";
  let callId = "";
  const server = await startGateway(upstream, profileFolder, async (dataDir) => {
    const store = await openSqliteStore({
      dataDir,
      retention: { milliseconds: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER },
      createRun: () => "benchrun",
      now: () => new Date(),
    });
    let call = disconnectCallback();
    for (let made = 0; made < events; ) {
      const batch = Array.from({ length: Math.min(FILL_BATCH, events - made) }, () => {
        if (made++ % EVENTS_OF_A_CALL === 0) call = disconnectCallback();
        const { events } = readCallback(
          { ...call, attempt: made },
          { accountId: undefined, now: Date.now() },
        );
        return events;
      });
      await store.log.append(batch.flat());
    }
    if (events > count) after = store.log.cursorOf(store.log.last() - count);
    callId = call.callId;
    await store.close();
  });
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
