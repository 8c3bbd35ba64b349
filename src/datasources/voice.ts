import type {
  CreateCall,
  TranscribeRecording,
  UpdateCall,
  UpdateCallRecording,
  UpdateConference,
  UpdateConferenceMember,
} from "bandwidth-sdk";
import { z } from "zod";
import { decimal, duration, flag, int, list, object, record, text, texts, time } from "../lenient.ts";
import { createLoader, type Page } from "./loader.ts";
import type { RequestBody } from "./requestBody.ts";
import { NO_BODY, path, type Rest } from "./rest.ts";
import { naming } from "./upstreamError.ts";

/** A call as getCallState and listCalls give it. */
export const CallState = z.object({
  callId: z.string(),
  accountId: text,
  applicationId: text,
  parentCallId: text,
  to: text,
  from: text,
  direction: text,
  state: text,
  stirShaken: record,
  identity: text,
  enqueuedTime: time,
  startTime: time,
  answerTime: time,
  endTime: time,
  disconnectCause: text,
  errorMessage: text,
  errorId: text,
  lastUpdate: time,
});
export type CallState = z.infer<typeof CallState>;

/** A member of a conference: a call. */
const ConferenceMember = z.object({
  callId: z.string(),
  conferenceId: z.string(),
  mute: flag,
  hold: flag,
  callIdsToCoach: texts,
});
export type ConferenceMember = z.infer<typeof ConferenceMember>;

/** A conference as getConference gives it, and listConferences without its members. */
const Conference = z.object({
  id: z.string(),
  name: text,
  createdTime: time,
  completedTime: time,
  conferenceEventUrl: text,
  conferenceEventMethod: text,
  tag: text,
  activeMembers: list(ConferenceMember).optional().catch(undefined),
});
export type Conference = z.infer<typeof Conference>;

/** A recording of a conference as the recordings endpoints give it. */
const ConferenceRecordingMetadata = z.object({
  recordingId: z.string(),
  conferenceId: z.string(),
  recordingName: text,
  accountId: text,
  name: text,
  duration,
  channels: int,
  startTime: time,
  endTime: time,
  fileFormat: text,
  status: text,
});
export type ConferenceRecordingMetadata = z.infer<typeof ConferenceRecordingMetadata>;

/** Query parameters of listConferences. */
export type ConferenceQuery = {
  name?: string | undefined;
  minCreatedTime?: string | undefined;
  maxCreatedTime?: string | undefined;
};

/** What createCall answers, of the fields that describe the call. */
const CreatedCall = z.object({
  callId: z.string(),
  accountId: text,
  applicationId: text,
  to: text,
  from: text,
  enqueuedTime: time,
  startTime: time,
});

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

/** A transcription of a live call: listRealTimeTranscriptions tells its id and name, getRealTimeTranscription its text. */
const ListedTranscription = z.object({ transcriptionId: z.string(), transcriptionName: text });
const CallTranscription = z.object({
  transcriptionId: z.string(),
  tracks: list(z.object({ track: text, transcript: text, confidence: decimal, detectedLanguage: text }))
    .optional()
    .catch(undefined),
});
export type TranscribedTrack = NonNullable<z.infer<typeof CallTranscription>["tracks"]>[number];

const AccountStatistics = z.object({ currentCallQueueSize: int, maxCallQueueSize: int });

/** Query parameters of listCalls. */
export type CallQuery = {
  to?: string | undefined;
  from?: string | undefined;
  minStartTime?: string | undefined;
  maxStartTime?: string | undefined;
  disconnectCause?: string | undefined;
};

/** The most recordings that listAccountCallRecordings gives. It has no next page. */
const MAX_ACCOUNT_RECORDINGS = 1000;

const AccountRecordings = z.array(z.unknown()).transform((items) => ({
  recordings: list(CallRecordingMetadata).parse(items),
  capped: items.length >= MAX_ACCOUNT_RECORDINGS,
}));

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

export type CallTranscriptionKey = { callId: string; transcriptionId: string };
export type MemberKey = { conferenceId: string; callId: string };
export type ConferenceRecordingKey = { conferenceId: string; recordingId: string };

