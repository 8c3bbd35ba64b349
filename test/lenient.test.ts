import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { decimal, duration, flag, int, list, object, record, text, texts, time } from "../src/lenient.ts";

const PIECES = {
  text,
  int,
  decimal,
  flag,
  time,
  duration,
  texts,
  record,
  object: object({ text, inner: object({ int }) }),
};
type Piece = keyof typeof PIECES;

test.each<[Piece, unknown, unknown]>([
  ["text", "a", "a"],
  ["text", "", ""],
  ["text", 1.5, "1.5"],
  ["text", false, "false"],
  ["text", ["a"], undefined],
  // What JSON.parse makes of 1e999.
  ["text", Number.POSITIVE_INFINITY, undefined],
  ["int", 2 ** 31 - 1, 2 ** 31 - 1],
  ["int", "-2147483648", -(2 ** 31)],
  ["int", 2 ** 31, undefined],
  ["int", "2147483648", undefined],
  ["int", 1.5, undefined],
  ["int", "1.0", undefined],
  ["int", "", undefined],
  ["int", true, undefined],
  ["decimal", 1.5, 1.5],
  ["decimal", "-1.50", -1.5],
  ["decimal", "1e3", undefined],
  ["decimal", "9".repeat(400), undefined],
  ["flag", true, true],
  ["flag", "false", false],
  ["flag", "TRUE", undefined],
  ["flag", 1, undefined],
  ["time", "2026-11-21T09:00:00.000Z", "2026-11-21T09:00:00.000Z"],
  ["time", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00.000Z"],
  ["time", "2026-11-21T09:00:00.123456", "2026-11-21T09:00:00.123Z"],
  ["time", "2026-11-21T09:00", "2026-11-21T09:00:00.000Z"],
  ["time", "2026-11-21T09:00:00.123456+02:00", "2026-11-21T07:00:00.123Z"],
  ["time", "2028-02-29T00:00:00.000Z", "2028-02-29T00:00:00.000Z"],
  ["time", "2026-13-21T09:00:00.000Z", undefined],
  ["time", "+012026-11-21T09:00:00.000Z", undefined],
  ["time", "-000001-11-21T09:00:00.000Z", undefined],
  ["time", "soon", undefined],
  ["time", 1_700_000_000_000, undefined],
  ["duration", "PT13.67S", "PT13.67S"],
  ["duration", "13 s", undefined],
  ["texts", ["a", ""], ["a", ""]],
  ["texts", ["a", 1], undefined],
  ["texts", "a", ["a"]],
  ["record", { a: [1] }, { a: [1] }],
  ["record", '{"a":1}', { a: 1 }],
  ["record", "[1]", undefined],
  ["record", [1], undefined],
  ["object", { text: "a", other: 1 }, { text: "a" }],
  ["object", '{"text":"a","inner":"{\\"int\\":\\"7\\"}"}', { text: "a", inner: { int: 7 } }],
  ["object", { text: [], inner: 7 }, { text: undefined, inner: undefined }],
  ["object", "no JSON", undefined],
  ["object", [], undefined],
])("%s reads %j as %j", (piece, value, read) => {
  expect(z.parse(PIECES[piece], value)).toStrictEqual(read);
});

test("no value costs the object that it stands in, and what is missing or null is as if it were not there", () => {
  const Whole = z.object({ id: z.string(), ...PIECES });
  for (const piece of Object.keys(PIECES)) {
    expect(Whole.parse({ id: "a", [piece]: null })).toEqual({ id: "a" });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), fc.json()), (value) => {
        expect(Whole.parse({ id: "a", [piece]: value })).toMatchObject({ id: "a" });
      }),
    );
  }
  expect(Whole.parse({ id: "a" })).toStrictEqual({ id: "a" });
});

test("a time that is read is an instant in the one form that Date writes, and is that instant", () => {
  const digits = (max: number, length = 2) =>
    fc.nat({ max }).map((value) => String(value).padStart(length, "0"));
  const written = fc
    .tuple(digits(9999, 4), digits(14), digits(33), digits(25), digits(61), digits(61), digits(999, 3))
    .map(
      ([year, month, day, hour, minute, second, ms]) =>
        `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`,
    );
  fc.assert(
    fc.property(written, (value) => {
      const date = new Date(value);
      expect(z.parse(time, value)).toBe(Number.isNaN(date.getTime()) ? undefined : date.toISOString());
    }),
  );
});

test("a day is read as Date reads it, also where its month has no such day", () => {
  const digits = (value: number) => String(value).padStart(2, "0");
  for (const year of [1900, 2000, 2027, 2028]) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= 31; day++) {
        const written = `${year}-${digits(month)}-${digits(day)}T23:59:59.999Z`;
        expect(z.parse(time, written)).toBe(new Date(written).toISOString());
      }
    }
  }
});

test("an item of a list that cannot be read costs only itself; what is no list cannot be read", () => {
  const items = list(z.object({ id: z.string(), int }));
  expect(items.parse([{ id: "a", int: "1" }, { int: 2 }, null, "x", { id: "b", int: "x" }])).toEqual([
    { id: "a", int: 1 },
    { id: "b" },
  ]);
  expect(items.safeParse({}).success).toBe(false);
});
