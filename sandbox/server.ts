import Fastify, { LogController } from "fastify";
import { createAccessTokens } from "./accessTokens.ts";
import { api } from "./api.ts";
import { seededApplications } from "./applications.ts";
import { createBoundedLog } from "./boundedLog.ts";
import { createCallbackFaults } from "./callbackFaults.ts";
import { createCallbacks } from "./callbacks.ts";
import { createClock } from "./clock.ts";
import type { Config } from "./config.ts";
import { control } from "./control/routes.ts";
import { createFaults } from "./faults.ts";
import { createIds, createRandom } from "./ids.ts";
import { createLookups } from "./lookup/lookups.ts";
import { createMediaStore } from "./media/mediaStore.ts";
import { createMessaging } from "./messaging/messaging.ts";
import { createCodes } from "./mfa/codes.ts";
import { MAX_REQUESTS_LOGGED, type RequestRecord } from "./requestLog.ts";
import { seed } from "./seed.ts";
import type { Services } from "./services.ts";
import { createStore } from "./store.ts";
import { createUrls } from "./urls.ts";
import { createAudioFiles } from "./voice/audioFiles.ts";
import { createCalls } from "./voice/calls.ts";
import { createConferenceEvents } from "./voice/conferenceEvents.ts";
import { createConferences } from "./voice/conferences.ts";
import { createVoiceEvents } from "./voice/events.ts";
import { createCallQueue } from "./voice/queue.ts";
import { createRecorder } from "./voice/recorder.ts";
import { createStreams } from "./voice/streams.ts";
import { createTranscriber } from "./voice/transcriber.ts";
import { createWebhooks } from "./voice/webhooks.ts";

/** The largest request body; the 15,000 numbers of a bulk lookup, with one on each line, need 400 KB. */
const MAX_BODY_BYTES = 512 * 1024;

export interface Sandbox {
  /** Listens; resolves with the base of all URLs. */
  start(): Promise<string>;
  stop(): Promise<void>;
}

/** A URL whose path can be decoded. One that cannot Fastify would refuse in a shape of its own, before any credentials are seen. */
function decodableUrl(url: string): string {
  const [path = "", ...query] = url.split("?");
  try {
    decodeURIComponent(path);
    return url;
  } catch {
    return [path.replaceAll("%", "%25"), ...query].join("?");
  }
}

/** Puts the sandbox together. */
export function createSandbox(config: Config): Sandbox {
  const server = Fastify({
    logger: { level: config.logLevel },
    // Its own line per request would hold query parameters; GET /_sandbox/requests shows the requests.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    rewriteUrl: ({ url = "/" }) => decodableUrl(url),
    forceCloseConnections: true,
  });
  const { log } = server;
  let url = "";

  const clock = createClock(config.clockSpeed, (error) => log.error(error));
  let random = createRandom(config.seed);
  const ids = createIds(() => random());
  const urls = createUrls(() => url);
  const store = createStore({ clock });
  const applications = seededApplications(config);
  const accessTokens = createAccessTokens({ clock, ids });
  const requests = createBoundedLog<RequestRecord>(MAX_REQUESTS_LOGGED);
  const callbackFaults = createCallbackFaults();
  const callbacks = createCallbacks({ clock, faults: callbackFaults });
  const events = createVoiceEvents({ clock, urls });
  const webhooks = createWebhooks({ callbacks, clock, faults: callbackFaults });
  const transcriber = createTranscriber({ clock, ids, events, webhooks });
  const recorder = createRecorder({ clock, ids, store, events, webhooks, transcriber });
  const queue = createCallQueue({ clock, callsPerSecond: config.callsPerSecond });
  const audioFiles = createAudioFiles({ clock, agent: callbacks.agent });
  const conferences = createConferences({
    clock,
    ids,
    store,
    events: createConferenceEvents({ clock, urls }),
    webhooks,
    recorder,
    audioFiles,
    log,
  });
  const streams = createStreams({ clock, ids, urls, events, webhooks });
  const calls = createCalls({
    clock,
    ids,
    store,
    queue,
    events,
    webhooks,
    recorder,
    conferences,
    audioFiles,
    streams,
    log,
  });
  const messaging = createMessaging({ clock, store, callbacks, log });
  const media = createMediaStore({ clock });
  const faults = createFaults();
  const codes = createCodes({ clock, ids });
  const tnLookups = createLookups({ clock, ids });
  const bulkLookups = createLookups({ clock, ids });
  const services: Services = {
    clock,
    ids,
    urls,
    store,
    applications,
    accessTokens,
    callbacks,
    callbackFaults,
    requests,
    queue,
    calls,
    conferences,
    recorder,
    transcriber,
    webhooks,
    messaging,
    media,
    maxMediaBytes: config.maxMediaBytes,
    faults,
    codes,
    tnLookups,
    bulkLookups,
    log,
  };

  function reset() {
    clock.reset(config.clockSpeed);
    random = createRandom(config.seed);
    calls.reset();
    conferences.reset();
    store.clear();
    media.clear();
    faults.clear();
    callbackFaults.clear();
    codes.clear();
    tnLookups.clear();
    bulkLookups.clear();
    accessTokens.clear();
    requests.clear();
    callbacks.reset();
    Object.assign(applications, seededApplications(config));
    seed({ store, clock });
  }

  seed({ store, clock });
  server.register(async (scope) => api(scope, services));
  server.register(async (scope) => control(scope, { ...services, reset }), { prefix: "/_sandbox" });

  return {
    start: async () => {
      await server.listen({ host: config.host, port: config.port });
      const address = server.server.address();
      const port = typeof address === "object" && address !== null ? address.port : config.port;
      url = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${port}`;
      return url;
    },
    stop: async () => {
      clock.reset(0);
      await server.close();
      await callbacks.close();
      media.clear();
    },
  };
}
