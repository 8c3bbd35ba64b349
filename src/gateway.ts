import { randomBytes, randomUUID } from "node:crypto";
import { lookup } from "node:dns/promises";
import { setMaxListeners } from "node:events";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";
import { type Logger, pino } from "pino";
import { createCallControl } from "./callControl/callControl.ts";
import { createForwarding } from "./callControl/forward.ts";
import { createForwardConnections } from "./callControl/forwardConnections.ts";
import { createWaitingCalls } from "./callControl/waitingCalls.ts";
import type { Config } from "./config.ts";
import { createMaskSecrets } from "./maskSecrets.ts";
import { createMediaUrls } from "./mediaUrl.ts";
import { openStore } from "./openStore.ts";
import { createReconciliation } from "./reconciliation/reconcile.ts";
import { MAX_NODES } from "./resolvers/connection.ts";
import type { Context, Services } from "./resolvers/context.ts";
import { createLookupPolling } from "./resolvers/lookupPolling.ts";
import { createOnce } from "./resolvers/once.ts";
import { createSchema } from "./resolvers/schema.ts";
import { addCallbacks } from "./server/callbacks.ts";
import { createErrorMask } from "./server/errors.ts";
import { createEventStreams } from "./server/eventStream.ts";
import { createFanOut } from "./server/fanOut.ts";
import { addGraphQL, type Client, createGraphQLServer } from "./server/graphql.ts";
import { addHealth } from "./server/health.ts";
import { createHttp } from "./server/http.ts";
import { addMedia } from "./server/media.ts";
import { createPostedOperations } from "./server/postedOperation.ts";
import { addWebSocket } from "./server/webSocket.ts";
import { createUpstream } from "./upstream.ts";

const TRIM_EVERY_MS = 60_000;
const RECONCILE_EVERY_MS = 30_000;
const MINUTE_MS = 60_000;
/** How long what runs has to finish after the stop began. Below the deadline of main.ts, so that the log is closed in order. */
const STOP_GRACE_MS = 8_000;
/** And operations over WebSocket, so that callbacks that wait for an application, which end behind them, still get their fallback. */
const WEB_SOCKET_GRACE_MS = 7_000;

/** The gateway, put together but not yet listening. */
export type Gateway = {
  /** Listens; resolves with the URL it is reached at. */
  start(): Promise<string>;
  /** Takes no more requests, ends subscriptions (WebSocket close 1001, end of SSE), finishes what runs, closes the log. */
  stop(): Promise<void>;
  /** Finds out over REST what callbacks should have told by now. Happens by itself every half minute. */
  reconcile(): Promise<void>;
};

/**
 * Wires all rooms together. A log that cannot be used at present is waited for; throws for a configuration that can never work.
 * `steadyNow`: ms since 1970 as they were at the start, by a clock that nobody sets: what lasts for a time goes by it.
 */
