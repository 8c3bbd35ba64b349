import type { NewEvent } from "../event.ts";

/*
 * The table event_places: places where events are found, by name, and in each the numbers of its events in order. There is one for an
 * event's id, and one for its call, conference and message, of which there are few events; and, apart for each type, one for each of its
 * numbers, for its application, and for the type alone. A type holds no blank, so that no two places have one name.
 *
 * It is filled behind the events, many at once: with an index for each way to find them a commit wrote some ten pages more, which cost
 * two thirds of it. (Measured in groups of 32: 29 us per event with indexes; 9 without, and 6 for the places, a thousand events at a time.)
 */

export const placeOf = {
  event: (id: string) => `event ${id}`,
  call: (callId: string) => `call ${callId}`,
  conference: (conferenceId: string) => `conference ${conferenceId}`,
  message: (messageId: string) => `message ${messageId}`,
  number: (type: string, number: string) => `number ${type} ${number}`,
  application: (type: string, applicationId: string) => `application ${type} ${applicationId}`,
  type: (type: string) => `type ${type}`,
};

/** The same of the events numbered above `$after` and up to `$through`: rows of place and number. */
export const PLACES = `
  WITH placed AS (
    SELECT seq, id, type, call_id, conference_id, message_id, application_id, numbers FROM events
    WHERE seq > $after AND seq <= $through
  )
  SELECT 'event ' || id AS place, seq FROM placed
  UNION ALL SELECT 'call ' || call_id, seq FROM placed WHERE call_id IS NOT NULL
  UNION ALL SELECT 'conference ' || conference_id, seq FROM placed WHERE conference_id IS NOT NULL
  UNION ALL SELECT 'message ' || message_id, seq FROM placed WHERE message_id IS NOT NULL
  UNION ALL SELECT 'number ' || placed.type || ' ' || value, seq FROM placed, json_each(numbers)
  UNION ALL SELECT 'application ' || type || ' ' || application_id, seq FROM placed WHERE application_id IS NOT NULL
  UNION ALL SELECT 'type ' || type, seq FROM placed`;

/** The places of what an event happened to. */
export function subjectsOf({ keys: { callId, conferenceId, messageId } }: NewEvent): string[] {
  const subjects: string[] = [];
  if (callId !== undefined) subjects.push(placeOf.call(callId));
  if (conferenceId !== undefined) subjects.push(placeOf.conference(conferenceId));
  if (messageId !== undefined) subjects.push(placeOf.message(messageId));
  return subjects;
}
