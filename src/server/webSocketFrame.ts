import type { Result } from "./fanOut.ts";

/** RFC 6455, section 5.2: the last frame of a message, of text. */
const FINAL_TEXT = 0x81;
const MOST_IN_7_BITS = 125;
const MOST_IN_16_BITS = 0xffff;
const CLOSING_BRACE = 0x7d;

/**
 * The WebSocket frame with the message `next` of graphql-transport-ws: `result`, in JSON, for the operation `id`. Made here, and not by
 * graphql-ws and ws, so that those whose operations have the same id get the same bytes, in one write and not two.
 */
export function nextFrame(id: string, result: Pick<Result, "json" | "frame">): Buffer {
  if (result.frame?.id === id) return result.frame.bytes;
  const { json } = result;
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const headBytes = Buffer.byteLength(head);
  const length = headBytes + json.length + 1;
  const start = length <= MOST_IN_7_BITS ? 2 : length <= MOST_IN_16_BITS ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = FINAL_TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(head, start);
  json.copy(frame, start + headBytes);
  frame[frame.length - 1] = CLOSING_BRACE;
  result.frame = { id, bytes: frame };
  return frame;
}
