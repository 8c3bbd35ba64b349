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
