/** A single range of a `Range` header (RFC 9110, section 14.1.2): `bytes=0-99`, `bytes=100-`, or the last bytes, `bytes=-100`. */
export type ByteRange = { first: number; last: number | undefined } | { suffix: number };

/** The bytes that are given out: the first and the last of them, counted from 0. */
export type Slice = { first: number; last: number };

/**
 * Reads a `Range` header. What is no range of bytes, or several of them, is nothing: RFC 9110 lets a server answer with the whole then.
 */
export function parseRange(header: string): ByteRange | undefined {
  const [, first = "", last = ""] = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header) ?? [];
  if (first === "") return last === "" ? undefined : { suffix: Number(last) };
  if (last !== "" && Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: last === "" ? undefined : Number(last) };
}

/** The part of `length` bytes that a range means; nothing where it means none of them (416). */
export function sliceOf(range: ByteRange, length: number): Slice | undefined {
  const slice =
    "suffix" in range
      ? { first: Math.max(0, length - range.suffix), last: length - 1 }
      : { first: range.first, last: Math.min(range.last ?? length - 1, length - 1) };
  return slice.first <= slice.last ? slice : undefined;
}

/** Cuts a slice out of a stream, and reads no further than its last byte. */
export async function* cut(
  bytes: AsyncIterable<Uint8Array>,
  { first, last }: Slice,
): AsyncGenerator<Uint8Array, void, undefined> {
  let position = 0;
  for await (const chunk of bytes) {
    const part = chunk.subarray(Math.max(0, first - position), Math.max(0, last + 1 - position));
    position += chunk.length;
    if (part.length > 0) yield part;
    if (position > last) return;
  }
}
