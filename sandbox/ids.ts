/** Source of numbers in [0, 1), as Math.random. */
export type Random = () => number;

/** A repeatable random source (mulberry32) for a given seed, Math.random without one. */
export function createRandom(seed: number | undefined): Random {
  if (seed === undefined) return Math.random;
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Ids {
  /** `c-` and 45 characters, as Bandwidth's call ids. */
  call(): string;
  /** `r-` and 45 characters. */
  recording(): string;
  /** `conf-` and 45 characters. */
  conference(): string;
  /** `s-` and a UUID. */
  stream(): string;
  /** `t-` and a UUID. */
  transcription(): string;
  /** As many digits as wanted, for a code that somebody types in. */
  digits(count: number): string;
  /** 13 digits of the millisecond clock and 16 letters or digits. */
  message(now: number): string;
  uuid(): string;
  /** An OAuth2 access token. */
  token(): string;
}

/** Makes ids of the shapes that Bandwidth uses. */
export function createIds(random: Random): Ids {
  const digits = (count: number, radix: number) =>
    Array.from({ length: count }, () => Math.floor(random() * radix).toString(radix)).join("");
  const uuid = () =>
    `${digits(8, 16)}-${digits(4, 16)}-4${digits(3, 16)}-b${digits(3, 16)}-${digits(12, 16)}`;
  return {
    call: () => `c-${digits(8, 16)}-${uuid()}`,
    recording: () => `r-${digits(8, 16)}-${uuid()}`,
    conference: () => `conf-${digits(8, 16)}-${uuid()}`,
    stream: () => `s-${uuid()}`,
    transcription: () => `t-${uuid()}`,
    digits: (count) => digits(count, 10),
    message: (now) => `${now}${digits(16, 36)}`,
    uuid,
    token: () => digits(40, 36),
  };
}
