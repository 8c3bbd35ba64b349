import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { LogEntry } from "../../src/subscriptions/event.ts";
import { createFeed, type Item } from "../../src/subscriptions/feed.ts";
import type { EventLog } from "../../src/subscriptions/store.ts";
import { type Connection, Subscriber } from "../../src/subscriptions/subscriber.ts";

const entry = (seq: number): LogEntry => ({
  seq,
  cursor: `run-${seq}`,
  id: String(seq),
  family: "voice",
  type: "dtmf",
  rawType: "dtmf",
  time: undefined,
  receivedAt: 0,
  source: "CALLBACK",
  late: false,
  keys: { numbers: [] },
  payload: "{}",
});

const unused = () => Promise.reject(new Error("unused"));
const LOG: EventLog = {
  append: unused,
  reach: unused,
  read: unused,
  find: unused,
  duplicatesOf: unused,
  follow: () => undefined,
  cursorOf: (seq) => `run-${seq}`,
  last: () => 0,
};

const connectionOf = (
  send: (item: Item) => boolean,
  { cork, uncork } = { cork: () => {}, uncork: () => {} },
): Connection<Item> => ({
  send,
  isOpen: () => true,
  cork,
  uncork,
  fail(error) {
    throw error;
  },
});

test("however appends, tellings, reads and a connection that is full come one after the other, each event behind the start is given once and in order", async () => {
  const step = fc.constantFrom("append", "tell", "tell all", "ready", "turn");
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 60 }),
      fc.nat(5),
      fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
      async (steps, start, takes) => {
        let appended = start + 2;
        let told = start;
        const log: EventLog = {
          ...LOG,
          reach: async () => ({ last: 0, trimmed: 0, knows: () => true }),
          last: () => told,
          // The log knows what its followers are not told yet.
          read: async (_filter, seq, limit) =>
            Array.from({ length: appended - seq }, (_, i) => entry(seq + i + 1)).slice(0, limit),
        };
        const given: number[] = [];
        let taken = 0;
        const send = (item: Item) => {
          if (!("seq" in item)) throw new Error("Nothing may be lost");
          given.push(item.seq);
          taken += 1;
          return takes[taken % takes.length] ?? true;
        };
        const subscriber = new Subscriber(
          log,
          createFeed({}, { start: { seq: start } }),
          (item) => item,
          connectionOf(send),
          () => new Date(0),
        );
        const turn = () => new Promise((resolve) => setImmediate(resolve));
        const tell = () => {
          if (told < appended) subscriber.push([entry(++told)]);
        };
        const tellAll = () => {
          const before = told;
          told = appended;
          subscriber.push(Array.from({ length: told - before }, (_, i) => entry(before + i + 1)));
        };
        for (const each of steps) {
          if (each === "append") appended += 1;
          else if (each === "tell") tell();
          else if (each === "tell all") tellAll();
          else if (each === "ready") subscriber.ready();
          else await turn();
        }
        tellAll();
        for (let i = 0; i < 2 * appended + 2; i++) {
          await turn();
          subscriber.ready();
        }
        expect(given).toEqual(Array.from({ length: appended - start }, (_, i) => start + i + 1));
      },
    ),
  );
});

test("what the log gives up while a slow subscriber replays is told with a gap in its place", async () => {
  let trimmed = 0;
  const log: EventLog = {
    ...LOG,
    last: () => 300,
    reach: async () => ({ last: 0, trimmed, knows: () => true }),
    read: async (_filter, seq, limit) =>
      Array.from({ length: 300 }, (_, i) => entry(i + 1))
        .filter((each) => each.seq > Math.max(seq, trimmed))
        .slice(0, limit),
  };
  const given: string[] = [];
  const send = (item: Item) => {
    given.push("fromCursor" in item ? `${item.reason} ${item.fromCursor} ${item.toCursor}` : "");
    // A page of 40 behind the first 30 is being read out when the events behind it are given up.
    if (given.length === 50) trimmed = 180;
    return true;
  };
  new Subscriber(
    log,
    createFeed({}, { start: { seq: 0 } }),
    (item) => item,
    connectionOf(send),
    () => new Date(0),
  );
  await vi.waitFor(() => expect(given.length).toBe(191));
  expect(given.filter((gap) => gap !== "")).toEqual(["RETENTION run-70 run-180"]);
  expect(given[70]).toBe("RETENTION run-70 run-180");
});

