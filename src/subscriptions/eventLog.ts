import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import type { Place } from "./cursor.ts";
import { transaction } from "./database.ts";
import { isKnownType, type LogEntry, type NewEvent } from "./event.ts";
import { type EventFilter, filterSql } from "./eventFilter.ts";
import { beginRun } from "./runs.ts";

/** The durable log of events, in the order in which they were committed. */
export type EventLog = {
  /** The cursor of an event, by its number. */
  cursorOf(seq: number): string;
  /** Whether this log has, or had, an event at that place. */
  knows(place: Place): boolean;
  /**
   * Adds events and resolves when they are on disk: with the entries that are new, without those that were there already. All that
   * is added in one turn of the event loop shares one transaction.
   */
  append(events: readonly NewEvent[]): Promise<LogEntry[]>;
  /** The first `limit` entries behind `seq` that match, in order. */
  read(filter: EventFilter, seq: number, limit: number): LogEntry[];
  /** Called with each entry once it is on disk, in order. Returns how to stop it. */
  follow(listener: (entry: LogEntry) => void): () => void;
  /** The number of the last event that was added, 0 before the first. */
  last(): number;
  /** The number of the last event that was given up for its age, 0 when none was. */
  trimmed(): number;
  /** Gives up events that were received before `time` (ms since 1970), at most 1000 of them; returns how many. */
  trim(time: number): number;
};

const TRIM_BATCH = 1000;

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
});
const LastRow = z.object({ seq: z.int().nullable() });

/** The event log in SQLite. `run` names this run of the gateway: eight letters and digits that no other run has. */
export function createEventLog(database: DatabaseSync, run: string): EventLog {
  const meta = (key: string, initial: () => string) => {
    database.prepare("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)").run(key, initial());
    return z
      .object({ value: z.string() })
      .parse(database.prepare("SELECT value FROM meta WHERE key = ?").get(key)).value;
  };
  let trimmed = Number(meta("trimmed", () => "0"));
  let last = Math.max(trimmed, lastSeq(database));
  const runs = transaction(database, () => beginRun(database, run, { last, trimmed }));

  const insert = database.prepare(`
    INSERT INTO events (id, family, type, raw_type, time, received_at, source, late, call_id, conference_id, message_id, application_id, numbers, payload)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`);
  const insertNumber = database.prepare("INSERT INTO event_numbers (number, seq) VALUES (?, ?)");
  const laterOf = {
    callId: database.prepare("SELECT 1 FROM events WHERE call_id = ? AND time > ? LIMIT 1"),
    conferenceId: database.prepare("SELECT 1 FROM events WHERE conference_id = ? AND time > ? LIMIT 1"),
    messageId: database.prepare("SELECT 1 FROM events WHERE message_id = ? AND time > ? LIMIT 1"),
  };

  function isLate({ keys, time }: NewEvent): boolean {
    if (time === undefined) return false;
    for (const key of ["callId", "conferenceId", "messageId"] as const) {
      const id = keys[key];
      if (id !== undefined && laterOf[key].get(id, time) !== undefined) return true;
    }
    return false;
  }

  function add(event: NewEvent): LogEntry | undefined {
    const { keys } = event;
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
    );
    if (changes === 0) return undefined;
    const seq = Number(lastInsertRowid);
    for (const number of keys.numbers) insertNumber.run(number, seq);
    return { ...event, seq, late, cursor: runs.cursorOf(seq) };
  }

  type Waiting = {
    events: readonly NewEvent[];
    done: (added: LogEntry[]) => void;
    failed: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];
  const listeners = new Set<(entry: LogEntry) => void>();

  function commit() {
    const batch = waiting;
    waiting = [];
    let added: LogEntry[][];
    try {
      added = transaction(database, () =>
        batch.map(({ events }) => events.map(add).filter((entry) => entry !== undefined)),
      );
    } catch (error) {
      for (const { failed } of batch) failed(error);
      return;
    }
    last = added.flat().at(-1)?.seq ?? last;
    for (const entry of added.flat()) for (const listener of listeners) listener(entry);
    for (const [index, { done }] of batch.entries()) done(added[index] ?? []);
  }

  return {
    cursorOf: runs.cursorOf,
    knows: (place) => runs.knows(place, last),
    append(events) {
      return new Promise((done, failed) => {
        // setImmediate runs after all requests that this turn of the event loop has read from their sockets.
        if (waiting.push({ events, done, failed }) === 1) setImmediate(commit);
      });
    },
    read(filter, seq, limit) {
      const { conditions, values } = filterSql(filter);
      const where = ["seq > ?1", ...conditions].join(" AND ");
      const rows = database
        .prepare(`SELECT * FROM events WHERE ${where} ORDER BY seq LIMIT ?`)
        .all(seq, ...values, limit);
      return rows.map((row) => toEntry(Row.parse(row)));
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    last: () => last,
    trimmed: () => trimmed,
    trim(time) {
      const oldest = z.array(z.object({ seq: z.int(), received_at: z.int() }));
      const rows = oldest.parse(
        database.prepare("SELECT seq, received_at FROM events ORDER BY seq LIMIT ?").all(TRIM_BATCH),
      );
      const young = rows.findIndex((row) => row.received_at >= time);
      const old = young === -1 ? rows : rows.slice(0, young);
      const through = old.at(-1)?.seq;
      if (through === undefined) return 0;
      transaction(database, () => {
        database
          .prepare(`DELETE FROM event_numbers WHERE (number, seq) IN
            (SELECT json_each.value, events.seq FROM events, json_each(events.numbers) WHERE events.seq <= ?)`)
          .run(through);
        database.prepare("DELETE FROM events WHERE seq <= ?").run(through);
        database.prepare("UPDATE meta SET value = ? WHERE key = 'trimmed'").run(String(through));
      });
      trimmed = through;
      return old.length;
    },
  };

  function toEntry(row: z.infer<typeof Row>): LogEntry {
    return {
      seq: row.seq,
      cursor: runs.cursorOf(row.seq),
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
    };
  }
}

function lastSeq(database: DatabaseSync): number {
  return LastRow.parse(database.prepare("SELECT max(seq) AS seq FROM events").get()).seq ?? 0;
}
