import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Dispatcher } from "undici";

const unzip = promisify(gunzip);
const utf8 = new TextDecoder();

/** A request of which the body is a text. */
type TextRequest = {
  origin: string;
  path: string;
  method: string;
  headers: Readonly<Record<string, string>>;
  body?: string | null;
};

/** The head of an answer, its headers' names in lower case, and its text, which may still be on its way. */
export type TextAnswer = {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  text: Promise<string>;
};

/**
 * Sends a request whose answer is read whole, as text. It resolves when the head of the answer is there. gzip is undone, a
 * connection that fails is `TypeError: fetch failed` as with `fetch`, and a redirect is never followed. `begin` is called right before the
 * first byte is sent: what fails earlier has sent nothing.
 */
export type TextExchange = (
  request: TextRequest,
  signal: AbortSignal,
  begin?: () => void,
) => Promise<TextAnswer>;

/** `maxBytes`: the longest text. undici's own `fetch`, with its streams, took six times as long for an answer of 1 KB. */
export function createTextExchange(
  dispatcher: Dispatcher,
  { maxBytes, userAgent }: { maxBytes: number; userAgent: string },
): TextExchange {
  return ({ headers, ...request }, signal, begin) =>
    exchange(
      dispatcher,
      { ...request, headers: { "accept-encoding": "gzip", "user-agent": userAgent, ...headers } },
      signal,
      begin,
      maxBytes,
    );
}

/** A `fetch` that does so: what ky runs on. */
export function textFetch(exchange: TextExchange): typeof fetch {
  return async (input, init) => {
    const request = input instanceof Request ? input : new Request(input, init);
    const { origin, pathname, search } = new URL(request.url);
    const body = request.body && (await request.text());
    const headers = Object.fromEntries(request.headers);
    const answer = await exchange(
      { origin, path: pathname + search, method: request.method, headers, body },
      // As with `fetch`, what `init` gives takes precedence over the Request's own.
      init?.signal ?? request.signal,
    );
    return new TextResponse(answer);
  };
}

function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: AbortSignal,
  begin: (() => void) | undefined,
  maxBytes: number,
): Promise<TextAnswer> {
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
        else begin?.();
      },
      onResponseStart(_controller, status, headers) {
        if (status < 200) return;
        isZipped = /^gzip$/i.test(String(headers["content-encoding"]));
        resolve({ status, headers, text: text.promise });
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

/** An answer as `fetch` gives it, for one reader: it has no stream. */
export class TextResponse extends Response {
  #text: Promise<string> | undefined;

  constructor({ status, headers, text }: TextAnswer) {
    super(null, {
      status,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    });
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