/** The events of two logs that begin with the same ones: `run-1`, `run-2` and so on; what is in the other alone is called `other-`. */
const events = (from: number, through: number, run = "run"): LogEntry[] =>
  Array.from({ length: through - from + 1 }, (_, i) => ({
    ...entry(from + i),
    cursor: `${run}-${from + i}`,
  }));
const cursorsOf = (entries: readonly LogEntry[]) => entries.map(({ cursor }) => cursor);
const told = (item: Item) =>
  "fromCursor" in item
    ? `${item.reason} ${item.fromCursor} ${item.toCursor}`
    : "seq" in item
      ? item.cursor
      : "";

test.for([
  { common: 30, behind: ["LOG_REPLACED run-300 run-30"] },
  { common: 200, behind: cursorsOf(events(71, 200)) },
])(
  "a log that is replaced during a replay is read on behind what is the same in both, here the first $common",
  async ({ common, behind }) => {
    const fresh = events(common + 1, common + 3, "other");
    let entries = events(1, 300);
    const log: EventLog = {
      ...LOG,
      last: () => 300,
      reach: async () => ({ last: 0, trimmed: 0, knows: () => true }),
      read: async (_filter, seq, limit) => entries.filter((each) => each.seq > seq).slice(0, limit),
    };
    const given: string[] = [];
    const subscriber = new Subscriber(
      log,
      createFeed({}, { start: { seq: 0 } }),
      (item) => item,
      connectionOf((item) => {
        given.push(told(item));
        // The third page, from 31 to 70, is being read out.
        if (given.length === 50) {
          subscriber.push(events(300, 300));
          entries = [...events(1, common), ...fresh.slice(0, 2)];
          subscriber.goOnBehind("run-300", common);
          subscriber.push(fresh.slice(0, 1));
        }
        return true;
      }),
      () => new Date(0),
    );
    await vi.waitFor(() => expect(given).toContain(fresh[1]?.cursor));
    subscriber.push(fresh.slice(1));
    expect(given).toEqual([...cursorsOf(events(1, 70)), ...behind, ...cursorsOf(fresh)]);
  },
);

test("a subscriber that was slow when the log was replaced gets what came before, the gap, and what came then", async () => {
  const given: string[] = [];
  const subscriber = new Subscriber(
    LOG,
    createFeed({}),
    (item) => item,
    connectionOf((item) => {
      given.push(told(item));
      return given.length > 1;
    }),
    () => new Date(0),
  );
  subscriber.push(events(8, 9));
  subscriber.goOnBehind("run-9", 2);
  subscriber.push(events(3, 4, "other"));
  expect(given).toEqual(["run-8"]);
  subscriber.ready();
  await vi.waitFor(() => expect(given).toHaveLength(5));
  subscriber.push(events(5, 5, "other"));
  expect(given.slice(1)).toEqual(["run-9", "LOG_REPLACED run-9 run-2", "other-3", "other-4", "other-5"]);
});

test("what is pushed together leaves together, also where the connection takes no more in between; what comes singly waits for nothing", () => {
  const done: string[] = [];
  const send = (item: Item) => {
    const { seq } = "seq" in item ? item : { seq: Number.NaN };
    done.push(String(seq));
    return seq < 5;
  };
  const connection = connectionOf(send, {
    cork: () => done.push("cork"),
    uncork: () => done.push("uncork"),
  });
  const subscriber = new Subscriber(
    LOG,
    createFeed({}),
    (item) => item,
    connection,
    () => new Date(0),
  );
  for (const batch of [[1], [2, 3], [4, 5, 6]]) subscriber.push(batch.map(entry));
  expect(done).toEqual(["1", "cork", "2", "3", "uncork", "cork", "4", "5", "uncork"]);
});
