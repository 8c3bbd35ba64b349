// The limit of answering from memory: writes the JSON that was PUT to it as the answer to each POST, by node:http and nothing else.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { listenForBench } from "./listen.ts";

let answer: unknown;

listenForBench(
  createServer(async (request, response) => {
    if (request.method === "PUT") {
      answer = await json(request);
      response.writeHead(204).end();
      return;
    }
    request.resume();
    const body = JSON.stringify(answer);
    response.writeHead(200, {
      "content-type": "application/json; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    });
    response.end(body);
  }),
);
