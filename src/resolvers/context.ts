import type { CallbackTarget } from "../bxml/eventUrls.ts";
import type { ForwardHost } from "../callControl/forwardHosts.ts";
import type { WaitingCalls } from "../callControl/waitingCalls.ts";
import type { Lookup } from "../datasources/lookup.ts";
import type { Media } from "../datasources/media.ts";
import type { MediaBytes } from "../datasources/mediaBytes.ts";
import type { Messaging } from "../datasources/messaging.ts";
import type { Mfa } from "../datasources/mfa.ts";
import type { UpstreamCalls } from "../datasources/upstreamCalls.ts";
import type { Calls } from "../datasources/voice/calls.ts";
import type { Conferences } from "../datasources/voice/conferences.ts";
import type { RealTimeTranscriptions } from "../datasources/voice/realTimeTranscriptions.ts";
import type { Recordings } from "../datasources/voice/recordings.ts";
import type { MediaUrls } from "../mediaUrl.ts";
import type { Known } from "../subscriptions/known.ts";
import type {
  CallControls,
  CallScripts,
  EventAnswers,
  EventLog,
  OpenKey,
  RejectedCallbacks,
} from "../subscriptions/store.ts";
import type { Nodes } from "./connection.ts";
import type { LookupPolling } from "./lookupPolling.ts";
import type { Once } from "./once.ts";

/** What all resolvers of one gateway share. */
export type Services = {
  log: EventLog;
  rejectedCallbacks: RejectedCallbacks;
  callControls: CallControls;
  callScripts: CallScripts;
  eventAnswers: EventAnswers;
  waitingCalls: WaitingCalls;
  /** Where events may be forwarded to. */
  forwardHosts: readonly ForwardHost[];
  /** Says that a call was placed or a message sent, whose end should be heard of. */
  expectEnd: (items: readonly OpenKey[]) => Promise<void>;
  lookupPolling: LookupPolling;
  /** Says that something was done to a conference that no event tells. */
  conferenceChanged: (conferenceId: string) => void;
  /** Takes secrets out of what others wrote. */
  maskSecrets: (text: string) => string;
  callbackTarget: CallbackTarget;
  mediaBytes: MediaBytes;
  mediaUrls: MediaUrls;
  voiceApplicationId: string | undefined;
  messagingApplicationId: string | undefined;
  /** Runs a billed request at most once for its idempotency key. */
  once: Once;
  now: () => Date;
  /** An id that nobody can guess. */
  createId: () => string;
};

/** Bandwidth's APIs with the loaders of one operation, and the account of what it asks of them. */
export type Datasources = {
  calls: UpstreamCalls;
  /** What `oncePerOperation` found out, by the function that did. */
  found: Map<unknown, unknown>;
  /** What the log tells of the same things: earlier, for REST lags by minutes. */
  known: Known;
  /** The calls of the voice API. The others of it are beside them, for few operations need all. */
  voice: Calls;
  recordings: Recordings;
  conferences: Conferences;
  realTimeTranscriptions: RealTimeTranscriptions;
  messaging: Messaging;
  media: Media;
  mfa: Mfa;
  lookup: Lookup;
};

/** What a resolver gets: made for each operation, and for each event of a subscription. */
export type Context = Services & {
  datasources: Datasources;
  /** Bounds the events in the operation's lists. */
  nodes: Nodes;
  /** SSE's Last-Event-ID: the cursor that a client comes back with. It goes before `after`. */
  lastEventId: string | undefined;
};
