import type { DatabaseSync, StatementSync } from "node:sqlite";
import { z } from "zod";
import type { LogEntry, NewEvent } from "../event.ts";
import { type EventFilter, matches } from "../eventFilter.ts";
import { type Subject, subjectsOf, tells } from "../lateness.ts";
import { cursorOf, type Run } from "../runs.ts";
import { DEDUPLICATED_MS, READ_BYTES, type Retention, StoreUnavailable } from "../store.ts";
import type { Database } from "./database.ts";
import { entryOf } from "./entry.ts";
import { type EventRow, eventOf } from "./eventRow.ts";
import { AT_PLACE, CLEAR_PLACES, FILL_PLACES, inPlaces, placeOf } from "./places.ts";
import { eventQuery } from "./query.ts";
import { createRecentlyAdded, hashOf } from "./recentlyAdded.ts";
import { beginRun } from "./runs.ts";

const TRIM_BATCH = 1000;
/**
 * The places of so many events, or some more, are filled in at once, which takes 2 ms. With those of each event filled in with it, one that
 * comes alone would write 6.8 pages, and not 1.3.
 */
const TAIL = 1000;
/** Of large callbacks fewer wait for it: the memory that they take is bounded. */
const TAIL_BYTES = 4 * 1024 * 1024;
/** So many at once when a file of an older version is opened. */
const OPENING_BATCH = 10_000;
const IdRow = z.object({ id: z.string() }).optional();
const SeqRow = z.object({ seq: z.int() }).optional();
const DuplicatesRow = z.object({ duplicates: z.int() }).optional();
const Sum = z.object({ bytes: z.int().nullable(), newest: z.int().nullable() });
const OldestRows = z.array(z.object({ seq: z.int(), received_at: z.int(), bytes: z.int() }));

/** An event in its place in the log. */
type Placed = { event: NewEvent; seq: number; late: boolean };

/** Where the log stands when it is opened. */
export type Opened = { runs: Run[]; last: number; trimmed: number };

/** For each event that was to be added its number, 0 where the log has it already; and the numbers of those that are late. */
type Appended = { seqs: number[]; late: number[] };

/** The events of the log in SQLite. */
export type Events = {
  opened(): Opened;
  /** Adds events. All that are new are durable then, or none is. */
  append(rows: readonly EventRow[]): Appended;
  /** Fills in the places of the events that were added last, once there are enough of them. */
  fillPlaces(): void;
  read(filter: EventFilter, seq: number, limit: number, bytes?: number): LogEntry[];
  find(id: string): LogEntry | undefined;
  /** The number of the event with this id, if the log still has it. */
  seqOf(id: string): number | undefined;
  duplicatesOf(id: string): number;
  /** Gives up a batch of what is past its retention. Gives up to where the log is trimmed then, and whether there is more. */
  trim(): { trimmed: number; more: boolean };
};

/**
 * Begins the run of the gateway that is named `run`: eight letters and digits that no other has. Its events are numbered behind `seen`,
 * the last that somebody was told of.
 */
