import type { EventAnswers } from "../store.ts";

/** Answers of a gateway that is alone: what happens to them happens here, and is told here. */
export function toldInProcess(answers: Omit<EventAnswers, "follow">): EventAnswers {
  const listeners = new Set<Parameters<EventAnswers["follow"]>[0]>();
  const tell: Parameters<EventAnswers["follow"]>[0] = (change) => {
    for (const listener of listeners) listener(change);
  };
  return {
    find: answers.find,
    waiting: answers.waiting,
    async settle(eventId, answer) {
      const settled = await answers.settle(eventId, answer);
      tell({ eventId });
      return settled;
    },
    async wait(eventId, until) {
      await answers.wait(eventId, until);
      tell({ eventId, until });
    },
    async answerWaiting(eventId, answer, time) {
      const isFirst = await answers.answerWaiting(eventId, answer, time);
      if (isFirst) tell({ eventId });
      return isFirst;
    },
    follow(listener) {
      listeners.add(listener);
    },
  };
}
