import DataLoader from "dataloader";
import { UpstreamError } from "./upstreamError.ts";

/**
 * A loader over an endpoint that gives one entity: each distinct key of a request is asked once, and what is not found is
 * `undefined`. Loaders live as long as the request they are made for.
 */
export function createLoader<K, V>(
  read: (key: K) => Promise<V | undefined>,
  cacheKey: (key: K) => string,
): DataLoader<K, V | undefined, string> {
  const readOne = async (key: K) => {
    try {
      return await read(key);
    } catch (error) {
      if (error instanceof UpstreamError && error.code === "NOT_FOUND") return undefined;
      return error instanceof Error ? error : new Error("A loader threw what is no error", { cause: error });
    }
  };
  return new DataLoader((keys) => Promise.all(keys.map(readOne)), { cacheKeyFn: cacheKey });
}

/** A page of a list of Bandwidth's. */
export type Page<T> = {
  items: readonly T[];
  /** The token that the next page is asked with; left out on the last page. */
  next?: string | undefined;
};
