import { setMaxListeners } from "node:events";
import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import type { Connection } from "../subscriptions/subscriber.ts";
import { type Outlet, writeInTurn } from "./cork.ts";
import type { Result } from "./fanOut.ts";
import type { Results } from "./subscription.ts";
import { nextFrame } from "./webSocketFrame.ts";

/** A client that has more than this to read ... */
const MUCH_UNREAD = 1024 * 1024;
/** ... may send so much, each message counted as 1 KiB at least, before it has read it all: each is answered, and the answers are held. */
const MOST_SENT_MEANWHILE = 4 * 1024 * 1024;

/** A client's WebSocket as subscriptions see it. */
export type Link = {
  /** Aborts when the client has gone. */
  left: AbortSignal;
  /**
   * Begins to push results to the operation `id`. graphql-ws takes what this returns for the results of the subscription: it never
   * gives any, and ends when the operation is over.
   */
  push(id: string, join: (connection: Connection<Result>) => { ready(): void; leave(): void }): Results;
};

/** `stream` is what the socket writes to. */
export function createLink(socket: WebSocket, stream: Duplex): Link {
  const leaving = new AbortController();
  // Each upstream read under way listens to it.
  setMaxListeners(0, leaving.signal);
  socket.once("close", () => leaving.abort());

  const outlet: Outlet = { stream, writtenIn: 0 };
  const subscriptions = new Set<{ ready(): void }>();
  let sentMeanwhile = 0;
  socket.on("message", (data) => {
    if (socket.bufferedAmount < MUCH_UNREAD) return;
    for (const { byteLength } of [data].flat()) sentMeanwhile += Math.max(byteLength, 1024);
    // Not paused: a client that reads slowly would be taken for dead, since its pongs would not be read either.
    if (sentMeanwhile > MOST_SENT_MEANWHILE) socket.terminate();
  });
  stream.on("drain", () => {
    sentMeanwhile = 0;
    for (const { ready } of subscriptions) ready();
  });

  return {
    left: leaving.signal,
    push(id, join) {
      const { promise: over, resolve: end, reject } = Promise.withResolvers<void>();
      const fail = (error: unknown) => {
        reject(error);
        // Who iterates does not return what has thrown.
        leave();
      };
      const subscription = join(new WebSocketConnection(id, socket, outlet, fail));
      subscriptions.add(subscription);
      const leave = () => {
        subscriptions.delete(subscription);
        subscription.leave();
        end();
      };
      const done = { done: true, value: undefined } as const;
      return {
        next: () => over.then(() => done),
        async return() {
          leave();
          return done;
        },
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
  };
}

/** A class for the same reason as `Subscriber`. */
class WebSocketConnection implements Connection<Result> {
  #id: string;
  #socket: WebSocket;
  #outlet: Outlet;
  fail: (error: unknown) => void;

  constructor(id: string, socket: WebSocket, outlet: Outlet, fail: (error: unknown) => void) {
    this.#id = id;
    this.#socket = socket;
    this.#outlet = outlet;
    this.fail = fail;
  }

  isOpen(): boolean {
    // Nothing may follow a close frame.
    return this.#socket.readyState === WebSocket.OPEN && this.#outlet.stream.writable;
  }

  send(result: Result): boolean {
    if (!this.isOpen()) return true;
    return writeInTurn(this.#outlet, nextFrame(this.#id, result));
  }

  cork() {
    this.#outlet.stream.cork();
  }

  uncork() {
    this.#outlet.stream.uncork();
  }
}
