import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

/** A PUT as Bandwidth sees it while it comes. */
type Put = {
  path: string;
  headers: IncomingMessage["headers"];
  received(): string;
  /** Reads what has come and what comes. */
  take(): void;
  /** How it ended: `whole`, or `aborted` by the gateway. */
  end: Promise<"whole" | "aborted">;
};

/** A stand-in for Bandwidth that tells of a file while it is still coming. With `takes` false it reads nothing until `take`, with
 * `answers` false it says nothing of what it has read. */
export async function startFileUpstream() {
  const puts: Put[] = [];
  const behaviour = { takes: true, answers: true };
  let arrived = Promise.withResolvers<void>();

  function serve(request: IncomingMessage, response: ServerResponse) {
    if (request.method === "POST") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ access_token: "token", expires_in: 3600 }));
      return;
    }
    let text = "";
    const end = Promise.withResolvers<"whole" | "aborted">();
    request
      .on("close", () => end.resolve(request.complete ? "whole" : "aborted"))
      .on("error", () => undefined);
    const take = () => {
      request.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1");
      });
      request.on("end", () => {
        if (behaviour.answers) response.writeHead(204).end();
      });
    };
    puts.push({
      path: request.url ?? "",
      headers: request.headers,
      received: () => text,
      take,
      end: end.promise,
    });
    arrived.resolve();
    arrived = Promise.withResolvers();
    if (behaviour.takes) take();
  }

  const server = createServer(serve).listen(0, "localhost");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given");
  return {
    url: `http://localhost:${address.port}`,
    puts,
    behaviour,
    /** The PUT with this number, from 0, as soon as it begins. */
    async put(index: number): Promise<Put> {
      for (;;) {
        const put = puts[index];
        if (put) return put;
        await arrived.promise;
      }
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type FileUpstream = Awaited<ReturnType<typeof startFileUpstream>>;
