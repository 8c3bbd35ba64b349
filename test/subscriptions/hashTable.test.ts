import { expect, test } from "vitest";
import { createHashTable } from "../../src/subscriptions/sqlite/hashTable.ts";

test("until three quarters of its slots are taken, by when most are shared, a table has the last number of each hash, and no other", () => {
  const table = createHashTable();
  // A generator that gives each number of 32 bits once.
  let hash = 1;
  const next = () => {
    hash = (Math.imul(hash, 1_103_515_245) + 12_345) | 0;
    return hash;
  };
  const given: number[] = [];
  while (!table.isFull()) {
    const each = next();
    given.push(each);
    table.set(each, 0);
    table.set(each, each - 0.5);
  }
  expect(given).toHaveLength(98_304);
  expect(given.every((each) => table.get(each) === each - 0.5)).toBe(true);
  expect(Array.from({ length: 100_000 }, next).every((each) => table.get(each) === undefined)).toBe(true);
});
