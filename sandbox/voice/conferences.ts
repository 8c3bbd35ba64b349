import type { FastifyBaseLogger } from "fastify";
import { parseBxml } from "../bxml/parse.ts";
import type { Destination } from "../callbacks.ts";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Store } from "../store.ts";
import type { AudioFiles } from "./audioFiles.ts";
import {
  type Conference,
  type ConferenceRecording,
  type ConferenceSettings,
  coachOf,
  type Member,
} from "./conference.ts";
import type { ConferenceEvents } from "./conferenceEvents.ts";
import { type BxmlDocument, CallEnd, type Leg } from "./leg.ts";
import { PROCESSING_MS, type Recorder } from "./recorder.ts";
import { farPartySays } from "./speech.ts";
import type { Webhooks } from "./webhooks.ts";

/** Bandwidth's limits. */
const MAX_MEMBERS = 20;
const LONGEST_MS = 24 * 60 * 60 * 1000;

/** The conferences that are not over, and what can happen to them. */
export interface Conferences {
  /**
   * Lets a call into the conference of that name, which begins with its first member. Resolves when the conference is
   * ended from outside, so that the call's document goes on; rejects with the signal's reason.
   */
  join(
    leg: Leg,
    as: Omit<Member, "leg"> & { name: string; settings: ConferenceSettings },
    signal: AbortSignal,
  ): Promise<void>;
  /** Ends the conference; its members go on with their documents. */
  complete(conference: Conference): void;
  /** Asks for BXML for all members. */
  redirect(conference: Conference, destination: Destination, fallback: Destination | undefined): void;
  /** Runs BXML for all members, after what they are hearing now. */
  run(conference: Conference, document: BxmlDocument): void;
  /** Ends the recording under way, if any. */
  stopRecording(conference: Conference): void;
  reset(): void;
}

/** Makes the life of conferences. */
export function createConferences(services: {
  clock: Clock;
  ids: Pick<Ids, "conference">;
  store: Pick<Store, "addConference">;
  events: ConferenceEvents;
  webhooks: Pick<Webhooks, "ask" | "notify">;
  recorder: Recorder;
  audioFiles: AudioFiles;
  log: Pick<FastifyBaseLogger, "warn" | "error">;
}): Conferences {
  const { clock, ids, store, events, webhooks, recorder, audioFiles, log } = services;
  const activeByName = new Map<string, Conference>();

  function create(name: string, settings: ConferenceSettings): Conference {
    const conference = store.addConference({
      ...settings,
      conferenceId: ids.conference(),
      name,
      createdTime: clock.now(),
      members: new Map(),
      heard: [],
      recordings: [],
      over: new AbortController(),
      script: Promise.resolve(),
      lifetime: clock.lifetime(),
      lastDelivery: Promise.resolve(),
    });
    activeByName.set(name, conference);
    tell(conference, events.created(conference));
    return conference;
  }

  /** Tells an event and runs what its receiver answers. */
  function ask(
    conference: Conference,
    event: { eventType: string },
    destination: Destination,
    fallback: Destination | undefined,
  ) {
    clock.spawn(async () => {
      const reply = await webhooks.ask(conference, event, destination, fallback);
      if (reply !== undefined && reply.text.trim() !== "") run(conference, reply);
    });
  }

  function tell(conference: Conference, event: { eventType: string }) {
    const { eventDestination, eventFallback } = conference;
    if (eventDestination !== undefined) ask(conference, event, eventDestination, eventFallback);
  }

  function run(conference: Conference, { text, url }: BxmlDocument) {
    try {
      const verbs = parseBxml(text, url, "conference");
      const { signal } = conference.over;
      conference.script = conference.script.then(async () => {
        const scene = { conference, signal, clock, recorder, audioFiles, stopRecording };
        for (const { inConference } of verbs) {
          if (signal.aborted) return;
          await inConference?.(scene).catch((error: unknown) => {
            conference.lifetime.throwIfAborted();
            // An error in one verb does not stop the ones after it; the end of the conference is none.
            if (signal.aborted) return;
            if (error instanceof CallEnd) log.warn(error.message);
            else log.error(error);
          });
        }
      });
      clock.spawn(() => conference.script);
    } catch (error) {
      if (!(error instanceof CallEnd)) throw error;
      log.warn({ conferenceId: conference.conferenceId }, `Conference BXML was refused: ${error.message}`);
    }
  }

  function stopRecording(conference: Conference) {
    const ongoing = conference.recording;
    if (ongoing === undefined) return;
    conference.recording = undefined;
    recorder.pause(ongoing, conference);
    const recording: ConferenceRecording = {
      recordingId: ongoing.recordingId,
      conference,
      status: "processing",
      channels: 1,
      startTime: ongoing.startTime,
      endTime: clock.now(),
      takes: ongoing.takes,
    };
    conference.recordings.push(recording);
    clock.spawn(async () => {
      await clock.sleep(PROCESSING_MS);
      recording.status = "complete";
      if (ongoing.available === undefined) return;
      webhooks.notify(conference, events.recordingAvailable(recording), ongoing.available);
    });
  }

  function end(conference: Conference) {
    // Its name may have been taken by a new conference since.
    if (activeByName.get(conference.name) === conference) activeByName.delete(conference.name);
    conference.over.abort();
  }

  function leave(conference: Conference, { leg }: Member) {
    conference.members.delete(leg.call.callId);
    tell(conference, events.memberExit(conference, leg.call));
    if (conference.members.size > 0) return;
    end(conference);
    conference.completedTime = clock.now();
    stopRecording(conference);
    if (conference.eventDestination !== undefined) {
      webhooks.notify(conference, events.completed(conference), conference.eventDestination);
    }
  }

  return {
    join: async (leg, { name, settings, ...as }, signal) => {
      const conference = activeByName.get(name) ?? create(name, settings);
      if (conference.members.size >= MAX_MEMBERS) {
        throw new CallEnd("error", `Conference ${name} already has ${MAX_MEMBERS} members`);
      }
      const member: Member = { leg, ...as };
      if (coachOf(conference) !== undefined) member.callIdsToCoach = null;
      conference.members.set(leg.call.callId, member);
      tell(conference, events.memberJoin(conference, leg.call));
      leg.membership = { conference, member };
      farPartySays(leg, leg.farParty.sentence, clock.now());
      const left = conference.createdTime + LONGEST_MS - clock.now();
      await clock.sleep(left, AbortSignal.any([signal, conference.over.signal])).catch(() => undefined);
      leg.lifetime.throwIfAborted();
      leg.membership = undefined;
      leave(conference, member);
      signal.throwIfAborted();
    },
    complete: end,
    redirect: (conference, destination, fallback) =>
      ask(conference, events.redirect(conference), destination, fallback),
    run,
    stopRecording,
    reset: () => activeByName.clear(),
  };
}
