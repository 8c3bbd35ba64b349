import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import {
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  type OperationDefinitionNode,
} from "graphql";
import { z } from "zod";
import { parseJson } from "../lenient.ts";
import { type Item, isFeed } from "../subscriptions/feed.ts";
import { type Outlet, writeInTurn } from "./cork.ts";
import type { MaskError } from "./errors.ts";
import type { FanOut, Result } from "./fanOut.ts";
import type { GraphQLServer } from "./graphql.ts";
import { beginSubscription, resultsOf } from "./subscription.ts";
import { LEAVE_WITHIN_MS } from "./webSocket.ts";

/** A comment is sent so often, so that nobody on the way takes a stream that is silent for one that is dead. */
const KEEP_ALIVE_MS = 12_000;
/** A client that does not take so many comments in a row, up to 84 seconds, is cut off. It may come back with its last cursor. */
const MOST_UNTAKEN = 5;

/** Why a stream ends without `COMPLETE`. */
const ELSEWHERE = ": resume elsewhere\n\n";
/** Tells a client that there is nothing to come back for. */
const COMPLETE = "event: complete\ndata:\n\n";

const Asked = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/**
 * Subscriptions over SSE, in the form of graphql-sse's distinct connections: an event `next` for each result, with the cursor as its
 * id, so that a browser's EventSource comes back with `Last-Event-ID` and misses nothing.
 */
export function createEventStreams(
  server: GraphQLServer,
  fanOut: FanOut,
  { maskError, random }: { maskError: MaskError; random: () => number },
) {
  /** Each with how many comments it did not take since it took anything. */
  const streams = new Map<FastifyReply["raw"], number>();
  const keepAlive = setInterval(() => {
    for (const [stream, untaken] of streams) {
      if (!stream.writableNeedDrain) stream.write(":\n\n");
      else if (untaken < MOST_UNTAKEN) streams.set(stream, untaken + 1);
      else stream.destroy();
    }
  }, KEEP_ALIVE_MS);
  keepAlive.unref();
  let isLeaving = false;

  return {
    /** Ends all streams; resolves when none is told anything more. */
    async leave() {
      isLeaving = true;
      clearInterval(keepAlive);
      const leaveOne = async (stream: FastifyReply["raw"]) => {
        // Not all at once.
        await setTimeout(random() * LEAVE_WITHIN_MS);
        // Without `complete`, which says that there is nothing to come back for.
        stream.end(ELSEWHERE);
      };
      await Promise.all([...streams.keys()].map(leaveOne));
    },

    /** Serves the request when it is a subscription that is in order; whether it was. */
    async open(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
      const lastEventId = request.headers["last-event-id"];
      const engine = server.getEnveloped({
        lastEventId: typeof lastEventId === "string" && lastEventId !== "" ? lastEventId : undefined,
      });
      const asked = subscriptionOf(request, engine);
      if (!asked) return false;
      const contextValue = await engine.contextFactory();
      const begun = await beginSubscription(server, maskError, asked.text, asked.operation, {
        ...asked.args,
        contextValue,
      });

      const stream = reply.hijack().raw;
      // The client left meanwhile: nobody would tell that again.
      if (stream.destroyed) return true;
      stream.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-cache",
        "x-accel-buffering": "no",
        "access-control-allow-origin": "*",
      });
      // A proxy may pass the head on with the first byte of the body only.
      stream.write(":\n\n");
      streams.set(stream, 0);
      stream.on("drain", () => streams.set(stream, 0));
      stream.on("error", () => undefined);
      stream.once("close", () => streams.delete(stream));

      const next = (result: ExecutionResult) => `event: next\ndata: ${JSON.stringify(result)}\n\n`;
      if (isLeaving) {
        stream.end(ELSEWHERE);
        return true;
      }
      if (!("source" in begun)) {
        stream.end(`${next(begun)}${COMPLETE}`);
        return true;
      }
      const { source, key, execute } = begun;
      if (!isFeed(source)) {
        const results = resultsOf(source, execute, maskError);
        stream.once("close", () => void results.return());
        const blocks = async function* () {
          for await (const result of results) yield next(result);
          yield COMPLETE;
        };
        void pipeline(blocks, stream).catch(() => undefined);
        return true;
      }
      // One that was asked for behind another request on its connection has to wait for that one's answer.
      const socket = stream.socket ?? (await assigned(stream));
      const outlet: Outlet = { stream: socket, writtenIn: 0 };
      const { ready, leave } = fanOut.join(
        { key, feed: source, execute },
        {
          // Nothing may follow the last chunk; `writable` stays true.
          isOpen: () => !stream.writableEnded && socket.writable,
          send(result, item) {
            if (stream.writableEnded) return true;
            return writeInTurn(
              outlet,
              stream.chunkedEncoding ? chunkOf(result, item) : blockOf(result.json, item),
            );
          },
          cork: () => socket.cork(),
          uncork: () => socket.uncork(),
          fail: (error) => stream.end(next({ errors: [maskError(error)] })),
        },
      );
      socket.on("drain", ready);
      stream.once("close", () => {
        socket.off("drain", ready);
        leave();
      });
      return true;
    },
  };
}

export type EventStreams = ReturnType<typeof createEventStreams>;

/** The subscription that a request asks for; `undefined` for any other operation, and for one that has a fault. */
function subscriptionOf(
  { method, query, body }: FastifyRequest,
  { parse, validate, schema }: ReturnType<GraphQLServer["getEnveloped"]>,
): { text: string; operation: OperationDefinitionNode; args: ExecutionArgs } | undefined {
  const asked = Asked.safeParse(method === "GET" ? fromUrl(query) : body).data;
  if (!asked) return undefined;
  const { query: text, variables = null, operationName = null } = asked;
  try {
    const document = parse(text);
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== "subscription" || validate(schema, document).length > 0) return undefined;
    return { text, operation, args: { schema, document, variableValues: variables, operationName } };
  } catch {
    return undefined;
  }
}

function fromUrl(parameters: unknown): unknown {
  const { variables, ...others } = z.looseObject({ variables: z.string().optional() }).parse(parameters);
  return { ...others, ...(variables !== undefined && { variables: parseJson(variables) }) };
}

const assigned = (response: ServerResponse) =>
  new Promise<Socket>((resolve) => response.once("socket", resolve));

function blockOf(json: Buffer, item: Item): Buffer {
  const id = "cursor" in item ? `id: ${item.cursor}\n` : "";
  return Buffer.concat([Buffer.from(`event: next\n${id}data: `), json, Buffer.from("\n\n")]);
}

/**
 * A result as a chunk of a body (RFC 9112, section 7.1), with the same bytes for all who get it, for the connection itself: node:http
 * would make a string, a head and four writes of it for each.
 */
function chunkOf(result: Result, item: Item): Buffer {
  if (!result.chunk) {
    const block = blockOf(result.json, item);
    const head = Buffer.from(`${block.length.toString(16)}\r\n`);
    result.chunk = Buffer.concat([head, block, Buffer.from("\r\n")]);
  }
  return result.chunk;
}