export function createEvents(
  database: Database,
  options: { run: string; seen: number; retention: Retention; now: () => Date },
): Events {
  const { retention, now } = options;
  const { sqlite } = database;
  const isAnyGivenUp = () => sqlite.prepare("SELECT 1 FROM given_up LIMIT 1").get() !== undefined;
  // As a rule there is none, and each event is spared a look.
  let anyGivenUp = isAnyGivenUp();
  let meta = database.read(() => readMeta(sqlite));
  // Places are filled in up to there before anything is added, so from then on `placed` tells it too.
  const numbered = Math.max(meta.numbered, meta.placed, options.seen);
  const opened = database.write(() =>
    beginRun(sqlite, { run: options.run, numbered, trimmed: meta.trimmed }),
  );
  const { runs } = opened;
  /** The number of the last event: none is given twice, also when all events are given up. */
  let { last } = opened;

  const insert = sqlite.prepare(`
    INSERT INTO events (seq, id, family, type, raw_type, time, received_at, source, late, call_id, conference_id, message_id, application_id, numbers, payload, replay_of)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const countDuplicate = sqlite.prepare("UPDATE events SET duplicates = duplicates + 1 WHERE seq = ?");
  const selectEvent = sqlite.prepare("SELECT * FROM events WHERE seq = ?");
  const selectDuplicates = sqlite.prepare("SELECT duplicates FROM events WHERE seq = ?");
  const selectGivenUp = sqlite.prepare("SELECT 1 FROM given_up WHERE id = ?");
  const selectId = sqlite.prepare("SELECT id FROM events WHERE seq = ?");
  const selectSeq = sqlite.prepare(`SELECT seq ${AT_PLACE}`);
  const selectLater = sqlite.prepare(
    `SELECT events.* ${AT_PLACE} AND time > $time ORDER BY event_places.rowid DESC`,
  );
  const at = (place: string) => ({ place, places: inPlaces([place]) });
  const fill = sqlite.prepare(FILL_PLACES);
  const clear = sqlite.prepare(CLEAR_PLACES);
  const sumUp = sqlite.prepare(
    "SELECT sum(octet_length(payload)) AS bytes, max(time) AS newest FROM events WHERE seq > ? AND seq <= ?",
  );

  /** Fills in the places of events up to `through`; `bytes` and `newest` sum up their payloads and times. Gives what `Meta` is then. */
  function place(through: number, { bytes, newest }: z.infer<typeof Sum>): Meta {
    fill.run({ after: meta.placed, through });
    const placed = {
      ...meta,
      placed: through,
      bytes: meta.bytes + (bytes ?? 0),
      newest: Math.max(meta.newest, newest ?? 0),
    };
    writeMeta(sqlite, placed);
    return placed;
  }

  // Places that were never filled in: the last ones of a process that was killed, or all in a file of an older version.
  while (meta.placed < opened.last) {
    const through = Math.min(Math.max(meta.placed, meta.trimmed) + OPENING_BATCH, opened.last);
    meta = database.write(() => place(through, Sum.parse(sumUp.get(meta.placed, through))));
  }

  /** The events whose places are not filled in yet, in order: fewer than `TAIL`, but for those that were added last. */
  let tail: Placed[] = [];
  let tailBytes = 0;
  const recent = createRecentlyAdded({ newest: meta.newest, start: now().getTime() });

  function tailIsPlaced(now: Meta) {
    meta = now;
    tail = [];
    tailBytes = 0;
  }

  function fillPlaces() {
    if (tail.length >= TAIL || tailBytes >= TAIL_BYTES) tailIsPlaced(database.write(placeTail));
  }

  function placeTail(): Meta {
    const newest = tail.reduce((latest, { event }) => Math.max(latest, event.time ?? 0), 0);
    return place(last, { bytes: tailBytes, newest });
  }

  function seqAtHand(id: string): number | undefined {
    const seq = recent.seqOf(hashOf(id));
    if (seq !== undefined && IdRow.parse(selectId.get(seq))?.id === id) return seq;
    return tail.find(({ event }) => event.id === id)?.seq;
  }
  const seqAt = (place: string) => SeqRow.parse(selectSeq.get(at(place)))?.seq;
  const seqOf = (id: string) => seqAtHand(id) ?? seqAt(placeOf.event(id));

  /**
   * The places at which damage was met while events were being added. They are then taken as empty. To refuse the event instead would
   * refuse all events of the same transaction, most of which Bandwidth sends only once.
   */
  const unreadable = new Set<string>();
  function lookUp<T>(place: string, look: () => T): T | undefined {
    if (unreadable.has(place)) return undefined;
    try {
      return database.read(look);
    } catch (error) {
      if (error instanceof StoreUnavailable) unreadable.add(place);
      throw error;
    }
  }

  /** Whether the log has an event that tells the state of the subject and happened later than `time`. */
  function hasLater({ keys }: NewEvent, subject: Subject, time: number): boolean {
    const id = keys[subject.key] ?? "";
    const isLater = (event: NewEvent) =>
      event.keys[subject.key] === id && (event.time ?? time) > time && tells(event, subject);
    if (tail.some(({ event }) => isLater(event))) return true;
    const place = placeOf[subject.key](id);
    const isLaterAtPlace = () => {
      for (const row of selectLater.iterate({ ...at(place), time }))
        if (isLater(entryOf(row, runs))) return true;
      return false;
    };
    return lookUp(place, isLaterAtPlace) ?? false;
  }

  /** Whether the log has a later event about one of this event's subjects. Also remembers its time for the subjects whose state it tells. */
  function isLate(event: NewEvent): boolean {
    const { time } = event;
    if (time === undefined) return false;
    recent.saw(time);
    let late = false;
    const { told, others } = subjectsOf(event);
    for (const subject of told) {
      const hash = hashOf(subject.name);
      const latest = recent.latestOf(hash);
      if (latest > time && hasLater(event, subject, time)) late = true;
      recent.happened(hash, Math.max(latest, time));
    }
    return (
      late ||
      others.some((subject) => recent.latestOf(hashOf(subject.name)) > time && hasLater(event, subject, time))
    );
  }

  /** The number of the same event, where the log has it; `hash` is that of its id. */
  function seqOfSame({ id, time, source, replayOf }: NewEvent, hash: number): number | undefined {
    // Only a callback's id is made of all that it tells, its time too.
    const isNewer = source === "CALLBACK" && !replayOf && time !== undefined && !recent.isForgotten(time);
    if (isNewer && recent.seqOf(hash) === undefined) return undefined;
    const place = placeOf.event(id);
    return seqAtHand(id) ?? lookUp(place, () => seqAt(place));
  }

  /** Adds an event under this number, unless the log has it. */
  function add(event: NewEvent, seq: number): Placed | undefined {
    const { keys } = event;
    if (anyGivenUp && selectGivenUp.get(event.id) !== undefined) return undefined;
    const hash = hashOf(event.id);
    const same = seqOfSame(event, hash);
    if (same !== undefined) {
      countDuplicate.run(same);
      return undefined;
    }
    const late = isLate(event);
    insert.run(
      seq,
      event.id,
      event.family,
      event.type,
      event.rawType,
      event.time ?? null,
      event.receivedAt,
      event.source,
      late ? 1 : 0,
      keys.callId ?? null,
      keys.conferenceId ?? null,
      keys.messageId ?? null,
      keys.applicationId ?? null,
      JSON.stringify(keys.numbers),
      event.payload,
      event.replayOf ?? null,
    );
    recent.added(hash, seq);
    return { event, seq, late };
  }

  /** Adds events in one transaction. SQLite writes nothing more in one in which it met damage (SQLITE_CorruptRdOnly). */
  function addAll(rows: readonly EventRow[]): Appended {
    const before = tail.length;
    try {
      const seqs = database.write(() =>
        rows.map((row) => {
          const added = add(eventOf(row), last + tail.length - before + 1);
          if (added) tail.push(added);
          return added?.seq ?? 0;
        }),
      );
      const added = tail.slice(before);
      last += added.length;
      for (const { event } of added) tailBytes += Buffer.byteLength(event.payload);
      return { seqs, late: added.filter(({ late }) => late).map(({ seq }) => seq) };
    } catch (error) {
      tail.length = before;
      throw error;
    }
  }

  // Bounded by the kinds of filters that there are: eventQuery holds no value of a client in its text.
  const prepared = new Map<string, StatementSync>();
  function prepare(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    prepared.set(sql, statement);
    return statement;
  }

  return {
    opened: () => opened,
    append(rows) {
      // As a rule it was done already. What could not be written then must not gather here.
      fillPlaces();
      unreadable.clear();
      for (;;) {
        const known = unreadable.size;
        try {
          return addAll(rows);
        } catch (error) {
          if (unreadable.size === known) throw error;
        } finally {
          recent.age(now().getTime());
        }
      }
    },
    fillPlaces,
    read(filter, seq, limit, bytes = READ_BYTES) {
      const { sql, values } = eventQuery(filter, { seq, through: meta.placed, limit });
      return database.read(() => {
        const entries: LogEntry[] = [];
        let read = 0;
        const isFull = () => entries.length >= limit || read >= bytes;
        const add = (entry: LogEntry) => {
          entries.push(entry);
          read += Buffer.byteLength(entry.payload);
        };
        for (const row of prepare(sql).iterate(values)) {
          if (isFull()) break;
          add(entryOf(row, runs));
        }
        for (const { event, ...place } of tail) {
          if (isFull()) break;
          if (place.seq > seq && matches(filter, event))
            add({ ...event, ...place, cursor: cursorOf(runs, place.seq) });
        }
        return entries;
      });
    },
    find(id) {
      return database.read(() => {
        const row = selectEvent.get(seqOf(id) ?? null);
        return row && entryOf(row, runs);
      });
    },
    seqOf: (id) => database.read(() => seqOf(id)),
    duplicatesOf: (id) =>
      DuplicatesRow.parse(database.read(() => selectDuplicates.get(seqOf(id) ?? null)))?.duplicates ?? 0,
    trim() {
      const time = now().getTime();
      const rows = OldestRows.parse(
        database.read(() =>
          sqlite
            .prepare(
              "SELECT seq, received_at, octet_length(payload) AS bytes FROM events ORDER BY seq LIMIT ?",
            )
            .all(TRIM_BATCH),
        ),
      );
      let bytes = meta.bytes + tailBytes;
      let old = 0;
      for (const row of rows) {
        if (row.received_at >= time - retention.milliseconds && bytes <= retention.bytes) break;
        bytes -= row.bytes;
        old += 1;
      }
      const through = rows[old - 1]?.seq;
      const isForgotten = time - DEDUPLICATED_MS;
      // All at once: what was given up must be known as such from then on, whatever becomes of the rest.
      const { after, forgotten } = database.write(() => {
        let after = meta;
        if (through !== undefined) {
          if (tail.length > 0) after = placeTail();
          sqlite
            .prepare(
              "INSERT OR IGNORE INTO given_up SELECT id, received_at FROM events WHERE seq <= ? AND received_at >= ?",
            )
            .run(through, isForgotten);
          clear.run({ after: meta.trimmed, through });
          sqlite.prepare("DELETE FROM event_answers WHERE seq <= ?").run(through);
          sqlite.prepare("DELETE FROM events WHERE seq <= ?").run(through);
          after = { ...after, trimmed: through, bytes };
          writeMeta(sqlite, after);
        }
        const { changes } = sqlite
          .prepare("DELETE FROM given_up WHERE id IN (SELECT id FROM given_up WHERE received_at < ? LIMIT ?)")
          .run(isForgotten, TRIM_BATCH);
        return { after, forgotten: changes };
      });
      if (through !== undefined) tailIsPlaced(after);
      anyGivenUp = isAnyGivenUp();
      return { trimmed: meta.trimmed, more: old > 0 || forgotten > 0 };
    },
  };
}

/**
 * What is to be known of the log without reading it: up to where events are given up, and up to where their places are filled in; of the
 * events up to there, how many bytes their payloads have, and when the latest happened; and, of a file older than version 4, up to where
 * numbers had been given.
 */
type Meta = { trimmed: number; placed: number; bytes: number; newest: number; numbered: number };
const MetaRow = z.object({
  key: z.enum(["trimmed", "placed", "bytes", "newest", "numbered"]),
  value: z.coerce.number(),
});
const MetaRows = z
  .array(MetaRow)
  .transform((rows): Partial<Meta> => Object.fromEntries(rows.map(({ key, value }) => [key, value])));

function readMeta(sqlite: DatabaseSync): Meta {
  const rows = sqlite
    .prepare("SELECT key, value FROM meta WHERE key IN ('trimmed', 'placed', 'bytes', 'newest', 'numbered')")
    .all();
  return { trimmed: 0, placed: 0, bytes: 0, newest: 0, numbered: 0, ...MetaRows.parse(rows) };
}

function writeMeta(sqlite: DatabaseSync, meta: Meta) {
  const put = sqlite.prepare("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");
  for (const [key, value] of Object.entries(meta)) put.run(key, String(value));
}
