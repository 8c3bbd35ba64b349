import { z } from "zod";

/**
 * Pieces to read what Bandwidth sends. A value that is missing, `null` or of another kind than documented reads as `undefined`:
 * an unexpected field must never cost the object it stands in.
 *
 * Each is one function, which zod runs as it is: a list of 50 calls read by zod's own unions, pipes and `catch` took twelve times as long, and
 * 1.4 times by `z.optional` of a transform, which zod calls by way of four functions more. (The constructor forgets the type.)
 */
const lenient = <T>(read: (value: unknown) => T | undefined) =>
  new Piece({ type: "custom", read }) as Piece<T>;

/** A schema of zod's that is one function: https://zod.dev/library-authors */
interface Piece<T> extends z.core.$ZodType<T | undefined, unknown, PieceInternals<T>> {}
interface PieceInternals<T> extends z.core.$ZodTypeInternals<T | undefined, unknown> {
  optin: "optional";
  optout: "optional";
}
type PieceDefinition = z.core.$ZodTypeDef & { read: (value: unknown) => unknown };
const Piece = z.core.$constructor<Piece<unknown>, PieceDefinition>("Piece", (piece, definition) => {
  z.core.$ZodType.init(piece, definition);
  const internals = piece._zod;
  internals.optin = "optional";
  internals.optout = "optional";
  internals.parse = readPiece;
  function readPiece(payload: z.core.ParsePayload) {
    if (payload.value !== undefined) payload.value = definition.read(payload.value);
    return payload;
  }
});

/**
 * As `z.transform`, which makes a function for each value that it reads and stores it where it keeps alive what the value is part of
 * (CONTRIBUTING, "Garbage"): under lists of calls a sixth of all that was allocated lived on. The constructor forgets the types of its
 * function.
 */
export const transformed = <I, O>(read: (value: I) => O) =>
  new z.core.$ZodTransform({
    type: "transform",
    transform: read as (value: unknown) => O,
  }) as z.core.$ZodTransform<O, I>;

/** Text; a number or boolean is taken as its text, because GET callbacks and some guides quote numbers. */
export const text = lenient((value) => {
  if (typeof value === "string") return value;
  return Number.isFinite(value) || typeof value === "boolean" ? String(value) : undefined;
});

/** A whole number of 32 bits, also when it comes as text. */
export const int = lenient((value) => {
  const number = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  // `| 0` is what is left of a number in 32 bits.
  return typeof number === "number" && (number | 0) === number ? number : undefined;
});

/** Any number, also when it comes as text. */
export const decimal = lenient((value) => {
  const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
});

/** True or false, also when it comes as text. */
export const flag = lenient((value) => {
  if (value === "true") return true;
  if (value === "false") return false;
  return typeof value === "boolean" ? value : undefined;
});

/** As `Date` writes an instant. It takes half a microsecond to do so again; that is left for the 29th of February, which not all years have. */
const CANONICAL_TIME =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** `Date` takes a time without a zone for one of this machine's; Bandwidth tells all of them in UTC. */
const WITHOUT_ZONE = /T[\d:.]+$/;

/** An instant. Anything that `Date` cannot read, or that lies beyond the years 0 to 9999, is left out. */
export const time = lenient((value) => {
  if (typeof value !== "string") return undefined;
  if (CANONICAL_TIME.test(value)) return value;
  const date = new Date(WITHOUT_ZONE.test(value) ? `${value}Z` : value);
  const year = date.getUTCFullYear();
  return year >= 0 && year <= 9999 ? date.toISOString() : undefined;
});

/** A length of time such as `PT13.67S`. */
export const duration = z.iso.duration().optional().catch(undefined);

/** A list of texts; one alone too, for that is what is left in a GET callback of a list of one. */
export const texts = lenient((value): readonly string[] | undefined => {
  if (typeof value === "string") return [value];
  return Array.isArray(value) && value.every((item): item is string => typeof item === "string")
    ? value
    : undefined;
});

/** A list of what `schema` reads; an item that it cannot read, one without an id, is left out and does not cost the others. */
export const list = <T>(schema: z.ZodType<T>) =>
  z.pipe(
    z.array(z.unknown()),
    transformed((items: unknown[]) =>
      items.flatMap((item) => {
        const read = schema.safeParse(item);
        return read.success ? [read.data] : [];
      }),
    ),
  );

/** An object read by `schema`. In a GET callback it may come as JSON text. */
export const object = <T extends z.ZodRawShape>(shape: T) => {
  const schema = z.object(shape);
  return lenient((value) => {
    const content = contentOf(value);
    return content && schema.safeParse(content).data;
  });
};

/** An object with keys that nobody can list. */
export const record = lenient(contentOf);

function contentOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const content = typeof value === "string" ? parseJson(value) : value;
  return isObject(content) ? content : undefined;
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON, or `undefined` where it is none. */
export function parseJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
