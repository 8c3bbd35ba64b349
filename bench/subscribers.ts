import { once } from "node:events";
import WebSocket from "ws";
import { z } from "zod";
import { cpuShare, type Load, percentiles } from "./httpLoad.ts";
import { API_KEY } from "./processes.ts";

/** The id of each subscriber's operation: the same for all, so that all get the same bytes. */
const OPERATION = "1";
const CONNECTING_AT_ONCE = 50;
const DELIVERY_DEADLINE_MS = 30_000;

/** Many WebSocket clients of one server. */
export type Subscribers = Disposable & {
  /** Runs `publish` and waits until every client has got `count` frames; each delivery's time counts from the start of `publish`. */
  deliver(count: number, publish: () => Promise<void>): Promise<Load>;
  /** The frame that all of them got last; throws when they differ. */
  lastFrame(): string;
};

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
    return socket;
  });
}

/** Clients that only listen. */
export function listenAll(url: string, count: number): Promise<Subscribers> {
  return openAll(count, () => open(url));
}

async function open(url: string, protocol?: string): Promise<WebSocket> {
  // Whether the text is UTF-8 is not what is measured, and would cost the load's process more than anything else.
  const options = { perMessageDeflate: false, skipUTF8Validation: true };
  const socket = new WebSocket(url.replace(/^http/, "ws"), protocol ?? [], options);
  await once(socket, "open");
  return socket;
}

const Message = z.object({ type: z.string(), id: z.string().optional() });

async function openAll(count: number, openOne: (index: number) => Promise<WebSocket>): Promise<Subscribers> {
  const sockets: WebSocket[] = [];
  const close = () => {
    for (const socket of sockets) socket.terminate();
  };
  try {
    while (sockets.length < count) {
      const batch = Math.min(CONNECTING_AT_ONCE, count - sockets.length);
      const first = sockets.length;
      sockets.push(
        ...(await Promise.all(Array.from({ length: batch }, (_, index) => openOne(first + index)))),
      );
    }
  } catch (error) {
    close();
    throw error;
  }

  const got = new Uint32Array(count);
  const last: WebSocket.RawData[] = [];
  let latencies: number[] = [];
  let start = 0;
  let wanted = 0;
  let done: (() => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  let finished = 0;
  for (const [index, socket] of sockets.entries()) {
    socket.on("message", (data) => {
      latencies.push(performance.now() - start);
      last[index] = data;
      got[index] = (got[index] ?? 0) + 1;
      if (got[index] === wanted && ++finished === count) done?.();
    });
    socket.on("close", () => failed?.(new Error("A subscriber was disconnected")));
  }

  return {
    async deliver(burst, publish) {
      got.fill(0);
      latencies = [];
      finished = 0;
      wanted = burst;
      const cpu = process.cpuUsage();
      const all = Promise.withResolvers<void>();
      done = all.resolve;
      failed = all.reject;
      const missing = () => got.reduce((sum, each) => sum + burst - each, 0);
      const impatience = setTimeout(
        () => all.reject(new Error(`${missing()} deliveries are missing`)),
        DELIVERY_DEADLINE_MS,
      );
      start = performance.now();
      try {
        await Promise.all([publish(), all.promise]);
      } finally {
        clearTimeout(impatience);
        failed = undefined;
      }
      const elapsed = performance.now() - start;
      if (latencies.length !== burst * count) throw new Error("Some got more than was published");
      return {
        perSecond: ((burst * count) / elapsed) * 1000,
        ...percentiles(latencies),
        loadCpu: cpuShare(cpu, elapsed),
      };
    },
    lastFrame() {
      const frames = new Set(last.map(String));
      const [frame] = frames;
      if (frame === undefined || frames.size > 1) throw new Error(`${frames.size} different last frames`);
      return frame;
    },
    [Symbol.dispose]: close,
  };
}
