import { setTimeout } from "node:timers/promises";
import type { Retention, Store } from "../store.ts";
import { createTrial, faultOf } from "../trial.ts";
import { createAccepted } from "./accepted.ts";
import { createCallControls } from "./callControls.ts";
import { createCallScripts } from "./callScripts.ts";
import { connectRedis } from "./connection.ts";
import { createEventAnswers } from "./eventAnswers.ts";
import { createEventLog } from "./eventLog.ts";
import { createIdempotencyKeys } from "./idempotencyKeys.ts";
import { createLease } from "./lease.ts";
import { createOpenItems } from "./openItems.ts";
import { createRejectedCallbacks } from "./rejectedCallbacks.ts";
import { createRedisTokenBucket } from "./tokenBucket.ts";

/** How long the start waits for Redis before it goes on without. */
const START_MS = 2_000;

/** What all keys in Redis begin with. In braces, so that a cluster keeps them on one node. */
export const keyPrefix = (accountId: string) => `{bandwidth-graphql:${accountId}}`;

/** The store that all replicas of a gateway share, in the Redis at `url`. With Redis down it is there all the same, and heals. */
export async function openRedisStore(options: {
  url: string;
  accountId: string;
  retention: Retention;
  createRun: () => string;
  now: () => Date;
  steadyNow: () => number;
  warn: (sentence: string) => void;
}): Promise<Store> {
  const { url, accountId, retention, now, steadyNow, warn } = options;
  const prefix = keyPrefix(accountId);
  const connect = (onChange: () => void) =>
    connectRedis(url, {
      onChange,
      onReplica() {
        for (const each of connections) each.reconnect();
      },
    });
  const commands = connect(() => log.reconnected());
  const follower = connect(() => undefined);
  const answersFollower = connect(() => undefined);
  const connections = [commands, follower, answersFollower];
  const log = createEventLog({ ...options, commands, follower, prefix });
  const lease = createLease(commands, prefix, options.createRun());

  const eventAnswers = createEventAnswers({
    commands,
    follower: answersFollower,
    prefix,
    keptMs: retention.milliseconds,
    now,
    warn,
  });

  async function tryToWrite() {
    // Token buckets and event answers need TIME, which the rights of the Redis user may not include.
    await commands.send("TIME");
    await log.tryToAppend();
  }
  const trial = createTrial(tryToWrite, steadyNow);

  async function close() {
    log.close();
    eventAnswers.close();
    // Without Redis others wait until its time is over.
    await lease.giveBackAll().catch(() => undefined);
    for (const each of connections) each.close();
  }

  try {
    for (let waited = 0; waited < START_MS && (await faultOf(tryToWrite)) !== undefined; waited += 50)
      await setTimeout(50);
  } catch (error) {
    await close();
    throw unusable(error);
  }
  return {
    log,
    idempotencyKeys: createIdempotencyKeys(commands, prefix),
    callControls: createCallControls(commands, prefix),
    callScripts: createCallScripts(commands, prefix),
    accepted: createAccepted(commands, prefix),
    eventAnswers,
    rejectedCallbacks: createRejectedCallbacks(commands, prefix),
    openItems: createOpenItems(commands, prefix),
    lease: lease.take,
    createTokenBucket: (name, rate) =>
      createRedisTokenBucket({
        ...rate,
        connection: commands,
        name: `${prefix}:rate:${name}`,
        now: steadyNow,
      }),
    fault: async () => commands.fault() ?? follower.fault() ?? trial(),
    damage: async () => undefined,
    trim: () => log.trim(),
    close,
  };
}

/** What is no fault of a moment, but of a Redis that cannot be this one. The arguments of a command that it does not know may be secrets. */
function unusable(error: unknown): Error {
  const message = error instanceof Error ? error.message.replace(/, with args .*/s, "") : error;
  return new Error(`REDIS_URL cannot be used: ${message}.`, { cause: error });
}