export async function createGateway(
  config: Config,
  log: Logger,
  now: () => Date = () => new Date(),
  steadyNow: () => number = () => performance.timeOrigin + performance.now(),
): Promise<Gateway> {
  // First nobody new is taken and those who listen are sent elsewhere, then all else ends.
  const leaving = new AbortController();
  const stopping = new AbortController();
  // Each subscriber listens for the stop; a warning at the eleventh would be noise.
  setMaxListeners(0, stopping.signal);

  const warn = (sentence: string) => log.warn(sentence);
  const nowMs = () => now().getTime();
  const wait = (ms: number, signal?: AbortSignal) => setTimeout(ms, undefined, { signal });

  const store = await openStore(config, { now, steadyNow, warn });

  const maskSecrets = createMaskSecrets(secretsOf(config));
  const upstream = createUpstream(config, store, {
    now: steadyNow,
    leaving: leaving.signal,
    maskSecrets,
    warn,
  });
  const mediaUrls = createMediaUrls({
    baseUrl: config.mediaBaseUrl,
    secret: config.mediaUrlSecret ?? randomBytes(32).toString("base64url"),
    now,
  });

  const reconciliation = createReconciliation({
    store,
    createDatasources: () => upstream.createDatasources(stopping.signal),
    isQuiet: (kind) => upstream.isQuiet(kind === "message" ? "messaging" : "voice"),
    patience: {
      call: config.callSilenceMinutes * MINUTE_MS,
      conference: config.callSilenceMinutes * MINUTE_MS,
      message: config.messageReceiptMinutes * MINUTE_MS,
    },
    now: nowMs,
    stopping: stopping.signal,
    warn,
  });
  const reconcile = async () => {
    try {
      await reconciliation.run();
    } catch (error) {
      log.error(
        { err: error },
        "What callbacks did not tell could not be looked for; it is tried again later",
      );
    }
  };

  const forwardConnections = createForwardConnections();
  const callControl = createCallControl({
    store,
    forwarding: createForwarding({
      hosts: config.forwardHosts,
      connections: forwardConnections,
      target: config.callbackTarget,
    }),
    target: config.callbackTarget,
    mostHeld: config.mostHeldCallbacks,
    now: nowMs,
    steadyNow,
    createId: randomUUID,
    wait,
    leaving: leaving.signal,
    stopping: stopping.signal,
    warn,
  });

  const { once, settled } = createOnce(store.idempotencyKeys, {
    wait,
    createId: randomUUID,
    warn: (error) =>
      log.error({ err: error }, "What came of a billed request could not be kept; it is tried again"),
  });
  const services: Services = {
    log: store.log,
    rejectedCallbacks: store.rejectedCallbacks,
    callControls: store.callControls,
    callScripts: store.callScripts,
    eventAnswers: store.eventAnswers,
    waitingCalls: createWaitingCalls({
      log: store.log,
      answers: store.eventAnswers,
      now: nowMs,
      stopping: stopping.signal,
      warn,
    }),
    forwardHosts: config.forwardHosts,
    expectEnd: reconciliation.expectEnd,
    lookupPolling: createLookupPolling({
      read: async (requestId, signal) => upstream.createDatasources(signal).lookup.request(requestId),
      wait,
      now: steadyNow,
      stopping: stopping.signal,
    }),
    conferenceChanged: (conferenceId) => fanOut.conferenceChanged(conferenceId),
    maskSecrets,
    callbackTarget: config.callbackTarget,
    mediaBytes: upstream.mediaBytes,
    mediaUrls,
    voiceApplicationId: config.voiceApplicationId,
    messagingApplicationId: config.messagingApplicationId,
    once,
    now,
    createId: randomUUID,
  };
  const createContext = ({ client, lastEventId }: Client): Context => ({
    ...services,
    datasources: upstream.createDatasources(client),
    lastEventId,
    nodes: { left: MAX_NODES },
  });

  const app = createHttp(log, steadyNow);
  addHealth(app, {
    fault: async () => (leaving.signal.aborted ? "The gateway stops." : store.fault()),
    damage: store.damage,
  });
  const maskError = createErrorMask(log, steadyNow);
  const engine = {
    schema: createSchema(),
    context: createContext,
    upstreamBudget: config.upstreamBudget,
    development: config.development,
    maskError,
  };
  const graphql = createGraphQLServer(engine);
  const fanOut = createFanOut(store.log, { maskError, now, isQuiet: () => upstream.isQuiet("voice") });
  const eventStreams = createEventStreams(graphql, fanOut, {
    maskError,
    random: Math.random,
  });
  await app.register(async (scope) =>
    addGraphQL(scope, graphql, eventStreams, createPostedOperations(graphql, engine), {
      apiKeys: config.apiKeys,
      uploadMaxBytes: config.uploadMaxBytes,
    }),
  );
  await app.register((scope) =>
    addCallbacks(scope, {
      target: config.callbackTarget,
      // The sandbox has nobody's account to protect.
      accountId: config.sandbox ? undefined : config.accountId,
      store,
      callControl,
      now,
      steadyNow,
    }),
  );
  await app.register(async (scope) => addMedia(scope, { mediaUrls, mediaBytes: upstream.mediaBytes, now }));
  const closeWebSockets = addWebSocket(app.server, graphql, fanOut, {
    apiKeys: config.apiKeys,
    maskError,
    random: Math.random,
  });
  // `localhost` may be two addresses. Fastify would make another server for the second, which closes last, and nothing that runs there is
  // waited for, or cut off: https://github.com/fastify/fastify/blob/main/lib/server.js, `multipleBindings`.
  const second = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
    app.server.emit("connection", socket),
  );
  const trimOld = async () => {
    if (stopping.signal.aborted) return;
    try {
      // A batch at a time, so that callbacks are answered in between.
      if (await store.trim()) setImmediate(trimOld);
    } catch (error) {
      log.error({ err: error }, "Old events could not be given up; it is tried again later");
    }
  };
  const timers = [setInterval(trimOld, TRIM_EVERY_MS), setInterval(reconcile, RECONCILE_EVERY_MS)];

  return {
    async start() {
      await trimOld();
      const [first, ...others] = await lookup(config.host, { all: true });
      await app.listen({ host: first?.address ?? config.host, port: config.port });
      const other = others.find(({ family }) => family !== first?.family)?.address;
      // Where the second is not to be had, the first will do.
      if (other) {
        await new Promise<unknown>((done) =>
          second.once("error", done).listen(config.port, other, () => done(undefined)),
        );
      }
      void reconcile();
      return `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`;
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      leaving.abort();
      // Listens no more. Requests of connections that are open are served until `app.close`, which refuses them.
      app.server.close();
      const secondClosed = new Promise((resolve) => second.close(resolve));
      // Files may take minutes. A player asks for the rest of a recording again, and nothing is stored of half an upload.
      const cutOff = setInterval(() => app.server.closeAllConnections(), STOP_GRACE_MS);
      // Subscribers first: a subscription that completes is over for its client, one whose connection closes is to be resumed.
      await Promise.all([closeWebSockets(WEB_SOCKET_GRACE_MS), eventStreams.leave()]);
      stopping.abort();
      // A connection whose last answer ends while the server closes would stay open until its keep-alive times out.
      const closeIdle = setInterval(() => app.server.closeIdleConnections(), 50);
      await app.close();
      await secondClosed;
      clearInterval(closeIdle);
      clearInterval(cutOff);
      // What runs of it ends at once, for it is stopping.
      await reconcile();
      await Promise.all([upstream.close(), forwardConnections.close()]);
      // Also of clients that have left: they may come back with their key.
      await settled();
      await store.close();
    },
    reconcile,
  };
}

/** What must not be shown, should Bandwidth or somebody else have sent it. */
function secretsOf({ credentials, callbackTarget, apiKeys, sandbox }: Config): string[] {
  const ours = credentials.kind === "basic" ? credentials.password : credentials.clientSecret;
  const secrets = [ours, callbackTarget.password, ...apiKeys];
  // The sandbox's password is its name, which stands in what it says.
  return sandbox ? secrets.filter((secret) => secret !== ours) : secrets;
}

/** Logs as JSON lines on stdout; what may carry a secret never reaches a line. */
export function createLogger({ logLevel }: Pick<Config, "logLevel">): Logger {
  return pino({
    level: logLevel,
    redact: {
      paths: [
        "req.headers",
        "headers",
        "*.headers",
        "*.authorization",
        "*.password",
        "err.cause.options",
        "err.options",
        "err.request",
      ],
      censor: "[redacted]",
    },
  });
}
