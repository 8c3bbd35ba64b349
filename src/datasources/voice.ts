import { z } from "zod";
import { int } from "../lenient.ts";
import { path, type Rest } from "./rest.ts";
import { createCalls } from "./voice/calls.ts";
import { createConferences } from "./voice/conferences.ts";
import { createRealTimeTranscriptions } from "./voice/realTimeTranscriptions.ts";
import { createRecordings } from "./voice/recordings.ts";
import type { CallTimes } from "./voice/recordingsOfCalls.ts";

export { CallState } from "./voice/calls.ts";
export type {
  Conference,
  ConferenceMember,
  ConferenceRecordingMetadata,
  MemberKey,
} from "./voice/conferences.ts";
export type { CallTranscriptionKey, TranscribedTrack } from "./voice/realTimeTranscriptions.ts";
export type { CallRecordingMetadata, RecordingKey, RecordingTranscriptions } from "./voice/recordings.ts";

const AccountStatistics = z.object({ currentCallQueueSize: int, maxCallQueueSize: int });

/** Bandwidth's voice API for one request: what the request has read once it does not read again. */
export function createVoice(rest: Rest, accountId: string) {
  const account = path`accounts/${accountId}`;
  const times: CallTimes = new Map();
  return {
    ...createCalls(rest, account, times),
    ...createRecordings(rest, account, times),
    ...createConferences(rest, account),
    ...createRealTimeTranscriptions(rest, account),

    /** getStatistics. */
    statistics: async () => (await rest.get(`${account}/statistics`, AccountStatistics)).body,
  };
}
export type Voice = ReturnType<typeof createVoice>;
