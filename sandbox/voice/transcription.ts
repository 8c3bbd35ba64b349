import type { RecordingTranscriptions } from "bandwidth-sdk";
import { soundDuration } from "../audio.ts";
import { durationOf, type RecordedAudio } from "./recording.ts";

const SHORTEST_MS = 500;
const LONGEST_MS = 4 * 60 * 60 * 1000;

/** How sure the transcriber is, always: it made the speech itself. */
const CONFIDENCE = 0.97;

const SPEAKERS = ["farParty", "application"] as const;

export interface Transcription {
  id: string;
  status: "processing" | "available" | "file-size-too-small" | "file-size-too-big";
  completedTime?: number;
}

/** How the transcription of a recording ends: Bandwidth takes more than half a second and less than four hours. */
export function transcriptionOutcome(audio: Pick<RecordedAudio, "takes">): Transcription["status"] {
  const duration = durationOf(audio);
  if (duration <= SHORTEST_MS) return "file-size-too-small";
  return duration >= LONGEST_MS ? "file-size-too-big" : "available";
}

/** The text of a recording: all that each speaker says, and sentence by sentence. Speaker 0 is the far party. */
export function transcriptionText({ takes }: Pick<RecordedAudio, "takes">) {
  let takeStart = 0;
  const clips = takes.flatMap(({ durationMs, sounds }) => {
    const start = takeStart;
    takeStart += durationMs;
    return sounds
      .filter(({ text, offsetMs }) => text !== "" && offsetMs < durationMs)
      .map(({ offsetMs, ...sound }) => ({
        speaker: SPEAKERS.indexOf(sound.speaker),
        text: sound.text,
        confidence: CONFIDENCE,
        startTimeSeconds: (start + Math.max(0, offsetMs)) / 1000,
        endTimeSeconds: (start + Math.min(durationMs, offsetMs + soundDuration(sound))) / 1000,
      }));
  });
  const transcripts = [...new Set(clips.map(({ speaker }) => speaker))].sort().map((speaker) => ({
    speaker,
    text: clips
      .filter((clip) => clip.speaker === speaker)
      .map(({ text }) => text)
      .join(" "),
    confidence: CONFIDENCE,
  }));
  return { transcripts, clips } satisfies RecordingTranscriptions;
}
