import { readdirSync, readFileSync } from "node:fs";
import {
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from "graphql";
import { expect, test } from "vitest";
import { query } from "./support/client.ts";
import { startGateway } from "./support/stack.ts";

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

test("the graph that is served is schema.graphql, descriptions included", async () => {
  await using gateway = await startGateway({ upstreamUrl: "http://localhost:1" });
  const everything = {
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    oneOf: true,
  };
  const introspection = getIntrospectionQuery({ ...everything, inputValueDeprecation: true });
  const served = (await query(gateway.url, introspection)) as unknown as IntrospectionQuery;
  expect(printSchema(lexicographicSortSchema(buildClientSchema(served)))).toBe(
    printSchema(lexicographicSortSchema(schema)),
  );
});
