import type { CallRecordingMetadata, RecordingKey } from "../datasources/voice/recordings.ts";
import { FileFormat, RecordingStatus } from "../generated/enums.ts";
import { andThen, type MaybePromise } from "../maybePromise.ts";
import { callDirection } from "./Call.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { globalId } from "./globalId.ts";
import { openEnum } from "./openEnum.ts";

/** A recording as REST tells it, or in part, as an event does: what is left out is loaded when it is asked for. */
export type CallRecordingSource = CallRecordingMetadata & { partial?: true };

/** A recording of which only the ids are at hand. */
export const recordingById = ({ callId, recordingId }: RecordingKey): CallRecordingSource => ({
  callId,
  recordingId,
  partial: true,
});

export const fileFormat = openEnum(FileFormat);
export const recordingStatus = openEnum(RecordingStatus);

/** Whether there may be sound, as far as the status tells. Bandwidth's list of statuses is open: what it does not name may have some. */
export const mayHaveSound = (status: string | undefined) =>
  !["PROCESSING", "DELETED", "ERROR"].includes(recordingStatus(status) ?? "");

/** Makes resolvers that read one field of a recording, loading the recording where it is at hand in part only. */
export const reader =
  <R>(load: (recording: R, datasources: Datasources) => MaybePromise<R | undefined>) =>
  <T>(field: (recording: R) => T) =>
  (
    recording: R & { partial?: true },
    _args: unknown,
    { datasources }: Context,
  ): MaybePromise<T | undefined> => {
    const value = field(recording);
    if (value !== undefined || !recording.partial) return value;
    return andThen(load(recording, datasources), (loaded) => loaded && field(loaded));
  };

const read = reader((recording: CallRecordingMetadata, { recordings }) => recordings.recording(recording));

export const CallRecording: CompleteResolvers["CallRecording"] = {
  id: ({ callId, recordingId }) => globalId("CallRecording", callId, recordingId),
  api: () => "V2",
  call: ({ callId }) => ({ callId, loaded: false }),
  recordingName: read((recording) => recording.recordingName),
  accountId: read((recording) => recording.accountId),
  applicationId: read((recording) => recording.applicationId),
  to: read((recording) => recording.to),
  from: read((recording) => recording.from),
  direction: read((recording) => callDirection(recording.direction)),
  rawDirection: read((recording) => recording.direction),
  parentCallId: read((recording) => recording.parentCallId),
  transferCallerId: read((recording) => recording.transferCallerId),
  transferTo: read((recording) => recording.transferTo),
  duration: read((recording) => recording.duration),
  channels: read((recording) => recording.channels),
  startTime: read((recording) => recording.startTime),
  endTime: read((recording) => recording.endTime),
  fileFormat: read((recording) => fileFormat(recording.fileFormat)),
  rawFileFormat: read((recording) => recording.fileFormat),
  status: read((recording) => recordingStatus(recording.status)),
  rawStatus: read((recording) => recording.status),
  mediaUrl: ({ callId, recordingId, status }, _args, { mediaUrls }) =>
    mayHaveSound(status) ? mediaUrls.sign({ callId, recordingId }) : null,
  transcription: read(
    ({ callId, recordingId, transcription }) => transcription && { ...transcription, callId, recordingId },
  ),
};
