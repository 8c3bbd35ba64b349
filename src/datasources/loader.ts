import DataLoader from "dataloader";
import type { UpstreamCalls } from "./upstreamCalls.ts";
import { UpstreamError } from "./upstreamError.ts";

/** What an operation reads by key: once for each, however often it is asked for. */
export type Loader<K, V> = {
  load(key: K): Promise<V | undefined>;
  /** Gives what a list or a parent holds, by their keys, but for those that were loaded before. */
  prime(values: readonly NonNullable<V>[], keyOf: (value: NonNullable<V>) => K): void;
  clear(key: K): void;
  clearAll(): void;
};

/**
 * A loader over an endpoint that gives one entity: each distinct key of an operation is asked once, and what is not found is
 * `undefined`. Loaders live as long as the operation they are made for.
 */
export function createLoader<K, V>(
  calls: UpstreamCalls,
  read: (key: K) => Promise<V | undefined>,
  cacheKey: (key: K) => string,
): Loader<K, V> {
  const readAll = (keys: readonly K[]) => {
    calls.asked(keys.length);
    return Promise.all(keys.map((key) => tryToRead(() => read(key))));
  };
  return counted(calls, new DataLoader(readAll, { cacheKeyFn: cacheKey }));
}

/** What a batch function gives for one key: what was read, `undefined` where nothing is found, or the error. */
export async function tryToRead<V>(read: () => Promise<V>): Promise<V | undefined | Error> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UpstreamError && error.code === "NOT_FOUND") return undefined;
    return error instanceof Error ? error : new Error("A loader threw what is no error", { cause: error });
  }
}

/** A loader whose loads are counted as wanted; its batch function tells what was asked. */
export function counted<K, V, C>(calls: UpstreamCalls, loader: DataLoader<K, V, C>) {
  type Values = readonly NonNullable<V>[];
  type KeyOf = (value: NonNullable<V>) => K;
  /** What lists hold, until something is asked for: mostly nothing is, and each entry of a DataLoader is a promise. */
  let held: { values: Values; keyOf: KeyOf }[] = [];
  function primed() {
    for (const { values, keyOf } of held) for (const value of values) loader.prime(keyOf(value), value);
    held = [];
    return loader;
  }
  return {
    load(key: K) {
      calls.wanted();
      return primed().load(key);
    },
    prime: (values: Values, keyOf: KeyOf) => void held.push({ values, keyOf }),
    clear: (key: K) => void primed().clear(key),
    clearAll: () => void primed().clearAll(),
  };
}

/** A page of a list of Bandwidth's. */
export type Page<T> = {
  items: readonly T[];
  /** The token that the next page is asked with; left out on the last page. */
  next?: string | undefined;
};
