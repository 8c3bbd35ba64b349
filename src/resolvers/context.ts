import type { CallbackTarget } from "../bxml/eventUrls.ts";
import type { Lookup } from "../datasources/lookup.ts";
import type { Media } from "../datasources/media.ts";
import type { MediaBytes } from "../datasources/mediaBytes.ts";
import type { Messaging } from "../datasources/messaging.ts";
import type { Mfa } from "../datasources/mfa.ts";
import type { UpstreamCalls } from "../datasources/upstreamCalls.ts";
import type { Voice } from "../datasources/voice.ts";
import type { MediaUrls } from "../mediaUrl.ts";
import type { AnswerDocuments } from "../subscriptions/answerDocuments.ts";
import type { EventLog } from "../subscriptions/eventLog.ts";
import type { RejectedCallbacks } from "../subscriptions/rejectedCallbacks.ts";
import type { Once } from "./once.ts";

/** What all resolvers of one gateway share. */
export type Services = {
  log: EventLog;
  rejectedCallbacks: RejectedCallbacks;
  answerDocuments: AnswerDocuments;
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
  /** Aborts when the gateway stops: subscriptions end. */
  stopping: AbortSignal;
};

/** Bandwidth's APIs with the loaders of one operation, and the account of what it asks of them. */
export type Datasources = {
  calls: UpstreamCalls;
  voice: Voice;
  messaging: Messaging;
  media: Media;
  mfa: Mfa;
  lookup: Lookup;
};

/** What a resolver gets: made for each operation. */
export type Context = Services & {
  datasources: Datasources;
  /** How many more events the lists of the operation may give. */
  nodes: { left: number };
  /** Datasources that have loaded nothing yet. A subscription takes new ones for each event, for it may run for days. */
  createDatasources(): Datasources;
};
