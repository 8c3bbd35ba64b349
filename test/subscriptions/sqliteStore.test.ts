import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Control } from "../../src/callControl/instructions.ts";
import { encodeCursor } from "../../src/subscriptions/cursor.ts";
import { KNOWN_TYPES, type NewEvent } from "../../src/subscriptions/event.ts";
import type { EventFilter } from "../../src/subscriptions/eventFilter.ts";
import { openDatabase } from "../../src/subscriptions/sqlite/database.ts";
import { rowOf } from "../../src/subscriptions/sqlite/eventRow.ts";
import { createEvents } from "../../src/subscriptions/sqlite/events.ts";
import { eventQuery } from "../../src/subscriptions/sqlite/query.ts";
import { createRecentlyAdded } from "../../src/subscriptions/sqlite/recentlyAdded.ts";
import { openSqliteStore } from "../../src/subscriptions/sqlite/store.ts";
import { type Store, StoreUnavailable } from "../../src/subscriptions/store.ts";
import { temporaryFolder } from "../support/stack.ts";
import { DAY_MS, newEvent, randomName } from "../support/stores.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());
const START = Date.parse("2026-11-21T09:00:00Z");
const open = (run: string | (() => string) = "abcdefgh", clock = { now: START }) =>
  openSqliteStore({
    dataDir: folder.path,
    retention: { milliseconds: 1e12, bytes: 1e12 },
    createRun: typeof run === "string" ? () => run : run,
    now: () => new Date(clock.now),
    steadyNow: () => clock.now,
  });
/** What was added is at hand (recentlyAdded.ts) until others were twice, each time so much later. */
const LONG_AGO_MS = 5_000;
/** The events of a file whose disk can be full: what is added then is taken back at the end. */
function openOnDisk(dataDir: string) {
  const database = openDatabase(dataDir);
  const disk = { isFull: false };
  const write: typeof database.write = (work) =>
    database.write(() => {
      const result = work();
      if (disk.isFull) throw new StoreUnavailable("The disk of the event log is full.");
      return result;
    });
  const retention = { milliseconds: 1e15, bytes: 1e12 };
  const clock = { now: 0 };
  const now = () => new Date(clock.now);
  const events = createEvents({ ...database, write }, { run: "abcdefgh", seen: 0, retention, now });
  return { events, disk, clock, database };
}
const file = () => join(folder.path, "gateway.sqlite");

test.for<[EventFilter]>([
  [{}],
  [{ callId: "c" }],
  [{ conferenceId: "f", types: ["dtmf"] }],
  [{ messageId: "m", number: "+1", applicationId: "a" }],
  [{ callId: "c", messageId: "m", conferenceId: "f", family: "voice" }],
  [{ number: "+1" }],
  [{ number: "+1", types: ["dtmf", "unknown"], family: "voice" }],
  [{ number: "+1", applicationId: "a" }],
  [{ applicationId: "a" }],
  [{ applicationId: "a", types: ["dtmf"], family: "messaging" }],
  [{ types: ["dtmf", "answer"] }],
  [{ family: "messaging" }],
  [{ types: [] }],
])("events are found by an index, and none is read to be sorted: %j", async ([filter]) => {
  await (await open()).close();
  const database = new DatabaseSync(file());
  const { sql, values } = eventQuery(filter, { seq: 0, through: 0, limit: 100 });
  const statement = database.prepare(`EXPLAIN QUERY PLAN ${sql}`);
  statement.setAllowUnknownNamedParameters(true);
  const plan = statement.all(values).map(({ detail }) => String(detail));
  database.close();
  // What is scanned is what the index of places gives for its words (`M`) in order, a list of the filter, or an event's own numbers.
  for (const step of plan)
    expect(step).not.toMatch(/SCAN events|SCAN event_places (?!VIRTUAL TABLE INDEX \d+:M)|TEMP B-TREE/);
  expect(plan.join("\n")).toMatch(/SEARCH events/);
});

