import { readFileSync } from "node:fs";
import { buildSchema, isInterfaceType, isObjectType } from "graphql";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");

test("every field that the README's table of operations names is in the graph, and none twice", () => {
  const schema = buildSchema(read("schema.graphql"));
  const table = read("README.md").split("### Bandwidth's operations")[1]?.split("\n\n")[1] ?? "";
  const fields = [...table.matchAll(/^\| .* \| `(\w+)\.(\w+)` \|$/gm)];
  expect(fields.length).toBe(39);
  for (const [, typeName = "", field = ""] of fields) {
    const type = schema.getType(typeName);
    const has = (isObjectType(type) || isInterfaceType(type)) && Object.hasOwn(type.getFields(), field);
    expect(has, `${typeName}.${field}`).toBe(true);
  }
  expect(new Set(fields.map(([row]) => row)).size).toBe(fields.length);
});
