import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import { toIsoDuration } from "../values.ts";
import type { MachineDetectionResult, VoiceEvents } from "./events.ts";
import type { Leg } from "./leg.ts";
import type { Webhooks } from "./webhooks.ts";

/** How long it takes to tell that the far party is human, which it always is here. */
const DETECTION_MS = 1500;

const RESULT: MachineDetectionResult = { value: "human", duration: toIsoDuration(DETECTION_MS) };

export interface MachineDetection {
  mode: "sync" | "async";
  callback: Destination | undefined;
  fallback: Destination | undefined;
}

/**
 * Listens to who has answered. In sync mode the result is for the answer event, which waits for it;
 * in async mode a machineDetectionComplete event tells it and the call goes on meanwhile.
 */
export async function detectMachine(
  services: {
    clock: Pick<Clock, "sleep" | "spawn">;
    events: Pick<VoiceEvents, "machineDetectionComplete">;
    webhooks: Pick<Webhooks, "notify">;
  },
  leg: Leg,
  { mode, callback, fallback }: MachineDetection,
): Promise<MachineDetectionResult | undefined> {
  const { clock, events, webhooks } = services;
  if (mode === "sync") {
    await clock.sleep(DETECTION_MS, leg.interrupt.signal);
    return RESULT;
  }
  if (callback !== undefined) {
    clock.spawn(async () => {
      await clock.sleep(DETECTION_MS);
      if (leg.call.state !== "answered") return;
      webhooks.notify(leg, events.machineDetectionComplete(leg.call, RESULT), callback, fallback);
    });
  }
  return undefined;
}
