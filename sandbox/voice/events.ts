import type {
  AnswerCallback,
  DisconnectCallback,
  InitiateCallback,
  MachineDetectionCompleteCallback,
  RecordingAvailableCallback,
  RecordingCompleteCallback,
  RecordingTranscriptionMetadata,
  RedirectCallback,
  TranscriptionAvailableCallback,
} from "bandwidth-sdk";
import type { Clock } from "../clock.ts";
import type { Urls } from "../urls.ts";
import { toIsoTime } from "../values.ts";
import type { Call } from "./call.ts";
import { type Recording, recordingFields, transcriptionMetadata } from "./recording.ts";
import type { Transcription } from "./transcription.ts";

/** The bodies of the voice events, each with the fields that Bandwidth's documentation lists for it. */
export type VoiceEvents = ReturnType<typeof createVoiceEvents>;

export interface MachineDetectionResult {
  value: "human";
  duration: string;
}

const optional = <Name extends string>(name: Name, time: number | undefined) =>
  time === undefined ? {} : { [name]: toIsoTime(time) };

const tag = (call: Call) => (call.tag === undefined ? {} : { tag: call.tag });

/** Makes the builders of the event bodies. */
export function createVoiceEvents({ clock, urls }: { clock: Pick<Clock, "now">; urls: Urls }) {
  const base = (call: Call, eventType: string) => ({
    eventType,
    eventTime: toIsoTime(clock.now()),
    accountId: call.accountId,
    applicationId: call.applicationId,
    from: call.from,
    to: call.to,
    direction: call.direction,
    callId: call.callId,
    callUrl: urls.call(call.callId),
  });

  const times = (call: Call) => ({
    ...optional("enqueuedTime", call.enqueuedTime),
    ...optional("startTime", call.startTime),
    ...optional("answerTime", call.answerTime),
  });

  return {
    initiate: (call: Call) =>
      ({
        ...base(call, "initiate"),
        ...optional("startTime", call.startTime),
      }) satisfies InitiateCallback,

    answer: (call: Call, machineDetectionResult?: MachineDetectionResult) =>
      ({
        ...base(call, "answer"),
        ...times(call),
        ...tag(call),
        ...(machineDetectionResult && { machineDetectionResult }),
      }) satisfies AnswerCallback,

    machineDetectionComplete: (call: Call, machineDetectionResult: MachineDetectionResult) =>
      ({
        ...base(call, "machineDetectionComplete"),
        ...times(call),
        ...tag(call),
        machineDetectionResult,
      }) satisfies MachineDetectionCompleteCallback,

    redirect: (call: Call) =>
      ({ ...base(call, "redirect"), ...times(call), ...tag(call) }) satisfies RedirectCallback,

    // In both recording events startTime and endTime are the recording's, not the call's.
    recordComplete: (recording: Recording) =>
      ({
        ...base(recording.call, "recordComplete"),
        ...optional("enqueuedTime", recording.call.enqueuedTime),
        ...optional("answerTime", recording.call.answerTime),
        ...recordingFields(recording, urls),
        ...tag(recording.call),
      }) satisfies RecordingCompleteCallback,

    recordingAvailable: (recording: Recording) =>
      ({
        ...base(recording.call, "recordingAvailable"),
        ...optional("enqueuedTime", recording.call.enqueuedTime),
        ...recordingFields(recording, urls),
        status: recording.status,
        ...tag(recording.call),
      }) satisfies RecordingAvailableCallback,

    transcriptionAvailable: (recording: Recording, transcription: Transcription, ownTag?: string) => {
      const { channels: _, ...fields } = recordingFields(recording, urls);
      return {
        ...base(recording.call, "transcriptionAvailable"),
        ...optional("enqueuedTime", recording.call.enqueuedTime),
        ...fields,
        transcription: transcriptionMetadata(recording, transcription, urls),
        ...(ownTag === undefined ? tag(recording.call) : { tag: ownTag }),
        // The vendor's type has a piece of text there, its documentation what is sent.
      } satisfies Omit<TranscriptionAvailableCallback, "transcription"> & {
        transcription: RecordingTranscriptionMetadata;
      };
    },

    disconnect: (call: Call) =>
      ({
        ...base(call, "disconnect"),
        ...times(call),
        ...optional("endTime", call.endTime),
        ...tag(call),
        ...(call.disconnectCause !== undefined && { cause: call.disconnectCause }),
        ...(call.errorMessage !== undefined && { errorMessage: call.errorMessage }),
        ...(call.errorId !== undefined && { errorId: call.errorId }),
      }) satisfies DisconnectCallback,
  };
}
