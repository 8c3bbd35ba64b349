import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { API_KEY } from "./processes.ts";
import { type Listener, openAll, type Subscribers } from "./subscribers.ts";

/** What ends an event, and a comment. */
const END = "\n\n";

/** Clients of SSE with one subscription each. Resolves when all subscriptions stand. */
export function subscribeToStreams(url: string, count: number, query: string): Promise<Subscribers> {
  const body = JSON.stringify({ query });
  return openAll(count, () =>
    open(`${url}/graphql`, body, {
      authorization: `Bearer ${API_KEY}`,
      "content-type": "application/json",
    }),
  );
}

/** Clients that only listen. */
export function listenToStreams(url: string, count: number): Promise<Subscribers> {
  return openAll(count, () => open(`${url}/stream`, ""));
}

async function open(url: string, body: string, headers: Record<string, string> = {}): Promise<Listener> {
  const sent = request(url, {
    method: "POST",
    agent: false,
    headers: { ...headers, accept: "text/event-stream" },
  }).end(body);
  const [response]: IncomingMessage[] = await once(sent, "response");
  if (response?.statusCode !== 200) throw new Error(`A stream was answered ${response?.statusCode}`);
  // Both servers begin with a comment, once the subscription stands.
  await once(response, "readable");
  return listenerOf(response);
}

function listenerOf(response: IncomingMessage): Listener {
  return {
    hear(frame, lost) {
      let rest: Buffer = Buffer.alloc(0);
      response.on("data", (chunk: Buffer) => {
        let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
        for (let end = bytes.indexOf(END); end >= 0; end = bytes.indexOf(END)) {
          const block = bytes.subarray(0, end + END.length);
          if (!block.toString("latin1", 0, 1).startsWith(":")) frame(block);
          bytes = bytes.subarray(end + END.length);
        }
        rest = bytes;
      });
      response.on("close", lost);
    },
    close: () => response.destroy(),
  };
}
