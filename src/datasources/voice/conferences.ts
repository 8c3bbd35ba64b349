import type { UpdateConference, UpdateConferenceMember } from "bandwidth-sdk";
import { z } from "zod";
import { duration, flag, int, list, text, texts, time } from "../../lenient.ts";
import { createLoader, type Page } from "../loader.ts";
import type { RequestBody } from "../requestBody.ts";
import { NO_BODY, path, type Rest } from "../rest.ts";
import { naming } from "../upstreamError.ts";
import { nextPageToken } from "./nextPageToken.ts";

/** A member of a conference: a call. */
const ConferenceMember = z.object({
  callId: z.string(),
  mute: flag,
  hold: flag,
  callIdsToCoach: texts,
});
/** The contract lets a member leave out its conference, which whoever asked knows. */
export type ConferenceMember = z.infer<typeof ConferenceMember> & { conferenceId: string };

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
const ListedConferences = list(Conference);

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
const ConferenceRecordings = list(ConferenceRecordingMetadata);

/** Query parameters of listConferences. */
type ConferenceQuery = {
  name?: string | undefined;
  minCreatedTime?: string | undefined;
  maxCreatedTime?: string | undefined;
};

export type MemberKey = { conferenceId: string; callId: string };
type ConferenceRecordingKey = { conferenceId: string; recordingId: string };

/** The conferences of an account, their members and recordings; `account` is its path. */
export function createConferences(rest: Rest, account: string) {
  // A list leaves the members out, so that what it gave is kept apart from what getConference does.
  const listedConferences = new Map<string, Conference>();
  const conference = createLoader(
    rest.calls,
    async (conferenceId: string) => {
      const { body } = await rest.get(account + path`/conferences/${conferenceId}`, Conference);
      const activeMembers = body.activeMembers?.map((item) => ({ ...item, conferenceId }));
      member.prime(activeMembers ?? [], (item) => item);
      return { ...body, activeMembers };
    },
    (conferenceId) => conferenceId,
  );
  const member = createLoader(
    rest.calls,
    async ({ conferenceId, callId }: MemberKey) => {
      const member = account + path`/conferences/${conferenceId}/members/${callId}`;
      return { ...(await rest.get(member, ConferenceMember)).body, conferenceId };
    },
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
      (await rest.get(account + path`/conferences/${conferenceId}/recordings`, ConferenceRecordings)).body,
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

  return {
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
      const { body, header } = await rest.get(`${account}/conferences`, ListedConferences, {
        query: {
          ...filter,
          pageSize,
          pageToken,
        },
      });
      for (const item of body) listedConferences.set(item.id, item);
      return { items: body, next: nextPageToken(header("link")) };
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
      conferenceRecording.prime(items, (item) => item);
      return items;
    },
  };
}
export type Conferences = ReturnType<typeof createConferences>;
