import { z } from "zod";
import { EventAnswer } from "../eventAnswer.ts";
import type { EventAnswers } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ answer: z.string() });

/** `waiting`: events that wait for an answer, until when. */
export function createEventAnswers(
  database: Database,
  waiting: Map<string, number>,
): Omit<EventAnswers, "follow"> {
  const { sqlite } = database;
  const select = sqlite.prepare("SELECT answer FROM event_answers WHERE event_id = ?");
  const insert = sqlite.prepare(
    "INSERT INTO event_answers (event_id, answer) SELECT id, ? FROM events WHERE id = ?",
  );

  function find(eventId: string): EventAnswer | undefined {
    const row = select.get(eventId);
    return row === undefined ? undefined : EventAnswer.parse(JSON.parse(Row.parse(row).answer));
  }

  return {
    find: async (eventId) => database.read(() => find(eventId)),
    async settle(eventId, answer) {
      waiting.delete(eventId);
      return database.write(() => {
        const known = find(eventId);
        if (!known) insert.run(JSON.stringify(answer), eventId);
        return known ?? answer;
      });
    },
    wait: async (eventId, until) =>
      database.read(() => {
        if (!waiting.has(eventId) && !find(eventId)) waiting.set(eventId, until);
      }),
    answerWaiting: async (eventId, answer, time) =>
      database.write(() => {
        if ((waiting.get(eventId) ?? 0) < time || find(eventId)) return false;
        insert.run(JSON.stringify(answer), eventId);
        waiting.delete(eventId);
        return true;
      }),
    waiting: async (time) =>
      [...waiting].flatMap(([eventId, until]) => (until < time ? [] : [{ eventId, until }])),
  };
}
