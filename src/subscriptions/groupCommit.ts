import { setImmediate } from "node:timers/promises";
import type { LogEntry, NewEvent } from "./event.ts";
import type { EventLog } from "./store.ts";

type Waiting = {
  events: readonly NewEvent[];
  done: (appended: { added: LogEntry[]; duplicates: number }) => void;
  failed: (error: unknown) => void;
};

/** So many deliveries are enough for a writing: it waits for no more of them, nor for the end of the one before. */
const ENOUGH = 32;
const MOST_WRITINGS = 2;

/**
 * Appends together what comes in one turn of the event loop, in the turns behind it as long as each brings more, and all that comes while
 * a writing is under way, unless that is enough for another: the disk is waited for once. `write` gives the entry of each event that is
 * new. (With 64 callbacks in flight it takes 1.3 times as many as with a writing per turn, the next when the one before has ended.)
 */
export function createGroupCommit(
  write: (events: readonly NewEvent[]) => Promise<(LogEntry | undefined)[]>,
): EventLog["append"] {
  let waiting: Waiting[] = [];
  let isGathering = false;
  let writings = 0;

  async function gather() {
    isGathering = true;
    let before: number;
    do {
      before = waiting.length;
      // Comes after all requests that this turn of the event loop has read from their sockets.
      await setImmediate();
    } while (waiting.length > before && waiting.length < ENOUGH);
    isGathering = false;
    void writeAll();
  }

  async function writeAll() {
    const group = waiting;
    waiting = [];
    writings += 1;
    try {
      const entries = await write(group.flatMap(({ events }) => events));
      let start = 0;
      for (const { events, done } of group) {
        const added = entries.slice(start, start + events.length).filter((entry) => entry !== undefined);
        start += events.length;
        done({ added, duplicates: events.length - added.length });
      }
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
    writings -= 1;
    advance();
  }

  function advance() {
    if (waiting.length === 0 || isGathering) return;
    if (writings === 0) void gather();
    else if (writings < MOST_WRITINGS && waiting.length >= ENOUGH) void writeAll();
  }

  return (events) =>
    new Promise((done, failed) => {
      waiting.push({ events, done, failed });
      advance();
    });
}
