import type { Writable } from "node:stream";

/** What is written to, and the turn of the event loop in which it last was. */
export type Outlet = { readonly stream: Writable; writtenIn: number };

let turn = 1;
let isEndAwaited = false;
let corked: Writable[] = [];

/**
 * Writes to a connection; whether it takes another at once, else it emits `drain` when it does. The first bytes of a turn of the event
 * loop go out at once, since most events come singly; the others, of a replay or for other operations of the connection, leave in one system
 * call at its end, unless whoever writes has corked the connection.
 */
export function writeInTurn(outlet: Outlet, bytes: Buffer): boolean {
  const { stream } = outlet;
  if (!isEndAwaited) setImmediate(endTurn);
  isEndAwaited = true;
  if (outlet.writtenIn !== turn) outlet.writtenIn = turn;
  else if (stream.writableCorked === 0) {
    stream.cork();
    corked.push(stream);
  }
  return stream.write(bytes);
}

function endTurn() {
  turn += 1;
  isEndAwaited = false;
  const streams = corked;
  corked = [];
  for (const stream of streams) stream.uncork();
}
