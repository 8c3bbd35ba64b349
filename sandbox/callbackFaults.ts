import { createOrderedFaults, type Frequency } from "./orderedFaults.ts";

/** Events that nobody waits for, and that others therefore may overtake. */
export const ASYNCHRONOUS_VOICE_EVENTS = [
  "disconnect",
  "dtmf",
  "machineDetectionComplete",
  "recordingAvailable",
  "transcriptionAvailable",
  "transferDisconnect",
  "conferenceCompleted",
  "conferenceRecordingAvailable",
  "mediaStreamStarted",
  "mediaStreamRejected",
  "mediaStreamStopped",
  "realTimeTranscriptionStarted",
  "realTimeTranscriptionRejected",
  "realTimeTranscriptionStopped",
  "realTimeTranscriptionAvailable",
] as const;

/** All events that callbacks tell. */
export const EVENT_TYPES = [
  ...ASYNCHRONOUS_VOICE_EVENTS,
  "initiate",
  "answer",
  "gather",
  "redirect",
  "recordComplete",
  "transferAnswer",
  "transferComplete",
  "bridgeComplete",
  "bridgeTargetComplete",
  "conferenceCreated",
  "conferenceMemberJoin",
  "conferenceMemberExit",
  "conferenceRedirect",
  "message-received",
  "message-sending",
  "message-sent",
  "message-delivered",
  "message-failed",
] as const;

/** What goes wrong with the callbacks of an event. */
interface CallbackFault extends Frequency {
  /** An event type, or `*` for all of them. */
  eventType: string;
  /**
   * It never arrives, which the sender learns of as a timeout; it arrives twice, or after those of the second that
   * follows it.
   */
  fault?: "drop" | "duplicate" | "reorder" | undefined;
  /** Real milliseconds before it is sent: receivers live in real time. */
  delayMs?: number | undefined;
}

/** How long events that are reordered wait for others to overtake them, in milliseconds of the sandbox clock. */
export const REORDERED_MS = 1000;

export interface CallbackFaults {
  order(fault: CallbackFault, seed: number | undefined): void;
  /** The fault that hits a try to deliver an event, which counts as one hit. */
  ofAttempt(eventType: string): CallbackFault | undefined;
  /** Whether an event nobody waits for is to be overtaken, which counts as one hit. */
  isReordered(eventType: string): boolean;
  pending(): CallbackFault[];
  clear(): void;
}

/** Makes the list of ordered faults of callbacks. */
export function createCallbackFaults(): CallbackFaults {
  const ofAttempts = createOrderedFaults<CallbackFault>(({ eventType }) => eventType);
  const reorderings = createOrderedFaults<CallbackFault>(({ eventType }) => eventType);
  return {
    order: (fault, seed) => (fault.fault === "reorder" ? reorderings : ofAttempts).order(fault, seed),
    ofAttempt: ofAttempts.take,
    isReordered: (eventType) => reorderings.take(eventType) !== undefined,
    pending: () => [...ofAttempts.pending(), ...reorderings.pending()],
    clear: () => {
      ofAttempts.clear();
      reorderings.clear();
    },
  };
}
