import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row } from "../comparison.ts";
import { startBare, startGateway } from "../processes.ts";
import { subscribeAll } from "../webSocketSubscribers.ts";

const EVENTS = 1_000;
/** Below the limit of a callback's body. */
const EVENTS_OF_A_CALLBACK = 100;
const WARM_UPS = 3;

const ofCall = (callId: string) =>
  `subscription { events(filter: { callId: "${callId}" }) { cursor type time } }`;

/** Events to one subscriber beside thousands that wait for other calls, each for its own, against the same without the others. */
export async function filters({ scale, profileFolder }: Options): Promise<Row[]> {
  await using upstream = await startBare("upstreamStub");
  await using crowded = await startGateway(upstream, profileFolder);
  await using quiet = await startGateway(upstream);
  const others = scale.subscribers - 1;
  using _others = await subscribeAll(crowded.url, others, (index) => ofCall(`c-other-${index}`));
  const wanted = disconnectCallback();
  using ofCrowded = await subscribeAll(crowded.url, 1, () => ofCall(wanted.callId));
  using ofQuiet = await subscribeAll(quiet.url, 1, () => ofCall(wanted.callId));

  let attempt = 0;
  const publish = async (url: string) => {
    for (let sent = 0; sent < EVENTS; sent += EVENTS_OF_A_CALLBACK) {
      const events = Array.from({ length: EVENTS_OF_A_CALLBACK }, () => ({ ...wanted, attempt: attempt++ }));
      await post(`${url}${CALLBACK_PATH}`, CALLBACK_HEADERS, JSON.stringify(events));
    }
  };
  const throughCrowded = () => ofCrowded.deliver(EVENTS, () => publish(crowded.url));
  const throughQuiet = () => ofQuiet.deliver(EVENTS, () => publish(quiet.url));
  for (let warmUp = 0; warmUp < WARM_UPS; warmUp++) {
    await throughCrowded();
    await throughQuiet();
  }
  const runs = await alternate(scale.runs, throughCrowded, throughQuiet);
  return [
    loadRow(`events to 1 of ${scale.subscribers} filters against 1 of 1`, "events/s", runs, {
      rival: "itself",
    }),
  ];
}
