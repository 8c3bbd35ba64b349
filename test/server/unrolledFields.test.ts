import fc from "fast-check";
import { buildSchema, GraphQLString } from "graphql";
import { expect, test } from "vitest";
import { leafWriter } from "../../src/server/leafWriter.ts";
import type { PlannedField } from "../../src/server/operationPlan.ts";
import { type FieldSteps, unrollFields } from "../../src/server/unrolledFields.ts";

const parentType = buildSchema("type Query { field: String }").getQueryType();
const definition = parentType?.getFields()["field"];
if (!parentType || !definition) throw new Error("The schema has no field");

/** A field of a kind, under a name that may be any text. */
const fieldNamed = (key: string, kind: "leaf" | "object" | "with arguments"): PlannedField => {
  const field = { key, nodes: [], parentType, definition };
  const prefix = `,${JSON.stringify(key)}:`;
  return {
    ...field,
    prefix,
    resolve: () => key,
    resolveShortly: () => key,
    position: { field, isNonNull: false, write: () => "{}" },
    writeLeaf: kind === "object" ? undefined : leafWriter(GraphQLString, prefix),
    argumentsOf: kind === "with arguments" ? () => ({ text: key }) : undefined,
  };
};

const unused = () => {
  throw new Error("All fields are written at once");
};
const steps: FieldSteps = {
  execute: (_run, field) => `${field.prefix}0`,
  complete: unused,
  fail: unused,
  join: unused,
  failAll: (_parts, error) => {
    throw error;
  },
};

test("the code of an unrolled selection has nothing of what a client or the schema says in it, but a number of its own", () => {
  const kinds = fc.constantFrom("leaf" as const, "object" as const, "with arguments" as const);
  // Texts that would break out of a string, a template or a comment among them.
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom("`", '"', `\${alert()}`, "*/", "\n", "\u2028", "`);run();(`"),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, name, name), { minLength: 1, maxLength: 20 }), (fields) => {
      const [one, other] = [
        unrollFields(
          fields.map(([kind, key]) => fieldNamed(key, kind)),
          steps,
        ),
        unrollFields(
          fields.map(([kind, , key]) => fieldNamed(key, kind)),
          steps,
        ),
      ];
      const [first, second] = [one, other].map((code) => /=> \{ \/\/ (\d+)\n/.exec(String(code))?.[1]);
      expect(Number(second)).toBe(Number(first) + 1);
      expect(String(one)).toBe(String(other).replace(`// ${second}\n`, `// ${first}\n`));
      const run = { contextValue: undefined, variableValues: {}, errors: [], nulled: new Set<undefined>() };
      const written = fields.map(([kind, key]) =>
        kind === "leaf" ? `,${JSON.stringify(key)}:${JSON.stringify(key)}` : `,${JSON.stringify(key)}:0`,
      );
      expect(one?.(run, {}, undefined)).toBe(`${written.join("")}}`);
    }),
  );
});

test("of no fields, and of very many, there is no unrolled code", () => {
  expect(unrollFields([], steps)).toBe(undefined);
  const many = Array.from({ length: 101 }, (_, n) => fieldNamed(`field${n}`, "leaf"));
  expect(unrollFields(many, steps)).toBe(undefined);
});
