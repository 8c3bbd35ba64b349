import DataLoader from "dataloader";
import { CALL_LIFECYCLE, readCall } from "./callLifecycle.ts";
import { CONFERENCE_LIFECYCLE, readConference } from "./conferenceLifecycle.ts";
import { type LoggedEvent, readEvent } from "./event.ts";
import type { EventFilter } from "./eventFilter.ts";
import { MESSAGE_LIFECYCLE, readMessage } from "./messageLifecycle.ts";
import { type EventLog, isLast, StoreUnavailable } from "./store.ts";

/** How many events are read at once, and at most, to tell how a call, a message or a conference stands. */
const PAGE = 1_000;
const MAX_PAGES = 10;

/**
 * What the log tells of calls, messages and conferences: `undefined` for what it has no such event of, and while it cannot be read, which
 * `mustBeReadable` tells apart: it throws then.
 * Each is read once, however often it is asked for; made anew for each operation. All that are asked for at once are read at once.
 * `during` is told of each read, for others wait for what is on its way. `callsOver` counts the operation's calls of Bandwidth that are
 * over: behind each all is read anew, for events may have come while Bandwidth was asked.
 */
export function createKnown(
  log: EventLog,
  during: <T>(read: () => Promise<T>) => Promise<T> = (read) => read(),
  callsOver: () => number = () => 0,
) {
  let fault: StoreUnavailable | undefined;
  function loader<T>(
    filterOf: (id: string) => EventFilter,
    read: (events: readonly LoggedEvent[]) => T | undefined,
  ) {
    const loaded = new DataLoader((ids: readonly string[]) =>
      during(() => Promise.all(ids.map(async (id) => read(await historyOf(filterOf(id)))))),
    );
    let overBefore = 0;
    return (id: string) => {
      if (callsOver() > overBefore) loaded.clearAll();
      overBefore = callsOver();
      return loaded.load(id);
    };
  }

  async function historyOf(filter: EventFilter): Promise<LoggedEvent[]> {
    const events: LoggedEvent[] = [];
    try {
      for (let seq = 0, pages = 0; pages < MAX_PAGES; pages += 1) {
        const page = await log.read(filter, seq, PAGE);
        events.push(...page.map(readEvent));
        if (isLast(page, PAGE)) break;
        seq = page.at(-1)?.seq ?? seq;
      }
    } catch (error) {
      // What REST can tell does not need the log.
      if (!(error instanceof StoreUnavailable)) throw error;
      fault = error;
    }
    return events;
  }

  return {
    call: loader((callId) => ({ callId, types: CALL_LIFECYCLE }), readCall),
    message: loader((messageId) => ({ messageId, types: MESSAGE_LIFECYCLE }), readMessage),
    conference: loader((conferenceId) => ({ conferenceId, types: CONFERENCE_LIFECYCLE }), readConference),
    mustBeReadable() {
      if (fault) throw fault;
    },
  };
}
export type Known = ReturnType<typeof createKnown>;
