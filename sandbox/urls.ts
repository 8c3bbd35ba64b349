import { ACCOUNT_ID } from "./account.ts";

/** The sandbox's own URLs, as Bandwidth puts them in answers and events. */
export interface Urls {
  /** All calls of the account. */
  calls(): string;
  call(callId: string): string;
  recordingMedia(callId: string, recordingId: string): string;
  recordingTranscription(callId: string, recordingId: string): string;
  realTimeTranscription(callId: string, transcriptionId: string): string;
  conferences(): string;
  conferenceMember(conferenceId: string, callId: string): string;
  conferenceRecordingMedia(conferenceId: string, recordingId: string): string;
  messages(): string;
  media(mediaName: string): string;
}

/** Makes the URLs; the base is known only once the server listens. */
export function createUrls(base: () => string): Urls {
  const account = () => `${base()}/api/v2/accounts/${ACCOUNT_ID}`;
  const calls = () => `${account()}/calls`;
  const conferences = () => `${account()}/conferences`;
  return {
    calls,
    call: (callId) => `${calls()}/${callId}`,
    recordingMedia: (callId, recordingId) => `${calls()}/${callId}/recordings/${recordingId}/media`,
    recordingTranscription: (callId, recordingId) =>
      `${calls()}/${callId}/recordings/${recordingId}/transcription`,
    realTimeTranscription: (callId, transcriptionId) =>
      `${calls()}/${callId}/transcriptions/${transcriptionId}`,
    conferences,
    conferenceMember: (conferenceId, callId) => `${conferences()}/${conferenceId}/members/${callId}`,
    conferenceRecordingMedia: (conferenceId, recordingId) =>
      `${conferences()}/${conferenceId}/recordings/${recordingId}/media`,
    media: (mediaName) =>
      `${base()}/api/v2/users/${ACCOUNT_ID}/media/${mediaName.split("/").map(encodeURIComponent).join("/")}`,
    messages: () => `${base()}/api/v2/users/${ACCOUNT_ID}/messages`,
  };
}