test.for([
  ["of the first version", ""],
  [
    "of the second version, as it was at first",
    "ALTER TABLE events ADD COLUMN duplicates INTEGER NOT NULL DEFAULT 0; PRAGMA user_version = 1",
  ],
])("a file %s is brought up to date, with all its events", async ([, changes = ""]) => {
  mkdirSync(folder.path, { recursive: true });
  const database = new DatabaseSync(file());
  database.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE runs (name TEXT PRIMARY KEY, start INTEGER NOT NULL) STRICT;
    CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL, type TEXT NOT NULL, raw_type TEXT NOT NULL,
      time INTEGER, received_at INTEGER NOT NULL, source TEXT NOT NULL, late INTEGER NOT NULL, call_id TEXT, conference_id TEXT, message_id TEXT,
      application_id TEXT, numbers TEXT NOT NULL, payload TEXT NOT NULL) STRICT;
    CREATE INDEX events_by_call ON events (call_id, seq) WHERE call_id IS NOT NULL;
    CREATE TABLE event_numbers (number TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (number, seq)) STRICT, WITHOUT ROWID;
    CREATE TABLE idempotency_keys (key TEXT PRIMARY KEY, created_at INTEGER NOT NULL, input TEXT NOT NULL, result TEXT, answer_id TEXT) STRICT;
    INSERT INTO runs VALUES ('oldestrn', 0), ('olderrun', 5);
    INSERT INTO events VALUES (7, 'id', 'voice', 'dtmf', 'dtmf', 1, 2, 'CALLBACK', 0, 'c', NULL, NULL, 'a', '["+1","+2"]', '{"x":1}');
    INSERT INTO event_numbers VALUES ('+1', 7), ('+2', 7);
    INSERT INTO idempotency_keys VALUES ('key', ${START}, 'input', '"placed"', 'attempt-1');
    INSERT INTO meta VALUES ('trimmed', '3');
    ${changes}`);
  database.close();
  for (let time = 0; time < 2; time++) {
    const store = await open(`run${time}aaaa`);
    for (const filter of [{ number: "+2" }, { callId: "c" }, { applicationId: "a" }]) {
      const cursor = encodeCursor({ run: "olderrun", seq: 7 });
      expect(await store.log.read(filter, 0, 10)).toMatchObject([
        { seq: 7, id: "id", payload: '{"x":1}', cursor },
      ]);
    }
    expect(await store.log.append([newEvent({ id: "id" })])).toEqual([]);
    const { trimmed, knows } = await store.log.reach();
    expect(trimmed).toBe(3);
    expect(knows({ run: "olderrun", seq: 7 })).toBe(true);
    expect(await store.idempotencyKeys.claim({ key: "key", id: "attempt-2" }, "input")).toMatchObject({
      result: '"placed"',
    });
    await store.close();
  }
});

test("nobody but its user reads the file, nor what SQLite puts beside it, also in a folder that everybody may look into", async () => {
  mkdirSync(folder.path, { recursive: true });
  chmodSync(folder.path, 0o755);
  const store = await open();
  for (const each of [file(), `${file()}-wal`]) expect(statSync(each).mode & 0o777).toBe(0o600);
  await store.close();
});

test("a file that a step of bringing it up to date had left out is used, and what can be read of none names DATA_DIR", async () => {
  await (await open()).close();
  const change = (sql: string) => {
    const database = new DatabaseSync(file());
    database.exec(sql);
    database.close();
  };
  change("ALTER TABLE runs DROP COLUMN after");
  await (await open("run1aaaa")).close();
  change("DROP TABLE events; CREATE TABLE events (seq INTEGER PRIMARY KEY)");
  await expect(open("run2aaaa")).rejects.toThrow(`DATA_DIR ${folder.path} cannot be used: `);
});

test("a document that waited for its call in a file of the second version answers it still", async () => {
  mkdirSync(folder.path, { recursive: true });
  const database = new DatabaseSync(file());
  database.exec(`
    CREATE TABLE answer_documents (id TEXT PRIMARY KEY, created_at INTEGER NOT NULL, bxml TEXT NOT NULL) STRICT;
    INSERT INTO answer_documents VALUES ('id-1', 1, '<Response>"é"</Response>');
    PRAGMA user_version = 2`);
  database.close();
  for (let time = 0; time < 2; time++) {
    const store = await open();
    const found = await store.callControls.find("id-1", []);
    expect(Control.parse(JSON.parse(found?.control ?? ""))).toEqual({
      rules: [
        {
          instructions: {
            kind: "script",
            entries: [{ event: "answer", document: '<Response>"é"</Response>' }],
          },
        },
      ],
    });
    await store.close();
  }
});

test("a file of the third version is brought up to date, with its answers, its counts and its numbers", async () => {
  mkdirSync(folder.path, { recursive: true });
  const database = new DatabaseSync(file());
  database.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE runs (name TEXT PRIMARY KEY, start INTEGER NOT NULL, after INTEGER NOT NULL) STRICT;
    CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, family TEXT NOT NULL, type TEXT NOT NULL, raw_type TEXT NOT NULL,
      time INTEGER, received_at INTEGER NOT NULL, source TEXT NOT NULL, late INTEGER NOT NULL, call_id TEXT, conference_id TEXT, message_id TEXT,
      application_id TEXT, numbers TEXT NOT NULL, payload TEXT NOT NULL, duplicates INTEGER NOT NULL DEFAULT 0, replay_of TEXT) STRICT;
    CREATE INDEX events_by_call ON events (call_id, seq, time) WHERE call_id IS NOT NULL;
    CREATE INDEX events_by_type ON events (type, seq);
    CREATE TABLE event_numbers (number TEXT NOT NULL, type TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (number, type, seq)) STRICT, WITHOUT ROWID;
    CREATE TABLE event_answers (event_id TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE, answer TEXT NOT NULL) STRICT;
    INSERT INTO runs VALUES ('oldestrn', 0, 0);
    INSERT INTO events VALUES (7, 'id', 'voice', 'dtmf', 'dtmf', 50, 2, 'CALLBACK', 0, 'c', NULL, NULL, 'a', '["+1","+2"]', '{"x":1}', 2, NULL);
    INSERT INTO event_numbers VALUES ('+1', 'dtmf', 7), ('+2', 'dtmf', 7);
    INSERT INTO event_answers VALUES ('id', '{"source":"LIVE","document":"<Response/>","answeredAt":3,"afterMs":1}');
    INSERT INTO meta VALUES ('trimmed', '3'), ('bytes', '7');
    UPDATE sqlite_sequence SET seq = 9 WHERE name = 'events';
    PRAGMA user_version = 3`);
  database.close();
  for (let time = 0; time < 2; time++) {
    const store = await open(`run${time}aaaa`);
    for (const filter of [
      { number: "+2" },
      { callId: "c" },
      { applicationId: "a" },
      { types: ["dtmf" as const] },
    ]) {
      expect(await store.log.read(filter, 0, 1)).toMatchObject([{ seq: 7, id: "id", payload: '{"x":1}' }]);
    }
    expect(await store.eventAnswers.find("id")).toMatchObject({ source: "LIVE", document: "<Response/>" });
    expect(await store.log.duplicatesOf("id")).toBe(2 + time);
    expect(await store.log.append([newEvent({ id: "id" })])).toEqual([]);
    expect((await store.log.reach()).trimmed).toBe(3);
    const added = await store.log.append([newEvent({ time: 49 - time, keys: { callId: "c" } })]);
    expect(added).toMatchObject([{ seq: 10 + time, late: true }]);
    await store.close();
  }
});

