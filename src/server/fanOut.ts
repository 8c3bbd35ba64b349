import type { ExecutionResult } from "graphql";
import type { MaybePromise } from "../maybePromise.ts";
import type { LogEntry } from "../subscriptions/event.ts";
import type { Feed, Item } from "../subscriptions/feed.ts";
import { createListeners } from "../subscriptions/listeners.ts";
import type { EventLog } from "../subscriptions/store.ts";
import { createSubscriber, type Subscriber } from "../subscriptions/subscriber.ts";
import { type MaskError, removeHttp } from "./errors.ts";

/** Where results go: one operation of one client. */
export type Connection = {
  /**
   * Sends a result, as JSON in UTF-8: the same bytes for all who get it. Whether the connection takes another at once; else it calls
   * `ready` when it does.
   */
  send: (result: Buffer, item: Item) => boolean;
  /** The subscription is broken; its client may try again. */
  fail: (error: unknown) => void;
};

/** Resolves the fields of a subscription for one item. */
type Execute = (item: Item) => MaybePromise<ExecutionResult>;

/** The subscriptions that give the same result for the same event. */
type Group = {
  execute: Execute;
  /** Of each event that some member has not got yet. */
  results: WeakMap<LogEntry, MaybePromise<Buffer>>;
  members: Set<Subscriber>;
  stopListening: () => void;
};

/**
 * Brings the events of the log to those who subscribe: each event is resolved and serialised once for all subscriptions of one key,
 * and only those whose filter matches hear of it.
 */
export function createFanOut(log: EventLog, { maskError, now }: { maskError: MaskError; now: () => Date }) {
  const listeners = createListeners<Group>();
  const groups = new Map<string, Group>();
  log.follow(
    (entry) => {
      for (const { members } of listeners.of(entry)) for (const member of members) member.push(entry);
    },
    // Nobody knows any more whom it would have matched.
    (through) => {
      for (const { members } of groups.values()) for (const member of members) member.miss(through);
    },
  );

  function groupOf(key: string, feed: Feed, execute: Execute): Group {
    const known = groups.get(key);
    if (known) return known;
    const group: Group = {
      execute,
      results: new WeakMap(),
      members: new Set(),
      stopListening: () => undefined,
    };
    group.stopListening = listeners.add(feed.filter, group);
    groups.set(key, group);
    return group;
  }

  function resultOf({ execute, results }: Group, item: Item): MaybePromise<Buffer> {
    if (!("keys" in item)) return resolve(execute, item);
    const known = results.get(item);
    if (known !== undefined) return known;
    const result = resolve(execute, item);
    results.set(item, result);
    if (result instanceof Promise) void result.then((bytes) => results.set(item, bytes));
    return result;
  }

  function resolve(execute: Execute, item: Item): MaybePromise<Buffer> {
    const failed = (error: unknown): ExecutionResult => ({ errors: [maskError(error)] });
    try {
      const result = execute(item);
      return result instanceof Promise ? result.catch(failed).then(bytesOf) : bytesOf(result);
    } catch (error) {
      return bytesOf(failed(error));
    }
  }

  /** Begins a subscription. `ready` is called when its connection takes more again, `leave` when it is over. */
  return function join(
    { key, feed, execute }: { key: string; feed: Feed; execute: Execute },
    connection: Connection,
  ): { ready(): void; leave(): void } {
    const group = groupOf(key, feed, execute);
    const { send } = feed.state ? onlyChanges(connection) : connection;

    function take(item: Item): boolean | Promise<boolean> {
      const result = resultOf(group, item);
      return result instanceof Promise ? result.then((bytes) => send(bytes, item)) : send(result, item);
    }
    const member = createSubscriber(log, feed, take, connection.fail, now);
    group.members.add(member);
    return {
      ready: member.ready,
      leave() {
        member.close();
        group.members.delete(member);
        if (group.members.size > 0 || groups.get(key) !== group) return;
        groups.delete(key);
        group.stopListening();
      },
    };
  };
}

/** For whom a result says nothing new when it is the same as the one before. */
function onlyChanges({ send }: Connection): Pick<Connection, "send"> {
  let last: Buffer | undefined;
  return {
    send(result, item) {
      if (last?.equals(result)) return true;
      last = result;
      return send(result, item);
    },
  };
}

const bytesOf = (result: ExecutionResult) => Buffer.from(serialised(result));

/** A result as clients get it. */
export function serialised(result: ExecutionResult): string {
  removeHttp(result.errors);
  return JSON.stringify(result);
}

export type FanOut = ReturnType<typeof createFanOut>;
