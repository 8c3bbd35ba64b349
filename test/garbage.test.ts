import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

/** Tells what V8 knows of the object that Node makes for a tick, before and after full collections between which nothing runs. */
const PROGRAM = `
import { executionAsyncResource } from "node:async_hooks";
import { setImmediate } from "node:timers/promises";
import { keepTicksFast } from "./src/garbage.ts";
const show = () => new Promise((resolve) => process.nextTick(() => resolve(%DebugPrint(executionAsyncResource()))));
keepTicksFast();
await show();
for (let times = 0; times < 4; times++) {
  await setImmediate();
  gc();
}
await show();
`;

test("what V8 knows of ticks outlives full collections at which there is none", () => {
  const flags = ["--expose-gc", "--allow-natives-syntax", "--input-type=module"];
  const shown = execFileSync(process.execPath, [...flags, "--eval", PROGRAM], { encoding: "utf8" });
  const [before, after, ...more] = [...shown.matchAll(/^DebugPrint.*\n - map: (0x\w+)/gm)].map(
    ([, hiddenClass]) => hiddenClass,
  );
  expect(before).toBeDefined();
  expect(after).toBe(before);
  expect(more).toEqual([]);
});
