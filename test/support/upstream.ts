import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { faultsOfRequest } from "../../sandbox/test/contract.ts";
import { parseJson } from "../../src/lenient.ts";

/** A request that the stub received. */
export type Received = {
  method: string;
  /** Without the query, and without the base path and the account. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  /** The parsed JSON, or the text where it is none. */
  body: unknown;
};

/** What the stub does with one request. */
export type Answer =
  | {
      status?: number;
      headers?: Record<string, string>;
      /** Text and bytes are sent as they are, anything else as JSON. */
      body?: unknown;
      /** The answer waits for this. */
      after?: Promise<unknown>;
      /** `cut` ends the connection in the middle of the body, `stall` sends half of it and then nothing. */
      end?: "cut" | "stall";
    }
  /** Never answered; the connection stays. */
  | "hang"
  /** The connection is reset before the body is read. */
  | "reset"
  /** The request is read whole and then the connection is reset. */
  | "reset after reading";

export const TOKEN_PATH = "/api/v1/oauth2/token";

/**
 * A stand-in for Bandwidth that does what a test tells it to. A route is a method and a path as in `Received`: `GET /calls/c-1`. The
 * token endpoint gives `access-token-1`, `access-token-2`, ... until a test says otherwise.
 */
export async function startUpstream() {
  const received: Received[] = [];
  const faults = new Set<string>();
  const programmed = new Map<string, (Answer | ((request: Received) => Answer))[]>();
  const arrivals = new Set<() => void>();
  const givenUp: string[] = [];
  let tokens = 0;

  /** Takes the next answer of the route. */
  function answerOf(route: string): Answer | ((request: Received) => Answer) {
    const answers = programmed.get(route);
    const next = answers && answers.length > 1 ? answers.shift() : answers?.[0];
    if (next !== undefined) return next;
    if (route === `POST ${TOKEN_PATH}`) {
      tokens += 1;
      return { body: { access_token: `access-token-${tokens}`, token_type: "Bearer", expires_in: 3600 } };
    }
    return { status: 501, body: { type: "stub", description: `No answer is programmed for ${route}` } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "", "http://stub");
    const path = url.pathname.replace(/^\/api\/v2\/(accounts|users)\/9900000(?=\/)/, "");
    const route = `${request.method} ${path}`;
    const programmedAnswer = answerOf(route);
    const body = programmedAnswer === "reset" ? "" : await readText(request);
    const got: Received = {
      method: request.method ?? "",
      path,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: parseJson(body) ?? body,
    };
    received.push(got);
    const answer = typeof programmedAnswer === "function" ? programmedAnswer(got) : programmedAnswer;
    if (answer !== "reset")
      for (const fault of faultsOfRequest({ ...got, path: url.pathname })) faults.add(fault);
    response.once("close", () => {
      if (response.writableFinished) return;
      givenUp.push(route);
      for (const arrived of arrivals) arrived();
    });
    for (const arrived of arrivals) arrived();
    if (answer === "hang") return;
    if (typeof answer === "string") {
      request.socket.resetAndDestroy();
      return;
    }
    await answer.after;
    const told = answer.body ?? "";
    const text = typeof told === "string" || Buffer.isBuffer(told) ? told : JSON.stringify(told);
    response.writeHead(answer.status ?? 200, {
      "content-type": "application/json",
      ...(answer.end && { "content-length": String(Buffer.byteLength(text)) }),
      ...answer.headers,
    });
    if (!answer.end) {
      response.end(answer.body === undefined ? "" : text);
      return;
    }
    response.write(text.slice(0, text.length / 2), () => {
      if (answer.end === "cut") request.socket.resetAndDestroy();
    });
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");

  /** The requests of a route, or all but those for tokens. */
  const requests = (route?: string) =>
    received.filter(({ method, path }) =>
      route === undefined ? path !== TOKEN_PATH : `${method} ${path}` === route,
    );

  /** Resolves once the condition holds, which only what happens here can make true. */
  async function until(condition: () => boolean) {
    while (!condition()) {
      await new Promise<void>((resolve) => {
        const arrived = () => {
          arrivals.delete(arrived);
          resolve();
        };
        arrivals.add(arrived);
      });
    }
  }

  return {
    url: `http://localhost:${address.port}`,
    requests,
    /** The routes that were asked, in order, without those for tokens. */
    asked: () => requests().map(({ method, path }) => `${method} ${path}`),
    tokenRequests: () => requests(`POST ${TOKEN_PATH}`),
    /** The first request of the route gets the first answer, and so on; the last answer stays. One may depend on its request. */
    answer(route: string, ...answers: (Answer | ((request: Received) => Answer))[]) {
      programmed.set(route, answers);
    },
    /** Resolves once the route has been asked so often. */
    arrived: (route: string, count = 1) => until(() => requests(route).length >= count),
    /** Resolves once so many requests of the route have been given up by who made them, before they were answered. */
    givenUp: (route: string, count = 1) =>
      until(() => givenUp.filter((each) => each === route).length >= count),
    /** Forgets what was programmed and received. */
    reset() {
      programmed.clear();
      received.length = 0;
      givenUp.length = 0;
    },
    /** Throws when Bandwidth's contract forbids any request that was received. */
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (faults.size > 0) throw new Error(`Bandwidth's contract forbids:\n${[...faults].join("\n")}`);
    },
  };
}
export type Upstream = Awaited<ReturnType<typeof startUpstream>>;

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
