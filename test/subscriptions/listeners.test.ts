import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogEntry } from "../../src/subscriptions/event.ts";
import { matches } from "../../src/subscriptions/eventFilter.ts";
import { createListeners } from "../../src/subscriptions/listeners.ts";

const id = fc.constantFrom("a", "b");
const type = fc.constantFrom("dtmf", "answer", "unknown" as const);
const keys = { callId: id, conferenceId: id, messageId: id, applicationId: id };
const filter = fc.record(
  {
    ...keys,
    number: id,
    family: fc.constantFrom("voice", "messaging"),
    types: fc.array(type, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const entry = fc
  .record({
    type,
    family: fc.constantFrom("voice", "messaging"),
    keys: fc.record({ ...keys, numbers: fc.array(id, { maxLength: 3 }) }, { requiredKeys: ["numbers"] }),
  })
  .map(
    (event): LogEntry => ({
      ...event,
      seq: 1,
      cursor: "c",
      id: "e",
      rawType: event.type,
      time: undefined,
      receivedAt: 0,
      source: "CALLBACK",
      late: false,
      payload: "{}",
    }),
  );

test("an event is heard by those whose filter matches, by each once, and by nobody who has left", () => {
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 8 }), entry, fc.nat(8), (filters, event, left) => {
      const listeners = createListeners<number>();
      const leave = filters.map((each, index) => listeners.add(each, index));
      leave[left]?.();
      const expected = filters.flatMap((each, index) =>
        index !== left && matches(each, event) ? [index] : [],
      );
      expect(listeners.of(event).sort()).toEqual(expected);
    }),
  );
});
