import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { LogEntry, NewEvent } from "../../src/subscriptions/event.ts";
import { createGroupCommit } from "../../src/subscriptions/groupCommit.ts";
import { StoreUnavailable } from "../../src/subscriptions/store.ts";
import { newEvent } from "../support/stores.ts";

const entry = (of: NewEvent, seq: number): LogEntry => ({ ...of, seq, cursor: `c-${seq}`, late: false });

/** A disk that writes when it is told to, and what it was given. */
function createDisk() {
  const writings: { ids: string[]; end: (error?: Error) => void }[] = [];
  let seq = 0;
  const append = createGroupCommit(
    (events) =>
      new Promise((resolve, reject) => {
        const entries = events.map((each) => entry(each, ++seq));
        const end = (error?: Error) => (error ? reject(error) : resolve(entries));
        writings.push({ ids: events.map(({ id }) => id), end });
      }),
  );
  const appendOne = (id: string) => append([newEvent({ id })]).then((added) => added.map(({ seq }) => seq));
  const written = (count: number) => expect.poll(() => writings.length).toBe(count);
  return { writings, append, appendOne, written };
}

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => `${letter}${i}`);

test("what comes in one turn, and what comes while it is written, are a writing each, in order", async () => {
  const { writings, appendOne, written } = createDisk();
  const first = Promise.all(names("a", 3).map(appendOne));
  await written(1);
  const second = Promise.all(names("b", 31).map(appendOne));
  writings[0]?.end();
  expect(await first).toEqual([[1], [2], [3]]);
  await written(2);
  writings[1]?.end();
  expect((await second).flat()).toEqual(names("b", 31).map((_, i) => 4 + i));
  expect(writings.map(({ ids }) => ids)).toEqual([names("a", 3), names("b", 31)]);
});

test("as long as each turn brings more it joins the writing, up to enough for one", async () => {
  const { writings, appendOne, written } = createDisk();
  const all: Promise<number[]>[] = [];
  for (const id of names("a", 80)) {
    // Asked for before the append, so that the next one comes before the writing looks.
    const turn = setImmediate();
    all.push(appendOne(id));
    await turn;
  }
  await written(1);
  writings[0]?.end();
  await written(2);
  writings[1]?.end();
  await Promise.all(all);
  expect(writings.map(({ ids }) => ids)).toEqual([names("a", 80).slice(0, 64), names("a", 80).slice(64)]);
});

test("several wait a few turns for one that is late; one that is alone waits for nobody", async () => {
  const { writings, appendOne, written } = createDisk();
  const turns = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await setImmediate();
  };
  const alone = appendOne("a");
  await turns(2);
  expect(writings).toHaveLength(1);
  writings[0]?.end();
  await alone;
  const several = names("b", 8).map(appendOne);
  await turns(5);
  const late = appendOne("late");
  await written(2);
  writings[1]?.end();
  await Promise.all([...several, late]);
  expect(writings.map(({ ids }) => ids)).toEqual([["a"], [...names("b", 8), "late"]]);
});

test("a writing that fails fails what was in it, and nothing else", async () => {
  const { writings, appendOne, written } = createDisk();
  const first = appendOne("a");
  await written(1);
  const second = Promise.all(names("b", 32).map(appendOne));
  const failed = expect(first).rejects.toThrow("The disk is full");
  writings[0]?.end(new StoreUnavailable("The disk is full"));
  await failed;
  await written(2);
  writings[1]?.end();
  expect(await second).toHaveLength(32);
});

test.each([
  ["10,000 deliveries", 10_000, "{}"],
  ["64 Mi characters", 64, JSON.stringify("x".repeat(1024 * 1024))],
])(
  "while the disk hangs %s wait, no more are taken, and it goes on when the disk does",
  async (_, count, payload) => {
    const { writings, append, written } = createDisk();
    const one = () => append([newEvent({ payload })]);
    const first = one();
    await written(1);
    const waiting = Array.from({ length: count }, one);
    await expect(one()).rejects.toBeInstanceOf(StoreUnavailable);
    writings[0]?.end();
    await first;
    await written(2);
    const next = one();
    writings[1]?.end();
    expect(await Promise.all(waiting)).toHaveLength(count);
    await written(3);
    writings[2]?.end();
    expect(await next).toHaveLength(1);
  },
);
