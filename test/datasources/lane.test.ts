import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { createLane } from "../../src/datasources/lane.ts";

test("during a pause nobody sets out though there are places, and after it nobody does before those who wait", async () => {
  let time = 1_000;
  const lane = createLane({ inFlight: 2, waiting: 10, now: () => time });
  const order: string[] = [];
  const enter = (name: string) =>
    lane.enter(time + 60_000, new AbortController().signal).then(() => order.push(name));
  lane.pause(time + 50);
  const first = enter("first");
  await setImmediate();
  expect(order).toEqual([]);
  time += 50;
  await Promise.all([enter("second"), first]);
  expect(order).toEqual(["first", "second"]);
});

test("whose deadline has passed does not set out when a place is free, and whoever is behind does", async () => {
  let time = 1_000;
  const lane = createLane({ inFlight: 1, waiting: 10, now: () => time });
  const enter = (ms: number) => lane.enter(time + ms, new AbortController().signal);
  const leave = await enter(1_000);
  const late = enter(60_000);
  const behind = enter(120_000);
  time += 60_001;
  leave();
  await expect(late).rejects.toMatchObject({ code: "RATE_LIMITED" });
  await behind;
});
