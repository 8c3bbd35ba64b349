import { setTimeout } from "node:timers/promises";
import type { Config } from "./config.ts";
import { type Authorization, basicAuthorization, clientCredentials } from "./datasources/authorization.ts";
import { createByteStreams } from "./datasources/byteStreams.ts";
import { createConnectionPool } from "./datasources/connectionPool.ts";
import { createLookup } from "./datasources/lookup.ts";
import { createMedia } from "./datasources/media.ts";
import { createMediaBytes, type MediaBytes } from "./datasources/mediaBytes.ts";
import { createMessaging } from "./datasources/messaging.ts";
import { createMfa } from "./datasources/mfa.ts";
import { createLanes, createRates } from "./datasources/pace.ts";
import { createRest, path } from "./datasources/rest.ts";
import { createTokenBucket, type Rate, type TokenBucket } from "./datasources/tokenBucket.ts";
import { createUpstreamCalls, type UpstreamCalls } from "./datasources/upstreamCalls.ts";
import { createCalls } from "./datasources/voice/calls.ts";
import { createConferences } from "./datasources/voice/conferences.ts";
import { createRealTimeTranscriptions } from "./datasources/voice/realTimeTranscriptions.ts";
import { createRecordings } from "./datasources/voice/recordings.ts";
import { createCallTimes } from "./datasources/voice/recordingsOfCalls.ts";
import type { MaskSecrets } from "./maskSecrets.ts";
import type { Datasources } from "./resolvers/context.ts";
import { createKnown } from "./subscriptions/known.ts";
import { type Store, StoreUnavailable } from "./subscriptions/store.ts";

/** Bandwidth's APIs, as one gateway uses them. */
export type Upstream = {
  /** The APIs for one operation, whose reads end when its client leaves. */
  createDatasources(client: AbortSignal | undefined): Datasources;
  mediaBytes: MediaBytes;
  /** Whether nothing live waits for reads of an API, nor would if one more is made. */
  isQuiet(api: "voice" | "messaging"): boolean;
  /** Closes the connections, once what runs has ended. */
  close(): Promise<void>;
};

/**
 * Puts Bandwidth's APIs together: one pool of connections, one token, and the lanes and rates that all operations share. `leaving` aborts
 * when the gateway begins to stop: what waits to be sent then is not sent, so that it can be told while its client is there.
 */
