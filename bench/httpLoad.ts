import { Pool } from "undici";
import { type Load, measureLoad } from "./load.ts";

/** One HTTP request. */
export type LoadRequest = {
  method: "GET" | "POST";
  path: string;
  headers: Record<string, string>;
  body?: string;
};

/** Sends requests to one server over as many kept-alive connections as are to be in flight. */
export type HttpClient = AsyncDisposable & {
  /** Sends one. */
  send(): Promise<void>;
  /** Sends for a time with `inFlight` requests always on their way; each next one when an answer is there whole. */
  load(inFlight: number, milliseconds: number): Promise<Load>;
};

/**
 * A client whose every answer must have the status and as many bytes as the first one, which `check` judges: an error that comes fast
 * must not count as speed.
 */
export async function connect(options: {
  url: string;
  connections: number;
  request: () => LoadRequest;
  check: (status: number, body: string) => boolean;
}): Promise<HttpClient> {
  const { url, connections, request, check } = options;
  const pool = new Pool(url, { connections, pipelining: 1, headersTimeout: 10_000, bodyTimeout: 10_000 });

  const first = await pool.request(request());
  const firstBody = await first.body.text();
  if (!check(first.statusCode, firstBody)) {
    await pool.destroy();
    throw new Error(`${url} answered ${first.statusCode}: ${firstBody}`);
  }
  const wanted = { status: first.statusCode, bytes: Buffer.byteLength(firstBody) };

  /** Without undici's own promise and stream per answer, which would make the load dearer than some servers. */
  function send(): Promise<void> {
    return new Promise((resolve, reject) => {
      let status = 0;
      let bytes = 0;
      pool.dispatch(request(), {
        onRequestStart() {},
        onResponseStart(_controller, statusCode) {
          status = statusCode;
        },
        onResponseData(_controller, chunk) {
          bytes += chunk.length;
        },
        onResponseEnd() {
          if (status === wanted.status && bytes === wanted.bytes) resolve();
          else reject(new Error(`${url} answered ${status} with ${bytes} bytes amid the load`));
        },
        onResponseError(_controller, error) {
          reject(error);
        },
      });
    });
  }

  return {
    send,
    async load(inFlight, milliseconds) {
      return await measureLoad(async () => {
        const latencies: number[] = [];
        const end = performance.now() + milliseconds;
        await Promise.all(
          Array.from({ length: inFlight }, async () => {
            for (let sent = performance.now(); sent < end; sent = performance.now()) {
              await send();
              latencies.push(performance.now() - sent);
            }
          }),
        );
        return latencies;
      });
    },
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
