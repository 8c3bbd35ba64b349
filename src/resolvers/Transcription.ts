import type { RecordingKey, RecordingTranscriptions } from "../datasources/voice/recordings.ts";
import { TranscriptionStatus } from "../generated/enums.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context } from "./context.ts";
import { openEnum } from "./openEnum.ts";

/** What a recording says of its transcription, and the recording whose text is loaded when it is asked for. */
export type TranscriptionSource = RecordingKey & {
  id?: string | undefined;
  status?: string | undefined;
  completedTime?: string | undefined;
};

export const transcriptionStatus = openEnum(TranscriptionStatus);

/** A resolver that loads the text. */
function read<T>(field: (text: RecordingTranscriptions) => T) {
  return async (
    { callId, recordingId }: TranscriptionSource,
    _args: unknown,
    { datasources }: Context,
  ): Promise<T | undefined> => {
    const text = await datasources.recordings.transcription({ callId, recordingId });
    return text && field(text);
  };
}

export const Transcription: CompleteResolvers["Transcription"] = {
  transcriptionId: ({ id }) => id,
  status: ({ status }) => transcriptionStatus(status),
  rawStatus: ({ status }) => status,
  transcripts: read(({ transcripts }) => transcripts),
  clips: read(({ clips }) => clips),
};
