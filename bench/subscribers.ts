import { type Load, measureLoad } from "./load.ts";

const CONNECTING_AT_ONCE = 50;
const DELIVERY_DEADLINE_MS = 30_000;

/** Many clients of one server that are told the same. */
export type Subscribers = Disposable & {
  /** Runs `publish` and waits until every client has got `count` frames; each delivery's time counts from the start of `publish`. */
  deliver(count: number, publish: () => Promise<void>): Promise<Load>;
  /**
   * Runs `publish` so many times, each next time when every client has the frame of the one before; a time counts until the last
   * client had it.
   */
  deliverSingly(count: number, publish: () => Promise<void>): Promise<Load>;
  /** The frame that all of them got last. */
  lastFrame(): string;
};

/** One client, connected. */
export type Listener = {
  /** Tells of each frame from now on, and of the connection's end. */
  hear(frame: (data: Buffer) => void, lost: () => void): void;
  close(): void;
};

/** Connects as many clients as `count`, some at a time. */
export async function openAll(
  count: number,
  openOne: (index: number) => Promise<Listener>,
): Promise<Subscribers> {
  const listeners: Listener[] = [];
  const close = () => {
    for (const listener of listeners) listener.close();
  };
  try {
    while (listeners.length < count) {
      const batch = Math.min(CONNECTING_AT_ONCE, count - listeners.length);
      const first = listeners.length;
      listeners.push(
        ...(await Promise.all(Array.from({ length: batch }, (_, index) => openOne(first + index)))),
      );
    }
  } catch (error) {
    close();
    throw error;
  }

  const got = new Uint32Array(count);
  let last: Buffer = Buffer.alloc(0);
  let latencies: number[] = [];
  let start = 0;
  let wanted = 0;
  let done: (() => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  let finished = 0;
  for (const [index, listener] of listeners.entries()) {
    listener.hear(
      (frame) => {
        latencies.push(performance.now() - start);
        got[index] = (got[index] ?? 0) + 1;
        if (got[index] !== wanted) return;
        // A copy of one, for all to be compared with: what is read is part of more, which thousands of them would keep.
        if (++finished === 1) last = Buffer.from(frame);
        else if (!last.equals(frame)) failed?.(new Error("Subscribers got different last frames"));
        if (finished === count) done?.();
      },
      () => failed?.(new Error("A subscriber was disconnected")),
    );
  }

  /** Resolves with the time of each delivery since `start`. */
  async function deliverAll(burst: number, publish: () => Promise<void>): Promise<number[]> {
    got.fill(0);
    latencies = [];
    finished = 0;
    wanted = burst;
    const all = Promise.withResolvers<void>();
    done = all.resolve;
    failed = all.reject;
    const missing = () => got.reduce((sum, each) => sum + burst - each, 0);
    const impatience = setTimeout(
      () => all.reject(new Error(`${missing()} deliveries are missing`)),
      DELIVERY_DEADLINE_MS,
    );
    start = performance.now();
    try {
      await Promise.all([publish(), all.promise]);
    } finally {
      clearTimeout(impatience);
      failed = undefined;
    }
    if (latencies.length !== burst * count) throw new Error("Some got more than was published");
    return latencies;
  }

  return {
    deliver: (burst, publish) => measureLoad(() => deliverAll(burst, publish)),
    deliverSingly: (events, publish) =>
      measureLoad(async () => {
        const untilTheLast: number[] = [];
        for (let event = 0; event < events; event++) {
          untilTheLast.push((await deliverAll(1, publish)).at(-1) ?? Number.NaN);
        }
        return untilTheLast;
      }, events * count),
    lastFrame: () => last.toString(),
    [Symbol.dispose]: close,
  };
}
