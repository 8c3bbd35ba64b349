import type { StatementSync } from "node:sqlite";
import { z } from "zod";
import { isKnownType, type LogEntry, type NewEvent } from "../event.ts";
import type { EventFilter } from "../eventFilter.ts";
import { cursorOf, type Run } from "../runs.ts";
import { DEDUPLICATED_MS, type Retention } from "../store.ts";
import type { Database } from "./database.ts";
import { eventQuery } from "./query.ts";
import { beginRun } from "./runs.ts";

const TRIM_BATCH = 1000;
/** How many calls, conferences and messages have the time of their last event at hand; of others it is looked up. */
const LATEST_KEPT = 10_000;

const Row = z.object({
  seq: z.int(),
  id: z.string(),
  family: z.enum(["voice", "messaging"]),
  type: z.string(),
  raw_type: z.string(),
  time: z.int().nullable(),
  received_at: z.int(),
  source: z.enum(["CALLBACK", "RECONCILED"]),
  late: z.int(),
  call_id: z.string().nullable(),
  conference_id: z.string().nullable(),
  message_id: z.string().nullable(),
  application_id: z.string().nullable(),
  numbers: z.string(),
  payload: z.string(),
  replay_of: z.string().nullable(),
});
const LatestRow = z.object({ time: z.int().nullable() });
const DuplicatesRow = z.object({ duplicates: z.int() }).optional();
const OldestRows = z.array(z.object({ seq: z.int(), received_at: z.int(), bytes: z.int() }));

/** Where the log stands when it is opened. */
export type Opened = { runs: Run[]; last: number; trimmed: number };

