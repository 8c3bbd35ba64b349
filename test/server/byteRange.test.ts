import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cut, parseRange, sliceOf } from "../../src/server/byteRange.ts";

test.each([
  ["bytes=0-99", { first: 0, last: 99 }],
  ["bytes=100-", { first: 100, last: undefined }],
  ["bytes=-5", { suffix: 5 }],
  ["Bytes= 7-7 ", { first: 7, last: 7 }],
])("%s is a range", (header, range) => {
  expect(parseRange(header)).toEqual(range);
});

test.each([
  "",
  "bytes=",
  "bytes=-",
  "bytes=5-4",
  "bytes=0-1,3-4",
  "items=0-1",
  "bytes=a-b",
  "bytes=1e3-",
  `bytes=${"9".repeat(16)}-`,
])("%j is no single range, and the whole is given", (header) => {
  expect(parseRange(header)).toBeUndefined();
});

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);
async function* inChunks(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}
async function collect(chunks: AsyncIterable<Uint8Array>): Promise<number[]> {
  const all: number[] = [];
  for await (const chunk of chunks) all.push(...chunk);
  return all;
}

describe("whatever the range, the length and the pieces that the bytes come in", () => {
  const length = fc.integer({ min: 0, max: 300 });
  const position = fc.integer({ min: 0, max: 400 });
  const header = fc.oneof(
    fc
      .tuple(position, position)
      .map(([one, other]) => `bytes=${Math.min(one, other)}-${Math.max(one, other)}`),
    position.map((first) => `bytes=${first}-`),
    position.map((suffix) => `bytes=-${suffix}`),
  );

  /** What RFC 9110 means by a range, said in another way: the positions that are in it. */
  function positions(range: string, size: number): number[] {
    const [first = "", last = ""] = range.slice("bytes=".length).split("-");
    const all = Array.from({ length: size }, (_, index) => index);
    if (first === "") return Number(last) === 0 ? [] : all.slice(-Number(last));
    return all.filter((index) => index >= Number(first) && (last === "" || index <= Number(last)));
  }

  test("the slice is those bytes that the range names and the file has, or none", async () => {
    await fc.assert(
      fc.asyncProperty(header, length, fc.integer({ min: 1, max: 50 }), async (text, size, chunkSize) => {
        const range = parseRange(text);
        if (!range) throw new Error(`${text} is a range`);
        const expected = positions(text, size);
        const slice = sliceOf(range, size);
        expect(slice ? [slice.first, slice.last] : []).toEqual(
          expected.length > 0 ? [expected[0], expected.at(-1)] : [],
        );
        if (!slice) return;
        const given = await collect(cut(inChunks(bytesOf(size), chunkSize), slice));
        expect(given).toEqual(expected.map((index) => index % 251));
      }),
    );
  });
});

test("nothing is read behind the last byte of a slice", async () => {
  let read = 0;
  async function* source() {
    for (;;) {
      read += 1;
      yield bytesOf(10);
    }
  }
  expect(await collect(cut(source(), { first: 12, last: 19 }))).toHaveLength(8);
  expect(read).toBe(2);
});
