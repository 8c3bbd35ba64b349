import { Readable } from "node:stream";
import { Agent, fetch as undiciFetch, request as undiciRequest } from "undici";

/**
 * The `fetch` that ky runs on: undici's, over an agent of our own, because Node's built-in `fetch` does not take an agent of a
 * newer undici. Per upstream host it keeps up to 64 connections alive; more requests wait for a free one until their deadline.
 *
 * `stream` does the same for files, whose bodies it passes on as they come, over up to 256 connections of its own: transfers that take
 * minutes keep no call waiting.
 */
export function createConnectionPool(): {
  fetch: typeof fetch;
  stream: typeof fetch;
  close(): Promise<void>;
} {
  const common = { pipelining: 1, keepAliveTimeout: 30_000, connectTimeout: 5_000, bodyTimeout: 10_000 };
  const calls = new Agent({
    ...common,
    connections: 64,
    // The largest answer is a list of 10 000 calls, about 10 MB.
    maxResponseSize: 32 * 1024 * 1024,
  });
  const files = new Agent({ ...common, connections: 256 });
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
        dispatcher: calls,
      }) as Promise<unknown> as Promise<Response>;
    },
    async stream(input, init) {
      // A second Request would pipe the body once more.
      const request = input instanceof Request ? input : new Request(input, init);
      // Not undici's `fetch`, which copies each piece of a body: a download of 100 MB left up to 60 MB for the collector.
      const { statusCode, headers, body } = await undiciRequest(request.url, {
        method: request.method,
        headers: Object.fromEntries(request.headers),
        body: request.body && Readable.from(request.body, { objectMode: false }),
        signal: request.signal,
        dispatcher: files,
      });
      const isEmpty = [204, 205, 304].includes(statusCode);
      if (isEmpty) body.resume();
      // `Response` refuses a body beside these.
      return new Response(isEmpty ? null : unbuffered(body), {
        status: statusCode,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      });
    },
    async close() {
      await Promise.all([calls.close(), files.close()]);
    },
  };
}

/** A stream that reads nothing ahead of its reader. */
function unbuffered(body: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        body.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
