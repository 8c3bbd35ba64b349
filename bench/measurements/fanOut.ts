import { CALLBACK_HEADERS, CALLBACK_PATH, disconnectCallback, post } from "../callbacks.ts";
import { alternate, loadRow, type Options, type Row } from "../comparison.ts";
import { startBare, startGateway } from "../processes.ts";
import { listenAll, subscribeAll } from "../subscribers.ts";

const WARM_UP_BURSTS = 2;

/** What every subscriber asks for: the fields that a list of calls would show, in a frame of about 650 bytes. */
export const SUBSCRIPTION = `subscription Watch {
  events {
    id cursor type rawType time receivedAt source late
    ... on CallEvent { callId applicationId from to direction tag }
    ... on DisconnectEvent { startTime answerTime endTime cause }
  }
}`;

/** Events posted in bursts and delivered to every subscriber, against `ws` sending the same bytes to as many clients. */
export async function fanOut({ scale, profileFolder }: Options): Promise<Row[]> {
  const { subscribers, burst } = scale;
  await using bare = await startBare("bareBroadcast");
  await using upstream = await startBare("upstreamStub");
  await using gateway = await startGateway(upstream, profileFolder);
  using ofGateway = await subscribeAll(gateway.url, subscribers, () => SUBSCRIPTION);
  using ofBare = await listenAll(bare.url, subscribers);

  const throughGateway = () => {
    const events = JSON.stringify(Array.from({ length: burst }, disconnectCallback));
    return ofGateway.deliver(burst, () => post(`${gateway.url}${CALLBACK_PATH}`, CALLBACK_HEADERS, events));
  };
  for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await throughGateway();
  const frame = ofGateway.lastFrame();
  if (frame.includes('"errors"')) throw new Error(`The gateway delivers ${frame}`);
  const throughBare = () => ofBare.deliver(burst, () => post(`${bare.url}/?times=${burst}`, {}, frame));
  for (let warmUp = 0; warmUp < WARM_UP_BURSTS; warmUp++) await throughBare();

  const runs = await alternate(scale.runs, throughGateway, throughBare);
  const name = `events to ${subscribers} subscribers, ${burst} at once, ${frame.length} bytes each`;
  return [loadRow(name, "deliveries/s", runs)];
}
