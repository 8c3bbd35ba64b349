import type { Destination } from "../../callbacks.ts";
import { setTag } from "../../voice/leg.ts";
import type { TranscriptionOrder } from "../../voice/transcriber.ts";
import { boolean, recordingAttributes } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import { notEmulated, type Verb } from "../verb.ts";

/** `<StartRecording>`: records until StopRecording or the end of the call or conference; a second one changes nothing. */
export const startRecording = describeElement({
  name: "StartRecording",
  attributes: { ...recordingAttributes, multiChannel: boolean.default(false) },
  tells: { recordingAvailable: "optional", transcriptionAvailable: "optional" },
  content: noContent,
  read: ({ attributes, tell }): Verb => {
    const available = tell("recordingAvailable");
    const transcription = transcriptionOrder(attributes, tell("transcriptionAvailable"));
    return {
      inCall: async ({ leg, recorder }) => {
        setTag(leg.call, attributes.tag);
        const channels = attributes.multiChannel ? 2 : 1;
        leg.recording ??= recorder.start({ channels, available, transcription });
        return undefined;
      },
      // More channels, a transcription and a tag are ignored in conferences.
      inConference: async ({ conference, recorder }) => {
        conference.recording ??= recorder.start({ channels: 1, available });
      },
    };
  },
});

/** `<StopRecording>`: ends the recording, also a paused one; does nothing without one. */
export const stopRecording = describeElement({
  name: "StopRecording",
  attributes: {},
  content: noContent,
  read: (): Verb => ({
    inCall: async ({ leg, recorder }) => {
      if (leg.recording !== undefined) recorder.finish(leg.recording, leg);
      leg.recording = undefined;
      return undefined;
    },
    inConference: async ({ conference, stopRecording: stop }) => stop(conference),
  }),
});

/** `<PauseRecording>`: leaves out what follows, until ResumeRecording. */
export const pauseRecording = describeElement({
  name: "PauseRecording",
  attributes: {},
  content: noContent,
  read: (): Verb => ({
    inCall: async ({ leg, recorder }) => {
      if (leg.recording !== undefined) recorder.pause(leg.recording, leg);
      return undefined;
    },
    inConference: async ({ conference, recorder }) => {
      if (conference.recording !== undefined) recorder.pause(conference.recording, conference);
    },
  }),
});

/** `<ResumeRecording>`: goes on with a paused recording. */
export const resumeRecording = describeElement({
  name: "ResumeRecording",
  attributes: {},
  content: noContent,
  read: (): Verb => ({
    inCall: async ({ leg, recorder }) => {
      if (leg.recording !== undefined) recorder.resume(leg.recording);
      return undefined;
    },
    inConference: async ({ conference, recorder }) => {
      if (conference.recording !== undefined) recorder.resume(conference.recording);
    },
  }),
});

/** The order to transcribe a recording, if its verb gives one. What cannot be recorded yet is refused. */
export function transcriptionOrder(
  { transcribe, fileFormat }: { transcribe: boolean; fileFormat: "wav" | "mp3" },
  available: Destination | undefined,
): TranscriptionOrder | undefined {
  if (fileFormat === "mp3") throw notEmulated('fileFormat="mp3"');
  return transcribe ? { available } : undefined;
}