export function createUpstream(
  config: Config,
  store: Store,
  {
    now,
    leaving,
    maskSecrets,
    warn,
  }: {
    now: () => number;
    leaving: AbortSignal;
    maskSecrets: MaskSecrets;
    warn: (message: string) => void;
  },
): Upstream {
  const pool = createConnectionPool();
  const authorization = createAuthorization(config, { fetch: pool.fetch, now, maskSecrets });
  const shared = {
    authorization,
    exchange: pool.exchange,
    leaving,
    now,
    random: Math.random,
    maskSecrets,
    rates: createRates({
      callsPerSecond: config.callsPerSecond,
      messagesPerSecond: config.messagesPerSecond,
      createBucket: (name, rate) => createBucket(store, name, rate, now),
    }),
  };
  const lanes = {
    voice: createLanes(now, leaving),
    messaging: createLanes(now, leaving),
    mfa: createLanes(now, leaving),
    lookup: createLanes(now, leaving),
  };
  const restOf = (api: keyof typeof lanes, baseUrl: string) =>
    createRest({ ...shared, api, baseUrl, lanes: lanes[api] });
  const voiceRest = restOf("voice", config.voiceUrl);
  const messagingRest = restOf("messaging", config.messagingUrl);
  const mfaRest = restOf("mfa", config.mfaUrl);
  const lookupRest = restOf("lookup", config.lookupUrl);
  const streams = { authorization, fetch: pool.stream, now, random: Math.random, maskSecrets };
  const mediaBytes = createMediaBytes({
    voice: createByteStreams({ ...streams, api: "voice", baseUrl: config.voiceUrl }),
    messaging: createByteStreams({ ...streams, api: "messaging", baseUrl: config.messagingUrl }),
    messagingUrl: config.messagingUrl,
    accountId: config.accountId,
  });

  const accepted = {
    keep: (id: string, answer: string) =>
      unlessUnavailable(() => store.accepted.keep(id, answer)).catch((error: unknown) =>
        warn(`What was answered of ${id} could not be kept: ${error}`),
      ),
    find: (id: string) => unlessUnavailable(() => store.accepted.find(id)),
  };

  const { accountId } = config;
  const account = path`accounts/${accountId}`;

  /**
   * Each is made when it is first used: a subscription that reads nothing upstream holds nothing for it, however many there are.
   * A class, since V8 gives each object literal with getters a hidden class of its own: more than 1 KB for each operation.
   */
  class OperationDatasources implements Datasources {
    readonly #client: AbortSignal | undefined;
    readonly #made: Partial<Datasources> = {};
    readonly calls: UpstreamCalls;
    readonly found = new Map<unknown, unknown>();
    /** Where the recordings of the calls that were read are to be looked for. */
    readonly #times = createCallTimes();

    constructor(client: AbortSignal | undefined) {
      this.#client = client;
      this.calls = createUpstreamCalls(config.upstreamBudget, client);
    }
    get known() {
      const { reads, callReads, over } = this.calls;
      this.#made.known ??= createKnown(store.log, (read) => reads.during(() => callReads.during(read)), over);
      return this.#made.known;
    }
    get voice() {
      this.#made.voice ??= createCalls({
        rest: voiceRest(this.calls),
        account,
        times: this.#times,
        accepted,
      });
      return this.#made.voice;
    }
    get recordings() {
      this.#made.recordings ??= createRecordings(voiceRest(this.calls), account, this.#times);
      return this.#made.recordings;
    }
    get conferences() {
      this.#made.conferences ??= createConferences(voiceRest(this.calls), account);
      return this.#made.conferences;
    }
    get realTimeTranscriptions() {
      this.#made.realTimeTranscriptions ??= createRealTimeTranscriptions(voiceRest(this.calls), account);
      return this.#made.realTimeTranscriptions;
    }
    get messaging() {
      this.#made.messaging ??= createMessaging(messagingRest(this.calls), accountId, accepted);
      return this.#made.messaging;
    }
    get media() {
      this.#made.media ??= createMedia(messagingRest(this.calls), accountId);
      return this.#made.media;
    }
    get mfa() {
      this.#made.mfa ??= createMfa(mfaRest(this.calls), accountId);
      return this.#made.mfa;
    }
    get lookup() {
      this.#made.lookup ??= createLookup(lookupRest(this.calls), accountId, {
        api: config.lookupApi,
        wait: (ms) => setTimeout(ms, undefined, { signal: this.#client }),
      });
      return this.#made.lookup;
    }
  }

  return {
    createDatasources: (client) => new OperationDatasources(client),
    mediaBytes,
    isQuiet: (api) => lanes[api].reads.isQuiet(),
    close: pool.close,
  };
}

/**
 * The rate is shared by all replicas, where there are any. While what they share cannot be reached each keeps to it by itself, with no more
 * at once than what it has not sent lately itself.
 */
function createBucket(store: Store, name: string, rate: Rate, now: () => number): TokenBucket {
  const own = createTokenBucket(rate, now);
  const shared = store.createTokenBucket?.(name, rate);
  if (!shared) return own;
  return {
    async reserve(maxWaitMs) {
      try {
        const reserved = await shared.reserve(maxWaitMs);
        if ("waitMs" in reserved) void own.reserve(Number.POSITIVE_INFINITY);
        return reserved;
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
        return own.reserve(maxWaitMs);
      }
    },
    pause(until) {
      shared.pause(until);
      own.pause(until);
    },
  };
}

function createAuthorization(
  { credentials }: Config,
  parts: { fetch: typeof fetch; now: () => number; maskSecrets: MaskSecrets },
): Authorization {
  return credentials.kind === "basic"
    ? basicAuthorization(credentials.username, credentials.password)
    : clientCredentials({ ...credentials, ...parts });
}

/** What the store gives, or nothing while it cannot be used. */
async function unlessUnavailable<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return undefined;
  }
}
