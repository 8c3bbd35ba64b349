import { type EventFilter, typesOf } from "../eventFilter.ts";

/** A query of events in order: its text, and the values of its named parameters; those that it does not name do no harm. */
export type Query = { sql: string; values: Record<string, string | number> };

/** Of each there are few events, and an index of them. */
const NARROW = [
  ["callId", "call_id", "events_by_call"],
  ["messageId", "message_id", "events_by_message"],
  ["conferenceId", "conference_id", "events_by_conference"],
] as const;

/**
 * The first `limit` events behind `seq` that match, found without reading many others: of a call, a message or a conference the few that
 * it has; else by an index in which the events of each type stand in order, read type by type and merged. The one exception: an
 * application together with a number costs what the number has. Indexes are named, for SQLite would guess without knowing the data.
 */
export function eventQuery(filter: EventFilter, seq: number, limit: number): Query {
  const types = typesOf(filter);
  const values: Query["values"] = { seq, limit, types: JSON.stringify(types) };
  for (const [name, value] of Object.entries(filter)) if (typeof value === "string") values[name] = value;
  const given = ([name]: readonly [keyof EventFilter, ...unknown[]]) => filter[name] !== undefined;
  const narrow = NARROW.find(given);

  if (narrow) {
    const conditions = NARROW.filter(given).map(([name, column]) => `${column} = $${name}`);
    if (filter.family !== undefined) conditions.push("family = $family");
    if (filter.applicationId !== undefined) conditions.push("application_id = $applicationId");
    if (filter.types) conditions.push("type IN (SELECT value FROM json_each($types))");
    if (filter.number !== undefined) conditions.push("$number IN (SELECT value FROM json_each(numbers))");
    const [, , index] = narrow;
    return {
      sql: `SELECT * FROM events INDEXED BY ${index} WHERE ${conditions.join(" AND ")} AND seq > $seq ORDER BY seq LIMIT $limit`,
      values,
    };
  }

  if (
    [filter.number, filter.applicationId, filter.types, filter.family].every((each) => each === undefined)
  ) {
    return { sql: "SELECT * FROM events WHERE seq > $seq ORDER BY seq LIMIT $limit", values };
  }
  const branches = types.map((type, index) => {
    values[`type${index}`] = type;
    // Which family a known type is of goes without saying.
    const family = filter.family && type === "unknown" ? "AND family = $family" : "";
    return `SELECT * FROM (SELECT seq FROM ${ofType(filter, `$type${index}`, family)} AND seq > $seq ORDER BY seq LIMIT $limit)`;
  });
  const found = `${branches.join(" UNION ALL ") || "SELECT 0 AS seq WHERE 0"} ORDER BY seq LIMIT $limit`;
  return { sql: `SELECT * FROM events WHERE seq IN (SELECT seq FROM (${found})) ORDER BY seq`, values };
}

function ofType({ number, applicationId }: EventFilter, type: string, family: string): string {
  if (number === undefined && applicationId === undefined) {
    return `events INDEXED BY events_by_type WHERE type = ${type} ${family}`;
  }
  if (number === undefined) {
    return `events INDEXED BY events_by_application WHERE application_id = $applicationId AND type = ${type} ${family}`;
  }
  const application = applicationId === undefined ? "" : "AND application_id = $applicationId";
  const rows = family || application ? "event_numbers CROSS JOIN events USING (seq)" : "event_numbers";
  return `${rows} WHERE number = $number AND event_numbers.type = ${type} ${family} ${application}`;
}
