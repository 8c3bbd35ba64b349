import { type EventFilter, typesOf } from "../eventFilter.ts";
import { inPlaces, placeOf } from "./places.ts";

/** A query of events in order: its text, and the values of its named parameters; those that it does not name do no harm. */
export type Query = { sql: string; values: Record<string, string | number> };

const CONDITIONS = [
  ["callId", "call_id = $callId"],
  ["messageId", "message_id = $messageId"],
  ["conferenceId", "conference_id = $conferenceId"],
  ["applicationId", "application_id = $applicationId"],
  ["number", "$number IN (SELECT value FROM json_each(numbers))"],
  ["family", "family = $family"],
  ["types", "type IN (SELECT value FROM json_each($types))"],
] as const;

/**
 * The first `limit` events behind `seq` that match, of those up to `through`, found without reading many others: of a call, a message or
 * a conference the few that it has; else in the places of each type. The one exception: an application together with a number costs what
 * the number has.
 */
export function eventQuery(
  filter: EventFilter,
  { seq, through, limit }: { seq: number; through: number; limit: number },
): Query {
  const types = typesOf(filter);
  const values: Query["values"] = { seq, through, limit, types: JSON.stringify(types) };
  for (const [name, value] of Object.entries(filter)) if (typeof value === "string") values[name] = value;
  const conditions = CONDITIONS.filter(([name]) => filter[name] !== undefined).map(([, sql]) => sql);
  if (conditions.length === 0) {
    const sql = "SELECT * FROM events WHERE seq > $seq AND seq <= $through ORDER BY seq LIMIT $limit";
    return { sql, values };
  }
  values["places"] = inPlaces(placesOf(filter, types));
  // FTS5 goes straight to a whole number. Numbers come from JavaScript with a point, and for such it reads the place from its beginning.
  const found = [
    "event_places MATCH $places",
    "event_places.rowid > CAST($seq AS INTEGER)",
    ...conditions,
  ].join(" AND ");
  const sql = `SELECT events.* FROM event_places CROSS JOIN events ON seq = event_places.rowid
    WHERE ${found} ORDER BY event_places.rowid LIMIT $limit`;
  return { sql, values };
}

/** Where to look for what matches. */
function placesOf(filter: EventFilter, types: readonly string[]): string[] {
  for (const key of ["callId", "conferenceId", "messageId"] as const) {
    const id = filter[key];
    if (id !== undefined) return [placeOf[key](id)];
  }
  const { number, applicationId } = filter;
  if (number !== undefined) return types.map((type) => placeOf.number(type, number));
  if (applicationId !== undefined) return types.map((type) => placeOf.application(type, applicationId));
  return types.map(placeOf.type);
}
