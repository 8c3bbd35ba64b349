import { z } from "zod";
import { duration, flag, int, object, record, text, texts, time } from "../lenient.ts";

// Fields by Bandwidth's webhook pages (https://dev.bandwidth.com/docs/voice/webhooks) and the callback schemas of the 2023-12
// OpenAPI file, the union of both where they differ.
const LEG = {
  accountId: text,
  applicationId: text,
  from: text,
  to: text,
  direction: text,
  callId: text,
  tag: text,
};
const TIMES = { enqueuedTime: time, startTime: time, answerTime: time };
const B_LEG = { parentCallId: text, transferCallerId: text, transferTo: text };
const END = { cause: text, errorMessage: text, errorId: text };
const RECORDING = {
  recordingId: text,
  startTime: time,
  endTime: time,
  duration,
  channels: int,
  fileFormat: text,
};
const CONFERENCE = { conferenceId: text, name: text, tag: text };
const MEMBER = { ...CONFERENCE, callId: text, from: text, to: text };
const DETECTION = { machineDetectionResult: object({ value: text, duration }) };

const STREAM = object({
  id: text,
  name: text,
  destination: text,
  startTime: time,
  duration,
  tracks: texts,
  type: text,
});
const LIVE_TRANSCRIPTION = object({
  id: text,
  name: text,
  destination: text,
  startTime: time,
  duration,
  tracks: texts,
  stabilized: flag,
  status: text,
  completedTime: time,
});
const STREAM_END = { cause: text, errorMessage: text };

/** What each voice event holds, by Bandwidth's `eventType`. */
export const voicePayloads = {
  answer: z.object({ ...LEG, ...TIMES, ...DETECTION }),
  bridgeComplete: z.object({ ...LEG, ...TIMES, ...END }),
  bridgeTargetComplete: z.object({ ...LEG, ...TIMES }),
  // Its time is in no callback, but in what reconciliation found out.
  conferenceCompleted: z.object({ ...CONFERENCE, completedTime: time }),
  conferenceCreated: z.object(CONFERENCE),
  conferenceMemberExit: z.object(MEMBER),
  conferenceMemberJoin: z.object(MEMBER),
  conferenceRecordingAvailable: z.object({ ...CONFERENCE, ...RECORDING, accountId: text, status: text }),
  conferenceRedirect: z.object(CONFERENCE),
  disconnect: z.object({ ...LEG, ...TIMES, endTime: time, ...END }),
  dtmf: z.object({ ...LEG, ...TIMES, ...B_LEG, digit: text }),
  gather: z.object({ ...LEG, ...TIMES, ...B_LEG, digits: text, terminatingDigit: text }),
  initiate: z.object({ ...LEG, startTime: time, uui: text, diversion: record, stirShaken: record }),
  machineDetectionComplete: z.object({ ...LEG, ...TIMES, ...DETECTION }),
  mediaStreamRejected: z.object({
    ...LEG,
    ...TIMES,
    ...STREAM_END,
    mediaStream: STREAM,
    originalMediaStream: STREAM,
  }),
  mediaStreamStarted: z.object({ ...LEG, ...TIMES, mediaStream: STREAM }),
  mediaStreamStopped: z.object({ ...LEG, ...TIMES, ...STREAM_END, mediaStream: STREAM }),
  realTimeTranscriptionAvailable: z.object({
    ...LEG,
    ...TIMES,
    realTimeTranscription: LIVE_TRANSCRIPTION,
  }),
  realTimeTranscriptionRejected: z.object({
    ...LEG,
    ...TIMES,
    ...STREAM_END,
    realTimeTranscription: LIVE_TRANSCRIPTION,
    originalTranscription: LIVE_TRANSCRIPTION,
  }),
  realTimeTranscriptionStarted: z.object({ ...LEG, ...TIMES, realTimeTranscription: LIVE_TRANSCRIPTION }),
  realTimeTranscriptionStopped: z.object({
    ...LEG,
    ...TIMES,
    ...STREAM_END,
    realTimeTranscription: LIVE_TRANSCRIPTION,
  }),
  recordComplete: z.object({ ...LEG, ...TIMES, ...B_LEG, ...RECORDING }),
  recordingAvailable: z.object({ ...LEG, ...B_LEG, ...RECORDING, enqueuedTime: time, status: text }),
  redirect: z.object({ ...LEG, ...TIMES, ...B_LEG }),
  transcriptionAvailable: z.object({
    ...LEG,
    ...B_LEG,
    ...RECORDING,
    enqueuedTime: time,
    transcription: object({ id: text, status: text, completedTime: time }),
  }),
  transferAnswer: z.object({ ...LEG, ...TIMES, ...B_LEG }),
  transferComplete: z.object({ ...LEG, ...TIMES, transferCallerId: text, transferTo: text, ...END }),
  transferDisconnect: z.object({ ...LEG, ...TIMES, endTime: time, ...B_LEG, ...END }),
};

/** Names that the OpenAPI file and the webhook pages spell differently. */
export const VOICE_TYPE_ALIASES: Readonly<Record<string, keyof typeof voicePayloads>> = {
  recordingComplete: "recordComplete",
};
