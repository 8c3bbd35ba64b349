// The limit of delivering events: sends the text that is POSTed to it to every WebSocket, `?times` times, by ws and nothing else.
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { WebSocketServer } from "ws";
import { listenForBench } from "./listen.ts";

const server = createServer(async (request, response) => {
  const frame = await text(request);
  const times = Number(new URL(request.url ?? "", "http://localhost").searchParams.get("times"));
  for (let time = 0; time < times; time++) {
    for (const client of sockets.clients) client.send(frame);
  }
  response.writeHead(204).end();
});
const sockets = new WebSocketServer({ server, perMessageDeflate: false });
listenForBench(server);
