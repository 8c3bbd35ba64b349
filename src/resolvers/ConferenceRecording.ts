import type { ConferenceRecordingMetadata } from "../datasources/voice/conferences.ts";
import { fileFormat, mayHaveSound, reader, recordingStatus } from "./CallRecording.ts";
import { conferenceById } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import { globalId } from "./globalId.ts";

/** A recording as REST tells it, or in part, as an event does: what is left out is loaded when it is asked for. */
export type ConferenceRecordingSource = ConferenceRecordingMetadata & { partial?: true };

const read = reader((recording: ConferenceRecordingMetadata, { conferences }) =>
  conferences.conferenceRecording(recording),
);

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
