import { readdirSync, readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const schema = buildSchema(read("schema.graphql"));

const pages = [
  "README.md",
  "examples/README.md",
  ...readdirSync(new URL("../docs/", import.meta.url)).map((name) => `docs/${name}`),
];
const examples = pages
  .filter((page) => page.endsWith(".md"))
  .flatMap((page) =>
    [...read(page).matchAll(/```graphql\n(.*?)```/gs)].map(([, source = ""]) => ({ page, source })),
  );

test.each(examples)("the graph knows what $page tells to send", ({ source }) => {
  expect(validate(schema, parse(source))).toEqual([]);
});
