import { expect, test } from "vitest";
import { createLookup } from "../../src/datasources/lookup.ts";
import type { Rest } from "../../src/datasources/rest.ts";
import { createUpstreamCalls } from "../../src/datasources/upstreamCalls.ts";

test("a tnlookup request that stays in progress is polled 8 times in some 10 seconds, then told as UPSTREAM_TIMEOUT", async () => {
  let polls = 0;
  const waits: number[] = [];
  const inProgress = { requestId: "l-1", status: "IN_PROGRESS" };
  const unused = () => Promise.reject(new Error("not to be called"));
  const rest: Rest = {
    calls: createUpstreamCalls(200),
    post: async (_path, _json, schema) => schema.parse(inProgress),
    get: async (_path, schema) => {
      polls += 1;
      return { body: schema.parse(inProgress), header: () => undefined };
    },
    put: unused,
    putXml: unused,
    delete: unused,
  };
  const lookup = createLookup(rest, "9900000", {
    api: "tnlookup",
    wait: async (ms) => waits.push(ms),
  });
  await expect(lookup.number("+19195551111")).rejects.toMatchObject({
    code: "UPSTREAM_TIMEOUT",
    message: expect.stringContaining('lookup(requestId: "l-1")'),
  });
  expect(polls).toBe(8);
  expect(waits.reduce((sum, ms) => sum + ms)).toBe(10_250);
});
