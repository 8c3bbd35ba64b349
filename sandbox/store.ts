import type { Clock } from "./clock.ts";
import type { MessageRecord } from "./messaging/message.ts";
import type { Call } from "./voice/call.ts";
import type { Conference, ConferenceRecording } from "./voice/conference.ts";
import type { RecordedAudio, Recording } from "./voice/recording.ts";

/** The most calls, conferences, recordings and message records that are kept; beyond that the oldest finished ones go. */
export const MAX_STORED = 10_000;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Bandwidth's own retention times. */
const CALL_RETENTION_MS = 7 * DAY_MS;
const RECORDING_RETENTION_MS = 30 * DAY_MS;
const MESSAGE_RETENTION_MS = 14 * DAY_MS;

/** All state, in memory. What is past Bandwidth's retention is not found any more. */
export interface Store {
  addCall(call: Omit<Call, "sequence">): Call;
  call(callId: string): Call | undefined;
  /** Oldest first. */
  calls(): Iterable<Call>;
  addRecording(recording: Recording): void;
  removeRecording(recording: Recording): void;
  recording(callId: string, recordingId: string): Recording | undefined;
  /** Oldest first. */
  recordings(): Iterable<Recording>;
  recordingsOf(callId: string): Recording[];
  addConference(conference: Omit<Conference, "sequence">): Conference;
  conference(conferenceId: string): Conference | undefined;
  /** Oldest first. */
  conferences(): Iterable<Conference>;
  recordingsOfConference(conference: Conference): ConferenceRecording[];
  addMessage(record: Omit<MessageRecord, "sequence">): MessageRecord;
  /** One record per recipient, oldest first. */
  messages(): Iterable<MessageRecord>;
  clear(): void;
}

/** Makes an empty store. */
export function createStore({ clock }: { clock: Pick<Clock, "now"> }): Store {
  const calls = new Map<string, Call>();
  const recordings = new Map<string, Recording>();
  const recordingsByCall = new Map<string, Recording[]>();
  const conferences = new Map<string, Conference>();
  const messages = new Set<MessageRecord>();
  let sequence = 0;

  const isCallKept = ({ endTime }: Call) =>
    endTime === undefined || clock.now() - endTime <= CALL_RETENTION_MS;
  const isRecordingKept = ({ endTime }: RecordedAudio) => clock.now() - endTime <= RECORDING_RETENTION_MS;

  function removeOldestFinishedCall() {
    for (const call of calls.values()) {
      if (call.state !== "disconnected") continue;
      calls.delete(call.callId);
      return;
    }
  }

  function removeOldestCompletedConference() {
    for (const { conferenceId, completedTime } of conferences.values()) {
      if (completedTime === undefined) continue;
      conferences.delete(conferenceId);
      return;
    }
  }

  function removeRecording({ recordingId, call }: Recording) {
    recordings.delete(recordingId);
    const rest =
      recordingsByCall.get(call.callId)?.filter((other) => other.recordingId !== recordingId) ?? [];
    if (rest.length === 0) recordingsByCall.delete(call.callId);
    else recordingsByCall.set(call.callId, rest);
  }

  return {
    addCall: (fields) => {
      if (calls.size >= MAX_STORED) removeOldestFinishedCall();
      sequence += 1;
      const call = { ...fields, sequence };
      calls.set(call.callId, call);
      return call;
    },
    call: (callId) => {
      const call = calls.get(callId);
      return call !== undefined && isCallKept(call) ? call : undefined;
    },
    *calls() {
      for (const call of calls.values()) if (isCallKept(call)) yield call;
    },
    addRecording: (recording) => {
      const [oldest] = recordings.values();
      if (recordings.size >= MAX_STORED && oldest !== undefined) removeRecording(oldest);
      recordings.set(recording.recordingId, recording);
      const { callId } = recording.call;
      recordingsByCall.set(callId, [...(recordingsByCall.get(callId) ?? []), recording]);
    },
    removeRecording,
    recording: (callId, recordingId) => {
      const recording = recordings.get(recordingId);
      return recording?.call.callId === callId && isRecordingKept(recording) ? recording : undefined;
    },
    *recordings() {
      for (const recording of recordings.values()) if (isRecordingKept(recording)) yield recording;
    },
    recordingsOf: (callId) => (recordingsByCall.get(callId) ?? []).filter(isRecordingKept),
    addConference: (fields) => {
      if (conferences.size >= MAX_STORED) removeOldestCompletedConference();
      sequence += 1;
      const conference = { ...fields, sequence };
      conferences.set(conference.conferenceId, conference);
      return conference;
    },
    conference: (conferenceId) => conferences.get(conferenceId),
    conferences: () => conferences.values(),
    recordingsOfConference: ({ recordings: made }) => made.filter(isRecordingKept),
    addMessage: (fields) => {
      const [oldest] = messages;
      if (messages.size >= MAX_STORED && oldest !== undefined) messages.delete(oldest);
      sequence += 1;
      const record = { ...fields, sequence };
      messages.add(record);
      return record;
    },
    *messages() {
      const oldest = clock.now() - MESSAGE_RETENTION_MS;
      for (const record of messages) if (record.receiveTime >= oldest) yield record;
    },
    clear: () => {
      calls.clear();
      recordings.clear();
      recordingsByCall.clear();
      conferences.clear();
      messages.clear();
    },
  };
}
