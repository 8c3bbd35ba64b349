import type { FastifyBaseLogger } from "fastify";
import type { AccessTokens } from "./accessTokens.ts";
import type { Applications } from "./applications.ts";
import type { BoundedLog } from "./boundedLog.ts";
import type { CallbackFaults } from "./callbackFaults.ts";
import type { Callbacks } from "./callbacks.ts";
import type { Clock } from "./clock.ts";
import type { Faults } from "./faults.ts";
import type { Ids } from "./ids.ts";
import type { Lookups } from "./lookup/lookups.ts";
import type { MediaStore } from "./media/mediaStore.ts";
import type { Messaging } from "./messaging/messaging.ts";
import type { Codes } from "./mfa/codes.ts";
import type { RequestRecord } from "./requestLog.ts";
import type { Store } from "./store.ts";
import type { Urls } from "./urls.ts";
import type { Calls } from "./voice/calls.ts";
import type { Conferences } from "./voice/conferences.ts";
import type { CallQueue } from "./voice/queue.ts";
import type { Recorder } from "./voice/recorder.ts";
import type { Transcriber } from "./voice/transcriber.ts";
import type { Webhooks } from "./voice/webhooks.ts";

/** All that operations and control routes are made of; each takes only what it needs. */
export interface Services {
  clock: Clock;
  ids: Ids;
  urls: Urls;
  store: Store;
  applications: Applications;
  accessTokens: AccessTokens;
  callbacks: Callbacks;
  callbackFaults: CallbackFaults;
  requests: BoundedLog<RequestRecord>;
  queue: CallQueue;
  calls: Calls;
  conferences: Conferences;
  recorder: Recorder;
  transcriber: Transcriber;
  webhooks: Pick<Webhooks, "hold">;
  messaging: Messaging;
  media: MediaStore;
  maxMediaBytes: number;
  faults: Faults;
  codes: Codes;
  tnLookups: Lookups;
  bulkLookups: Lookups;
  log: FastifyBaseLogger;
}
