// The limit of delivering events over SSE: sends the text that is POSTed to it to every stream, `?times` times, by node:http and
// nothing else.
import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listenForBench } from "./listen.ts";

const streams = new Set<ServerResponse>();

listenForBench(
  createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
    const block = await text(request);
    if (pathname === "/stream") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
      response.write(":\n\n");
      streams.add(response);
      response.once("close", () => streams.delete(response));
      return;
    }
    const times = Number(searchParams.get("times"));
    for (let time = 0; time < times; time++) {
      for (const stream of streams) stream.write(block);
    }
    response.writeHead(204).end();
  }),
);
