import { z } from "zod";
import { parseJson } from "../../lenient.ts";
import { isKnownType, type LogEntry } from "../event.ts";
import { cursorOf, type Run } from "../runs.ts";
import { StoreUnavailable } from "../store.ts";
import { DAMAGED } from "./database.ts";

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
const Numbers = z.array(z.string());

/** An event as it was found in the table. Throws `StoreUnavailable` where it is damaged. */
export function entryOf(found: unknown, runs: readonly Run[]): LogEntry {
  const { data: row } = Row.safeParse(found);
  const { data: numbers } = Numbers.safeParse(row && parseJson(row.numbers));
  // Where a part of a page is damaged SQLite gives what it finds there.
  if (!row || !numbers) throw new StoreUnavailable(DAMAGED);
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
      numbers,
    },
    payload: row.payload,
    replayOf: row.replay_of ?? undefined,
  };
}
