import type {
  AnswerCallback,
  BridgeCompleteCallback,
  BridgeTargetCompleteCallback,
  DisconnectCallback,
  DtmfCallback,
  GatherCallback,
  InitiateCallback,
  MachineDetectionCompleteCallback,
  RecordingAvailableCallback,
  RecordingCompleteCallback,
  RecordingTranscriptionMetadata,
  RedirectCallback,
  TranscriptionAvailableCallback,
  TransferAnswerCallback,
  TransferCompleteCallback,
  TransferDisconnectCallback,
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
  value: "human" | "answering-machine" | "silence" | "timeout";
  duration: string;
}

const optional = <Name extends string>(name: Name, time: number | undefined) =>
  time === undefined ? {} : { [name]: toIsoTime(time) };

/** How a transfer, a bridge or a call ended. */
type Ending = Pick<Call, "disconnectCause" | "errorMessage" | "errorId">;

const ending = ({ disconnectCause, errorMessage, errorId }: Ending) => ({
  ...(disconnectCause !== undefined && { cause: disconnectCause }),
  ...(errorMessage !== undefined && { errorMessage }),
  ...(errorId !== undefined && { errorId }),
});

/** What the events of a Transfer's leg tell of the Transfer; nothing for any other call. */
const transferOf = (call: Call) =>
  call.parent === undefined
    ? {}
    : { parentCallId: call.parent.callId, transferCallerId: call.from, transferTo: call.to };

const tag = (call: Call) => (call.tag === undefined ? {} : { tag: call.tag });

/** Makes the builders of the event bodies. */
export function createVoiceEvents({ clock, urls }: { clock: Pick<Clock, "now">; urls: Urls }) {
  // The numbers of a Transfer's leg are those of the call that executed the Transfer; its own are told beside them.
  const base = (call: Call, eventType: string) => ({
    eventType,
    eventTime: toIsoTime(clock.now()),
    accountId: call.accountId,
    applicationId: call.applicationId,
    from: (call.parent ?? call).from,
    to: (call.parent ?? call).to,
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
      ({
        ...base(call, "redirect"),
        ...times(call),
        ...transferOf(call),
        ...tag(call),
      }) satisfies RedirectCallback,

    gather: (call: Call, { digits, terminatingDigit }: { digits: string; terminatingDigit: string }) =>
      ({
        ...base(call, "gather"),
        ...times(call),
        ...transferOf(call),
        digits,
        terminatingDigit,
        ...tag(call),
      }) satisfies GatherCallback,

    dtmf: (call: Call, digit: string) =>
      ({
        ...base(call, "dtmf"),
        ...times(call),
        ...transferOf(call),
        digit,
        ...tag(call),
      }) satisfies DtmfCallback,

    transferAnswer: (call: Call) =>
      ({
        ...base(call, "transferAnswer"),
        ...times(call),
        ...transferOf(call),
        ...tag(call),
      }) satisfies TransferAnswerCallback & { parentCallId?: string },

    transferDisconnect: (call: Call) =>
      ({
        ...base(call, "transferDisconnect"),
        ...times(call),
        ...optional("endTime", call.endTime),
        ...transferOf(call),
        ...tag(call),
        ...ending(call),
      }) satisfies TransferDisconnectCallback,

    /** `leg` is the one that won, or any if none did. */
    transferComplete: (call: Call, leg: Pick<Call, "from" | "to"> & Ending) =>
      ({
        ...base(call, "transferComplete"),
        ...times(call),
        transferCallerId: leg.from,
        transferTo: leg.to,
        ...tag(call),
        ...ending(leg),
      }) satisfies TransferCompleteCallback,

    bridgeComplete: (call: Call, failure: Ending) =>
      ({
        ...base(call, "bridgeComplete"),
        ...times(call),
        ...tag(call),
        ...ending(failure),
      }) satisfies BridgeCompleteCallback,

    bridgeTargetComplete: (call: Call) =>
      ({
        ...base(call, "bridgeTargetComplete"),
        ...times(call),
        ...tag(call),
      }) satisfies BridgeTargetCompleteCallback,

    // In both recording events startTime and endTime are the recording's, not the call's.
    recordComplete: (recording: Recording) =>
      ({
        ...base(recording.call, "recordComplete"),
        ...optional("enqueuedTime", recording.call.enqueuedTime),
        ...optional("answerTime", recording.call.answerTime),
        ...recordingFields(recording, urls),
        ...transferOf(recording.call),
        ...tag(recording.call),
      }) satisfies RecordingCompleteCallback,

    recordingAvailable: (recording: Recording) =>
      ({
        ...base(recording.call, "recordingAvailable"),
        ...optional("enqueuedTime", recording.call.enqueuedTime),
        ...recordingFields(recording, urls),
        status: recording.status,
        ...transferOf(recording.call),
        ...tag(recording.call),
      }) satisfies RecordingAvailableCallback,

    transcriptionAvailable: (recording: Recording, transcription: Transcription, ownTag?: string) => {
      const { channels: _, ...fields } = recordingFields(recording, urls);
      return {
        ...base(recording.call, "transcriptionAvailable"),
        ...optional("enqueuedTime", recording.call.enqueuedTime),
        ...fields,
        ...transferOf(recording.call),
        transcription: transcriptionMetadata(recording, transcription, urls),
        ...(ownTag === undefined ? tag(recording.call) : { tag: ownTag }),
        // The vendor's type has a piece of text there, its documentation what is sent.
      } satisfies Omit<TranscriptionAvailableCallback, "transcription"> & {
        transcription: RecordingTranscriptionMetadata;
      };
    },

    /** Events of streams and of transcriptions while a call goes on; they are in no version of the contract. */
    stream: (call: Call, eventType: string, fields: object) => ({
      ...base(call, eventType),
      ...times(call),
      ...tag(call),
      ...fields,
    }),

    disconnect: (call: Call) =>
      ({
        ...base(call, "disconnect"),
        ...times(call),
        ...optional("endTime", call.endTime),
        ...tag(call),
        ...ending(call),
      }) satisfies DisconnectCallback,
  };
}
