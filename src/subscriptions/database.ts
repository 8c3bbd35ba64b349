import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The file in DATA_DIR that holds all that must outlive the process. */
const FILE = "gateway.sqlite";

const SCHEMA = `
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- A run of the gateway on this log: its events are those behind start, up to the next run's.
CREATE TABLE IF NOT EXISTS runs (name TEXT PRIMARY KEY, start INTEGER NOT NULL) STRICT;

CREATE TABLE IF NOT EXISTS events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, -- AUTOINCREMENT: a number is never given twice, also after trimming
  id TEXT NOT NULL UNIQUE,
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
  payload TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS events_by_call ON events (call_id, seq) WHERE call_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS times_by_call ON events (call_id, time) WHERE call_id IS NOT NULL; -- finds out whether an event is late
CREATE INDEX IF NOT EXISTS events_by_conference ON events (conference_id, seq) WHERE conference_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS times_by_conference ON events (conference_id, time) WHERE conference_id IS NOT NULL; -- finds out whether an event is late
CREATE INDEX IF NOT EXISTS events_by_message ON events (message_id, seq) WHERE message_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS times_by_message ON events (message_id, time) WHERE message_id IS NOT NULL; -- finds out whether an event is late

-- Finds events by number: one row for each in events.numbers
CREATE TABLE IF NOT EXISTS event_numbers (
  number TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (number, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS idempotency_keys (
  key TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  input TEXT NOT NULL, -- fingerprint of the operation and its input
  result TEXT, -- JSON; NULL while nobody knows the outcome
  answer_id TEXT -- the answer document of the call, whose callbacks tell the outcome
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

CREATE TABLE IF NOT EXISTS answer_documents (
  id TEXT PRIMARY KEY,
  created_at INTEGER NOT NULL,
  bxml TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS answer_documents_by_age ON answer_documents (created_at);
`;

/**
 * Opens the gateway's database, making it where there is none. One process owns it: a second one is refused, since it could not
 * wake this one's subscribers. A commit is on disk when it returns (`synchronous = FULL`).
 */
export function openDatabase(dataDir: string): DatabaseSync {
  const database = openFile(dataDir);
  try {
    database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && /locked/.test(error.message)) {
      throw new Error(`DATA_DIR ${dataDir} is in use by another gateway`, { cause: error });
    }
    throw unusable(dataDir, error);
  }
}

/** Nobody but the gateway's user reads what is in the folder. */
function openFile(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new DatabaseSync(join(dataDir, FILE));
  } catch (error) {
    throw unusable(dataDir, error);
  }
}

function unusable(dataDir: string, error: unknown): Error {
  return new Error(`DATA_DIR ${dataDir} cannot be used: ${error instanceof Error ? error.message : error}`, {
    cause: error,
  });
}

/** Runs `work` in one transaction: all of it is committed, or none. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}
