import { speechDuration } from "../audio.ts";
import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import { toIsoDuration } from "../values.ts";
import type { MachineDetectionResult, VoiceEvents } from "./events.ts";
import type { FarParty } from "./farParty.ts";
import type { Leg } from "./leg.ts";
import type { Webhooks } from "./webhooks.ts";

/** How long it takes to tell that the far party is human. */
const HUMAN_MS = 1500;

/** What createCall says of machine detection; times are milliseconds. */
export interface MachineDetection {
  mode: "sync" | "async";
  callback: Destination | undefined;
  fallback: Destination | undefined;
  /** The longest that it may take. */
  detectionTimeoutMs: number;
  /** How long nobody may say anything. */
  silenceTimeoutMs: number;
  /** Who speaks for longer than this is a machine. */
  speechThresholdMs: number;
  /** How long a machine must be silent to be done. */
  machineSpeechEndThresholdMs: number;
  /** Whether a machine is told of only when it is done. */
  delayResult: boolean;
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
  detection: MachineDetection,
): Promise<MachineDetectionResult | undefined> {
  const { clock, events, webhooks } = services;
  const { mode, callback, fallback } = detection;
  const { value, durationMs } = detected(leg.farParty, detection);
  const result = { value, duration: toIsoDuration(durationMs) };
  if (mode === "sync") {
    await clock.sleep(durationMs, leg.interrupt.signal);
    return result;
  }
  if (callback !== undefined) {
    clock.spawn(async () => {
      await clock.sleep(durationMs);
      if (leg.call.state !== "answered") return;
      webhooks.notify(leg, events.machineDetectionComplete(leg.call, result), callback, fallback);
    });
  }
  return undefined;
}

/** What is found out about a far party, and after how long. */
function detected(
  { nature, sentence }: FarParty,
  settings: MachineDetection,
): { value: MachineDetectionResult["value"]; durationMs: number } {
  const found = {
    human: { value: "human", durationMs: HUMAN_MS } as const,
    machine: {
      value: "answering-machine",
      durationMs: settings.delayResult
        ? speechDuration(sentence) + settings.machineSpeechEndThresholdMs
        : settings.speechThresholdMs,
    } as const,
    silent: { value: "silence", durationMs: settings.silenceTimeoutMs } as const,
    endless: { value: "timeout", durationMs: settings.detectionTimeoutMs } as const,
  }[nature];
  const { detectionTimeoutMs } = settings;
  return found.durationMs <= detectionTimeoutMs
    ? found
    : { value: "timeout", durationMs: detectionTimeoutMs };
}
