import { EventType, MachineDetectionValue, StreamCause } from "../generated/enums.ts";
import type { Gap, KnownType, LoggedEvent } from "../subscriptions/event.ts";
import { callById, callDirection, disconnectCause } from "./Call.ts";
import { type CallRecordingSource, fileFormat, recordingStatus } from "./CallRecording.ts";
import { conferenceById } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { openEnum } from "./openEnum.ts";
import { transcriptionStatus } from "./Transcription.ts";

// The event types differ in which fields they hold, not in how a field is read: each is a sum of the groups below.

type Camel<T extends string> = T extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : T;
type TypeName = `${Capitalize<Camel<KnownType | "unknown" | "gap">>}Event`;

/** `message-received` is `MessageReceivedEvent`; the compiler holds that the schema has each of them. */
function typeName(type: KnownType | "unknown" | "gap"): TypeName {
  const camel = type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}Event` as TypeName;
}

export const Event: CompleteResolvers["Event"] = { __resolveType: (event) => typeName(event.type) };
export const CallEvent: CompleteResolvers["CallEvent"] = { __resolveType: (event) => typeNameOf(event) };
export const AskingEvent: CompleteResolvers["AskingEvent"] = { __resolveType: (event) => typeNameOf(event) };
export const MessageEvent: CompleteResolvers["MessageEvent"] = {
  __resolveType: (event) => typeNameOf(event),
};
function typeNameOf<T extends KnownType>({ type }: { type: T }) {
  return typeName(type) as `${Capitalize<Camel<T>>}Event`;
}

const eventType = openEnum(EventType);
export const detectionValue = openEnum(MachineDetectionValue);
const streamCause = openEnum(StreamCause);

const ofAny = { type: (event: LoggedEvent | Gap) => eventType(event.type) ?? "UNKNOWN" };
const ofCall = { ...ofAny, call: ({ callId }: { callId?: string | undefined }) => callById(callId) };
const ofLeg = {
  ...ofCall,
  direction: (event: { direction?: string | undefined }) => callDirection(event.direction),
  rawDirection: (event: { direction?: string | undefined }) => event.direction,
};
const ofEnd = {
  cause: (event: { cause?: string | undefined }) => disconnectCause(event.cause),
  rawCause: (event: { cause?: string | undefined }) => event.cause,
};
const ofStreamEnd = {
  cause: (event: { cause?: string | undefined }) => streamCause(event.cause),
  rawCause: (event: { cause?: string | undefined }) => event.cause,
};
const ofTracks = {
  tracks: ({ tracks }: { tracks?: readonly string[] | undefined }) =>
    tracks?.map((track) => callDirection(track) ?? "UNKNOWN"),
  rawTracks: ({ tracks }: { tracks?: readonly string[] | undefined }) => tracks,
};
const ofFile = {
  fileFormat: (event: { fileFormat?: string | undefined }) => fileFormat(event.fileFormat),
  rawFileFormat: (event: { fileFormat?: string | undefined }) => event.fileFormat,
};
const ofStatus = {
  status: (event: { status?: string | undefined }) => recordingStatus(event.status),
  rawStatus: (event: { status?: string | undefined }) => event.status,
};
const ofConference = {
  ...ofAny,
  conference: ({ conferenceId }: { conferenceId?: string | undefined }) =>
    conferenceId === undefined ? undefined : conferenceById(conferenceId),
};
const ofAsking = {
  instructions: ({ id }: { id: string }, _args: unknown, { eventAnswers }: Context) => eventAnswers.find(id),
};
type OfRecording = Omit<CallRecordingSource, "callId" | "recordingId"> & {
  callId?: string | undefined;
  recordingId?: string | undefined;
};
const ofRecording = {
  ...ofLeg,
  ...ofFile,
  recording: (event: OfRecording): CallRecordingSource | undefined => {
    const { callId, recordingId } = event;
    return callId && recordingId ? { ...event, callId, recordingId, partial: true } : undefined;
  },
};
const ofMessage = {
  ...ofAny,
  applicationId: (event: { message?: { applicationId?: string | undefined } | undefined }) =>
    event.message?.applicationId,
  messageId: (event: { message?: { id: string } | undefined }) => event.message?.id,
};

export const eventResolvers = {
  AnswerEvent: { ...ofLeg, ...ofAsking },
  BridgeCompleteEvent: { ...ofLeg, ...ofEnd, ...ofAsking },
  BridgeTargetCompleteEvent: { ...ofLeg, ...ofAsking },
  ConferenceCompletedEvent: ofConference,
  ConferenceCreatedEvent: { ...ofConference, ...ofAsking },
  ConferenceMemberExitEvent: { ...ofCall, ...ofConference, ...ofAsking },
  ConferenceMemberJoinEvent: { ...ofCall, ...ofConference, ...ofAsking },
  ConferenceRecordingAvailableEvent: {
    ...ofConference,
    ...ofFile,
    ...ofStatus,
    recording: (event) => {
      const { conferenceId, recordingId } = event;
      return conferenceId && recordingId ? { ...event, conferenceId, recordingId, partial: true } : undefined;
    },
  },
  ConferenceRedirectEvent: { ...ofConference, ...ofAsking },
  DisconnectEvent: { ...ofLeg, ...ofEnd },
  DtmfEvent: ofLeg,
  GatherEvent: { ...ofLeg, ...ofAsking },
  InitiateEvent: { ...ofLeg, ...ofAsking },
  MachineDetectionCompleteEvent: ofLeg,
  MediaStreamRejectedEvent: { ...ofLeg, ...ofStreamEnd },
  MediaStreamStartedEvent: ofLeg,
  MediaStreamStoppedEvent: { ...ofLeg, ...ofStreamEnd },
  MessageDeliveredEvent: ofMessage,
  MessageFailedEvent: ofMessage,
  MessageReadEvent: ofMessage,
  MessageReceivedEvent: ofMessage,
  MessageSendingEvent: ofMessage,
  MessageSentEvent: ofMessage,
  RealTimeTranscriptionAvailableEvent: {
    ...ofLeg,
    transcription: ({ callId, realTimeTranscription }) =>
      callId && realTimeTranscription?.id
        ? { callId, transcriptionId: realTimeTranscription.id, transcriptionName: realTimeTranscription.name }
        : undefined,
  },
  RealTimeTranscriptionRejectedEvent: { ...ofLeg, ...ofStreamEnd },
  RealTimeTranscriptionStartedEvent: ofLeg,
  RealTimeTranscriptionStoppedEvent: { ...ofLeg, ...ofStreamEnd },
  RecordCompleteEvent: { ...ofRecording, ...ofAsking },
  RecordingAvailableEvent: { ...ofRecording, ...ofStatus },
  RedirectEvent: { ...ofLeg, ...ofAsking },
  RequestedLocationResponseEvent: {
    ...ofMessage,
    locationResponse: ({ message }) => message?.locationResponse,
  },
  SuggestionResponseEvent: { ...ofMessage, suggestionResponse: ({ message }) => message?.suggestionResponse },
  TranscriptionAvailableEvent: ofRecording,
  TransferAnswerEvent: { ...ofLeg, ...ofAsking },
  TransferCompleteEvent: { ...ofLeg, ...ofEnd, ...ofAsking },
  TransferDisconnectEvent: { ...ofLeg, ...ofEnd },
  UnknownEvent: ofAny,
  GapEvent: {
    ...ofAny,
    time: () => null,
    source: () => null,
    late: () => false,
    replayed: () => false,
    payload: () => null,
  },
  MachineDetectionResult: {
    value: (result) => detectionValue(result.value),
    rawValue: (result) => result.value,
  },
  MediaStream: { ...ofTracks, streamId: (stream) => stream.id },
  RealTimeTranscriptionNotice: {
    ...ofTracks,
    transcriptionId: (notice) => notice.id,
    status: (notice) => transcriptionStatus(notice.status),
    rawStatus: (notice) => notice.status,
  },
  TranscriptionNotice: {
    transcriptionId: (notice) => notice.id,
    status: (notice) => transcriptionStatus(notice.status),
    rawStatus: (notice) => notice.status,
  },
} satisfies Partial<CompleteResolvers>;
