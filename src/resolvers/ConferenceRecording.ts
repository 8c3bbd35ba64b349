import type { ConferenceRecordingMetadata } from "../datasources/voice.ts";
import { fileFormat, mayHaveSound, recordingStatus } from "./CallRecording.ts";
import { conferenceById } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { globalId } from "./globalId.ts";

/** A recording as REST tells it, or in part, as an event does: what is left out is loaded when it is asked for. */
export type ConferenceRecordingSource = ConferenceRecordingMetadata & { partial?: true };

/** A resolver that reads one field of the recording, loading the recording if need be. */
function read<T>(field: (recording: ConferenceRecordingMetadata) => T) {
  return (
    recording: ConferenceRecordingSource,
    _args: unknown,
    { datasources }: Context,
  ): T | undefined | Promise<T | undefined> => {
    const value = field(recording);
    if (value !== undefined || !recording.partial) return value;
    return datasources.voice.conferenceRecording(recording).then((loaded) => loaded && field(loaded));
  };
}

export const ConferenceRecording: CompleteResolvers["ConferenceRecording"] = {
  id: ({ conferenceId, recordingId }) => globalId("ConferenceRecording", conferenceId, recordingId),
  api: () => "V2",
  conference: ({ conferenceId }) => conferenceById(conferenceId),
  recordingName: read((recording) => recording.recordingName),
  accountId: read((recording) => recording.accountId),
  name: read((recording) => recording.name),
  duration: read((recording) => recording.duration),
  channels: read((recording) => recording.channels),
  startTime: read((recording) => recording.startTime),
  endTime: read((recording) => recording.endTime),
  fileFormat: read((recording) => fileFormat(recording.fileFormat)),
  rawFileFormat: read((recording) => recording.fileFormat),
  status: read((recording) => recordingStatus(recording.status)),
  rawStatus: read((recording) => recording.status),
  mediaUrl: ({ conferenceId, recordingId, status }, _args, { mediaUrls }) =>
    mayHaveSound(status) ? mediaUrls.sign({ conferenceId, recordingId }) : null,
  transcription: () => null,
};
