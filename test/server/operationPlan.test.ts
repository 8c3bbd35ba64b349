import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import {
  buildSchema,
  execute,
  GraphQLError,
  GraphQLList,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLString,
  getNamedType,
  getNullableType,
  getOperationAST,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  parse,
  validate,
} from "graphql";
import { expect, test } from "vitest";
import { DateTime } from "../../src/resolvers/DateTime.ts";
import { Duration } from "../../src/resolvers/Duration.ts";
import { type PlannedResult, planOperation } from "../../src/server/operationPlan.ts";

// A plan is held against graphql-js' own `execute`, over a graph whose every field may resolve as anything.

const FIELDS = `
  int: Int
  requiredInt: Int!
  text: String
  id: ID!
  colour: Colour
  odd: Odd
  thing: Thing
  requiredThing: Thing!
  things: [Thing]
  requiredThings: [Thing!]!
  matrix: [[Int!]]
  node: Node
  nodes: [Node!]
  either: Either
  echo(n: Int = 3, list: [Int!], input: Input, required: Boolean! = true): String
`;
const schema = buildSchema(`
  enum Colour { RED GREEN }
  scalar Odd
  input Input { a: Int = 7, b: [Colour!], c: Input }
  interface Node { ${FIELDS} }
  type Thing implements Node { ${FIELDS} }
  type Other implements Node { ${FIELDS} only: Int! }
  union Either = Thing | Other
  type Query { ${FIELDS} }
  type Mutation { ${FIELDS} }
`);

/** A number that looks like chance and is the same for the same text. */
function chance(text: string): number {
  let hash = 2166136261;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function pathOf({ path }: Pick<GraphQLResolveInfo, "path">): string {
  return path.prev ? `${pathOf({ path: path.prev })}.${path.key}` : String(path.key);
}

/** The promises of one execution. They are settled one by one, in an order that does not depend on who made them first. */
type Context = { seed: number; waiting: { order: number; settle: () => void }[] };

/** What a field resolves to, by chance: mostly what it should. */
function resolved(
  type: GraphQLOutputType,
  path: string,
  context: Context,
  isAsync = chance(`${path}?${context.seed}`) % 3 === 0,
): unknown {
  const roll = chance(`${context.seed}/${path}`);
  const order = chance(`${path}/${context.seed}`);
  const outcome = () => {
    switch (roll % 23) {
      case 0:
        return null;
      case 1:
        return new Error(`An error as a value at ${path}`);
      case 2:
        throw new Error(`Thrown at ${path}`);
      case 3:
        throw "no error";
      case 4:
        return Number.NaN;
      case 5:
        return undefined;
      default:
        return wellFormed(getNullableType(type), path, context);
    }
  };
  if (!isAsync) return outcome();
  return new Promise((resolve, reject) => {
    const settle = () => {
      try {
        resolve(outcome());
      } catch (error) {
        reject(error);
      }
    };
    context.waiting.push({ order, settle });
  });
}

function wellFormed(type: GraphQLOutputType, path: string, context: Context): unknown {
  const roll = chance(`${path}:${context.seed}`);
  if (isListType(type)) {
    // graphql-js leaves promises of earlier items to themselves when a later one fails at once: nobody hears how they fail.
    const isAsync = isNonNullType(type.ofType) ? !isLeafType(getNamedType(type)) : undefined;
    const items = Array.from({ length: roll % 4 }, (_, index) => {
      try {
        return resolved(type.ofType, `${path}.${index}`, context, isAsync);
      } catch (error) {
        return new Error("As a value, so that the others are listed", { cause: error });
      }
    });
    return roll % 5 === 0 ? new Set(items) : items;
  }
  if (isInterfaceType(type) || isUnionType(type)) {
    return { at: path, __typename: ["Thing", "Other", "Thing", "Query", "Nobody", undefined][roll % 6] };
  }
  // `only` has no resolver.
  if (isObjectType(type)) return roll % 7 === 0 ? 7 : { at: path, only: roll % 5 || null };
  if (isEnumType(type)) return ["RED", "GREEN", "BLUE"][roll % 3];
  return roll % 9 === 0 ? { toString: "x" } : roll % 100;
}

/** Their resolvers do without the info, as most of a graph do. */
const SHORT = ["int", "requiredInt", "text", "colour"];

for (const type of Object.values(schema.getTypeMap())) {
  if (!isObjectType(type) || type.name.startsWith("__")) continue;
  for (const field of Object.values(type.getFields())) {
    if (field.name === "only") continue;
    if (SHORT.includes(field.name)) {
      field.resolve = (source: { at?: string } | undefined, _args, context: Context) =>
        resolved(field.type, `${source?.at}.${field.name}`, context);
      continue;
    }
    field.resolve = (_source, args, context: Context, info) => {
      const value = resolved(info.returnType, pathOf(info), context);
      return field.name === "echo" && typeof value === "number" ? JSON.stringify(args) : value;
    };
  }
}

const leaf = fc.constantFrom(
  "int",
  "requiredInt",
  "text",
  "id",
  "colour",
  "odd",
  "matrix",
  "__typename",
  "echo",
  "echoN: echo(n: $n)",
  "echoList: echo(list: [1, $n], n: null)",
  "echoInput: echo(input: { b: [RED], c: { a: $n } })",
  "echoRequired: echo(required: $flag)",
  "constructor: int",
  "__proto__: int",
);
const condition = fc.constantFrom(
  "",
  "",
  "",
  " @skip(if: $yes)",
  " @include(if: $yes)",
  " @include(if: $no)",
);
const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  selection: fc
    .array(tie("field"), { minLength: 1, maxLength: 4 })
    .map((fields) => `{ ${fields.join(" ")} }`),
  field: fc.oneof(
    { depthSize: "small" },
    fc.tuple(leaf, condition).map((parts) => parts.join("")),
    fc
      .tuple(
        fc.constantFrom(
          "thing",
          "requiredThing",
          "things",
          "requiredThings",
          "node",
          "nodes",
          "other: things",
        ),
        condition,
        tie("selection"),
      )
      .map(([name, directive, fields]) => `${name}${directive} ${fields}`),
    fc
      .tuple(fc.constantFrom("Thing", "Other"), condition, tie("selection"))
      .map(
        ([type, directive, fields]) =>
          `nodes { ... on ${type}${directive} ${fields} ... on Node { id } } either { __typename ... on Other { only } ... on ${type} ${fields} }`,
      ),
    fc.constant("things { ...OfThing }"),
  ),
}));

