import type { CallTranscriptionKey } from "../datasources/voice/realTimeTranscriptions.ts";
import { callDirection } from "./Call.ts";
import type { CompleteResolvers } from "./complete.ts";
import { globalId } from "./globalId.ts";

/** A transcription of a live call as the list of its call tells it. Its text is loaded when it is asked for. */
export type RealTimeTranscriptionSource = CallTranscriptionKey & { transcriptionName?: string | undefined };

export const RealTimeTranscription: CompleteResolvers["RealTimeTranscription"] = {
  id: ({ callId, transcriptionId }) => globalId("RealTimeTranscription", callId, transcriptionId),
  api: () => "V2",
  call: ({ callId }) => ({ callId, loaded: false }),
  tracks: async ({ callId, transcriptionId }, _args, { datasources }) =>
    (await datasources.realTimeTranscriptions.realTimeTranscription({ callId, transcriptionId }))?.tracks,
};

export const TranscribedTrack: CompleteResolvers["TranscribedTrack"] = {
  track: ({ track }) => callDirection(track),
  rawTrack: ({ track }) => track,
};
