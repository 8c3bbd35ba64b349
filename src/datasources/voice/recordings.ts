import type { TranscribeRecording, UpdateCallRecording } from "bandwidth-sdk";
import { z } from "zod";
import { decimal, duration, int, list, object, text, time, transformed } from "../../lenient.ts";
import { andThen, type MaybePromise } from "../../maybePromise.ts";
import { createLoader } from "../loader.ts";
import type { RequestBody } from "../requestBody.ts";
import { NO_BODY, path, type Rest } from "../rest.ts";
import { naming } from "../upstreamError.ts";
import { type CallTimes, createRecordingsOfCalls } from "./recordingsOfCalls.ts";

/** A recording of a call as the recordings endpoints give it. */
const CallRecordingMetadata = z.object({
  recordingId: z.string(),
  callId: z.string(),
  recordingName: text,
  accountId: text,
  applicationId: text,
  parentCallId: text,
  to: text,
  from: text,
  transferCallerId: text,
  transferTo: text,
  duration,
  direction: text,
  channels: int,
  startTime: time,
  endTime: time,
  fileFormat: text,
  status: text,
  transcription: object({ id: text, status: text, completedTime: time }),
});
export type CallRecordingMetadata = z.infer<typeof CallRecordingMetadata>;
const CallRecordings = list(CallRecordingMetadata);

/** The text of a recording. Since 2026 a transcript names its speaker, and clips tell who spoke when. */
const Transcript = z.object({ text, confidence: decimal, speaker: int });
const TranscriptionClip = z.object({
  text,
  confidence: decimal,
  speaker: int,
  startTimeSeconds: decimal,
  endTimeSeconds: decimal,
});
const RecordingTranscriptions = z.object({
  transcripts: list(Transcript).optional().catch(undefined),
  clips: list(TranscriptionClip).optional().catch(undefined),
});
export type RecordingTranscriptions = z.infer<typeof RecordingTranscriptions>;

/** The most recordings that listAccountCallRecordings gives. It has no next page. */
const MAX_ACCOUNT_RECORDINGS = 1000;

const AccountRecordings = z.pipe(
  z.array(z.unknown()),
  transformed((items: unknown[]) => ({
    recordings: CallRecordings.parse(items),
    capped: items.length >= MAX_ACCOUNT_RECORDINGS,
  })),
);

/** Query parameters of listAccountCallRecordings. */
export type RecordingQuery = {
  to?: string | undefined;
  from?: string | undefined;
  minStartTime?: string | undefined;
  maxStartTime?: string | undefined;
};

export type RecordingKey = { callId: string; recordingId: string };
const recordingKey = (key: RecordingKey) => `${key.callId}/${key.recordingId}`;
const nameOf = ({ callId, recordingId }: RecordingKey) => `recording ${recordingId} of call ${callId}`;

/** The recordings of an account's calls, and their transcriptions; `account` is its path. */
export function createRecordings(rest: Rest, account: string, times: CallTimes) {
  const pathOf = ({ callId, recordingId }: RecordingKey) =>
    account + path`/calls/${callId}/recordings/${recordingId}`;
  const recording = createLoader(
    rest.calls,
    async (key: RecordingKey) => (await rest.get(pathOf(key), CallRecordingMetadata)).body,
    recordingKey,
  );
  /** listAccountCallRecordings; `capped` when there may be more than it gives. Primes `recording`. */
  async function accountRecordings(filter: RecordingQuery) {
    const { body } = await rest.get(`${account}/recordings`, AccountRecordings, { query: filter });
    recording.prime(body.recordings, (item) => item);
    return body;
  }
  const recordings = createRecordingsOfCalls(rest.calls, {
    times,
    listOfCall: async (callId) =>
      (await rest.get(account + path`/calls/${callId}/recordings`, CallRecordings)).body,
    listOfAccount: accountRecordings,
  });
  const transcription = createLoader(
    rest.calls,
    async (key: RecordingKey) =>
      (await rest.get(`${pathOf(key)}/transcription`, RecordingTranscriptions)).body,
    recordingKey,
  );

  /** A write to a recording, after which what was read of it holds no more. */
  async function change(
    key: RecordingKey,
    write: () => Promise<unknown>,
    changed = nameOf(key),
  ): Promise<void> {
    await naming(changed, write);
    recording.clear(key);
    recordings.clear(key.callId);
    transcription.clear(key);
  }

  return {
    /** getCallRecording; `undefined` when Bandwidth does not know it. */
    recording: (key: RecordingKey) => recording.load(key),

    /**
     * listCallRecordings, or for several calls listAccountCallRecordings; empty when Bandwidth does not know the call. Primes
     * `recording`.
     */
    recordings: (callId: string): MaybePromise<readonly CallRecordingMetadata[]> =>
      andThen(recordings.load(callId), (items = []) => {
        recording.prime(items, (item) => item);
        return items;
      }),

    accountRecordings,

    /** updateCallRecordingState: `paused` or `recording`. */
    async updateRecordingState(callId: string, { state }: UpdateCallRecording): Promise<void> {
      await naming(`call ${callId} that is being recorded`, () =>
        rest.put(account + path`/calls/${callId}/recording`, { state }),
      );
      recordings.clear(callId);
    },

    /** deleteRecording. */
    deleteRecording: (key: RecordingKey) => change(key, () => rest.delete(pathOf(key))),

    /** deleteRecordingMedia. */
    deleteRecordingMedia: (key: RecordingKey) => change(key, () => rest.delete(`${pathOf(key)}/media`)),

    /** getRecordingTranscription (getCallTranscription until 2024); `undefined` when there is none. */
    transcription: (key: RecordingKey) => transcription.load(key),

    /** transcribeCallRecording. */
    transcribe: (key: RecordingKey, request: RequestBody<TranscribeRecording>) =>
      change(key, () => rest.post(`${pathOf(key)}/transcription`, request, NO_BODY)),

    /** deleteRecordingTranscription (deleteCallTranscription until 2024). */
    deleteTranscription: (key: RecordingKey) =>
      change(key, () => rest.delete(`${pathOf(key)}/transcription`), `transcription of ${nameOf(key)}`),
  };
}
export type Recordings = ReturnType<typeof createRecordings>;
