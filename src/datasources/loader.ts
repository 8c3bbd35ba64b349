import DataLoader from "dataloader";
import type { MaybePromise } from "../maybePromise.ts";
import type { UpstreamCalls } from "./upstreamCalls.ts";
import { UpstreamError } from "./upstreamError.ts";

/** What an operation reads by key: once for each, however often it is asked for. */
export type Loader<K, V> = {
  /** At once what was primed, else a promise. */
  load(key: K): MaybePromise<V | undefined>;
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
  return counted(calls, readAll, { cacheKeyFn: cacheKey });
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

/** A loader over a batch function that tells what was asked; its loads are counted as wanted. */
export function counted<K, V>(
  calls: UpstreamCalls,
  readAll: DataLoader.BatchLoadFn<K, V | undefined>,
  options: Omit<DataLoader.Options<K, V | undefined, unknown>, "cacheMap"> = {},
): Loader<K, V> {
  const { cacheKeyFn: idOf = (key: K) => key } = options;
  const loaded = new Map<unknown, Promise<V | undefined>>();
  const loader = new DataLoader(readAll, { ...options, cacheMap: loaded });
  const primed = new Map<unknown, NonNullable<V>>();
  type Values = readonly NonNullable<V>[];
  type KeyOf = (value: NonNullable<V>) => K;
  /** What lists hold, until something is asked for: mostly nothing is. */
  let held: { values: Values; keyOf: KeyOf }[] = [];
  function primeHeld() {
    for (const { values, keyOf } of held) {
      for (const value of values) {
        const id = idOf(keyOf(value));
        if (!loaded.has(id) && !primed.has(id)) primed.set(id, value);
      }
    }
    held = [];
  }
  return {
    load(key: K) {
      calls.wanted();
      primeHeld();
      // Not through the DataLoader, which makes promises of all and gives them in the next tick.
      return primed.get(idOf(key)) ?? loader.load(key);
    },
    prime: (values: Values, keyOf: KeyOf) => void held.push({ values, keyOf }),
    clear(key: K) {
      primeHeld();
      primed.delete(idOf(key));
      loader.clear(key);
    },
    clearAll() {
      held = [];
      primed.clear();
      loader.clearAll();
    },
  };
}

/** A page of a list of Bandwidth's. */
export type Page<T> = {
  items: readonly T[];
  /** The token that the next page is asked with; left out on the last page. */
  next?: string | undefined;
};
