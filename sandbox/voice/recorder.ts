import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Store } from "../store.ts";
import type { VoiceEvents } from "./events.ts";
import type { Leg } from "./leg.ts";
import type { Recording } from "./recording.ts";
import { type Listener, partOf } from "./speech.ts";
import type { Transcriber, TranscriptionOrder } from "./transcriber.ts";
import type { Webhooks } from "./webhooks.ts";

/** How long Bandwidth takes to make a recording available, here. Shorter than the shortest usual verb after it. */
export const PROCESSING_MS = 500;

/** A recording that is being made. */
export interface OngoingRecording {
  readonly recordingId: string;
  readonly channels: 1 | 2;
  readonly startTime: number;
  readonly takes: Recording["takes"];
  /** When the present take began; absent while paused. */
  takeStart?: number | undefined;
  readonly available: Destination | undefined;
  /** Present if the recording is to be transcribed. */
  readonly transcription?: TranscriptionOrder | undefined;
}

export interface Recorder {
  start(options: Pick<OngoingRecording, "channels" | "available" | "transcription">): OngoingRecording;
  pause(ongoing: OngoingRecording, listener: Listener): void;
  resume(ongoing: OngoingRecording): void;
  /** Ends and stores a recording; it becomes available a little later, which is told by recordingAvailable. */
  finish(ongoing: OngoingRecording, leg: Leg): Recording;
}

/** Makes the recorder of all calls. */
export function createRecorder({
  clock,
  ids,
  store,
  events,
  webhooks,
  transcriber,
}: {
  clock: Pick<Clock, "now" | "sleep" | "spawn">;
  ids: Pick<Ids, "recording">;
  store: Pick<Store, "addRecording" | "recording">;
  events: Pick<VoiceEvents, "recordingAvailable">;
  webhooks: Pick<Webhooks, "notify">;
  transcriber: Transcriber;
}): Recorder {
  const pause: Recorder["pause"] = (ongoing, { heard }) => {
    const { takeStart } = ongoing;
    if (takeStart === undefined) return;
    ongoing.takeStart = undefined;
    ongoing.takes.push({
      durationMs: clock.now() - takeStart,
      sounds: heard
        .filter(({ utterance: { time, durationMs } }) => time + durationMs > takeStart)
        .map(({ speaker, utterance }) => {
          const { text, time, durationMs } = partOf(utterance, takeStart, clock.now());
          return { speaker, text, offsetMs: time - takeStart, durationMs };
        }),
    });
  };

  return {
    start: ({ channels, available, transcription }) => {
      const startTime = clock.now();
      return {
        recordingId: ids.recording(),
        channels,
        startTime,
        takes: [],
        takeStart: startTime,
        available,
        transcription,
      };
    },
    pause,
    resume: (ongoing) => {
      ongoing.takeStart ??= clock.now();
    },
    finish: (ongoing, leg) => {
      pause(ongoing, leg);
      const { recordingId, channels, startTime, takes, available, transcription } = ongoing;
      const recording: Recording = {
        recordingId,
        call: leg.call,
        status: "processing",
        channels,
        startTime,
        endTime: clock.now(),
        takes,
      };
      store.addRecording(recording);
      clock.spawn(async () => {
        await clock.sleep(PROCESSING_MS);
        // It may have been deleted meanwhile.
        if (store.recording(leg.call.callId, recordingId) !== recording) return;
        recording.status = "complete";
        if (available !== undefined) webhooks.notify(leg, events.recordingAvailable(recording), available);
        if (transcription !== undefined) transcriber.start(recording, leg, transcription);
      });
      return recording;
    },
  };
}