test("a file of the fourth version, in which SQLite numbered the events, is numbered on from where it stood", async () => {
  mkdirSync(folder.path, { recursive: true });
  const database = new DatabaseSync(file());
  database.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    CREATE TABLE runs (name TEXT PRIMARY KEY, start INTEGER NOT NULL, after INTEGER NOT NULL) STRICT;
    CREATE TABLE events (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, family TEXT NOT NULL, type TEXT NOT NULL, raw_type TEXT NOT NULL,
      time INTEGER, received_at INTEGER NOT NULL, source TEXT NOT NULL, late INTEGER NOT NULL, call_id TEXT, conference_id TEXT, message_id TEXT,
      application_id TEXT, numbers TEXT NOT NULL, payload TEXT NOT NULL, duplicates INTEGER NOT NULL DEFAULT 0, replay_of TEXT) STRICT;
    CREATE TABLE event_places (place TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (place, seq)) STRICT, WITHOUT ROWID;
    INSERT INTO runs VALUES ('oldestrn', 0, 0);
    INSERT INTO events VALUES (8, 'id', 'voice', 'dtmf', 'dtmf', 50, 2, 'CALLBACK', 0, 'c', NULL, NULL, 'a', '[]', '{"x":1}', 0, NULL);
    INSERT INTO event_places VALUES ('event id', 8), ('call c', 8), ('application dtmf a', 8), ('type dtmf', 8);
    UPDATE sqlite_sequence SET seq = 12 WHERE name = 'events';
    INSERT INTO meta VALUES ('placed', '12'), ('trimmed', '7'), ('bytes', '7'), ('newest', '50');
    PRAGMA user_version = 4`);
  database.close();
  for (let time = 0; time < 2; time++) {
    const store = await open(`run${time}aaaa`);
    expect(await store.log.append([newEvent({ id: "id" })])).toEqual([]);
    const added = await store.log.append([newEvent({ keys: { callId: "c" } })]);
    expect(added).toMatchObject([{ seq: 13 + time }]);
    expect(await store.log.read({ callId: "c" }, 0, 10)).toHaveLength(2 + time);
    await store.close();
  }
});

test("a file of the fifth version, whose places were rows of a table, is found in by all of them", async () => {
  await (await open()).close();
  const database = new DatabaseSync(file());
  database.exec(`
    ALTER TABLE idempotency_keys DROP COLUMN refused;
    DROP TABLE event_places;
    CREATE TABLE event_places (place TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (place, seq)) STRICT, WITHOUT ROWID;
    INSERT INTO events VALUES (8, 'id', 'voice', 'dtmf', 'dtmf', 50, 2, 'CALLBACK', 0, 'c', 'f', NULL, 'a', '["+1"]', '{"x":1}', 3, NULL);
    INSERT INTO events VALUES (11, 'id-2', 'messaging', 'message-read', 'message-read', 60, 2, 'CALLBACK', 0, NULL, NULL, 'm', 'a', '[]', '{"x":2}', 0, NULL);
    INSERT INTO event_places VALUES ('event id', 8), ('call c', 8), ('conference f', 8), ('application dtmf a', 8), ('number dtmf +1', 8), ('type dtmf', 8);
    INSERT OR REPLACE INTO meta VALUES ('placed', '10'), ('trimmed', '7'), ('bytes', '7'), ('newest', '60'), ('numbered', '9');
    PRAGMA user_version = 5`);
  database.close();
  for (let time = 0; time < 2; time++) {
    const store = await open(`run${time}aaaa`);
    const voice: EventFilter[] = [
      { callId: "c" },
      { conferenceId: "f" },
      { number: "+1" },
      { applicationId: "a", types: ["dtmf"] },
    ];
    for (const filter of voice)
      expect(await store.log.read(filter, 0, 1)).toMatchObject([{ seq: 8, id: "id" }]);
    expect(await store.log.read({ messageId: "m" }, 0, 10)).toMatchObject([{ seq: 11, id: "id-2" }]);
    expect(await store.log.append([newEvent({ id: "id" })])).toEqual([]);
    expect(await store.log.append([newEvent()])).toMatchObject([{ seq: 12 + time }]);
    await store.close();
  }
});

test("a file of the sixth version, whose idempotency keys were forgotten when they were refused, keeps them", async () => {
  await (await open()).close();
  const database = new DatabaseSync(file());
  database.exec(`
    ALTER TABLE idempotency_keys DROP COLUMN refused;
    INSERT INTO idempotency_keys VALUES ('key', ${START}, 'input', '"placed"', 'attempt-1');
    PRAGMA user_version = 6`);
  database.close();
  for (let time = 0; time < 2; time++) {
    const store = await open(`run${time}aaaa`);
    expect(await store.idempotencyKeys.claim({ key: "key", id: "attempt-2" }, "input")).toMatchObject({
      result: '"placed"',
    });
    await store.close();
  }
});

test("what came long ago is known when it comes again, and when something earlier comes of it", async () => {
  const clock = { now: START };
  const store = await open("abcdefgh", clock);
  const event = (n: number) => newEvent({ id: `id-${n}`, time: 1_000 + n, keys: { callId: `c-${n}` } });
  for (let n = 0; n < 5_000; n += 1_000) {
    await store.log.append(Array.from({ length: 1_000 }, (_, i) => event(n + i)));
    clock.now += LONG_AGO_MS;
  }
  for (const n of [0, 3_500, 4_999]) {
    expect(await store.log.append([event(n)])).toEqual([]);
    expect(await store.log.duplicatesOf(`id-${n}`)).toBe(1);
    const added = await store.log.append([newEvent({ time: 999 + n, keys: { callId: `c-${n}` } })]);
    expect(added).toMatchObject([{ late: true }]);
  }
  await store.close();
});

// `Aa` and `BB` have one hash in recentlyAdded.ts.
test.for([
  { others: 0, apart: 0 },
  { others: 1_000, apart: 0 },
  { others: 2_000, apart: LONG_AGO_MS },
  { others: 200_000, apart: 0 },
])(
  "ids of one hash are told apart, also when $others others have come since, a thousand each $apart ms",
  async ({ others, apart }) => {
    const clock = { now: START };
    const store = await open("abcdefgh", clock);
    /** Which are added: whether each is late. */
    const append = async (...events: NewEvent[]) => (await store.log.append(events)).map(({ late }) => late);
    const of = (callId: string, time: number) =>
      newEvent({ id: `${callId}-${time}`, time, keys: { callId } });
    expect(await append(of("Aa", 100), of("BB", 100), of("BB", 90), of("BBAa", 100))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    for (let n = 0; n < others; n += 1_000) {
      clock.now += apart;
      await append(...Array.from({ length: 1_000 }, (_, i) => newEvent({ time: 100 + n + i })));
    }
    expect(await append(of("BB", 100))).toEqual([]);
    expect(await append(of("Aa", 80), of("AaAa", 50), of("BBBB", 40), of("BBAa", 60))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(await append(of("AaAa", 50), of("AaBB", 30), of("AaAa", 45))).toEqual([false, true]);
    expect(await store.log.find("Aa-100")).toMatchObject({ keys: { callId: "Aa" } });
    expect(await store.log.find("AaAa-45")).toMatchObject({ late: true });
    expect(await store.log.find("BBAa-45")).toBeUndefined();
    await store.close();
  },
);

test("at hand is what was added in the last 5 to 10 seconds, and what is not behind 196,608 events or subjects of events", () => {
  const recent = createRecentlyAdded({ newest: 0, start: 0 });
  const isAtHand = (hash: number) => recent.seqOf(hash) !== undefined && recent.latestOf(hash) === hash;
  const add = (hash: number, now: number) => {
    recent.happened(hash, hash);
    recent.added(hash, 1);
    recent.age(now);
  };
  for (const [index, now] of [0, 4_999, 5_000, 9_999].entries()) add(index + 1, now);
  expect([1, 2, 3, 4].map(isAtHand)).toEqual([true, true, true, true]);
  add(5, 10_000);
  expect([1, 2, 3, 4, 5].map(isAtHand)).toEqual([false, false, false, true, true]);
  for (let n = 0; n < 200_000; n++) add(1_000 + n, 10_000);
  expect([4, 1_000, 100_000, 200_999].map(isAtHand)).toEqual([false, false, true, true]);
  for (let n = 0; n < 200_000; n++) recent.added(1_000_000 + n, 1);
  expect([1_000_000, 1_199_999].map(recent.seqOf)).toEqual([undefined, 1]);
  // Of events that could not be written.
  for (let n = 0; n < 200_000; n++) recent.happened(1_000_000 + n, n);
  expect(recent.latestOf(1_199_999)).toBe(199_999);
  expect(recent.seqOf(1_199_999)).toBeUndefined();
});

test.for([0, 1, 2, 3])(
  "an event that was given up is known when it comes again, also where giving up failed after %d commits",
  (most) => {
    const database = openDatabase(folder.path);
    let left = Number.POSITIVE_INFINITY;
    const clock = { now: Date.parse("2026-11-21T09:00:00Z") };
    const events = createEvents(
      {
        ...database,
        write(work) {
          left -= 1;
          if (left < 0) throw new StoreUnavailable("The disk of the event log is full.");
          return database.write(work);
        },
      },
      {
        run: "abcdefgh",
        seen: 0,
        retention: { milliseconds: 1_000, bytes: 1e12 },
        now: () => new Date(clock.now),
      },
    );
    const event = newEvent({ time: 1, receivedAt: clock.now });
    expect(events.append([rowOf(event)])).toEqual({ seqs: [1], late: [] });
    clock.now += 2_000;
    left = most;
    try {
      events.trim();
    } catch (error) {
      expect(error).toBeInstanceOf(StoreUnavailable);
    }
    left = Number.POSITIVE_INFINITY;
    expect(events.append([rowOf(event)])).toEqual({ seqs: [0], late: [] });
    database.close();
  },
);

test("what is there and what is late is as if each event were compared with all, whatever was forgotten, failed or came between", () => {
  const id = fc.constantFrom("Aa", "BB", "C");
  /** Of what an event of these types tells where it stands, and for what else it may be late. */
  const STANDING: Readonly<Record<string, { told: readonly string[]; others: readonly string[] }>> = {
    disconnect: { told: ["call"], others: ["conference"] },
    conferenceMemberJoin: { told: ["call", "member"], others: ["conference"] },
    conferenceMemberExit: { told: ["member"], others: ["conference"] },
    conferenceCompleted: { told: ["conference"], others: ["call"] },
    recordingAvailable: { told: [], others: ["call", "conference"] },
  };
  const event = fc.record({
    type: fc.constantFrom(...KNOWN_TYPES.filter((type) => type in STANDING)),
    time: fc.option(fc.nat({ max: 5 }), { nil: undefined }),
    source: fc.constantFrom("CALLBACK" as const, "RECONCILED" as const),
    callId: fc.option(id, { nil: undefined }),
    conferenceId: fc.option(id, { nil: undefined }),
  });
  // Events in between carry time on, so that these are of the past, and newer than what is forgotten, and neither.
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom("added", "failed"),
        events: fc.array(event, { maxLength: 4 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant("between"),
        count: fc.constantFrom(1, 999),
        milliseconds: fc.constantFrom(0, LONG_AGO_MS),
      }),
    },
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 8, maxLength: 30, size: "max" }), (steps) => {
      const data = temporaryFolder();
      const { events, disk, clock, database } = openOnDisk(data.path);
      const seqs = new Map<string, number>();
      const latest = new Map<string, number>();
      let [last, base] = [0, 0];
      for (const step of steps) {
        if ("count" in step) {
          base += step.count % 7;
          clock.now += step.milliseconds;
          const many = Array.from({ length: step.count }, () => rowOf(newEvent({ time: base })));
          last += events.append(many).seqs.length;
          continue;
        }
        const given = step.events.map(({ type, callId, conferenceId, time, source }) => {
          const happened = time === undefined ? undefined : base + time;
          const keys = { callId, conferenceId, numbers: [] };
          return newEvent({
            id: `${type}-${callId}-${conferenceId}-${happened}-${source}`,
            type,
            time: happened,
            source,
            keys,
          });
        });
        disk.isFull = step.kind === "failed";
        if (disk.isFull) {
          expect(() => events.append(given.map(rowOf))).toThrow(StoreUnavailable);
          disk.isFull = false;
          continue;
        }
        const late: number[] = [];
        const expected = given.map(({ id, type, time, keys }) => {
          if (seqs.has(id)) return 0;
          seqs.set(id, ++last);
          const { callId, conferenceId } = keys;
          const names = new Map([
            ["call", callId],
            ["conference", conferenceId],
            ["member", conferenceId && `${conferenceId} ${callId}`],
          ]);
          const named = (subjects: readonly string[] = []) =>
            subjects
              .filter((subject) => names.get(subject))
              .map((subject) => `${subject} ${names.get(subject)}`);
          const told = named(STANDING[type]?.told);
          const before = [...told, ...named(STANDING[type]?.others)].map((name) => latest.get(name) ?? 0);
          if (time === undefined) return last;
          if (Math.max(0, ...before) > time) late.push(last);
          for (const name of told) latest.set(name, Math.max(latest.get(name) ?? 0, time));
          return last;
        });
        expect(events.append(given.map(rowOf))).toEqual({ seqs: expected, late });
        for (const [id, seq] of seqs) expect(events.seqOf(id)).toBe(seq);
      }
      database.close();
      data.remove();
    }),
    { numRuns: 100 },
  );
});

test("of an event that is given up the index of places keeps nothing", () => {
  const database = openDatabase(folder.path);
  const clock = { now: 1_000 };
  const events = createEvents(database, {
    run: "abcdefgh",
    seen: 0,
    retention: { milliseconds: 500, bytes: 1e12 },
    now: () => new Date(clock.now),
  });
  const keys = {
    callId: "C c",
    conferenceId: "f",
    messageId: "m",
    applicationId: "a",
    numbers: ["+1", "sip:é;x"],
  };
  const many = Array.from({ length: 2_500 }, () => rowOf(newEvent({ receivedAt: clock.now, keys })));
  events.append(many);
  events.fillPlaces();
  const words = () =>
    database.sqlite
      .prepare("SELECT term, doc FROM temp.words WHERE term NOT LIKE 'event/%' ORDER BY term")
      .all();
  database.sqlite.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, event_places, row)");
  expect(words()).toHaveLength(9);
  clock.now += 1_000;
  while (events.trim().more);
  expect(words()).toEqual([]);
  expect(events.read({ callId: "C c" }, 0, 1)).toEqual([]);
  database.close();
});

test("of an answer nothing stays when its event is given up", async () => {
  const clock = { now: START };
  const store = await openSqliteStore({
    dataDir: folder.path,
    retention: { milliseconds: 1_000, bytes: 1e12 },
    createRun: randomName,
    now: () => new Date(clock.now),
    steadyNow: () => clock.now,
  });
  await store.log.append([newEvent({ id: "asks", receivedAt: clock.now })]);
  await store.eventAnswers.settle("asks", { source: "DEFAULT", answeredAt: 1, afterMs: 2 });
  const answers = () => {
    const database = new DatabaseSync(file());
    const rows = database.prepare("SELECT * FROM event_answers").all();
    database.close();
    return rows;
  };
  clock.now += 1_001;
  while (await store.trim());
  await store.close();
  expect(answers()).toEqual([]);
});

test("an idempotency key is known for a day, what was accepted for an hour", async () => {
  const clock = { now: START };
  const { idempotencyKeys: keys, accepted, close } = await open(randomName(), clock);
  const attempt = { key: "key", id: "attempt" };
  const claim = () => keys.claim(attempt, "input");
  await claim();
  await keys.settle(attempt, "1");
  clock.now += DAY_MS;
  expect(await claim()).toMatchObject({ result: "1" });
  clock.now += 1;
  expect(await claim()).toBe("claimed");
  await accepted.keep("c-1", "{}");
  for (const [ms, found] of [
    [3600_000, "{}"],
    [1, undefined],
  ] as const) {
    clock.now += ms;
    await accepted.keep("c-2", "{}");
    expect(await accepted.find("c-1")).toBe(found);
  }
  await close();
});

test("nobody but the gateway's user reads what is in its folder", async () => {
  const dataDir = join(folder.path, "new");
  openDatabase(dataDir).close();
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
});

test("nothing is added while the places of 1,000 events cannot be filled in: what waits for it is in memory", () => {
  const database = openDatabase(folder.path);
  const retention = { milliseconds: 1e15, bytes: 1e12 };
  const events = createEvents(database, { run: "abcdefgh", seen: 0, retention, now: () => new Date(0) });
  const add = (count: number) => events.append(Array.from({ length: count }, () => rowOf(newEvent()))).seqs;
  expect(add(999)).toHaveLength(999);
  database.sqlite.exec("ALTER TABLE meta RENAME TO away");
  expect(add(1)).toEqual([1_000]);
  for (const count of [1, 1]) expect(() => add(count)).toThrow("no such table");
  database.sqlite.exec("ALTER TABLE away RENAME TO meta");
  expect(add(1)).toEqual([1_001]);
  database.close();
});

test("what could not be written leaves nothing behind: it is no duplicate when it comes again, and makes nothing late", () => {
  const { events, disk, database } = openOnDisk(folder.path);
  const at = (time: number) => rowOf(newEvent({ time, keys: { callId: "c" } }));
  const [third, fourth] = [at(3), at(4)];
  expect(events.append([at(1)])).toEqual({ seqs: [1], late: [] });
  disk.isFull = true;
  expect(() => events.append([third, fourth])).toThrow(StoreUnavailable);
  disk.isFull = false;
  expect(events.append([at(2)])).toEqual({ seqs: [2], late: [] });
  expect(events.append([third, fourth])).toEqual({ seqs: [3, 4], late: [] });
  database.close();
});

test("an event is found and known in a file that was put back again and again, whatever was seen before each time", () => {
  const retention = { milliseconds: 1e12, bytes: 1e12 };
  for (const [index, seen] of [9, 0, 3].entries()) {
    const database = openDatabase(folder.path);
    const events = createEvents(database, {
      run: `run${index}aaaa`,
      seen,
      retention,
      now: () => new Date(0),
    });
    if (seen === 3) {
      const event = newEvent({ keys: { callId: "c" } });
      expect(events.append([rowOf(event)])).toEqual({ seqs: [10], late: [] });
      events.append(Array.from({ length: 1_000 }, () => rowOf(newEvent())));
      events.fillPlaces();
      expect(events.read({ callId: "c" }, 0, 10)).toMatchObject([{ seq: 10 }]);
    }
    database.close();
  }
});

test("no number is given twice, also after all events were given up and the gateway was started again", () => {
  for (let start = 0; start < 3; start++) {
    const database = openDatabase(folder.path);
    const retention = { milliseconds: 0, bytes: 1e12 };
    const now = () => new Date("2026-11-23T09:00:00Z");
    const events = createEvents(database, { run: `run${start}aaaa`, seen: 0, retention, now });
    expect(events.append([rowOf(newEvent()), rowOf(newEvent())]).seqs).toEqual([
      2 * start + 1,
      2 * start + 2,
    ]);
    while (events.trim().more);
    expect(events.read({}, 0, 10)).toEqual([]);
    database.close();
  }
});

/** A log with one event, and files to put in its place. */
async function withLog(
  use: (log: { store: Store; keptId: string; fault(): Promise<string | undefined> }) => Promise<void>,
) {
  const clock = { now: START };
  const store = await open(randomName, clock);
  const added = await store.log.append([newEvent()]);
  await use({
    store,
    keptId: added[0]?.id ?? "",
    fault() {
      // It is tried once a second at most.
      clock.now += 1_000;
      return store.fault();
    },
  });
  await store.close();
}
const wal = () => `${file()}-wal`;
const MOVED = /not where it was/;
const replace = (path: string, content: Buffer | string) => {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
};
/** Of a database that is none of the gateway's. */
function otherDatabase(): Buffer {
  const other = temporaryFolder();
  const path = join(other.path, "other.sqlite");
  const database = new DatabaseSync(path);
  database.exec("CREATE TABLE unlike_ours (x)");
  database.close();
  const content = readFileSync(path);
  other.remove();
  return content;
}

test.for<[string, () => Buffer]>([
  ["an empty file", () => Buffer.alloc(0)],
  ["another database", otherDatabase],
])("%s in the place of the log is not taken for a new log, and not written to", ([, content]) =>
  withLog(async ({ store, keptId, fault }) => {
    const told: string[] = [];
    store.log.follow(
      (entries) => told.push(...entries.map(({ id }) => id)),
      undefined,
      () => told.push("replaced"),
    );
    for (const path of [file(), wal()]) renameSync(path, `${path}.away`);
    const other = content();
    replace(file(), other);
    for (let time = 0; time < 3; time++) {
      expect(await fault()).toMatch(MOVED);
      await expect(store.log.append([newEvent()])).rejects.toThrow(MOVED);
    }
    expect(readFileSync(file())).toEqual(other);
    for (const path of [wal(), file()]) renameSync(`${path}.away`, path);
    expect(await fault()).toBeUndefined();
    expect(await store.log.find(keptId)).toBeDefined();
    await store.log.append([newEvent({ id: "next" })]);
    expect(told).toEqual(["next"]);
  }),
);

test("a log whose newest events were in a file that is removed takes nothing, and loses nothing", () =>
  withLog(async ({ store, keptId, fault }) => {
    rmSync(wal());
    await expect(store.log.append([newEvent()])).rejects.toThrow(MOVED);
    // Opened anew, it has what SQLite held still.
    expect(await fault()).toBeUndefined();
    expect(await store.log.find(keptId)).toBeDefined();
  }));

test("a log whose file was cut short in its place takes nothing", () =>
  withLog(async ({ store }) => {
    truncateSync(file(), 0);
    await expect(store.log.append([newEvent()])).rejects.toThrow(MOVED);
  }));

test("a file of a newer version is refused", async () => {
  mkdirSync(folder.path, { recursive: true });
  const database = new DatabaseSync(file());
  database.exec("PRAGMA user_version = 99");
  database.close();
  await expect(open()).rejects.toThrow(/newer version/);
});

test("a file that is no database is refused by name", async () => {
  mkdirSync(join(folder.path, "gateway.sqlite"), { recursive: true });
  await expect(open()).rejects.toThrow(/DATA_DIR .* cannot be used/);
});
