import type { Family, KnownType, NewEvent } from "./event.ts";

/** Which events to give: conditions that are given must all hold. */
export type EventFilter = {
  family?: Family | undefined;
  callId?: string | undefined;
  conferenceId?: string | undefined;
  messageId?: string | undefined;
  /** A number, SIP URI or owner that the event names. */
  number?: string | undefined;
  applicationId?: string | undefined;
  /** Any of these. */
  types?: readonly (KnownType | "unknown")[] | undefined;
};

/** Whether an event that is at hand is one to give. `filterSql` says the same of those in the log. */
export function matches(filter: EventFilter, event: NewEvent): boolean {
  const { keys } = event;
  return (
    same(filter.family, event.family) &&
    same(filter.callId, keys.callId) &&
    same(filter.conferenceId, keys.conferenceId) &&
    same(filter.messageId, keys.messageId) &&
    same(filter.applicationId, keys.applicationId) &&
    (filter.number === undefined || keys.numbers.includes(filter.number)) &&
    (filter.types === undefined || filter.types.includes(event.type))
  );
}

function same(wanted: string | undefined, value: string | undefined): boolean {
  return wanted === undefined || wanted === value;
}

/** The filter as the conditions of a SQL query over `events`, and their values. */
export function filterSql(filter: EventFilter): { conditions: string[]; values: string[] } {
  const columns = {
    family: filter.family,
    call_id: filter.callId,
    conference_id: filter.conferenceId,
    message_id: filter.messageId,
    application_id: filter.applicationId,
  };
  const conditions: string[] = [];
  const values: string[] = [];
  for (const [column, value] of Object.entries(columns)) {
    if (value === undefined) continue;
    conditions.push(`${column} = ?`);
    values.push(value);
  }
  if (filter.number !== undefined) {
    conditions.push("seq IN (SELECT seq FROM event_numbers WHERE number = ? AND seq > ?1)");
    values.push(filter.number);
  }
  if (filter.types !== undefined) {
    conditions.push(`type IN (SELECT value FROM json_each(?))`);
    values.push(JSON.stringify(filter.types));
  }
  return { conditions, values };
}
