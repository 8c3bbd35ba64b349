import { BEGINNING, decodeCursor } from "./cursor.ts";
import type { Gap } from "./event.ts";
import type { EventLog } from "./store.ts";

/** Where reading begins: behind `seq`, after telling `gap` if there is one. */
export type Start = { seq: number; gap?: Gap };

/** Where a cursor says that reading begins; `undefined` for what is no cursor. */
export async function resume(log: EventLog, after: string, now: Date): Promise<Start | undefined> {
  const place = after === BEGINNING ? undefined : decodeCursor(after);
  if (after !== BEGINNING && !place) return undefined;
  const { trimmed, knows } = await log.reach();
  if (!place) return { seq: trimmed };
  if (!knows(place)) {
    return { seq: trimmed, gap: gapBetween(log, after, trimmed, undefined, "LOG_REPLACED", now) };
  }
  if (place.seq < trimmed) {
    return { seq: trimmed, gap: gapBetween(log, after, trimmed, undefined, "RETENTION", now) };
  }
  return { seq: place.seq };
}

/** A gap behind `fromCursor` up to the event numbered `to`. */
export function gapBetween(
  log: EventLog,
  fromCursor: string,
  to: number,
  count: number | undefined,
  reason: Gap["reason"],
  receivedAt: Date,
): Gap {
  const toCursor = log.cursorOf(to);
  const id = `gap:${fromCursor}:${toCursor}`;
  return {
    type: "gap",
    rawType: "gap",
    id,
    cursor: toCursor,
    fromCursor,
    toCursor,
    count,
    reason,
    receivedAt,
  };
}
