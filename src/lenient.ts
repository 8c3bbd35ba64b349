import { z } from "zod";

/**
 * Pieces to read what Bandwidth sends. A value that is missing, `null` or of another kind than documented reads as `undefined`:
 * an unexpected field must never cost the object it stands in.
 */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** Text; a number or boolean is taken as its text, because GET callbacks and some guides quote numbers. */
export const text = lenient(
  z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]),
);

/** A whole number of 32 bits, also when it comes as text. */
export const int = lenient(
  z.union([
    z.int32(),
    z
      .string()
      .regex(/^-?\d+$/)
      .transform(Number)
      .pipe(z.int32()),
  ]),
);

/** Any number, also when it comes as text. */
export const decimal = lenient(
  z.union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ]),
);

/** True or false, also when it comes as text. */
export const flag = lenient(
  z.union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")]),
);

/** An instant. Anything that `Date` cannot read, or that lies beyond the year 9999, is left out. */
export const time = lenient(
  z
    .string()
    .refine((value) => !Number.isNaN(Date.parse(value)), { abort: true })
    .transform((value) => new Date(value).toISOString())
    .pipe(z.iso.datetime()),
);

/** A length of time such as `PT13.67S`. */
export const duration = lenient(z.iso.duration());

/** A list of texts. */
export const texts = lenient(z.array(z.string()).readonly());

/** A list of what `schema` reads; an item that it cannot read, one without an id, is left out and does not cost the others. */
export const list = <T>(schema: z.ZodType<T>) =>
  z.array(z.unknown()).transform((items) =>
    items.flatMap((item) => {
      const read = schema.safeParse(item);
      return read.success ? [read.data] : [];
    }),
  );

/** An object read by `schema`. In a GET callback it may come as JSON text. */
export const object = <T extends z.ZodRawShape>(shape: T) =>
  lenient(z.preprocess((value) => (typeof value === "string" ? parseJson(value) : value), z.object(shape)));

/** An object with keys that nobody can list. */
export const record = lenient(
  z.preprocess(
    (value) => (typeof value === "string" ? parseJson(value) : value),
    z.record(z.string(), z.unknown()),
  ),
);

/** JSON, or `undefined` where it is none. */
export function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
