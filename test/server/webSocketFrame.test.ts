import { expect, test } from "vitest";
import { nextFrame } from "../../src/server/webSocketFrame.ts";

test("all operations of one id get the same bytes of a result, also when several results come by turns", () => {
  const results = [{ json: Buffer.from("1") }, { json: Buffer.from("2") }];
  const frames = results.map((result) => nextFrame("a", result));
  for (const [index, result] of results.entries()) expect(nextFrame("a", result)).toBe(frames[index]);
});
