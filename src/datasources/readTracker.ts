import type { Rest } from "./rest.ts";

/**
 * Knows when the reads of one operation are over. What is billed per request waits for that, so that all that the operation wants
 * of it, also what only comes to light in another read's answer, goes into one request.
 */
export function createReadTracker() {
  let underWay = 0;
  const waiting: (() => void)[] = [];

  // After an answer the resolvers behind it run first, and may start further reads.
  const settle = () =>
    setImmediate(() => {
      if (underWay === 0) for (const callback of waiting.splice(0)) callback();
    });

  async function track<T>(read: () => Promise<T>): Promise<T> {
    underWay += 1;
    try {
      return await read();
    } finally {
      underWay -= 1;
      settle();
    }
  }

  return {
    /** The same client, with its reads followed. */
    follow: (rest: Rest): Rest => ({
      ...rest,
      get: (path, schema, query, headers) => track(() => rest.get(path, schema, query, headers)),
    }),
    /** Calls back once no read that is followed is under way. */
    whenIdle(callback: () => void) {
      waiting.push(callback);
      settle();
    },
  };
}
