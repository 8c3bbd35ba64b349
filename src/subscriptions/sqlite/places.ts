/*
 * The full-text index event_places: the text of an event is the places where it is found, one word each. There is one for its id, and one
 * for its call, conference and message, of which there are few events; and, apart for each type, one for each of its numbers, for its
 * application, and for the type alone. It is filled behind the events, many at once.
 *
 * FTS5 writes what is added as sorted lists of their own, and merges them behind (https://www.sqlite.org/fts5.html, "automerge"). A table of
 * places and numbers wrote a page for nearly each of them, since no two calls have near ids. (Measured with calls of five events in groups
 * of 64: 23 us per event with the table, 8 with this, 5 without either; in a log that gives up as many as it gets 51 and 12.)
 */
export const CREATE_PLACES = `
CREATE VIRTUAL TABLE IF NOT EXISTS event_places USING fts5 (
  places, content = '', columnsize = 0, detail = none, tokenize = "ascii tokenchars '-_+.:@=/'"
)`;

export const placeOf = {
  event: (id: string) => `event/${id}`,
  callId: (callId: string) => `call/${callId}`,
  conferenceId: (conferenceId: string) => `conference/${conferenceId}`,
  messageId: (messageId: string) => `message/${messageId}`,
  number: (type: string, number: string) => `number/${type}/${number}`,
  application: (type: string, applicationId: string) => `application/${type}/${applicationId}`,
  type: (type: string) => `type/${type}`,
};

/** The same of a row of the table of events. The index forgets an event only by the text that it was given, so a new text needs a new index. */
const TEXT = `
  'event/' || id || ' type/' || type
  || ifnull(' call/' || call_id, '') || ifnull(' conference/' || conference_id, '') || ifnull(' message/' || message_id, '')
  || ifnull(' application/' || type || '/' || application_id, '')
  || ifnull((SELECT group_concat(' number/' || events.type || '/' || value, '') FROM json_each(numbers)), '')`;

/** Puts the events behind `$after` and up to `$through` into the index. */
export const FILL_PLACES = `
  INSERT INTO event_places (rowid, places) SELECT seq, ${TEXT} FROM events WHERE seq > $after AND seq <= $through`;

/** Takes them out again. */
export const CLEAR_PLACES = `
  INSERT INTO event_places (event_places, rowid, places)
  SELECT 'delete', seq, ${TEXT} FROM events WHERE seq > $after AND seq <= $through`;

/** The events at `$place`, the one of an id, a call, a conference or a message, which is all that `$places` names. */
export const AT_PLACE = `
  FROM event_places CROSS JOIN events ON seq = event_places.rowid WHERE event_places MATCH $places
  AND $place IN ('event/' || id, 'call/' || call_id, 'conference/' || conference_id, 'message/' || message_id)`;

/**
 * The events in any of these places, and perhaps some others: of a place that is no word to the index (see its `tokenchars`) the first
 * word is looked for, and letters count whether they are large or small. So whoever looks has to look at the events too.
 */
export function inPlaces(places: readonly string[]): string {
  // `""` is found nowhere; a query without a word is an error.
  return places.map((place) => `"${/^[\w\-+.:@=/\u0080-\uffff]*/.exec(place)}"`).join(" OR ") || '""';
}
