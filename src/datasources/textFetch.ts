import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";

const unzip = promisify(gunzip);
const utf8 = new TextDecoder();

/**
 * A `fetch` for answers that are read whole, as text: what ky runs on. It resolves when the head of the answer is there. As with any
 * other gzip is undone, and a connection that fails is `TypeError: fetch failed`; a redirect is never followed. `maxBytes`: the longest
 * text. undici's own `fetch`, with its streams, took six times as long for an answer of 1 KB.
 */
export function createTextFetch(
  dispatcher: Dispatcher,
  { maxBytes, userAgent }: { maxBytes: number; userAgent: string },
): typeof fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    const body = request.body && (await request.text());
    const headers: Record<string, string> = { "accept-encoding": "gzip", "user-agent": userAgent };
    for (const [name, value] of request.headers) headers[name] = value;
    return exchange(
      dispatcher,
      { origin, path: pathname + search, method: request.method, headers, body },
      // One that is given beside a Request goes before the Request's own.
      init?.signal ?? request.signal,
      maxBytes,
    );
  };
}

function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: AbortSignal,
  maxBytes: number,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const text = Promise.withResolvers<string>();
    // Nobody may ever ask for the text.
    text.promise.catch(() => undefined);
    const chunks: Buffer[] = [];
    let isZipped = false;
    let started: Dispatcher.DispatchController | undefined;

    function fail(error: unknown) {
      signal.removeEventListener("abort", abort);
      reject(error);
      text.reject(error);
    }
    // A request that still waits for a connection is told when it gets one.
    function abort() {
      fail(signal.reason);
      started?.abort(signal.reason);
    }
    signal.addEventListener("abort", abort);

    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        started = controller;
        if (signal.aborted) controller.abort(signal.reason);
      },
      onResponseStart(_controller, status, headers) {
        if (status < 200) return;
        isZipped = /^gzip$/i.test(String(headers["content-encoding"]));
        resolve(new TextResponse(text.promise, status, headers));
      },
      onResponseData(_controller, chunk) {
        chunks.push(chunk);
      },
      onResponseEnd() {
        signal.removeEventListener("abort", abort);
        const [first] = chunks;
        const bytes = first && chunks.length === 1 ? first : Buffer.concat(chunks);
        if (!isZipped || bytes.length === 0) return text.resolve(utf8.decode(bytes));
        text.resolve(unzip(bytes, { maxOutputLength: maxBytes }).then((unzipped) => utf8.decode(unzipped)));
      },
      onResponseError(_controller, cause) {
        fail(new TypeError("fetch failed", { cause }));
      },
    });
  });
}

/** A Response whose text is given, or on its way, to one reader: it has no stream. */
class TextResponse extends Response {
  #text: Promise<string> | undefined;

  constructor(text: Promise<string>, status: number, headers: Record<string, string | string[] | undefined>) {
    super(null, { status, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]) });
    this.#text = text;
  }

  override async text(): Promise<string> {
    const text = this.#text;
    // ky's functions keep the Response alive until the next full collection of garbage (CONTRIBUTING, "Garbage").
    this.#text = undefined;
    if (!text) throw new TypeError("The body was read before");
    return text;
  }
}
