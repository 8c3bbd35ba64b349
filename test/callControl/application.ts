import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A request that the application received. */
type Relayed = {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage["headers"];
  /** The parsed JSON; `undefined` where there is no body. */
  body: unknown;
};

/** What it answers: a document, all of a response, or nothing ever. */
export type Answer =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer; isEndless?: true }
  | "hang";

/** A team's own BXML application. It answers each path as it was told to, others 404. */
export async function startApplication(answers: Record<string, Answer>) {
  const requests: Relayed[] = [];
  const told = new Map(Object.entries(answers));

  async function serve(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const text = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(request.url ?? "", "http://application");
    requests.push({
      method: request.method ?? "",
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body: text === "" ? undefined : JSON.parse(text),
    });
    const answer = told.get(pathname) ?? { status: 404 };
    if (answer === "hang") return;
    const {
      status = 200,
      headers = {},
      body = "",
      isEndless,
    } = typeof answer === "string" ? { body: answer } : answer;
    response.writeHead(status, { "content-type": "application/xml", ...headers });
    if (isEndless) response.write(body);
    else response.end(body);
  }

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return {
    url: `http://localhost:${address.port}`,
    host: `localhost:${address.port}`,
    port: address.port,
    requests,
    answer: (path: string, answer: Answer) => void told.set(path, answer),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Application = Awaited<ReturnType<typeof startApplication>>;
