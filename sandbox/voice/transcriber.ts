import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { VoiceEvents } from "./events.ts";
import type { Recording } from "./recording.ts";
import { transcriptionOutcome } from "./transcription.ts";
import type { DeliveringLeg, Webhooks } from "./webhooks.ts";

/** How long a transcription takes, here. */
const PROCESSING_MS = 5000;

/** Where transcriptionAvailable goes, and the tag that it carries in place of the call's. */
export interface TranscriptionOrder {
  available: Destination | undefined;
  tag?: string | undefined;
}

export interface Transcriber {
  /** Starts to transcribe a recording; the end of it is told in the order of `leg`'s events. */
  start(recording: Recording, leg: DeliveringLeg, order: TranscriptionOrder): void;
}

/** Makes the transcriber of all recordings. */
export function createTranscriber({
  clock,
  ids,
  events,
  webhooks,
}: {
  clock: Pick<Clock, "now" | "sleep" | "spawn">;
  ids: Pick<Ids, "transcription">;
  events: Pick<VoiceEvents, "transcriptionAvailable">;
  webhooks: Pick<Webhooks, "notify">;
}): Transcriber {
  return {
    start: (recording, leg, { available, tag }) => {
      const processing = { id: ids.transcription(), status: "processing" as const };
      recording.transcription = processing;
      clock.spawn(async () => {
        await clock.sleep(PROCESSING_MS);
        // It may have been deleted, and even ordered again, meanwhile.
        if (recording.transcription !== processing) return;
        const done = { ...processing, status: transcriptionOutcome(recording), completedTime: clock.now() };
        recording.transcription = done;
        if (available === undefined) return;
        webhooks.notify(leg, events.transcriptionAvailable(recording, done, tag), available);
      });
    },
  };
}
