import type { Element } from "@xmldom/xmldom";
import { setTag } from "../../voice/leg.ts";
import {
  attributes,
  boolean,
  credentials,
  destination,
  noContent,
  notEmulated,
  recordingAttributes,
  tag,
  transcriptionOrder,
  type VerbParser,
} from "../verb.ts";

/** What a StartRecording orders. */
export function readStartRecording(element: Element, documentUrl: string) {
  const given = attributes(element, {
    ...recordingAttributes,
    ...credentials,
    multiChannel: boolean.default(false),
    tag,
  });
  noContent(element);
  refuseUnrecordable(given);
  const { recordingAvailableUrl, recordingAvailableMethod, username, password } = given;
  return {
    available: destination(documentUrl, recordingAvailableUrl, recordingAvailableMethod, username, password),
    transcription: transcriptionOrder(documentUrl, given),
    channels: given.multiChannel ? (2 as const) : (1 as const),
    tag: given.tag,
  };
}

/** `<StartRecording>`: records until StopRecording or the end of the call; a second one changes nothing. */
export const startRecording: VerbParser = (element, documentUrl) => {
  const { tag: newTag, ...order } = readStartRecording(element, documentUrl);
  return async ({ leg, recorder }) => {
    setTag(leg.call, newTag);
    leg.recording ??= recorder.start(order);
    return undefined;
  };
};

/** `<StopRecording>`: ends the recording, also a paused one; does nothing without one. */
export const stopRecording: VerbParser = (element) => {
  attributes(element, {});
  noContent(element);
  return async ({ leg, recorder }) => {
    if (leg.recording !== undefined) recorder.finish(leg.recording, leg);
    leg.recording = undefined;
    return undefined;
  };
};

/** `<PauseRecording>`: leaves out what follows, until ResumeRecording. */
export const pauseRecording: VerbParser = (element) => {
  attributes(element, {});
  noContent(element);
  return async ({ leg, recorder }) => {
    if (leg.recording !== undefined) recorder.pause(leg.recording, leg);
    return undefined;
  };
};

/** `<ResumeRecording>`: goes on with a paused recording. */
export const resumeRecording: VerbParser = (element) => {
  attributes(element, {});
  noContent(element);
  return async ({ leg, recorder }) => {
    if (leg.recording !== undefined) recorder.resume(leg.recording);
    return undefined;
  };
};

/** Refuses what the sandbox cannot record yet. */
export function refuseUnrecordable({ fileFormat }: { fileFormat: string }): void {
  if (fileFormat === "mp3") throw notEmulated('fileFormat="mp3"');
}
