import { speechDuration } from "../audio.ts";
import type { Clock } from "../clock.ts";
import type { Conference } from "../voice/conference.ts";
import { say } from "../voice/leg.ts";
import type { Recorder } from "../voice/recorder.ts";
import { parseVerbs } from "./parse.ts";
import { attributes, InvalidBxml, noContent, notEmulated, type VerbReader } from "./verb.ts";
import { readStartRecording } from "./verbs/recording.ts";
import { readSentence } from "./verbs/speakSentence.ts";

/** What a verb for a whole conference runs with. */
export interface ConferenceScene {
  conference: Conference;
  /** Aborted when the conference ends. */
  signal: AbortSignal;
  clock: Pick<Clock, "now" | "sleep">;
  recorder: Pick<Recorder, "start" | "pause" | "resume">;
  stopRecording: (conference: Conference) => void;
}

type ConferenceStep = (scene: ConferenceScene) => Promise<void>;

/** Few verbs may run for a conference; a document with any other is refused as a whole. */
const VERBS = new Map<string, VerbReader<ConferenceStep>>([
  [
    "SpeakSentence",
    (element) => {
      const text = readSentence(element);
      return async ({ conference, clock, signal }) => {
        say(conference, "application", text, clock.now());
        await clock.sleep(speechDuration(text), signal);
      };
    },
  ],
  [
    "StartRecording",
    (element, documentUrl) => {
      // More channels, a transcription and a tag are ignored in conferences.
      const { available } = readStartRecording(element, documentUrl);
      return async ({ conference, recorder }) => {
        conference.recording ??= recorder.start({ channels: 1, available });
      };
    },
  ],
  [
    "PauseRecording",
    (element) => {
      attributes(element, {});
      noContent(element);
      return async ({ conference, recorder }) => {
        if (conference.recording !== undefined) recorder.pause(conference.recording, conference);
      };
    },
  ],
  [
    "ResumeRecording",
    (element) => {
      attributes(element, {});
      noContent(element);
      return async ({ conference, recorder }) => {
        if (conference.recording !== undefined) recorder.resume(conference.recording);
      };
    },
  ],
  [
    "StopRecording",
    (element) => {
      attributes(element, {});
      noContent(element);
      return async ({ conference, stopRecording }) => stopRecording(conference);
    },
  ],
]);

/** Reads BXML for a conference, all of it before any of it runs. Throws a CallEnd, as parseBxml does. */
export const parseConferenceBxml = (text: string, documentUrl: string): ConferenceStep[] =>
  parseVerbs(text, (element) => {
    const read = VERBS.get(element.tagName);
    if (read !== undefined) return read(element, documentUrl);
    if (element.tagName === "PlayAudio") throw notEmulated("<PlayAudio>");
    throw new InvalidBxml(`<${element.tagName}> is not allowed in a conference`);
  });
