import { Agent, fetch as undiciFetch } from "undici";

/**
 * The `fetch` that ky runs on: undici's, over an agent of our own, because Node's built-in `fetch` does not take an agent of a
 * newer undici. Per upstream host it keeps up to 64 connections alive; more requests wait for a free one until their deadline.
 */
export function createConnectionPool(): { fetch: typeof fetch; close(): Promise<void> } {
  const agent = new Agent({
    connections: 64,
    pipelining: 1,
    keepAliveTimeout: 30_000,
    connectTimeout: 5_000,
    bodyTimeout: 10_000,
    // The largest answer is a list of 10 000 calls, about 10 MB.
    maxResponseSize: 32 * 1024 * 1024,
  });
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      const body = request.body === null ? null : await request.text();
      // The two Response types describe the same standard object, in two packages' words.
      return undiciFetch(request.url, {
        method: request.method,
        headers: [...request.headers],
        body,
        signal: request.signal,
        redirect: request.redirect,
        dispatcher: agent,
      }) as Promise<unknown> as Promise<Response>;
    },
    close: () => agent.close(),
  };
}
