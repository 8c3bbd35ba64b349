import { once } from "node:events";
import WebSocket from "ws";
import { z } from "zod";
import { API_KEY } from "./processes.ts";
import { type Listener, openAll, type Subscribers } from "./subscribers.ts";

/** The id of each subscriber's operation: the same for all, so that all get the same bytes. */
const OPERATION = "1";

/** Clients of graphql-transport-ws with one subscription each. Resolves when all subscriptions stand. */
export function subscribeAll(
  url: string,
  count: number,
  queryOf: (index: number) => string,
): Promise<Subscribers> {
  return openAll(count, async (index) => {
    const query = queryOf(index);
    const socket = await open(`${url}/graphql`, "graphql-transport-ws");
    const say = (message: unknown) => socket.send(JSON.stringify(message));
    await new Promise<void>((resolve, reject) => {
      socket.on("message", function hear(data) {
        const message = Message.parse(JSON.parse(String(data)));
        if (message.type === "connection_ack") {
          say({ type: "subscribe", id: OPERATION, payload: { query } });
          // The protocol does not acknowledge a subscription; a query behind it is answered after it was taken.
          say({ type: "subscribe", id: "behind", payload: { query: "{ __typename }" } });
        } else if (message.id === "behind" && message.type === "complete") {
          socket.off("message", hear);
          resolve();
        } else if (message.id !== "behind" || message.type !== "next") {
          reject(new Error(`The subscription was answered ${String(data)}`));
        }
      });
      socket.once("close", (code) => reject(new Error(`The connection was closed with ${code}`)));
      say({ type: "connection_init", payload: { authorization: `Bearer ${API_KEY}` } });
    });
    return listenerOf(socket);
  });
}

/** Clients that only listen. */
export function listenAll(url: string, count: number): Promise<Subscribers> {
  return openAll(count, async () => listenerOf(await open(url)));
}

async function open(url: string, protocol?: string): Promise<WebSocket> {
  // Whether the text is UTF-8 is not what is measured, and would cost the load's process more than anything else.
  const options = { perMessageDeflate: false, skipUTF8Validation: true };
  const socket = new WebSocket(url.replace(/^http/, "ws"), protocol ?? [], options);
  await once(socket, "open");
  return socket;
}

const Message = z.object({ type: z.string(), id: z.string().optional() });

function listenerOf(socket: WebSocket): Listener {
  return {
    hear(frame, lost) {
      socket.on("message", (data) => (Buffer.isBuffer(data) ? frame(data) : lost()));
      socket.on("close", lost);
    },
    close: () => socket.terminate(),
  };
}
