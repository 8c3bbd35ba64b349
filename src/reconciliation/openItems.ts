import { CALL_LIFECYCLE, isEnd } from "../subscriptions/callLifecycle.ts";
import { CONFERENCE_LIFECYCLE } from "../subscriptions/conferenceLifecycle.ts";
import { type LogEntry, readEvent } from "../subscriptions/event.ts";
import { isFinal, statusOf } from "../subscriptions/messageLifecycle.ts";
import type { OpenItem, OpenKey } from "../subscriptions/store.ts";

/** How long is waited for what must come: the next event of a call or a conference, the final one of a message. In milliseconds. */
export type Patience = Readonly<Record<OpenKey["kind"], number>>;

const OF_CALL: ReadonlySet<string> = new Set(CALL_LIFECYCLE);
const OF_CONFERENCE: ReadonlySet<string> = new Set(CONFERENCE_LIFECYCLE);

/** What was heard of at that time, to be checked when nothing more is heard. */
export function openItem(key: OpenKey, since: number, patience: Patience): OpenItem {
  return { ...key, since, checks: 0, nextCheck: since + patience[key.kind] };
}

/** Which calls, conferences and messages some events of the log, in its order, show to be open, and which to be over. */
export function openAndOver(
  entries: readonly LogEntry[],
  patience: Patience,
): { put: OpenItem[]; remove: OpenKey[] } {
  const open = new Map<string, { item: OpenItem; isOver: boolean }>();
  const note = (key: OpenKey, { receivedAt }: LogEntry, isOver: boolean) => {
    open.set(Object.values(key).join(" "), { item: openItem(key, receivedAt, patience), isOver });
  };
  for (const entry of entries) {
    const { type, keys, replayOf } = entry;
    if (replayOf !== undefined) continue;
    if (keys.callId !== undefined && OF_CALL.has(type)) {
      note({ kind: "call", id: keys.callId, recipient: "" }, entry, isEnd({ type }));
    }
    if (keys.conferenceId !== undefined && OF_CONFERENCE.has(type)) {
      const key = { kind: "conference", id: keys.conferenceId, recipient: "" } as const;
      note(key, entry, type === "conferenceCompleted");
    }
    const status = statusOf(type);
    // One that came in is over when it comes.
    if (keys.messageId !== undefined && status !== undefined && status !== "RECEIVED") {
      const event = readEvent(entry);
      const recipient = "to" in event ? event.to : undefined;
      if (recipient === undefined) continue;
      note({ kind: "message", id: keys.messageId, recipient }, entry, isFinal({ status }));
    }
  }
  const all = [...open.values()];
  return {
    put: all.filter(({ isOver }) => !isOver).map(({ item }) => item),
    remove: all.filter(({ isOver }) => isOver).map(({ item }) => item),
  };
}
