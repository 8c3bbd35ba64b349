import { z } from "zod";
import { encodeCursor } from "../cursor.ts";
import { isKnownType, type LogEntry, type NewEvent } from "../event.ts";
import { type EventFilter, typesOf } from "../eventFilter.ts";
import { type Subject, subjectsOf } from "../lateness.ts";

/** What of an event is kept beside its payload, as JSON. */
export function metaOf({ payload: _, ...meta }: NewEvent): string {
  return JSON.stringify(meta);
}

const Meta = z.object({
  id: z.string(),
  family: z.enum(["voice", "messaging"]),
  type: z.string().transform((type) => (isKnownType(type) ? type : "unknown")),
  rawType: z.string(),
  time: z.number().optional(),
  receivedAt: z.number(),
  source: z.enum(["CALLBACK", "RECONCILED"]),
  replayOf: z.string().optional(),
  keys: z.object({
    callId: z.string().optional(),
    conferenceId: z.string().optional(),
    messageId: z.string().optional(),
    applicationId: z.string().optional(),
    numbers: z.array(z.string()),
  }),
});

/** An entry of the stream as Redis gives it: its id, and the fields that the append script gave it. */
const Entry = z
  .tuple([
    z.string(),
    z.tuple([
      z.literal("run"),
      z.string(),
      z.literal("late"),
      z.string(),
      z.literal("meta"),
      z.string(),
      z.literal("payload"),
      z.string(),
    ]),
  ])
  .transform(([id, [, run, , late, , meta, , payload]]): LogEntry => {
    const seq = Number.parseInt(id, 10);
    const { time, replayOf, ...rest } = Meta.parse(JSON.parse(meta));
    return {
      ...rest,
      time,
      replayOf,
      payload,
      seq,
      late: late === "1",
      cursor: encodeCursor({ run, seq }),
    };
  });
export const Entries = z.array(Entry);

const LETTERS = { callId: "c", messageId: "m", conferenceId: "f" } as const satisfies Record<
  Subject["key"],
  string
>;

const KEYS = ["callId", "messageId", "conferenceId"] as const;

const nameOf = ({ key, name }: Subject) => `${LETTERS[key]}:${name}`;

/** `subjectsOf` an event, by their names in Redis. */
export function standingOf(event: NewEvent): { told: string[]; others: string[] } {
  // Without a time of its own an event can neither be late nor make another one late.
  if (event.time === undefined) return { told: [], others: [] };
  const { told, others } = subjectsOf(event);
  return { told: told.map(nameOf), others: others.map(nameOf) };
}

/** The indexes that an event stands in. No type holds a colon, so that no two have one name. */
export function indexesOf(event: NewEvent): string[] {
  const { type, keys } = event;
  return [
    ...KEYS.flatMap((key) => (keys[key] === undefined ? [] : [`${LETTERS[key]}:${keys[key]}`])),
    `t:${type}`,
    ...(keys.applicationId === undefined ? [] : [`a:${type}:${keys.applicationId}`]),
    ...new Set(keys.numbers.map((number) => `n:${type}:${number}`)),
  ];
}

/**
 * The indexes that together hold all that match, and little else; `undefined` where all of the log does. An application together with a
 * number costs what the number has.
 */
export function indexesFor(filter: EventFilter): string[] | undefined {
  const { callId, messageId, conferenceId, number, applicationId, types, family } = filter;
  if (callId !== undefined) return [`c:${callId}`];
  if (messageId !== undefined) return [`m:${messageId}`];
  if (conferenceId !== undefined) return [`f:${conferenceId}`];
  if (number !== undefined) return typesOf(filter).map((type) => `n:${type}:${number}`);
  if (applicationId !== undefined) return typesOf(filter).map((type) => `a:${type}:${applicationId}`);
  if (types !== undefined || family !== undefined) return typesOf(filter).map((type) => `t:${type}`);
  return undefined;
}
