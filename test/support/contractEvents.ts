import { MESSAGING_APPLICATION, voiceEvent } from "./stack.ts";

const times = {
  enqueuedTime: "2026-11-21T08:59:40.000Z",
  startTime: "2026-11-21T08:59:41.000Z",
  answerTime: "2026-11-21T08:59:50.000Z",
};
const bLeg = {
  parentCallId: "c-22222222-2222-2222-2222-222222222222",
  transferCallerId: "+19195554321",
  transferTo: "+19195559999",
};
const end = {
  cause: "busy",
  errorMessage: "Callee is busy",
  errorId: "4642074b-7b58-478b-96e4-3a60955c6765",
};
const recording = {
  recordingId: "r-fbe05094-9fd2afe9-bf5b-4c68-820a-41a01c1c5833",
  mediaUrl: "https://voice.bandwidth.com/api/v2/media",
  startTime: "2026-11-21T08:59:51.000Z",
  endTime: "2026-11-21T08:59:58.000Z",
  duration: "PT7.0S",
  channels: 1,
  fileFormat: "wav",
};
const conference = {
  eventTime: "2026-11-21T09:00:00.000Z",
  conferenceId: "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9",
  name: "my-conference-name",
  tag: "t",
};
const member = {
  ...conference,
  callId: "c-11111111-1111-1111-1111-111111111111",
  from: "+19195554321",
  to: "+19195551234",
};
const mediaStream = {
  id: "s-f2fd0f4e-51c1-4d1a-9f2c-2a4b4f5d6e7f",
  name: "my-stream",
  destination: "wss://listener.example.com",
  startTime: "2026-11-21T08:59:51.000Z",
  tracks: ["inbound", "outbound"],
  type: "WebSocket",
};
const realTimeTranscription = {
  id: "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b",
  name: "live_transcription",
  destination: "wss://listener.example.com",
  startTime: "2026-11-21T08:59:51.000Z",
  tracks: ["inbound"],
  stabilized: "true",
};
const rcs = {
  id: "1589228074636lm4k2je7j7jklbn2",
  owner: "+19195554321",
  applicationId: MESSAGING_APPLICATION,
  time: "2026-11-21T08:59:59.000Z",
  segmentCount: 1,
  direction: "in",
  to: ["+19195554321"],
  from: "+15554442222",
  channel: "RBM",
};
const machineDetectionResult = { value: "answering-machine", duration: "PT4.9891287S" };

function message(type: string, fields: Record<string, unknown> = {}) {
  return {
    type,
    time: "2026-11-21T09:00:00.000Z",
    description: "ok",
    to: "+15554442222",
    message: {
      id: "1589228074636lm4k2je7j7jklbn2",
      owner: "+19195554321",
      applicationId: MESSAGING_APPLICATION,
      time: "2026-11-21T08:59:59.000Z",
      segmentCount: 1,
      direction: type === "message-received" ? "in" : "out",
      to: ["+15554442222"],
      from: "+19195554321",
      text: type === "message-received" ? "Hello" : "",
      media: ["https://dev.bandwidth.com/images/bandwidth-logo.png"],
      tag: "t",
      priority: "default",
    },
    ...fields,
  };
}

