import { createHash } from "node:crypto";
import { createClient, ErrorReply } from "@redis/client";
import { StoreUnavailable } from "../store.ts";

const CONNECT_TIMEOUT_MS = 2_000;
/** How long an answer may take: longer and Redis hangs, whatever its connection says. */
const COMMAND_TIMEOUT_MS = 3_000;
/** A connection on which nothing came for so long is dead; pings come in between. */
const SOCKET_TIMEOUT_MS = 10_000;
const PING_EVERY_MS = 4_000;
const MOST_WAITING = 10_000;
const RECONNECT_MS = { first: 50, longest: 2_000 };

/** A Lua script, which Redis runs whole and with nothing in between. */
export type Script = { text: string; sha1: string };

export function script(text: string): Script {
  return { text, sha1: createHash("sha1").update(text).digest("hex") };
}

/** A connection to Redis that comes back by itself. What cannot be done at present rejects with `StoreUnavailable`, at once as a rule. */
export type RedisConnection = {
  run(script: Script, keys: readonly string[], values: readonly (string | number)[]): Promise<unknown>;
  send(...command: string[]): Promise<unknown>;
  /** Waits for as long as Redis is told to wait, up to half the time after which a connection is dead. */
  sendBlocking(...command: string[]): Promise<unknown>;
  /** Connects anew, once in 2 s at most. */
  reconnect(): void;
  /** Why there is no connection, `undefined` while there is one. */
  fault(): string | undefined;
  close(): void;
};

/**
 * Connects, and goes on trying. `onChange` is called whenever the connection is made or lost: Redis may be another one afterwards.
 * `onReplica` is called when Redis says that it is a replica: the address may lead to another one by now, and this connection does not.
 */
export function connectRedis(
  url: string,
  { onChange, onReplica }: { onChange: () => void; onReplica: () => void },
): RedisConnection {
  let lastError: unknown;
  let reconnectedAt = Number.NEGATIVE_INFINITY;
  const client = createClient({
    url,
    RESP: 2,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MOST_WAITING,
    pingInterval: PING_EVERY_MS,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      reconnectStrategy: (retries) =>
        Math.min(RECONNECT_MS.longest, RECONNECT_MS.first * 2 ** Math.min(retries, 10)),
    },
  });
  client.on("error", (error) => {
    lastError = error;
    onChange();
  });
  client.on("ready", () => {
    lastError = undefined;
    onChange();
  });
  // It ends only when it is closed.
  const connect = () => void client.connect().catch(() => undefined);
  connect();

  async function call(work: () => Promise<unknown>, timeoutMs: number): Promise<unknown> {
    const { promise: timeout, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new StoreUnavailable("Redis does not answer.")), timeoutMs);
    try {
      return await Promise.race([work(), timeout]);
    } catch (error) {
      if (REPLICA.has(codeOf(error))) onReplica();
      throw unavailable(client.isReady ? error : (lastError ?? error));
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    run({ text, sha1 }, keys, values) {
      const given = [String(keys.length), ...keys, ...values.map(String)];
      return call(async () => {
        try {
          return await client.sendCommand(["EVALSHA", sha1, ...given]);
        } catch (error) {
          // Scripts are gone after a restart of Redis.
          if (!(error instanceof ErrorReply && error.message.startsWith("NOSCRIPT"))) throw error;
          return client.sendCommand(["EVAL", text, ...given]);
        }
      }, COMMAND_TIMEOUT_MS);
    },
    send: (...command) => call(() => client.sendCommand(command), COMMAND_TIMEOUT_MS),
    sendBlocking: (...command) => call(() => client.sendCommand(command), SOCKET_TIMEOUT_MS),
    reconnect() {
      const time = performance.now();
      // One that is being made is not to be made twice.
      if (!client.isReady || time - reconnectedAt < RECONNECT_MS.longest) return;
      reconnectedAt = time;
      client.destroy();
      connect();
    },
    fault: () => (client.isReady ? undefined : sentenceOf(lastError)),
    close: () => client.destroy(),
  };
}

const UNREACHABLE = "Redis cannot be reached.";
const NOT_ALLOWED = "The user in REDIS_URL may not do what the gateway needs.";

/** What Redis says when it cannot be used, by the first word of its error (https://redis.io/docs/latest/develop/reference/protocol-spec/). */
const FAULTS: Readonly<Record<string, string>> = {
  OOM: "Redis has no memory left (maxmemory).",
  READONLY: "Redis is a replica that cannot be written.",
  MISCONF: "Redis cannot write to its disk.",
  LOADING: "Redis is still loading its data.",
  MASTERDOWN: "Redis is a replica without its master.",
  UNBLOCKED: "Redis became a replica.",
  CLUSTERDOWN: "The Redis cluster is down.",
  MOVED: "The Redis at REDIS_URL is the wrong node of a cluster.",
  BUSY: "Redis is busy with a script.",
  NOREPLICAS: "Redis has too few replicas to be written.",
  NOAUTH: "Redis refuses the credentials in REDIS_URL.",
  WRONGPASS: "Redis refuses the credentials in REDIS_URL.",
  "ERR AUTH": "Redis refuses the credentials in REDIS_URL.",
  NOPERM: NOT_ALLOWED,
};

/** What a master does not say, or one only that becomes a replica. */
const REPLICA: ReadonlySet<string> = new Set(["READONLY", "MASTERDOWN", "UNBLOCKED"]);

/** The first word of what Redis answers, nothing where it does not answer. */
function codeOf(error: unknown): string {
  if (!(error instanceof ErrorReply)) return "";
  // Before 7.0 what a script ran into stands behind where that was. A Redis without a password answers one with a plain ERR.
  const [, code = ""] = /^(?:ERR Error running script .*?: -)?(ERR AUTH|\w+)/.exec(error.message) ?? [];
  return code;
}

export function sentenceOf(error: unknown): string | undefined {
  if (!(error instanceof ErrorReply)) return UNREACHABLE;
  // Within a script this has no code of its own: of 7.0 and before, of 7.2.
  if (/The user executing the script can't|ACL failure in script/.test(error.message)) return NOT_ALLOWED;
  return FAULTS[codeOf(error)];
}

function unavailable(error: unknown): unknown {
  if (error instanceof StoreUnavailable) return error;
  const sentence = sentenceOf(error);
  // What Redis refuses for another reason is a fault of ours.
  return sentence === undefined ? error : new StoreUnavailable(sentence, { cause: error });
}
