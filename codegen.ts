import type { CodegenConfig } from "@graphql-codegen/cli";

const event = "../subscriptions/event.ts";

// The raw object behind each GraphQL type. A field that its raw object lacks, or has in another shape, must have a resolver:
// src/resolvers/complete.ts makes a forgotten one a compile error.
const mappers = {
  Call: "../resolvers/Call.ts#CallSource",
  CallRecording: "../resolvers/CallRecording.ts#CallRecordingSource",
  Conference: "../resolvers/Conference.ts#ConferenceSource",
  ConferenceMember: "../resolvers/ConferenceMember.ts#ConferenceMemberSource",
  ConferenceRecording: "../resolvers/ConferenceRecording.ts#ConferenceRecordingSource",
  Node: "../resolvers/Node.ts#NodeSource",
  Lookup: "../datasources/lookup.ts#LookupRequest",
  LookupResult: "../datasources/lookup.ts#NumberInformation",
  MediaFile: "../datasources/media.ts#MediaItem",
  GenerateMessagingCodePayload: "../resolvers/GenerateMessagingCodePayload.ts#MessagingCode",
  RealTimeTranscription: "../resolvers/RealTimeTranscription.ts#RealTimeTranscriptionSource",
  TranscribedTrack: "../datasources/voice.ts#TranscribedTrack as RestTrack",
  Transcription: "../resolvers/Transcription.ts#TranscriptionSource",
  Message: "../resolvers/Message.ts#MessageSource",
  CallbackDelivery: "../subscriptions/deliveries.ts#Delivery",
  GapEvent: `${event}#Gap`,
  UnknownEvent: `${event}#UnknownEvent as LoggedUnknownEvent`,
  AnswerEvent: `${event}#EventOf<'answer'>`,
  BridgeCompleteEvent: `${event}#EventOf<'bridgeComplete'>`,
  BridgeTargetCompleteEvent: `${event}#EventOf<'bridgeTargetComplete'>`,
  ConferenceCompletedEvent: `${event}#EventOf<'conferenceCompleted'>`,
  ConferenceCreatedEvent: `${event}#EventOf<'conferenceCreated'>`,
  ConferenceMemberExitEvent: `${event}#EventOf<'conferenceMemberExit'>`,
  ConferenceMemberJoinEvent: `${event}#EventOf<'conferenceMemberJoin'>`,
  ConferenceRecordingAvailableEvent: `${event}#EventOf<'conferenceRecordingAvailable'>`,
  ConferenceRedirectEvent: `${event}#EventOf<'conferenceRedirect'>`,
  DisconnectEvent: `${event}#EventOf<'disconnect'>`,
  DtmfEvent: `${event}#EventOf<'dtmf'>`,
  GatherEvent: `${event}#EventOf<'gather'>`,
  InitiateEvent: `${event}#EventOf<'initiate'>`,
  MachineDetectionCompleteEvent: `${event}#EventOf<'machineDetectionComplete'>`,
  MessageDeliveredEvent: `${event}#EventOf<'message-delivered'>`,
  MessageFailedEvent: `${event}#EventOf<'message-failed'>`,
  MessageReceivedEvent: `${event}#EventOf<'message-received'>`,
  MessageReadEvent: `${event}#EventOf<'message-read'>`,
  MessageSendingEvent: `${event}#EventOf<'message-sending'>`,
  MessageSentEvent: `${event}#EventOf<'message-sent'>`,
  RecordCompleteEvent: `${event}#EventOf<'recordComplete'>`,
  RecordingAvailableEvent: `${event}#EventOf<'recordingAvailable'>`,
  RedirectEvent: `${event}#EventOf<'redirect'>`,
  TranscriptionAvailableEvent: `${event}#EventOf<'transcriptionAvailable'>`,
  TransferAnswerEvent: `${event}#EventOf<'transferAnswer'>`,
  TransferCompleteEvent: `${event}#EventOf<'transferComplete'>`,
  TransferDisconnectEvent: `${event}#EventOf<'transferDisconnect'>`,
  MachineDetectionResult: `${event}#DetectionResult`,
  TranscriptionNotice: `${event}#TranscriptionOfEvent`,
};

const config: CodegenConfig = {
  schema: "schema/*.graphql",
  emitLegacyCommonJSImports: false,
  generates: {
    "schema.graphql": { plugins: ["schema-ast"], config: { includeDirectives: true, sort: true } },
    "src/generated/resolvers.ts": {
      plugins: ["typescript", "typescript-resolvers"],
      config: {
        contextType: "../resolvers/context.ts#Context",
        mappers,
        useTypeImports: true,
        enumsAsConst: true,
        enumsAsTypes: false,
        strictScalars: true,
        scalars: {
          ID: "string",
          DateTime: { input: "Date", output: "string | Date" },
          Duration: "string",
          JSON: "unknown",
        },
        makeResolverTypeCallable: true,
        immutableTypes: true,
        maybeValue: "T | null | undefined",
      },
    },
  },
};

export default config;
