import type { CallState as VendorCallState } from "bandwidth-sdk";
import { toIsoTime } from "../values.ts";

export type CallState = "queued" | "initiated" | "answered" | "disconnected";

/** The causes that the sandbox ends calls with. */
export type DisconnectCause =
  | "hangup"
  | "busy"
  | "timeout"
  | "cancel"
  | "rejected"
  | "callback-error"
  | "invalid-bxml"
  | "application-error"
  | "account-limit"
  | "error"
  | "unknown";

/** A call as it is stored; times are milliseconds of the sandbox clock. */
export interface Call {
  /** Order of creation; page tokens hold it. */
  sequence: number;
  callId: string;
  accountId: string;
  applicationId: string;
  to: string;
  from: string;
  direction: "inbound" | "outbound";
  state: CallState;
  enqueuedTime?: number;
  startTime?: number;
  answerTime?: number;
  endTime?: number;
  lastUpdate: number;
  disconnectCause?: DisconnectCause;
  errorMessage?: string;
  errorId?: string;
  /** Absent when never set or cleared. */
  tag?: string;
  /** The call whose Transfer made this one; absent for any other. */
  parent?: Call;
  /** What was transcribed while it was said. */
  realTimeTranscriptions?: RealTimeTranscription[];
}

/** The transcription of a call while it went on. */
export interface RealTimeTranscription {
  transcriptionId: string;
  transcriptionName: string;
  tracks: {
    detectedLanguage: "en-US" | "es-US" | "fr-FR";
    track: "inbound" | "outbound";
    transcript: string;
    confidence: number;
  }[];
}

const orNull = (time: number | undefined) => (time === undefined ? null : toIsoTime(time));

/** A call as getCallState and listCalls show it. */
export function callState(call: Call) {
  return {
    applicationId: call.applicationId,
    accountId: call.accountId,
    callId: call.callId,
    parentCallId: call.parent?.callId ?? null,
    to: call.to,
    from: call.from,
    direction: call.direction,
    state: call.state,
    stirShaken: null,
    identity: null,
    enqueuedTime: orNull(call.enqueuedTime),
    startTime: orNull(call.startTime),
    answerTime: orNull(call.answerTime),
    endTime: orNull(call.endTime),
    disconnectCause: call.disconnectCause ?? null,
    errorMessage: call.errorMessage ?? null,
    errorId: call.errorId ?? null,
    lastUpdate: toIsoTime(call.lastUpdate),
  } satisfies VendorCallState;
}
