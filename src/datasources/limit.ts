/** How long something may take. */
export type Limit = {
  signal: AbortSignal;
  /** Lets the signal abort after so long, unless what this returns is called before. */
  abortAfter(ms: number): () => void;
  end(): void;
};

/**
 * A signal that aborts after so long, or when `client` does. Made by hand: what AbortSignal.any leaves behind on a client's signal
 * would add up over a connection that is open for days.
 */
export function limitedBy(ms: number, client: AbortSignal | undefined): Limit {
  const controller = new AbortController();
  const abort = () => controller.abort(client?.reason);
  const abortAfter = (ms: number) => {
    const timer = setTimeout(() => controller.abort(new DOMException("Too late", "TimeoutError")), ms);
    return () => clearTimeout(timer);
  };
  const endDeadline = abortAfter(ms);
  client?.addEventListener("abort", abort);
  if (client?.aborted) abort();
  return {
    signal: controller.signal,
    abortAfter,
    end() {
      endDeadline();
      client?.removeEventListener("abort", abort);
    },
  };
}
