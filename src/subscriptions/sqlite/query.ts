import { type EventFilter, typesOf } from "../eventFilter.ts";
import { placeOf } from "./places.ts";

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

/** Of each there are few events. */
const NARROW = [
  ["callId", placeOf.call],
  ["messageId", placeOf.message],
  ["conferenceId", placeOf.conference],
] as const;

/**
 * The first `limit` events behind `seq` that match, of those up to `through`, found without reading many others: of a call, a message or
 * a conference the few that it has; else in the places of each type, read place by place and merged. The one exception: an application
 * together with a number costs what the number has.
 */
export function eventQuery(
  filter: EventFilter,
  { seq, through, limit }: { seq: number; through: number; limit: number },
): Query {
  const types = typesOf(filter);
  const values: Query["values"] = { seq, through, limit, types: JSON.stringify(types) };
  for (const [name, value] of Object.entries(filter)) if (typeof value === "string") values[name] = value;
  const searched = placesFor(filter, types);
  if (!searched) {
    const sql = "SELECT * FROM events WHERE seq > $seq AND seq <= $through ORDER BY seq LIMIT $limit";
    return { sql, values };
  }
  const branches = searched.map(({ place, conditions }, index) => {
    values[`place${index}`] = place;
    const rows = conditions.length > 0 ? "event_places CROSS JOIN events USING (seq)" : "event_places";
    const where = [`place = $place${index}`, "event_places.seq > $seq", ...conditions].join(" AND ");
    return `SELECT * FROM (SELECT seq FROM ${rows} WHERE ${where} ORDER BY event_places.seq LIMIT $limit)`;
  });
  const found = `${branches.join(" UNION ALL ") || "SELECT 0 AS seq WHERE 0"} ORDER BY seq LIMIT $limit`;
  return { sql: `SELECT * FROM events WHERE seq IN (SELECT seq FROM (${found})) ORDER BY seq`, values };
}

/** Where to look, and which of the events there to take; `undefined` where all events match. */
function placesFor(
  filter: EventFilter,
  types: readonly string[],
): { place: string; conditions: string[] }[] | undefined {
  const { number, applicationId, family } = filter;
  const given = CONDITIONS.filter(([name]) => filter[name] !== undefined);
  if (given.length === 0) return undefined;
  for (const [narrow, place] of NARROW) {
    const id = filter[narrow];
    if (id === undefined) continue;
    const others = given.filter(([name]) => name !== narrow);
    return [{ place: place(id), conditions: others.map(([, condition]) => condition) }];
  }
  return types.map((type) => {
    // Which family a known type is of goes without saying.
    const conditions = family !== undefined && type === "unknown" ? ["family = $family"] : [];
    if (number !== undefined) {
      if (applicationId !== undefined) conditions.push("application_id = $applicationId");
      return { place: placeOf.number(type, number), conditions };
    }
    const place = applicationId === undefined ? placeOf.type(type) : placeOf.application(type, applicationId);
    return { place, conditions };
  });
}
