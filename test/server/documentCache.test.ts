import { expect, test } from "vitest";
import { createDocumentCache } from "../../src/server/documentCache.ts";

test("of documents that are too long together those used last are kept", () => {
  const cache = createDocumentCache<number>();
  const [a, b, c] = ["a", "b", "c"].map((letter) => letter.repeat(400_000));
  if (a === undefined || b === undefined || c === undefined) throw new Error("There are three");
  cache.set(a, 1);
  cache.set(b, 2);
  expect(cache.get(a)).toBe(1);
  cache.set(c, 3);
  expect([a, b, c].map(cache.get)).toEqual([1, undefined, 3]);
});

test("of too many documents those used last are kept", () => {
  const cache = createDocumentCache<number>();
  for (let number = 0; number <= 1_000; number += 1) cache.set(`{ field${number} }`, number);
  expect(["{ field0 }", "{ field1 }", "{ field1000 }"].map(cache.get)).toEqual([undefined, 1, 1_000]);
});

test("a new document has room where all others are used, in the place of one of them", () => {
  const cache = createDocumentCache<number>();
  const text = (number: number) => `{ field${number} }`;
  for (let number = 0; number < 1_000; number += 1) cache.set(text(number), number);
  for (let number = 0; number < 1_000; number += 1) cache.get(text(number));
  cache.set(text(1_000), 1_000);
  expect([0, 1, 1_000].map((number) => cache.get(text(number)))).toEqual([undefined, 1, 1_000]);
});

test("a document that is too long alone is not kept, and costs no other", () => {
  const cache = createDocumentCache<number>();
  cache.set("short", 1);
  cache.set("a".repeat(1_000_001), 2);
  expect([cache.get("short"), cache.get("a".repeat(1_000_001))]).toEqual([1, undefined]);
});