/** One callback of each type of the contracts of 2023-12 and 2026-06, whole, with the GraphQL type it becomes. */
export const CONTRACT_EVENTS: Readonly<Record<string, { path: string; body: Record<string, unknown> }>> = {
  AnswerEvent: {
    path: "voice/answer",
    body: voiceEvent("answer", { ...times, tag: "t", machineDetectionResult }),
  },
  BridgeCompleteEvent: {
    path: "voice/bridge",
    body: voiceEvent("bridgeComplete", { ...times, ...end, tag: "t" }),
  },
  BridgeTargetCompleteEvent: {
    path: "voice/bridge",
    body: voiceEvent("bridgeTargetComplete", { ...times, tag: "t" }),
  },
  ConferenceCompletedEvent: {
    path: "voice/conference",
    body: { eventType: "conferenceCompleted", ...conference },
  },
  ConferenceCreatedEvent: {
    path: "voice/conference",
    body: { eventType: "conferenceCreated", ...conference },
  },
  ConferenceMemberExitEvent: {
    path: "voice/conference",
    body: { eventType: "conferenceMemberExit", ...member },
  },
  ConferenceMemberJoinEvent: {
    path: "voice/conference",
    body: { eventType: "conferenceMemberJoin", ...member },
  },
  ConferenceRecordingAvailableEvent: {
    path: "voice/conference",
    body: {
      eventType: "conferenceRecordingAvailable",
      ...conference,
      ...recording,
      accountId: "9900000",
      status: "complete",
    },
  },
  ConferenceRedirectEvent: {
    path: "voice/conference",
    body: { eventType: "conferenceRedirect", ...conference },
  },
  DisconnectEvent: {
    path: "voice/disconnect",
    body: voiceEvent("disconnect", { ...times, ...end, endTime: "2026-11-21T09:00:00.000Z", tag: "t" }),
  },
  DtmfEvent: { path: "voice/dtmf", body: voiceEvent("dtmf", { ...times, ...bLeg, digit: "2", tag: "t" }) },
  GatherEvent: {
    path: "voice/gather",
    body: voiceEvent("gather", { ...times, ...bLeg, digits: "123", terminatingDigit: "#", tag: "t" }),
  },
  InitiateEvent: {
    path: "voice/initiate",
    body: voiceEvent("initiate", {
      direction: "inbound",
      startTime: times.startTime,
      uui: "abc;encoding=base64",
      diversion: { origTo: "+15558884444", reason: "unavailable" },
      stirShaken: { verstat: "TN-Verification-Passed", attestationIndicator: "A" },
      tag: "t",
    }),
  },
  MachineDetectionCompleteEvent: {
    path: "voice/amd",
    body: voiceEvent("machineDetectionComplete", { ...times, machineDetectionResult, tag: "t" }),
  },
  MediaStreamRejectedEvent: {
    path: "voice/stream",
    body: voiceEvent("mediaStreamRejected", {
      ...times,
      mediaStream,
      originalMediaStream: { ...mediaStream, id: "s-2" },
      cause: "duplicate",
      errorMessage: "A stream with the name X already exists",
      tag: "t",
    }),
  },
  MediaStreamStartedEvent: {
    path: "voice/stream",
    body: voiceEvent("mediaStreamStarted", { ...times, mediaStream, tag: "t" }),
  },
  MediaStreamStoppedEvent: {
    path: "voice/stream",
    body: voiceEvent("mediaStreamStopped", {
      ...times,
      mediaStream: { ...mediaStream, duration: "PT7.0S" },
      cause: "connection-error",
      errorMessage: "Connection lost",
      tag: "t",
    }),
  },
  MessageDeliveredEvent: { path: "messaging", body: message("message-delivered", { carrierName: "other" }) },
  MessageFailedEvent: {
    path: "messaging",
    body: message("message-failed", { errorCode: 4432, carrierName: "other" }),
  },
  MessageReadEvent: {
    path: "messaging",
    body: message("message-read", { carrierName: "other", eventTime: "2026-11-21T09:00:05.278000+00:00" }),
  },
  MessageReceivedEvent: { path: "messaging", body: message("message-received", { carrierName: "other" }) },
  MessageSendingEvent: { path: "messaging", body: message("message-sending", { carrierName: "other" }) },
  MessageSentEvent: { path: "messaging", body: message("message-sent", { carrierName: "other" }) },
  RealTimeTranscriptionAvailableEvent: {
    path: "voice/transcription",
    body: voiceEvent("realTimeTranscriptionAvailable", {
      ...times,
      realTimeTranscription: {
        ...realTimeTranscription,
        status: "available",
        url: "https://voice.bandwidth.com/t",
        completedTime: "2026-11-21T09:00:00.000Z",
      },
      tag: "t",
    }),
  },
  RealTimeTranscriptionRejectedEvent: {
    path: "voice/transcription",
    body: voiceEvent("realTimeTranscriptionRejected", {
      ...times,
      realTimeTranscription,
      originalTranscription: { ...realTimeTranscription, id: "t-2" },
      cause: "track-limit",
      errorMessage: "Too many tracks",
      tag: "t",
    }),
  },
  RealTimeTranscriptionStartedEvent: {
    path: "voice/transcription",
    body: voiceEvent("realTimeTranscriptionStarted", { ...times, realTimeTranscription, tag: "t" }),
  },
  RealTimeTranscriptionStoppedEvent: {
    path: "voice/transcription",
    body: voiceEvent("realTimeTranscriptionStopped", {
      ...times,
      realTimeTranscription: { ...realTimeTranscription, duration: "PT7.0S" },
      cause: "closed",
      errorMessage: "Closed",
      tag: "t",
    }),
  },
  RecordCompleteEvent: {
    path: "voice/record",
    body: voiceEvent("recordComplete", { ...times, ...bLeg, ...recording, tag: "t" }),
  },
  RecordingAvailableEvent: {
    path: "voice/recording",
    body: voiceEvent("recordingAvailable", {
      ...bLeg,
      ...recording,
      enqueuedTime: times.enqueuedTime,
      status: "complete",
      tag: "t",
    }),
  },
  RedirectEvent: { path: "voice/redirect", body: voiceEvent("redirect", { ...times, ...bLeg, tag: "t" }) },
  RequestedLocationResponseEvent: {
    path: "messaging",
    body: message("requested-location-response", {
      carrierName: "other",
      message: { ...rcs, locationResponse: { latitude: "37.7749", longitude: "-122.4194" } },
    }),
  },
  SuggestionResponseEvent: {
    path: "messaging",
    body: message("suggestion-response", {
      carrierName: "other",
      message: {
        ...rcs,
        suggestionResponse: {
          text: "Yes, I would like to proceed",
          postbackData: "yes",
          pairedMessageId: "1752697342534u24xerqdukke523x",
        },
      },
    }),
  },
  TranscriptionAvailableEvent: {
    path: "voice/transcription",
    body: voiceEvent("transcriptionAvailable", {
      ...bLeg,
      ...recording,
      enqueuedTime: times.enqueuedTime,
      tag: "t",
      transcription: {
        id: "t-1",
        url: "https://voice.bandwidth.com/t",
        status: "available",
        completedTime: "2026-11-21T09:00:00.000Z",
      },
    }),
  },
  TransferAnswerEvent: {
    path: "voice/transfer",
    body: voiceEvent("transferAnswer", { ...times, ...bLeg, tag: "t" }),
  },
  TransferCompleteEvent: {
    path: "voice/transfer",
    body: voiceEvent("transferComplete", {
      ...times,
      ...end,
      transferCallerId: "+19195554321",
      transferTo: "+19195559999",
      tag: "t",
    }),
  },
  TransferDisconnectEvent: {
    path: "voice/transfer",
    body: voiceEvent("transferDisconnect", {
      ...times,
      ...bLeg,
      ...end,
      endTime: "2026-11-21T09:00:00.000Z",
      tag: "t",
    }),
  },
};
