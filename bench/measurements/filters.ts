import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import { measureGrowth, type Options, type Row, tenfold } from "../comparison.ts";
import { startBare, startGateway } from "../processes.ts";
import { subscribeAll } from "../webSocketSubscribers.ts";

const EVENTS = 1_000;
/** Below the limit of a callback's body. */
const EVENTS_OF_A_CALLBACK = 100;
const WARM_UPS = 3;

const ofCall = (callId: string) =>
  `subscription { events(filter: { callId: "${callId}" }) { cursor type time } }`;

/** Events to one subscriber beside more and more that wait for other calls, each for its own. */
export async function filters({ scale, profileFolder }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using open = new AsyncDisposableStack();
  const wanted = disconnectCallback();
  let attempt = 0;
  const times = new Map<number, () => Promise<number>>();
  for (const count of tenfold(scale.subscribers)) {
    const gateway = open.use(await startGateway(upstream, profileFolder));
    open.use(await subscribeAll(gateway.url, count - 1, (index) => ofCall(`c-other-${index}`)));
    const one = open.use(await subscribeAll(gateway.url, 1, () => ofCall(wanted.callId)));
    const publish = async () => {
      for (let sent = 0; sent < EVENTS; sent += EVENTS_OF_A_CALLBACK) {
        const events = Array.from({ length: EVENTS_OF_A_CALLBACK }, () => ({
          ...wanted,
          attempt: attempt++,
        }));
        await post(`${gateway.url}${CALLBACK_PATH}`, CALLBACK_HEADERS, JSON.stringify(events));
      }
    };
    const time = async () => (EVENTS / (await one.deliver(EVENTS, publish)).perSecond) * 1000;
    for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) await time();
    times.set(count, time);
  }
  return [await measureGrowth(`${EVENTS} events to 1 of so many filters`, "ms", scale.runs, times)];
}