/** The events of the log in SQLite. */
export type Events = {
  opened(): Opened;
  /** Adds events; gives for each that is new its number and whether it is late. All of them are durable then, or none is. */
  append(events: readonly NewEvent[]): ({ seq: number; late: boolean } | undefined)[];
  read(filter: EventFilter, seq: number, limit: number): LogEntry[];
  find(id: string): LogEntry | undefined;
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
  const setMeta = sqlite.prepare("UPDATE meta SET value = ? WHERE key = ?");
  const { trimmed: trimmedAtStart, bytes: bytesAtStart } = database.write(() => readMeta(database));
  const isAnyGivenUp = () => sqlite.prepare("SELECT 1 FROM given_up LIMIT 1").get() !== undefined;
  // As a rule there is none, and each event is spared a look.
  let anyGivenUp = isAnyGivenUp();
  let trimmed = trimmedAtStart;
  let bytes = bytesAtStart;
  const opened = database.write(() => beginRun(sqlite, { ...options, trimmed }));
  const { runs } = opened;

  const insert = sqlite.prepare(`
    INSERT INTO events (id, family, type, raw_type, time, received_at, source, late, call_id, conference_id, message_id, application_id, numbers, payload, replay_of)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`);
  const insertNumber = sqlite.prepare("INSERT INTO event_numbers (number, type, seq) VALUES (?, ?, ?)");
  const countDuplicate = sqlite.prepare("UPDATE events SET duplicates = duplicates + 1 WHERE id = ?");
  const selectById = sqlite.prepare("SELECT * FROM events WHERE id = ?");
  const selectDuplicates = sqlite.prepare("SELECT duplicates FROM events WHERE id = ?");
  const selectGivenUp = sqlite.prepare("SELECT 1 FROM given_up WHERE id = ?");
  const latestOf = {
    callId: sqlite.prepare(
      "SELECT max(time) AS time FROM events INDEXED BY events_by_call WHERE call_id = ?",
    ),
    conferenceId: sqlite.prepare(
      "SELECT max(time) AS time FROM events INDEXED BY events_by_conference WHERE conference_id = ?",
    ),
    messageId: sqlite.prepare(
      "SELECT max(time) AS time FROM events INDEXED BY events_by_message WHERE message_id = ?",
    ),
  };

  /** The time of the last event of each call, conference and message that had one lately. */
  const latest = new Map<string, number>();

  /** Whether an event of the same call, conference or message that happened later is in the log. Remembers the event's time. */
  function isLate({ keys, time }: NewEvent): boolean {
    if (time === undefined) return false;
    let late = false;
    for (const key of ["callId", "conferenceId", "messageId"] as const) {
      const id = keys[key];
      if (id === undefined) continue;
      const name = `${key} ${id}`;
      const known = latest.get(name) ?? LatestRow.parse(latestOf[key].get(id)).time ?? time;
      if (known > time) late = true;
      // Deleted first: a Map is in the order of insertion, and the oldest goes.
      latest.delete(name);
      latest.set(name, Math.max(known, time));
    }
    return late;
  }

  function add(event: NewEvent): { seq: number; late: boolean } | undefined {
    const { keys } = event;
    if (anyGivenUp && selectGivenUp.get(event.id) !== undefined) return undefined;
    const late = isLate(event);
    const { changes, lastInsertRowid } = insert.run(
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
    if (changes === 0) {
      countDuplicate.run(event.id);
      return undefined;
    }
    const seq = Number(lastInsertRowid);
    for (const number of keys.numbers) insertNumber.run(number, event.type, seq);
    return { seq, late };
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
    append(events) {
      let newBytes = 0;
      try {
        const placed = database.write(() => {
          const places = events.map(add);
          for (const [index, { payload }] of events.entries()) {
            if (places[index]) newBytes += Buffer.byteLength(payload);
          }
          if (newBytes > 0) setMeta.run(String(bytes + newBytes), "bytes");
          return places;
        });
        bytes += newBytes;
        while (latest.size > LATEST_KEPT) latest.delete(latest.keys().next().value ?? "");
        return placed;
      } catch (error) {
        latest.clear();
        throw error;
      }
    },
    read(filter, seq, limit) {
      const { sql, values } = eventQuery(filter, seq, limit);
      return database.read(() => prepare(sql).all(values)).map((row) => toEntry(Row.parse(row)));
    },
    find(id) {
      const row = database.read(() => selectById.get(id));
      return row === undefined ? undefined : toEntry(Row.parse(row));
    },
    duplicatesOf: (id) => DuplicatesRow.parse(database.read(() => selectDuplicates.get(id)))?.duplicates ?? 0,
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
      let left = bytes;
      let old = 0;
      for (const row of rows) {
        if (row.received_at >= time - retention.milliseconds && left <= retention.bytes) break;
        left -= row.bytes;
        old += 1;
      }
      const through = rows[old - 1]?.seq;
      const isForgotten = time - DEDUPLICATED_MS;
      const forgotten = database.write(() => {
        if (through !== undefined) {
          sqlite
            .prepare(
              "INSERT INTO given_up SELECT id, received_at FROM events WHERE seq <= ? AND received_at >= ?",
            )
            .run(through, isForgotten);
          sqlite
            .prepare(`DELETE FROM event_numbers WHERE (number, type, seq) IN
              (SELECT value, events.type, seq FROM events, json_each(numbers) WHERE events.seq <= ?)`)
            .run(through);
          sqlite.prepare("DELETE FROM events WHERE seq <= ?").run(through);
          setMeta.run(String(through), "trimmed");
          setMeta.run(String(left), "bytes");
        }
        return sqlite
          .prepare("DELETE FROM given_up WHERE id IN (SELECT id FROM given_up WHERE received_at < ? LIMIT ?)")
          .run(isForgotten, TRIM_BATCH).changes;
      });
      anyGivenUp = isAnyGivenUp();
      if (through !== undefined) {
        trimmed = through;
        bytes = left;
      }
      return { trimmed, more: old > 0 || forgotten > 0 };
    },
  };

  function toEntry(row: z.infer<typeof Row>): LogEntry {
    return {
      seq: row.seq,
      cursor: cursorOf(runs, row.seq),
      id: row.id,
      family: row.family,
      type: isKnownType(row.type) ? row.type : "unknown",
      rawType: row.raw_type,
      time: row.time ?? undefined,
      receivedAt: row.received_at,
      source: row.source,
      late: row.late === 1,
      keys: {
        callId: row.call_id ?? undefined,
        conferenceId: row.conference_id ?? undefined,
        messageId: row.message_id ?? undefined,
        applicationId: row.application_id ?? undefined,
        numbers: z.array(z.string()).parse(JSON.parse(row.numbers)),
      },
      payload: row.payload,
      replayOf: row.replay_of ?? undefined,
    };
  }
}

const Meta = z.array(z.object({ key: z.enum(["trimmed", "bytes"]), value: z.coerce.number() }));

/** How far the log is trimmed, and how many bytes its payloads have. */
function readMeta({ sqlite }: Database): { trimmed: number; bytes: number } {
  sqlite.exec("INSERT OR IGNORE INTO meta (key, value) VALUES ('trimmed', '0'), ('bytes', '0')");
  const rows = Meta.parse(
    sqlite.prepare("SELECT key, value FROM meta WHERE key IN ('trimmed', 'bytes')").all(),
  );
  const { trimmed = 0, bytes = 0 } = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  return { trimmed, bytes };
}
