import { ACCOUNT_ID, OWN_NUMBER, VOICE_APPLICATION_ID } from "./account.ts";
import { speechDuration } from "./audio.ts";
import type { Clock } from "./clock.ts";
import type { MessageRecord } from "./messaging/message.ts";
import type { Store } from "./store.ts";
import type { Call } from "./voice/call.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const GREETING = "Thank you for calling. This call is recorded.";
const REPLY = "Hello, I would like to know when my parcel arrives.";

/**
 * Fills the store with finished calls, recordings, a conference and messages. Ids and numbers are those of the examples in
 * Bandwidth's published contract; times are relative to the start, so that all of it is within retention.
 */
export function seed({ store, clock }: { store: Store; clock: Pick<Clock, "now" | "lifetime"> }): void {
  const now = clock.now();

  const recorded = store.addCall(
    finishedCall(now - 3 * HOUR_MS, {
      callId: "c-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
      to: "+19195551234",
      from: OWN_NUMBER,
      direction: "outbound",
      tag: "exampleTag",
    }),
  );
  recorded.realTimeTranscriptions = [
    {
      transcriptionId: "t-3f758f24-c7a2fc78-7c91-401a-8b2e-e542f9c40d6b",
      transcriptionName: "live_transcription",
      tracks: [
        { detectedLanguage: "en-US", track: "inbound", transcript: REPLY, confidence: 0.9 },
        { detectedLanguage: "en-US", track: "outbound", transcript: GREETING, confidence: 0.9 },
      ],
    },
  ];
  const inbound = store.addCall(
    finishedCall(now - 2 * HOUR_MS, {
      callId: "c-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
      to: OWN_NUMBER,
      from: "+15555555555",
      direction: "inbound",
    }),
  );
  const { answerTime: _, ...neverAnswered } = finishedCall(now - HOUR_MS, {
    callId: "c-95ac8d6e-1a31c52e-b38f-4198-93c1-51633ec68f8d",
    to: "+15555551212",
    from: OWN_NUMBER,
    direction: "outbound",
  });
  store.addCall({
    ...neverAnswered,
    disconnectCause: "busy",
    errorMessage: "Callee is busy",
    errorId: "643af1bf-f4ef-4b0a-b2f8-0d3a9ea2d4d0",
  });

  addRecording(store, recorded, "r-15ac29a2-1331029c-2cb0-4a07-b215-b22865662d85", 1);
  addRecording(store, inbound, "r-fbe05094-9fd2afe9-bf5b-4c68-820a-41a01c1c5833", 2);

  addConference(store, clock, now - 3 * HOUR_MS);

  store.addMessage(
    messageRecord(now - 4 * HOUR_MS, {
      messageId: "1589228074636lm4k2je7j7jklbn2",
      sourceTn: "+15554443333",
      destinationTn: OWN_NUMBER,
      messageStatus: "RECEIVED",
      messageDirection: "INBOUND",
    }),
  );
  store.addMessage(
    messageRecord(now - 3 * HOUR_MS, {
      messageId: "9e0df4ca-b18d-40d7-a59f-82fcdf5ae8e6",
      sourceTn: OWN_NUMBER,
      destinationTn: "+15554443333",
      messageStatus: "DELIVERED",
      messageDirection: "OUTBOUND",
      messageType: "mms",
      attachmentCount: 1,
    }),
  );
  store.addMessage(
    messageRecord(now - HOUR_MS, {
      messageId: "1661365814859loidf7mcwd4qacn7",
      sourceTn: OWN_NUMBER,
      destinationTn: "+15554442222",
      messageStatus: "FAILED",
      messageDirection: "OUTBOUND",
      errorCode: 9902,
    }),
  );
}

function finishedCall(
  startTime: number,
  fields: Pick<Call, "callId" | "to" | "from" | "direction" | "tag">,
): Omit<Call, "sequence"> {
  const answerTime = startTime + 11_000;
  const endTime = answerTime + MINUTE_MS;
  return {
    ...fields,
    accountId: ACCOUNT_ID,
    applicationId: VOICE_APPLICATION_ID,
    state: "disconnected",
    ...(fields.direction === "outbound" && { enqueuedTime: startTime }),
    startTime,
    answerTime,
    endTime,
    lastUpdate: endTime,
    disconnectCause: "hangup",
  };
}

function addRecording(store: Pick<Store, "addRecording">, call: Call, recordingId: string, channels: 1 | 2) {
  const startTime = call.answerTime ?? call.lastUpdate;
  const greetingMs = speechDuration(GREETING);
  const durationMs = greetingMs + speechDuration(REPLY) + 1000;
  store.addRecording({
    recordingId,
    call,
    status: "complete",
    channels,
    startTime,
    endTime: startTime + durationMs,
    ...(channels === 1 && { recordingName: "my-recording-name" }),
    takes: [
      {
        durationMs,
        sounds: [
          { speaker: "application", text: GREETING, offsetMs: 0 },
          { speaker: "farParty", text: REPLY, offsetMs: greetingMs + 500 },
        ],
      },
    ],
  });
}

function addConference(
  store: Pick<Store, "addConference">,
  clock: Pick<Clock, "lifetime">,
  createdTime: number,
) {
  const durationMs = speechDuration(GREETING) + 1000;
  const conference = store.addConference({
    conferenceId: "conf-fe23a767-a75a5b77-20c5-4cca-b581-cbbf0776eca9",
    name: "my-conference-name",
    createdTime,
    completedTime: createdTime + MINUTE_MS,
    eventDestination: { url: "https://myServer.example/bandwidth/webhooks/conferenceEvent", method: "POST" },
    eventFallback: undefined,
    tag: "my custom tag",
    callbackTimeoutMs: 15_000,
    members: new Map(),
    heard: [],
    recordings: [],
    over: new AbortController(),
    script: Promise.resolve(),
    lifetime: clock.lifetime(),
    lastDelivery: Promise.resolve(),
  });
  conference.recordings.push({
    recordingId: "r-25ac29a2-1331029c-2cb0-4a07-b215-b22865662d85",
    conference,
    status: "complete",
    channels: 1,
    startTime: createdTime,
    endTime: createdTime + durationMs,
    takes: [{ durationMs, sounds: [{ speaker: "application", text: GREETING, offsetMs: 0 }] }],
    recordingName: "my-recording-name",
  });
}

function messageRecord(
  receiveTime: number,
  fields: Pick<
    MessageRecord,
    "messageId" | "sourceTn" | "destinationTn" | "messageStatus" | "messageDirection"
  > &
    Partial<MessageRecord>,
): Omit<MessageRecord, "sequence"> {
  return {
    accountId: ACCOUNT_ID,
    messageType: "sms",
    segmentCount: 1,
    errorCode: 0,
    carrierName: null,
    messageLength: 18,
    attachmentCount: null,
    recipientCount: 1,
    bwLatency: fields.messageDirection === "INBOUND" ? 0 : 1,
    carrierLatency: fields.messageDirection === "INBOUND" ? null : 1,
    receiveTime,
    ...fields,
  };
}
