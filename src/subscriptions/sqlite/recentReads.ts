import type { LogEntry, NewEvent } from "../event.ts";
import type { EventLog } from "../store.ts";

/**
 * What is kept: one read of each of so many calls, messages and conferences, and of twice as many at most, of so many characters of payloads,
 * asked in so many.
 */
const GENERATION = 500;
const MOST_CHARACTERS = 16 * 1024;
const LONGEST_QUESTION = 1024;

/**
 * The last read of a call, a message or a conference, kept until an event is added to it: this gateway alone adds events, so nothing else
 * can change what the log would give. A question to SQLite's thread and its answer took a quarter of the time of a query for a call.
 */
export function createRecentReads(read: EventLog["read"]) {
  type Recent = { question: string; entries: Promise<LogEntry[]> };
  // Two maps, of which the older is given up whole: what goes through one that is long kept lives long as well (CONTRIBUTING, "Garbage").
  let young = new Map<string, Recent>();
  let old = new Map<string, Recent>();

  function forget(id: string) {
    young.delete(id);
    old.delete(id);
  }

  function keep(id: string, question: string, entries: Promise<LogEntry[]>): Promise<LogEntry[]> {
    const recent = { question, entries };
    if (young.size === GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(id, recent);
    const forgetThis = () => {
      if ((young.get(id) ?? old.get(id)) === recent) forget(id);
    };
    entries.then((found) => {
      if (found.reduce((sum, { payload }) => sum + payload.length, 0) > MOST_CHARACTERS) forgetThis();
    }, forgetThis);
    return entries;
  }

  return {
    async read(...asked: Parameters<EventLog["read"]>): Promise<LogEntry[]> {
      const [filter] = asked;
      const id = filter.callId ?? filter.messageId ?? filter.conferenceId;
      if (id === undefined) return read(...asked);
      const question = JSON.stringify(asked);
      // An id is what a client says it is, and may be as long as a request.
      if (question.length > LONGEST_QUESTION) return read(...asked);
      const recent = young.get(id) ?? old.get(id);
      const isKept = recent?.question === question;
      return [...(await (isKept ? recent.entries : keep(id, question, read(...asked))))];
    },
    /** An event is in the log: reads that began before do not count any more. */
    added({ keys }: NewEvent) {
      for (const id of [keys.callId, keys.messageId, keys.conferenceId]) {
        if (id !== undefined) forget(id);
      }
    },
    /** The log gave up events, or is another. */
    clear() {
      young = new Map();
      old = new Map();
    },
  };
}
