/** Reads that something waits for the end of. */
export type Reads = {
  /** Counts the read as under way until it is over. */
  during<T>(read: () => Promise<T>): Promise<T>;
  /** Calls back once none is under way. */
  whenIdle(callback: () => void): void;
};

export function createReads(): Reads {
  let underWay = 0;
  let waiting: (() => void)[] = [];

  // After an answer the resolvers behind it run first, and may start further reads.
  const settle = () =>
    setImmediate(() => {
      if (underWay > 0) return;
      const callbacks = waiting;
      waiting = [];
      for (const callback of callbacks) callback();
    });

  return {
    async during(read) {
      underWay += 1;
      try {
        return await read();
      } finally {
        underWay -= 1;
        if (waiting.length > 0) settle();
      }
    },
    whenIdle(callback) {
      waiting.push(callback);
      settle();
    },
  };
}
