import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogEntry } from "../../src/subscriptions/event.ts";
import { createSubscriberQueue } from "../../src/subscriptions/subscriberQueue.ts";

const entry = (seq: number, bytes: number): LogEntry => ({
  seq,
  cursor: `log-${seq}`,
  id: String(seq),
  family: "voice",
  type: "dtmf",
  rawType: "dtmf",
  time: undefined,
  receivedAt: 0,
  source: "CALLBACK",
  late: false,
  keys: { numbers: [] },
  payload: "x".repeat(bytes),
});

test("what is pushed comes out in order, or is told as lost in its place, and never more is held than allowed", async () => {
  const step = fc.oneof(fc.record({ push: fc.integer({ min: 0, max: 40 }) }), fc.constant("read" as const));
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 200 }),
      fc.integer({ min: 1, max: 8 }),
      async (steps, entries) => {
        const queue = createSubscriberQueue(0, { entries, bytes: 100 });
        let pushed = 0;
        let waiting = 0;
        let seen = 0;
        const read = async () => {
          const item = queue.take();
          if (!item) throw new Error("The queue is empty");
          if ("payload" in item) {
            expect(item.seq).toBe(seen + 1);
            seen = item.seq;
            waiting -= 1;
          } else {
            expect(item.from).toBe(seen);
            expect(item.count).toBe(item.to - item.from);
            seen = item.to;
            waiting -= item.to - item.from;
          }
          // Nothing is lost while there is room.
          expect(pushed - seen).toBe(waiting);
          if ("count" in item) expect(waiting).toBeLessThanOrEqual(entries);
        };
        for (const each of steps) {
          if (each !== "read") {
            queue.push(entry(++pushed, each.push));
            waiting += 1;
          } else if (seen < pushed) await read();
        }
        while (seen < pushed) await read();
      },
    ),
  );
});

test("one entry larger than the limit of bytes is still delivered", async () => {
  const queue = createSubscriberQueue(0, { entries: 10, bytes: 10 });
  queue.push(entry(1, 1000));
  expect(queue.take()).toMatchObject({ seq: 1 });
});

test("what is held is counted in bytes, of which a letter may have many", () => {
  const queue = createSubscriberQueue(0, { entries: 10, bytes: 10 });
  queue.push({ ...entry(1, 0), payload: "漢字" });
  queue.push({ ...entry(2, 0), payload: "漢字" });
  expect(queue.take()).toMatchObject({ to: 1, reason: "SLOW_SUBSCRIBER" });
});

test("what was missed is told in its place, and counted by nobody where it is dropped as well", async () => {
  const missed = { count: undefined, reason: "RETENTION" };
  const queue = createSubscriberQueue(0, { entries: 3, bytes: 100 });
  queue.push(entry(1, 1));
  queue.miss(5);
  queue.push(entry(6, 1));
  expect([queue.take(), queue.take(), queue.take()]).toMatchObject([
    { seq: 1 },
    { from: 1, to: 5, ...missed },
    { seq: 6 },
  ]);
  queue.miss(9);
  for (const seq of [10, 11, 12]) queue.push(entry(seq, 1));
  expect(queue.take()).toEqual({ from: 6, to: 9, count: undefined, reason: "SLOW_SUBSCRIBER" });
  expect(queue.take()).toMatchObject({ seq: 10 });
  queue.skip(12);
  queue.miss(20);
  expect(queue.take()).toMatchObject({ from: 12, to: 20, ...missed });
});
