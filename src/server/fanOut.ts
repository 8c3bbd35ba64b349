import type { ExecutionResult } from "graphql";
import type { MaybePromise } from "../maybePromise.ts";
import type { LogEntry } from "../subscriptions/event.ts";
import type { Feed, Item } from "../subscriptions/feed.ts";
import { createListeners } from "../subscriptions/listeners.ts";
import type { EventLog } from "../subscriptions/store.ts";
import { type Connection, Subscriber } from "../subscriptions/subscriber.ts";
import type { MaskError } from "./errors.ts";
import { createStateRefresh, type Refreshed } from "./stateRefresh.ts";

/**
 * So many members are asked whether they are still there before the first of them is written to: what is read of each lies far apart in
 * memory, and the processor waits for all of it at once. An event to 4,000 took 0.96 of the time.
 */
const AT_ONCE = 16;

/** A result in JSON, and in the form in which it was last sent: the same bytes for all who get it. */
export type Result = {
  json: Buffer;
  /** Whether it tells of an error. */
  failed: boolean;
  frame?: { id: string; bytes: Buffer };
  chunk?: Buffer;
};

/** Resolves the fields of a subscription for one item. */
type Execute = (item: Item) => MaybePromise<ExecutionResult>;

/** The subscriptions that give the same result for the same event. */
type Group = {
  resultOf: (item: Item) => MaybePromise<Result>;
  members: Set<Subscriber<Result>>;
  conferenceId: string | undefined;
  /** For a state, how often somebody came or an event did: what began to be read before may be older than what they were told. */
  changes: number;
  refreshed: Refreshed | undefined;
  stopListening: () => void;
};

/**
 * Brings the events of the log to those who subscribe: each event is resolved and serialised once for all subscriptions of one key,
 * and only those whose filter matches hear of it.
 */
export function createFanOut(
  log: EventLog,
  { maskError, now, isQuiet }: { maskError: MaskError; now: () => Date; isQuiet: () => boolean },
) {
  const refresh = createStateRefresh(isQuiet);
  const listeners = createListeners<Group>();
  const groups = new Map<string, Group>();
  log.follow(
    (entries) => {
      for (const [group, matching] of byGroup(entries)) {
        changed(group);
        pushToAll([...group.members], matching);
      }
    },
    // Nobody knows any more whom it would have matched.
    (through) => {
      for (const { members } of groups.values()) for (const member of members) member.miss(through);
    },
    (fromCursor, seq) => {
      for (const { members } of groups.values())
        for (const member of members) member.goOnBehind(fromCursor, seq);
    },
  );

  /**
   * What each group gets. Its members then get it one after the other, each all at once: with 4,000 of them, what they and their connections
   * have in memory is got at once and not 20 times. A burst of 20 took half of the CPU.
   */
  function byGroup(entries: readonly LogEntry[]): Map<Group, LogEntry[]> {
    const matching = new Map<Group, LogEntry[]>();
    for (const entry of entries) {
      for (const group of listeners.of(entry)) {
        const earlier = matching.get(group);
        if (earlier) earlier.push(entry);
        else matching.set(group, [entry]);
      }
    }
    return matching;
  }

  function groupOf(key: string, feed: Feed, execute: Execute): Group {
    const known = groups.get(key);
    if (known) return known;
    const group: Group = {
      resultOf: feed.state ? latest(execute) : shared(execute),
      members: new Set(),
      conferenceId: feed.filter.conferenceId,
      changes: 0,
      refreshed: undefined,
      stopListening: () => undefined,
    };
    group.stopListening = listeners.add(feed.filter, group);
    const { state } = feed;
    if (state) group.refreshed = refresh(() => readAgain(group, state));
    groups.set(key, group);
    return group;
  }

  function changed(group: Group) {
    group.changes += 1;
    group.refreshed?.heard();
  }

  /** Reads the state again and tells the members. A failure is not told, for they still have the state that was read before. */
  async function readAgain(group: Group, { isOver }: { isOver: () => Promise<boolean> }): Promise<boolean> {
    const { changes } = group;
    const over = await isOver();
    const result = await group.resultOf({ type: "present" });
    if (result.failed) return false;
    if (group.changes === changes) for (const member of group.members) member.refresh(result);
    return over;
  }

  /** Gives the result of an event that was resolved before, as long as some member has not got it yet. */
  function shared(execute: Execute): (item: Item) => MaybePromise<Result> {
    const results = new WeakMap<LogEntry, MaybePromise<Result>>();
    return (item) => {
      if (!("keys" in item)) return resolve(execute, item);
      const known = results.get(item);
      if (known !== undefined) return known;
      const result = resolve(execute, item);
      results.set(item, result);
      if (result instanceof Promise) void result.then((resolved) => results.set(item, resolved));
      return result;
    };
  }

  /**
   * Gives the state as it is now. What began to be read before somebody was told, or before an event came, may be older than either: it is
   * shared only until then.
   */
  function latest(execute: Execute): () => Promise<Result> {
    let reading: Promise<Result> | undefined;
    let readBehind = 0;
    const over = () => {
      reading = undefined;
    };
    return () => {
      if (reading && readBehind === log.last()) return reading;
      readBehind = log.last();
      reading = Promise.resolve(resolve(execute, { type: "present" }));
      void reading.then(over);
      return reading;
    };
  }

  function resolve(execute: Execute, item: Item): MaybePromise<Result> {
    const failed = (error: unknown): ExecutionResult => ({ errors: [maskError(error)] });
    try {
      const result = execute(item);
      return result instanceof Promise ? result.catch(failed).then(resultOf) : resultOf(result);
    } catch (error) {
      return resultOf(failed(error));
    }
  }

  /** Something was done to a conference that no event tells. */
  function conferenceChanged(conferenceId: string) {
    for (const group of groups.values()) if (group.conferenceId === conferenceId) group.refreshed?.now();
  }

  /** Begins a subscription. `ready` is called when its connection takes more again, `leave` when it is over. */
  function join(
    { key, feed, execute }: { key: string; feed: Feed; execute: Execute },
    connection: Connection<Result>,
  ): { ready(): void; leave(): void } {
    const group = groupOf(key, feed, execute);
    const outlet = feed.state ? onlyChanges(connection) : connection;
    group.changes += 1;
    const member = new Subscriber(log, feed, group.resultOf, outlet, now);
    group.members.add(member);
    return {
      ready: () => member.ready(),
      leave() {
        member.close();
        group.members.delete(member);
        if (group.members.size > 0 || groups.get(key) !== group) return;
        groups.delete(key);
        group.refreshed?.stop();
        group.stopListening();
      },
    };
  }

  return { join, conferenceChanged };
}

function pushToAll(members: readonly Subscriber<Result>[], entries: readonly LogEntry[]) {
  for (let start = 0; start < members.length; start += AT_ONCE) {
    const open = members.slice(start, start + AT_ONCE).filter((member) => member.isOpen());
    for (const member of open) member.push(entries);
  }
}

/** For whom a result says nothing new when it is the same as the one before. */
function onlyChanges(connection: Connection<Result>): Connection<Result> {
  let last: Result | undefined;
  return {
    send(result, item) {
      if (last?.json.equals(result.json)) return true;
      last = result;
      return connection.send(result, item);
    },
    isOpen: () => connection.isOpen(),
    cork: () => connection.cork(),
    uncork: () => connection.uncork(),
    fail: (error) => connection.fail(error),
  };
}

const resultOf = (result: ExecutionResult): Result => ({
  json: Buffer.from(JSON.stringify(result)),
  failed: result.errors !== undefined,
});

export type FanOut = ReturnType<typeof createFanOut>;