/** Bandwidth's voice API for one request: what the request has read once it does not read again. */
export function createVoice(rest: Rest, accountId: string) {
  const account = path`accounts/${accountId}`;

  const call = createLoader(
    rest.calls,
    async (callId: string) => (await rest.get(account + path`/calls/${callId}`, CallState)).body,
    (callId) => callId,
  );
  const pathOf = ({ callId, recordingId }: RecordingKey) =>
    account + path`/calls/${callId}/recordings/${recordingId}`;
  const recording = createLoader(
    rest.calls,
    async (key: RecordingKey) => (await rest.get(pathOf(key), CallRecordingMetadata)).body,
    recordingKey,
  );
  const recordings = createLoader(
    rest.calls,
    async (callId: string) =>
      (await rest.get(account + path`/calls/${callId}/recordings`, list(CallRecordingMetadata))).body,
    (callId) => callId,
  );
  const transcription = createLoader(
    rest.calls,
    async (key: RecordingKey) =>
      (await rest.get(`${pathOf(key)}/transcription`, RecordingTranscriptions)).body,
    recordingKey,
  );

  // A list leaves the members out, so that what it gave is kept apart from what getConference does.
  const listedConferences = new Map<string, Conference>();
  const conference = createLoader(
    rest.calls,
    async (conferenceId: string) => {
      const { body } = await rest.get(account + path`/conferences/${conferenceId}`, Conference);
      for (const item of body.activeMembers ?? []) member.prime(item, item);
      return body;
    },
    (conferenceId) => conferenceId,
  );
  const member = createLoader(
    rest.calls,
    async ({ conferenceId, callId }: MemberKey) =>
      (await rest.get(account + path`/conferences/${conferenceId}/members/${callId}`, ConferenceMember)).body,
    ({ conferenceId, callId }) => `${conferenceId}/${callId}`,
  );
  const conferenceRecording = createLoader(
    rest.calls,
    async ({ conferenceId, recordingId }: ConferenceRecordingKey) =>
      (
        await rest.get(
          account + path`/conferences/${conferenceId}/recordings/${recordingId}`,
          ConferenceRecordingMetadata,
        )
      ).body,
    ({ conferenceId, recordingId }) => `${conferenceId}/${recordingId}`,
  );
  const conferenceRecordings = createLoader(
    rest.calls,
    async (conferenceId: string) =>
      (
        await rest.get(
          account + path`/conferences/${conferenceId}/recordings`,
          list(ConferenceRecordingMetadata),
        )
      ).body,
    (conferenceId) => conferenceId,
  );

  /** A write to a conference, after which what was read of it and its members holds no more. */
  async function changeConference(
    conferenceId: string,
    write: () => Promise<unknown>,
    changed = `conference ${conferenceId}`,
  ): Promise<void> {
    await naming(changed, write);
    listedConferences.delete(conferenceId);
    conference.clear(conferenceId);
    member.clearAll();
  }

  const pathOfTranscription = ({ callId, transcriptionId }: CallTranscriptionKey) =>
    account + path`/calls/${callId}/transcriptions/${transcriptionId}`;
  const callTranscription = createLoader(
    rest.calls,
    async (key: CallTranscriptionKey) => (await rest.get(pathOfTranscription(key), CallTranscription)).body,
    ({ callId, transcriptionId }) => `${callId}/${transcriptionId}`,
  );
  const callTranscriptions = createLoader(
    rest.calls,
    async (callId: string) =>
      (await rest.get(account + path`/calls/${callId}/transcriptions`, list(ListedTranscription))).body,
    (callId) => callId,
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
    /** getCallState; `undefined` when Bandwidth does not know the call. */
    call: (callId: string) => call.load(callId),

    /** listCalls, oldest first. Primes `call`. */
    async calls(filter: CallQuery, pageSize: number, pageToken?: string): Promise<Page<CallState>> {
      const { body, headers } = await rest.get(`${account}/calls`, list(CallState), {
        query: {
          ...filter,
          pageSize,
          pageToken,
        },
      });
      for (const item of body) call.prime(item.callId, item);
      return { items: body, next: nextPageToken(headers.get("link")) };
    },

    /** createCall. The answer has no state: a call that was just accepted is `queued`. */
    async createCall(request: RequestBody<CreateCall>) {
      return {
        ...(await rest.post(`${account}/calls`, request, CreatedCall, "calls")),
        state: "queued",
        direction: "outbound",
      };
    },

    /** updateCall. */
    async updateCall(callId: string, request: RequestBody<UpdateCall>): Promise<void> {
      await naming(`call ${callId}`, () => rest.post(account + path`/calls/${callId}`, request, NO_BODY));
      call.clear(callId);
    },

    /** updateCallBxml. */
    async updateCallBxml(callId: string, xml: string): Promise<void> {
      await naming(`call ${callId}`, () => rest.putXml(account + path`/calls/${callId}/bxml`, xml));
      call.clear(callId);
    },

    /** A conference as a list gave it, else getConference; `undefined` when Bandwidth does not know it. */
    conference: async (conferenceId: string) =>
      listedConferences.get(conferenceId) ?? conference.load(conferenceId),

    /** The members of a conference: getConference. `undefined` when Bandwidth does not know the conference. */
    async activeMembers(conferenceId: string): Promise<readonly ConferenceMember[] | undefined> {
      const whole = await conference.load(conferenceId);
      return whole && (whole.activeMembers ?? []);
    },

    /** listConferences, oldest first. Primes `conference`. */
    async conferences(
      filter: ConferenceQuery,
      pageSize: number,
      pageToken?: string,
    ): Promise<Page<Conference>> {
      const { body, headers } = await rest.get(`${account}/conferences`, list(Conference), {
        query: {
          ...filter,
          pageSize,
          pageToken,
        },
      });
      for (const item of body) listedConferences.set(item.id, item);
      return { items: body, next: nextPageToken(headers.get("link")) };
    },

    /** getConferenceMember; `undefined` when Bandwidth does not know it. */
    conferenceMember: (key: MemberKey) => member.load(key),

    /** updateConference. */
    updateConference: (conferenceId: string, request: RequestBody<UpdateConference>) =>
      changeConference(conferenceId, () =>
        rest.post(account + path`/conferences/${conferenceId}`, request, NO_BODY),
      ),

    /** updateConferenceBxml. */
    updateConferenceBxml: (conferenceId: string, xml: string) =>
      changeConference(conferenceId, () =>
        rest.putXml(account + path`/conferences/${conferenceId}/bxml`, xml),
      ),

    /** updateConferenceMember. */
    updateConferenceMember: (
      { conferenceId, callId }: MemberKey,
      request: RequestBody<UpdateConferenceMember>,
    ) =>
      changeConference(
        conferenceId,
        () => rest.put(account + path`/conferences/${conferenceId}/members/${callId}`, request),
        `member ${callId} of conference ${conferenceId}`,
      ),

    /** getConferenceRecording; `undefined` when Bandwidth does not know it. */
    conferenceRecording: (key: ConferenceRecordingKey) => conferenceRecording.load(key),

    /** listConferenceRecordings; empty when Bandwidth does not know the conference. Primes `conferenceRecording`. */
    async conferenceRecordings(conferenceId: string): Promise<readonly ConferenceRecordingMetadata[]> {
      const items = (await conferenceRecordings.load(conferenceId)) ?? [];
      for (const item of items) conferenceRecording.prime(item, item);
      return items;
    },

    /** getCallRecording; `undefined` when Bandwidth does not know it. */
    recording: (key: RecordingKey) => recording.load(key),

    /** listCallRecordings; empty when Bandwidth does not know the call. Primes `recording`. */
    async recordings(callId: string): Promise<readonly CallRecordingMetadata[]> {
      const items = (await recordings.load(callId)) ?? [];
      for (const item of items) recording.prime(item, item);
      return items;
    },

    /** listAccountCallRecordings; `capped` when there may be more than it gives. Primes `recording`. */
    async accountRecordings(filter: RecordingQuery) {
      const { body } = await rest.get(`${account}/recordings`, AccountRecordings, { query: filter });
      for (const item of body.recordings) recording.prime(item, item);
      return body;
    },

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

    /** listRealTimeTranscriptions; empty when Bandwidth does not know the call. */
    realTimeTranscriptions: async (callId: string) => (await callTranscriptions.load(callId)) ?? [],

    /** getRealTimeTranscription; `undefined` when Bandwidth does not know it. */
    realTimeTranscription: (key: CallTranscriptionKey) => callTranscription.load(key),

    /** deleteRealTimeTranscription. */
    async deleteRealTimeTranscription(key: CallTranscriptionKey): Promise<void> {
      await naming(`transcription ${key.transcriptionId} of call ${key.callId}`, () =>
        rest.delete(pathOfTranscription(key)),
      );
      callTranscription.clear(key);
      callTranscriptions.clear(key.callId);
    },

    /** getStatistics. */
    statistics: async () => (await rest.get(`${account}/statistics`, AccountStatistics)).body,
  };
}
export type Voice = ReturnType<typeof createVoice>;

/** Of `<url>; rel="next"` (RFC 8288) only the token is taken: its host is never followed. */
function nextPageToken(link: string | null): string | undefined {
  const url = link?.match(/<([^>]*)>\s*;[^,]*\brel="?next"?/)?.[1];
  return url && URL.canParse(url) ? (new URL(url).searchParams.get("pageToken") ?? undefined) : undefined;
}