/** What cannot be given out is told in other words than graphql-js has; clients see none of them. */
const INTERNAL =
  /^(Abstract type|Runtime Object type|Expected Iterable|Expected `|.+ is no type of|A list was resolved|A value was serialized)/;

const HEAD = "($yes: Boolean!, $no: Boolean!, $n: Int, $flag: Boolean! = false)";
const FRAGMENT =
  "fragment OfThing on Thing { text thing @skip(if: $no) { id requiredThings { ...Leaves } } } fragment Leaves on Thing { int }";

/** Runs until there is a result, settling one promise at a time. */
async function outcomeOf(
  seed: number,
  run: (context: Context) => PlannedResult | Promise<PlannedResult>,
): Promise<string> {
  const context: Context = { seed, waiting: [] };
  let result: PlannedResult | undefined;
  void Promise.resolve(run(context)).then((value) => {
    result = value;
  });
  for (;;) {
    await setImmediate();
    if (result) {
      const errors = result.errors.map((error) => ({
        ...error.toJSON(),
        ...(INTERNAL.test(error.message)
          ? { message: "internal" }
          : { isForeign: error.originalError && !(error.originalError instanceof GraphQLError) }),
      }));
      const text = JSON.stringify({ data: result.data, errors });
      for (const { settle } of context.waiting) settle();
      return text;
    }
    context.waiting.sort((one, other) => one.order - other.order);
    context.waiting.shift()?.settle();
  }
}

test("a plan gives what graphql-js gives, each time it is executed", async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("query", "mutation"),
      selection,
      fc.array(fc.record({ seed: fc.nat(), yes: fc.boolean(), no: fc.boolean() }), {
        minLength: 3,
        maxLength: 3,
      }),
      fc.constantFrom(1, 2, 1_000),
      async (kind, fields, rounds, unrollAfter) => {
        const document = parse(`${kind} ${HEAD} ${fields} ${FRAGMENT}`);
        const faults = validate(schema, document).filter(({ message }) => !/is never used/.test(message));
        fc.pre(faults.length === 0);
        const operation = getOperationAST(document);
        const plan = operation && planOperation(schema, document, operation, { unrollAfter });
        if (!plan) throw new Error("It has no plan");
        for (const { seed, ...conditions } of rounds) {
          const given = { ...conditions, n: 5 };
          const expected = await outcomeOf(seed, async (contextValue) => {
            const args = { schema, document, contextValue, variableValues: given };
            const { data, errors = [] } = await execute(args);
            return { data: JSON.stringify(data), errors };
          });
          const planned = await outcomeOf(seed, (contextValue) =>
            plan(contextValue, { ...given, flag: false }),
          );
          expect(planned).toBe(expected);
          compared += 1;
        }
      },
    ),
    { numRuns: 400 },
  );
  expect(compared).toBeGreaterThan(300);
});

test("texts, times and lengths of time are given out as graphql-js gives them, whatever they hold", async () => {
  const value = fc.oneof(
    fc.constantFrom("2026-11-20T12:00:00.000Z", "2026-11-20T13:00:00+01:00", "PT1.5S", "P1DT2H"),
    fc.constantFrom('"', "\\", "\n"),
    fc.date(),
    fc.date().map((date) => date.getTime()),
    fc.string({ unit: "binary" }),
    fc.double(),
  );
  const types = [DateTime, Duration, GraphQLString].flatMap((type) => [type, new GraphQLList(type)]);
  const fields = types.map((type, index) => [
    `field${index}`,
    { type, resolve: (_source: unknown, _args: unknown, values: unknown[]) => values[index] },
  ]);
  const query = new GraphQLObjectType({ name: "Query", fields: Object.fromEntries(fields) });
  const given = {
    schema: new GraphQLSchema({ query }),
    document: parse("{ field0 field1 field2 field3 field4 field5 }"),
  };
  const operation = getOperationAST(given.document);
  const plan = operation && planOperation(given.schema, given.document, operation, { unrollAfter: 500 });
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 6, maxLength: 6 }), async (values) => {
      const contextValue = values.map((each, index) => (index % 2 === 0 ? each : [each]));
      const { data, errors = [] } = await execute({ ...given, contextValue });
      const planned = await plan?.(contextValue, {});
      expect(planned?.data).toBe(JSON.stringify(data));
      expect(planned?.errors.map(({ path }) => path)).toEqual(errors.map(({ path }) => path));
    }),
    { numRuns: 1_000 },
  );
});

test.each(["{ __schema { types { name } } }", '{ __type(name: "Thing") { name } }'])(
  "what is left to graphql-js has no plan: %s",
  (text) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    expect(operation && planOperation(schema, document, operation)).toBe(undefined);
  },
);

test("a field is told when it is planned, and as seven more when it is unrolled", async () => {
  const plain = buildSchema("type Query { thing: Thing } type Thing { a: Int b: Int }");
  const field = plain.getQueryType()?.getFields()["thing"];
  if (field) field.resolve = () => ({ a: 1, b: 2 });
  const document = parse("{ thing { a b } }");
  const operation = getOperationAST(document);
  const told: number[] = [];
  const options = { onPlanned: (fields: number) => void told.push(fields), unrollAfter: 2 };
  const plan = operation && planOperation(plain, document, operation, options);
  for (let time = 0; time < 3; time++) {
    expect(await plan?.({}, {})).toEqual({ data: '{"thing":{"a":1,"b":2}}', errors: [] });
  }
  expect(told).toEqual([1, 2, 7, 14]);
});

test("what a variable says in another operation of the document does not change which fields are asked", async () => {
  const plain = buildSchema("type Query { a(of: String): Int b(of: String): Int c: Int }");
  const document = parse(`
    query Other($x: Boolean!, $no: Boolean!, $y: Boolean!) { a @skip(if: $x) b @skip(if: $no) c @skip(if: $y) }
    query Asked($x: String, $no: Boolean!, $y: String) { a(of: $x) b(of: $y) c @skip(if: $no) }
  `);
  const operation = getOperationAST(document, "Asked");
  const plan = operation && planOperation(plain, document, operation);
  expect(await plan?.({}, { x: "x", no: true, y: "false,y" })).toMatchObject({ data: '{"a":null,"b":null}' });
  expect(await plan?.({}, { x: "x,true", no: false, y: "y" })).toMatchObject({
    data: '{"a":null,"b":null,"c":null}',
  });
});

test("an answer that is longer than any text can be is an error and does not end the process", async () => {
  const longSchema = buildSchema("type Query { long: String }");
  const long = "x".repeat(2 ** 24);
  const field = longSchema.getQueryType()?.getFields()["long"];
  if (field) field.resolve = async () => long;
  // V8 has no text of 2 ** 29 characters.
  const aliases = Array.from({ length: 33 }, (_, index) => `alias${index}: long`);
  const document = parse(`{ ${aliases.join(" ")} }`);
  const operation = getOperationAST(document);
  const result = await (operation && planOperation(longSchema, document, operation))?.({}, {});
  expect(result?.data).toBe("null");
  expect(result?.errors.map(({ originalError }) => originalError)).toEqual([expect.any(RangeError)]);
});
