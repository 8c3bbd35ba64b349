import type { CallRecordingMetadata, RecordingTranscriptionMetadata } from "bandwidth-sdk";
import type { Take } from "../audio.ts";
import type { Urls } from "../urls.ts";
import { toIsoDuration, toIsoTime } from "../values.ts";
import type { Call } from "./call.ts";
import type { Transcription } from "./transcription.ts";

/** What recordings of calls and of conferences have in common; times are milliseconds of the sandbox clock. */
export interface RecordedAudio {
  recordingId: string;
  /** `deleted` once the media is; the rest stays readable. */
  status: "processing" | "complete" | "deleted";
  channels: 1 | 2;
  startTime: number;
  endTime: number;
  takes: Take[];
  recordingName?: string;
}

/** A finished recording of a call. */
export interface Recording extends RecordedAudio {
  call: Call;
  transcription?: Transcription | undefined;
}

/** The length of a recording, without the time that it was paused. */
export const durationOf = ({ takes }: Pick<RecordedAudio, "takes">) =>
  takes.reduce((sum, take) => sum + take.durationMs, 0);

/** The fields that the API and the recording events have in common, for calls and conferences alike. */
export function audioFields(audio: RecordedAudio, mediaUrl: string) {
  return {
    recordingId: audio.recordingId,
    startTime: toIsoTime(audio.startTime),
    endTime: toIsoTime(audio.endTime),
    duration: toIsoDuration(durationOf(audio)),
    channels: audio.channels,
    fileFormat: "wav" as const,
    mediaUrl,
  };
}

/** The same of a call's recording. */
export const recordingFields = (recording: Recording, urls: Pick<Urls, "recordingMedia">) =>
  audioFields(recording, urls.recordingMedia(recording.call.callId, recording.recordingId));

/** What a recording says of its transcription. */
export function transcriptionMetadata(
  { call, recordingId }: Recording,
  { id, status, completedTime }: Transcription,
  urls: Pick<Urls, "recordingTranscription">,
) {
  return {
    id,
    status,
    ...(completedTime !== undefined && { completedTime: toIsoTime(completedTime) }),
    url: urls.recordingTranscription(call.callId, recordingId),
  } satisfies RecordingTranscriptionMetadata;
}

/** A recording as the recording operations show it. */
export function recordingMetadata(
  recording: Recording,
  urls: Pick<Urls, "recordingMedia" | "recordingTranscription">,
) {
  const { applicationId, accountId, callId, to, from, direction } = recording.call;
  const { transcription, recordingName } = recording;
  return {
    applicationId,
    accountId,
    callId,
    to,
    from,
    direction,
    ...recordingFields(recording, urls),
    status: recording.status,
    transcription: transcription ? transcriptionMetadata(recording, transcription, urls) : null,
    ...(recordingName !== undefined && { recordingName }),
  } satisfies CallRecordingMetadata;
}
