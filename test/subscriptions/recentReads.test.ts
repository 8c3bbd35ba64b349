import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NewEvent } from "../../src/subscriptions/event.ts";
import { createRecentReads } from "../../src/subscriptions/sqlite/recentReads.ts";
import type { Store } from "../../src/subscriptions/store.ts";
import { DAY_MS, ENGINES, newEvent } from "../support/stores.ts";

describe.each(ENGINES)("%s", (_name, start) => {
  let engine: Awaited<ReturnType<typeof start>>;
  let place: ReturnType<typeof engine.place>;
  let store: Store;
  beforeAll(async () => {
    engine = await start();
    place = engine.place();
    store = await place.open({ milliseconds: DAY_MS });
  });
  afterAll(async () => {
    await store.close();
    place.remove();
    await engine.stop();
  });

  let groups = 0;
  const IDS = ["a", "b"] as const;
  const KEYS = ["callId", "messageId", "conferenceId"] as const;
  const step = fc.oneof(
    fc.record({ add: fc.subarray([...KEYS]), id: fc.constantFrom(...IDS), awaited: fc.boolean() }),
    fc.record({
      read: fc.constantFrom(...KEYS),
      id: fc.constantFrom(...IDS),
      limit: fc.constantFrom(2, 100),
    }),
  );

  test("a read gives all events of its call, message or conference that were added before it, whatever was read before", () =>
    fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        groups += 1;
        const name = (id: string) => `${groups}-${id}`;
        const added: NewEvent[] = [];
        const running: Promise<unknown>[] = [];
        for (const each of steps) {
          if ("add" in each) {
            const keys = Object.fromEntries(each.add.map((key) => [key, name(each.id)]));
            const event = newEvent({ id: `${groups}-${added.length}-${running.length}`, keys });
            const adding = store.log.append([event]).then(() => added.push(event));
            if (each.awaited) await adding;
            else running.push(adding);
          } else {
            const filter = { [each.read]: name(each.id) };
            const due = added.filter(({ keys }) => keys[each.read] === name(each.id)).map(({ id }) => id);
            const reading = store.log.read(filter, 0, each.limit).then((entries) => {
              expect(entries.map(({ id }) => id).slice(0, due.length)).toEqual(due.slice(0, each.limit));
              for (const { keys } of entries) expect(keys[each.read]).toBe(name(each.id));
            });
            running.push(reading);
          }
        }
        await Promise.all(running);
      }),
      { numRuns: 40 },
    ));

  test("what is read may be changed by its reader and is the same for the next", async () => {
    await store.log.append([newEvent({ keys: { callId: "mine" } })]);
    const first = await store.log.read({ callId: "mine" }, 0, 10);
    const copy = [...first];
    first.length = 0;
    expect(await store.log.read({ callId: "mine" }, 0, 10)).toEqual(copy);
  });

  test("what the log has given up is not read any more", async () => {
    await store.log.append([newEvent({ keys: { callId: "old" }, receivedAt: place.clock.now })]);
    expect(await store.log.read({ callId: "old" }, 0, 10)).toHaveLength(1);
    place.clock.now += 2 * DAY_MS;
    while (await store.trim());
    expect(await store.log.read({ callId: "old" }, 0, 10)).toEqual([]);
  });

  test("more is read of a call that has more than is kept, and of more calls than are kept", async () => {
    const long = Array.from({ length: 20 }, () =>
      newEvent({ keys: { callId: "long" }, payload: JSON.stringify("x".repeat(1000)) }),
    );
    await store.log.append(long);
    for (let again = 0; again < 2; again++) {
      expect(await store.log.read({ callId: "long" }, 0, 100)).toHaveLength(20);
    }
    const calls = Array.from({ length: 1_100 }, (_, index) => `many-${index}`);
    await store.log.append(calls.map((callId) => newEvent({ keys: { callId } })));
    for (let again = 0; again < 2; again++) {
      const read = await Promise.all(calls.map((callId) => store.log.read({ callId }, 0, 10)));
      expect(new Set(read.map(({ length }) => length))).toEqual(new Set([1]));
    }
  });
});

test("a read of an id that is longer than any call's is not kept", async () => {
  const asked: string[] = [];
  const recent = createRecentReads(async ({ callId = "" }) => {
    asked.push(callId);
    return [];
  });
  for (const callId of ["c-1", "c-1", "x".repeat(2_000), "x".repeat(2_000)])
    await recent.read({ callId }, 0, 10);
  expect(asked).toEqual(["c-1", "x".repeat(2_000), "x".repeat(2_000)]);
});
