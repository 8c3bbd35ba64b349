import { accessSync, closeSync, constants, mkdirSync, openSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { StoreUnavailable } from "../store.ts";
import { CREATE_PLACES } from "./places.ts";

/** The file in DATA_DIR that holds all that must outlive the process. */
const FILE = "gateway.sqlite";

/**
 * Of a new file; an older one keeps the 4 or 8 KB that it has. Each page of a commit is written by two calls, and an event takes about 1 KB:
 * with 8 KB pages 0.97 times as many callbacks were taken. (More than 16 KB would be much to write for an event that comes alone.)
 */
const PAGE_BYTES = 16384;

/** Raised when the tables change; a file of an older version is brought up to it when it is opened. */
const VERSION = 7;

/** Columns that tables did not have at first. Each comes to a file that lacks it: versions were not always raised for them. */
const LATER_COLUMNS = [
  ["events", "duplicates", "INTEGER NOT NULL DEFAULT 0"],
  ["events", "replay_of", "TEXT"],
  ["runs", "after", "INTEGER NOT NULL DEFAULT 0"],
  ["idempotency_keys", "refused", "INTEGER NOT NULL DEFAULT 0"],
] as const;

// Runs began where the one before had ended, until a log could be put back from a backup while the gateway runs.
const FILL_AFTER = "UPDATE runs SET after = start";

// Documents of calls that were placed and not yet answered are controls since.
const FROM_VERSION_2 = `
INSERT INTO call_controls SELECT id, created_at,
  json_object('rules', json_array(json_object('instructions',
    json_object('kind', 'script', 'entries', json_array(json_object('event', 'answer', 'document', bxml))))))
  FROM answer_documents;
DROP TABLE answer_documents;
`;

// Events had an index for each way to find them, answers the ids of theirs, and SQLite gave their numbers until version 5.
const TO_VERSION_4 = `
CREATE TABLE IF NOT EXISTS event_answers (event_id TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT;
CREATE TABLE answers_before AS SELECT seq, answer FROM event_answers JOIN events ON id = event_id;
DROP TABLE event_answers;
ALTER TABLE events RENAME TO events_before;
DROP TABLE IF EXISTS event_numbers;
`;
const FILL_VERSION_4 = `
INSERT INTO events SELECT seq, id, family, type, raw_type, time, received_at, source, late, call_id, conference_id, message_id,
  application_id, numbers, payload, duplicates, replay_of FROM events_before ORDER BY seq;
INSERT OR REPLACE INTO meta SELECT 'numbered', seq FROM sqlite_sequence WHERE name = 'events_before';
DROP TABLE events_before;
INSERT INTO event_answers SELECT seq, answer FROM answers_before;
DROP TABLE answers_before;
DELETE FROM meta WHERE key = 'bytes';
`;

// Places were rows of a table: the index that took its name is filled anew when the log is opened.
const TO_VERSION_6 = `
DROP TABLE event_places;
INSERT OR REPLACE INTO meta
  SELECT 'numbered', max(CAST(value AS INTEGER)) FROM meta WHERE key IN ('numbered', 'placed') HAVING count(*) > 0;
DELETE FROM meta WHERE key IN ('placed', 'bytes');
`;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS runs (name TEXT PRIMARY KEY, start INTEGER NOT NULL, after INTEGER NOT NULL) STRICT; -- Run of runs.ts

CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY, -- given by events.ts
  id TEXT NOT NULL,
  family TEXT NOT NULL,
  type TEXT NOT NULL,
  raw_type TEXT NOT NULL,
  time INTEGER,
  received_at INTEGER NOT NULL,
  source TEXT NOT NULL,
  late INTEGER NOT NULL,
  call_id TEXT,
  conference_id TEXT,
  message_id TEXT,
  application_id TEXT,
  numbers TEXT NOT NULL, -- a JSON array
  payload TEXT NOT NULL,
  duplicates INTEGER NOT NULL DEFAULT 0,
  replay_of TEXT
) STRICT;
-- Ids of events that were given up for the log's size before a repeated callback could be told by its age.
CREATE TABLE IF NOT EXISTS given_up (id TEXT PRIMARY KEY, received_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS given_up_by_age ON given_up (received_at);

CREATE TABLE IF NOT EXISTS idempotency_keys (
  key TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  input TEXT NOT NULL, -- fingerprint of the operation and its input
  result TEXT, -- JSON; NULL while nobody knows the outcome
  answer_id TEXT, -- of the attempt that has the key; callbacks that carry it tell the outcome
  refused INTEGER NOT NULL DEFAULT 0 -- whether its request was, as its answer says: as long as no callback tells otherwise the key is free
) STRICT;
CREATE INDEX IF NOT EXISTS idempotency_keys_by_age ON idempotency_keys (created_at);
CREATE INDEX IF NOT EXISTS idempotency_keys_by_answer ON idempotency_keys (answer_id) WHERE answer_id IS NOT NULL;

CREATE TABLE IF NOT EXISTS rejected_callbacks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  received_at INTEGER NOT NULL,
  path TEXT NOT NULL,
  reason TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS call_controls (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  control TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX IF NOT EXISTS call_controls_by_age ON call_controls (created_at);
CREATE TABLE IF NOT EXISTS controlled_calls (
  call_id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  control_id TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS controlled_calls_by_age ON controlled_calls (created_at);
CREATE TABLE IF NOT EXISTS call_scripts (id TEXT PRIMARY KEY, script TEXT NOT NULL) STRICT; -- JSON
-- What createMessage answered is there too, by the message's id.
CREATE TABLE IF NOT EXISTS placed_calls (
  call_id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  call TEXT NOT NULL -- JSON
) STRICT;
CREATE INDEX IF NOT EXISTS placed_calls_by_age ON placed_calls (created_at);
CREATE TABLE IF NOT EXISTS event_answers (
  seq INTEGER PRIMARY KEY, -- of the event
  answer TEXT NOT NULL -- JSON
) STRICT;

CREATE TABLE IF NOT EXISTS open_items (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  recipient TEXT NOT NULL,
  since INTEGER NOT NULL,
  checks INTEGER NOT NULL,
  next_check INTEGER NOT NULL,
  PRIMARY KEY (kind, id, recipient)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS open_items_by_check ON open_items (next_check);

-- Written to find out whether anything can be written.
CREATE TABLE IF NOT EXISTS trial (id INTEGER PRIMARY KEY, filler BLOB NOT NULL) STRICT;
`;

/** The file, and how to work on it. What fails because of the file or its disk throws `StoreUnavailable`. */
export type Database = {
  sqlite: DatabaseSync;
  /** What could not be read is kept in mind: see `readAgain`. */
  read<T>(work: () => T): T;
  /** Runs `work` in one transaction: all of it is on disk when it returns, or none is. */
  write<T>(work: () => T): T;
  /** Why writing failed, `undefined` once something was written since. */
  fault(): string | undefined;
  /** Reads once more what could not be read last, until it can be: of a file that is damaged in one place, all else can be used. */
  readAgain(): void;
  /** Whether only another file can help: this one is damaged, or is not in its place. */
  isLost(): boolean;
  close(): void;
};

/**
 * Opens the gateway's database, making it where there is none, unless it `mustExist`. One process owns it: a second one is refused,
 * since it could not wake this one's subscribers. A commit is on disk when it returns (`synchronous = FULL`). Throws `StoreUnavailable`
 * for what may pass.
 */
export function openDatabase(dataDir: string, { mustExist = false } = {}): Database {
  const path = join(dataDir, FILE);
  const statOf = (file: string) => orUnavailable(() => statSync(file, { throwIfNoEntry: false }));
  if (mustExist && !statOf(path)) throw new StoreUnavailable(MOVED);
  const sqlite = openFile(dataDir, path);
  try {
    orUnavailable(() => {
      // SQLite opens it all the same, and says then that its disk fails.
      if (!isWritable(path)) throw new StoreUnavailable(READ_ONLY);
      if (mustExist && !isLog(sqlite)) throw new StoreUnavailable(MOVED);
      sqlite.exec(`PRAGMA page_size = ${PAGE_BYTES}`);
      sqlite.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
      transaction(sqlite, () => bringUpToDate(sqlite));
    });
  } catch (error) {
    sqlite.close();
    if (!(error instanceof StoreUnavailable)) throw unusable(dataDir, error);
    const { data } = SqliteError.safeParse(error.cause);
    if (data?.errcode === BUSY)
      throw new Error(`DATA_DIR ${dataDir} is in use by another gateway`, { cause: error });
    throw error;
  }

  const walPath = `${path}-wal`;
  const [main, wal] = [statOf(path), statOf(walPath)];
  let size = main?.size ?? 0;
  /** SQLite would go on writing to files that have no name any more, or over what somebody puts into them. */
  function isInPlace(): boolean {
    const now = statOf(path);
    if (!now || now.ino !== main?.ino || now.size < size || statOf(walPath)?.ino !== wal?.ino) return false;
    size = now.size;
    return true;
  }
  let fault: string | undefined;
  let unread: (() => unknown) | undefined;
  function read<T>(work: () => T): T {
    try {
      return orUnavailable(work);
    } catch (error) {
      if (error instanceof StoreUnavailable) {
        unread = work;
        // SQLite, which has the file for itself, would not look into it again for the pages that it holds in memory.
        sqlite.exec("PRAGMA shrink_memory");
      }
      throw error;
    }
  }
  return {
    sqlite,
    read,
    write(work) {
      try {
        const result = orUnavailable(() => {
          if (!isInPlace()) throw new StoreUnavailable(MOVED);
          return transaction(sqlite, work);
        });
        fault = undefined;
        return result;
      } catch (error) {
        if (error instanceof StoreUnavailable) fault = error.message;
        throw error;
      }
    },
    fault: () => fault,
    readAgain() {
      if (unread) read(unread);
      unread = undefined;
    },
    isLost: () => (fault !== undefined && LOST.has(fault)) || (unread !== undefined && !isInPlace()),
    close: () => sqlite.close(),
  };
}

/** Nobody but the gateway's user reads what is in the folder, be that somebody else's. SQLite gives what it puts beside the file its mode. */
function openFile(dataDir: string, path: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    closeSync(openSync(path, constants.O_CREAT, 0o600));
    return new DatabaseSync(path);
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** That a file can never be used, in what a start ends with. */
export function unusable(dataDir: string, error: unknown): Error {
  return new Error(`DATA_DIR ${dataDir} cannot be used: ${error instanceof Error ? error.message : error}`, {
    cause: error,
  });
}

const versionOf = (sqlite: DatabaseSync) =>
  z.object({ user_version: z.int() }).parse(sqlite.prepare("PRAGMA user_version").get()).user_version;

const hasTable = (sqlite: DatabaseSync, table: string) =>
  sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(table) !== undefined;

/** Whether this is the gateway's database, of whatever version; a file that is being copied there is empty first. */
const isLog = (sqlite: DatabaseSync) => versionOf(sqlite) > 0 || hasTable(sqlite, "events");

function bringUpToDate(sqlite: DatabaseSync) {
  const user_version = versionOf(sqlite);
  if (user_version > VERSION) throw new Error("it was written by a newer version of the gateway");
  const has = (table: string) => hasTable(sqlite, table);
  const hasOldEvents = user_version < 4 && has("events");
  const hasColumn = sqlite.prepare("SELECT 1 FROM pragma_table_info(?) WHERE name = ?");
  for (const [table, column, type] of LATER_COLUMNS) {
    if (!has(table) || hasColumn.get(table, column)) continue;
    sqlite.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
    if (column === "after") sqlite.exec(FILL_AFTER);
  }
  if (hasOldEvents) sqlite.exec(TO_VERSION_4);
  if (user_version < 6 && has("event_places")) sqlite.exec(TO_VERSION_6);
  sqlite.exec(SCHEMA);
  sqlite.exec(CREATE_PLACES);
  if (hasOldEvents) sqlite.exec(FILL_VERSION_4);
  if (has("answer_documents")) sqlite.exec(FROM_VERSION_2);
  sqlite.exec(`PRAGMA user_version = ${VERSION}`);
}

function transaction<T>(sqlite: DatabaseSync, work: () => T): T {
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    sqlite.exec("COMMIT");
    return result;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec("ROLLBACK");
    throw error;
  }
}

const MOVED = "The file of the event log is not where it was: it was moved, replaced or deleted.";

/** What is wrong with the file or its disk, by SQLite's primary result codes (https://www.sqlite.org/rescode.html). */
const BUSY = 5;
export const DAMAGED = "The event log is damaged.";
const READ_ONLY = "The event log can only be read, not written.";
const NO_DATABASE = "The event log is damaged: it is no SQLite file.";
const LOST: ReadonlySet<string> = new Set([MOVED, DAMAGED, NO_DATABASE]);
const FAULTS: Readonly<Record<number, string>> = {
  [BUSY]: "The event log is locked by another program.",
  6: "The event log is locked.",
  7: "There is no memory left for the event log.",
  8: READ_ONLY,
  10: "The disk of the event log fails.",
  11: DAMAGED,
  13: "The disk of the event log is full.",
  14: "The event log cannot be opened.",
  26: NO_DATABASE,
};
const SqliteError = z.object({ code: z.literal("ERR_SQLITE_ERROR"), errcode: z.int() });
/** Of the file system: EACCES, EIO, ESTALE and the like. */
const SystemError = z.object({ code: z.string(), syscall: z.string() });

function orUnavailable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { data } = SqliteError.safeParse(error);
    const { data: ofSystem } = SystemError.safeParse(error);
    const sentence = data
      ? FAULTS[data.errcode & 0xff]
      : ofSystem && `The file of the event log cannot be reached: ${ofSystem.code}.`;
    throw sentence ? new StoreUnavailable(sentence, { cause: error }) : error;
  }
}
