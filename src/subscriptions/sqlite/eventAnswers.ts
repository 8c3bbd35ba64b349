import { z } from "zod";
import { EventAnswer } from "../eventAnswer.ts";
import type { EventAnswers } from "../store.ts";
import type { Database } from "./database.ts";

const Row = z.object({ answer: z.string() });

/** `seqOf` tells the number of an event by its id; `waiting`: events that wait for an answer, until when. */
export function createEventAnswers(
  database: Database,
  seqOf: (id: string) => number | undefined,
  waiting: Map<string, number>,
): Omit<EventAnswers, "follow"> {
  const { sqlite } = database;
  const select = sqlite.prepare("SELECT answer FROM event_answers WHERE seq = ?");
  const insert = sqlite.prepare("INSERT INTO event_answers (seq, answer) VALUES (?, ?)");

  function find(eventId: string): EventAnswer | undefined {
    const seq = seqOf(eventId);
    const row = seq === undefined ? undefined : select.get(seq);
    return row === undefined ? undefined : EventAnswer.parse(JSON.parse(Row.parse(row).answer));
  }

  function add(eventId: string, answer: EventAnswer) {
    const seq = seqOf(eventId);
    if (seq !== undefined) insert.run(seq, JSON.stringify(answer));
  }

  return {
    find: async (eventId) => database.read(() => find(eventId)),
    async settle(eventId, answer) {
      waiting.delete(eventId);
      return database.write(() => {
        const known = find(eventId);
        if (!known) add(eventId, answer);
        return known ?? answer;
      });
    },
    async wait(eventId, until) {
      if (database.read(() => find(eventId))) return;
      waiting.set(eventId, Math.max(until, waiting.get(eventId) ?? until));
    },
    answerWaiting: async (eventId, answer, time) =>
      database.write(() => {
        if ((waiting.get(eventId) ?? 0) < time || find(eventId)) return false;
        add(eventId, answer);
        waiting.delete(eventId);
        return true;
      }),
    waiting: async (time) =>
      [...waiting].flatMap(([eventId, until]) => (until < time ? [] : [{ eventId, until }])),
  };
}
