import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { post } from "./support/client.ts";
import { type RunningGateway, startGateway } from "./support/stack.ts";
import { startUpstream, type Upstream } from "./support/upstream.ts";

// One on some machines, two on others.
const ADDRESSES = await lookup("localhost", { all: true });

describe.each(ADDRESSES)("at $address, an address of localhost", ({ address, family }) => {
  let upstream: Upstream;
  let gateway: RunningGateway;
  beforeAll(async () => {
    upstream = await startUpstream();
  });
  afterAll(() => upstream.stop());
  beforeEach(async () => {
    gateway = await startGateway({ upstreamUrl: upstream.url });
  });

  test("a request that runs when the gateway stops is answered first, and nobody new is taken meanwhile", async () => {
    // Longer than it takes to close what nobody waits for.
    upstream.answer("GET /calls/c-1", () => ({ after: setTimeout(500), body: { callId: "c-1" } }));
    upstream.answer("GET /calls/c-1/recordings", { body: [] });
    const url = `http://${family === 6 ? `[${address}]` : address}:${gateway.port}`;
    const answer = post(url, '{ call(callId: "c-1") { to recordings { recordingId } } }');
    await upstream.arrived("GET /calls/c-1");
    const stopped = gateway.stop();
    for (const each of ADDRESSES) {
      const taken = once(connect(gateway.port, each.address), "connect");
      await expect(taken).rejects.toMatchObject({ code: "ECONNREFUSED" });
    }
    expect(await answer).toEqual({ status: 200, data: { call: { to: null, recordings: [] } } });
    await stopped;
  });
});
