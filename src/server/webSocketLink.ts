import { setMaxListeners } from "node:events";
import type { Duplex } from "node:stream";
import type { ExecutionResult } from "graphql";
import type { WebSocket } from "ws";
import { writeInTurn } from "./cork.ts";
import type { Connection } from "./fanOut.ts";
import { nextFrame } from "./webSocketFrame.ts";

/** A client's WebSocket as subscriptions see it. */
export type Link = {
  /** Aborts when the client has gone. */
  left: AbortSignal;
  /**
   * Begins to push results to the operation `id`. graphql-ws takes what this returns for the results of the subscription: it never
   * gives any, and ends when the operation is over.
   */
  push(
    id: string,
    join: (connection: Connection) => { ready(): void; leave(): void },
  ): AsyncGenerator<ExecutionResult, void, undefined>;
};

/** `stream` is what the socket writes to. */
export function createLink(socket: WebSocket, stream: Duplex): Link {
  const leaving = new AbortController();
  // Each upstream read under way listens to it.
  setMaxListeners(0, leaving.signal);
  socket.once("close", () => leaving.abort());

  const subscriptions = new Set<{ ready(): void }>();
  stream.on("drain", () => {
    for (const { ready } of subscriptions) ready();
  });

  return {
    left: leaving.signal,
    push(id, join) {
      const { promise: over, resolve: end, reject: fail } = Promise.withResolvers<void>();
      const subscription = join({
        send(result) {
          // Nothing may follow a close frame.
          if (socket.readyState !== socket.OPEN) return true;
          return writeInTurn(stream, nextFrame(id, result));
        },
        fail,
      });
      subscriptions.add(subscription);
      const leave = () => {
        subscriptions.delete(subscription);
        subscription.leave();
        end();
      };
      const done = { done: true, value: undefined } as const;
      const generator: AsyncGenerator<ExecutionResult, void, undefined> = {
        next: () => over.then(() => done),
        async return() {
          leave();
          return done;
        },
        async throw(error) {
          leave();
          throw error;
        },
        async [Symbol.asyncDispose]() {
          leave();
        },
        [Symbol.asyncIterator]() {
          return generator;
        },
      };
      return generator;
    },
  };
}
