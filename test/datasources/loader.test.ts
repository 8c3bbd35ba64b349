import { expect, test } from "vitest";
import { createLoader } from "../../src/datasources/loader.ts";
import { createUpstreamCalls } from "../../src/datasources/upstreamCalls.ts";

type Thing = { id: string; from: string };
const idOf = ({ id }: Thing) => id;
const listed = (id: string): Thing => ({ id, from: "a list" });

function setUp() {
  const asked: string[] = [];
  const loader = createLoader<string, Thing>(
    createUpstreamCalls(10),
    async (id) => {
      asked.push(id);
      return { id, from: "a read" };
    },
    (id) => id,
  );
  return { asked, loader };
}

test("what is primed is at hand at once, and is not read", () => {
  const { asked, loader } = setUp();
  loader.prime([listed("a"), listed("b")], idOf);
  expect(loader.load("b")).toEqual(listed("b"));
  expect(asked).toEqual([]);
});

test("what was read, or is being read, stays when a list has it too", async () => {
  const { asked, loader } = setUp();
  const first = loader.load("a");
  loader.prime([listed("a")], idOf);
  expect(await loader.load("a")).toBe(await first);
  expect(await first).toEqual({ id: "a", from: "a read" });
  expect(asked).toEqual(["a"]);
});

test("of two lists that have it the first stays", () => {
  const { loader } = setUp();
  const first = listed("a");
  loader.prime([first], idOf);
  loader.prime([listed("a")], idOf);
  expect(loader.load("a")).toBe(first);
});

test("what is cleared is read anew, though a list had it", async () => {
  const { loader } = setUp();
  loader.prime([listed("a"), listed("b")], idOf);
  loader.clear("a");
  expect(await loader.load("a")).toEqual({ id: "a", from: "a read" });
  expect(loader.load("b")).toEqual(listed("b"));
  loader.clearAll();
  expect(await loader.load("b")).toEqual({ id: "b", from: "a read" });
});
