import type { Clock } from "../clock.ts";
import type { AudioFiles } from "../voice/audioFiles.ts";
import type { Bridges } from "../voice/bridges.ts";
import type { Conference } from "../voice/conference.ts";
import type { Conferences } from "../voice/conferences.ts";
import type { VoiceEvents } from "../voice/events.ts";
import { type BxmlWebhook, CallEnd, type Leg } from "../voice/leg.ts";
import type { Recorder } from "../voice/recorder.ts";
import type { Streams } from "../voice/streams.ts";
import type { Transfers } from "../voice/transfers.ts";

/** Ends the call because of something that Bandwidth can do and the sandbox cannot. */
export const notEmulated = (what: string) =>
  new CallEnd("application-error", `The sandbox does not emulate ${what} yet`);

/** What verbs of a call run with. */
export interface CallServices {
  clock: Clock;
  events: VoiceEvents;
  recorder: Recorder;
  conferences: Pick<Conferences, "join">;
  transfers: Transfers;
  bridges: Bridges;
  audioFiles: AudioFiles;
  streams: Pick<Streams, "start" | "stop">;
  /** Answers a call that nobody has answered yet. */
  answer: (leg: Leg) => void;
}

/** What a verb runs with. */
export interface Scene extends CallServices {
  leg: Leg;
  /** Aborted when the call ends or is redirected; then the verb's wait must end. */
  signal: AbortSignal;
}

/** What a verb for a whole conference runs with. */
interface ConferenceScene {
  conference: Conference;
  /** Aborted when the conference ends. */
  signal: AbortSignal;
  clock: Clock;
  recorder: Pick<Recorder, "start" | "pause" | "resume">;
  audioFiles: AudioFiles;
  stopRecording: (conference: Conference) => void;
}

/** A verb ready to run. */
export interface Verb {
  /** Performs the verb in a call. A webhook as its result replaces the rest of the document by the webhook's reply. */
  inCall: (scene: Scene) => Promise<BxmlWebhook | undefined>;
  /** Performs it for all members of a conference; without it, it is not allowed there. */
  inConference?: (scene: ConferenceScene) => Promise<void>;
  /** Whether it is refused in a reply to transferAnswer. */
  isRefusedOnTransferAnswer?: true;
  /** Whether an inbound call that nobody has answered stays so; Bandwidth documents this for few, the rest is a choice. */
  leavesUnanswered?: boolean;
}
