import { Readable } from "node:stream";
import { Agent, request as undiciRequest } from "undici";
import { createTextExchange, type TextExchange, textFetch } from "./textFetch.ts";

/** The largest answer is a list of 10 000 calls, about 10 MB. */
const MAX_TEXT_BYTES = 32 * 1024 * 1024;
/** Firewalls refuse requests that name nobody: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html */
const USER_AGENT = "bandwidth-graphql";

/**
 * The connections to Bandwidth. Per upstream host `exchange` and `fetch`, whose answers are texts, keep up to 64 of them alive; more
 * requests wait for a free one until their deadline.
 *
 * `stream` does the same for files, whose bodies it passes on as they come, over up to 256 connections of its own: transfers that take
 * minutes keep no call waiting.
 */
export function createConnectionPool(): {
  exchange: TextExchange;
  fetch: typeof fetch;
  stream: typeof fetch;
  close(): Promise<void>;
} {
  const common = { pipelining: 1, keepAliveTimeout: 30_000, connectTimeout: 5_000, bodyTimeout: 10_000 };
  const calls = new Agent({ ...common, connections: 64, maxResponseSize: MAX_TEXT_BYTES });
  const files = new Agent({ ...common, connections: 256 });
  const exchange = createTextExchange(calls, { maxBytes: MAX_TEXT_BYTES, userAgent: USER_AGENT });
  return {
    exchange,
    fetch: textFetch(exchange),
    async stream(input, init) {
      // A second Request would pipe the body once more.
      const request = input instanceof Request ? input : new Request(input, init);
      const failed = (cause: unknown) => {
        // As `fetch` says it: by this ky knows a broken connection, after which a read is repeated.
        throw request.signal.aborted ? cause : new TypeError("fetch failed", { cause });
      };
      // Not undici's `fetch`, which copies each piece of a body: a download of 100 MB left up to 60 MB for the collector.
      const { statusCode, headers, body } = await undiciRequest(request.url, {
        method: request.method,
        headers: { "user-agent": USER_AGENT, ...Object.fromEntries(request.headers) },
        body: request.body && Readable.from(request.body, { objectMode: false }),
        signal: request.signal,
        dispatcher: files,
      }).catch(failed);
      // Who reads it is told by its iterator. Of a body that nobody reads, since it is not wanted, the error would end the process.
      body.on("error", () => undefined);
      const isEmpty = [204, 205, 304].includes(statusCode);
      if (isEmpty) body.resume();
      const chunks: Chunks = body[Symbol.asyncIterator]();
      // A file is there when its first byte is: until then it can be asked for again.
      const isFile = request.method === "GET" && [200, 206].includes(statusCode);
      const first = isFile ? await chunks.next().catch(failed) : undefined;
      // `Response` refuses a body beside these.
      return new Response(isEmpty ? null : unbuffered(body, chunks, first), {
        status: statusCode,
        headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      });
    },
    async close() {
      await Promise.all([calls.close(), files.close()]);
    },
  };
}

type Chunks = AsyncIterator<Uint8Array>;

/** A stream that reads nothing ahead of its reader, but for what may be here already of its body. */
function unbuffered(
  body: Readable,
  chunks: Chunks,
  first: IteratorResult<Uint8Array> | undefined,
): ReadableStream<Uint8Array> {
  let held = first;
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = held ?? (await chunks.next());
        held = undefined;
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
