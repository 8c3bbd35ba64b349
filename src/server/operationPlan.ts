import {
  type DocumentNode,
  defaultTypeResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLList,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
  visit,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields.js";
import type { MaybePromise } from "../maybePromise.ts";
import { type LeafWriter, leafWriter } from "./leafWriter.ts";
import { unrollFields } from "./unrolledFields.ts";

/** Executes an operation, whose variables are coerced already. Fails with nothing but the errors in its result. */
export type OperationPlan = (
  contextValue: unknown,
  variableValues: VariableValues,
) => MaybePromise<PlannedResult>;

/** What came of it; `data` is JSON. */
export type PlannedResult = { data: string; errors: readonly GraphQLError[] };

type VariableValues = { [name: string]: unknown };
export type Path = GraphQLResolveInfo["path"];

/** One execution. */
export type Run = {
  contextValue: unknown;
  variableValues: VariableValues;
  errors: GraphQLError[];
  /** What errors have made null; below it no more errors are told. */
  nulled: Set<Path | undefined>;
};

/** JSON, at once where nothing has to be waited for. */
export type Json = string | Promise<string>;

/** A field of a selection. */
type Field = {
  key: string;
  nodes: readonly FieldNode[];
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
};

/** Where a value of a field goes in the answer: the field itself, or a list in it. */
type Position = {
  field: Field;
  isNonNull: boolean;
  /** Writes a value, which is not null. Throws or rejects where that cannot be. */
  write: (run: Run, value: unknown, path: Path) => Json;
};

type ShortResolver = (source: unknown, args: VariableValues, contextValue: unknown) => unknown;

export type PlannedField = Field & {
  /** What is written before the value. */
  prefix: string;
  resolve: GraphQLFieldResolver<unknown, unknown>;
  /** The same resolver where it takes no `info`: many a resolver costs less than making one would. */
  resolveShortly: ShortResolver | undefined;
  position: Position;
  /** Writes a value with its prefix, where the type is one without fields. */
  writeLeaf: LeafWriter | undefined;
  /** `undefined` where the field has none. */
  argumentsOf: ((variableValues: VariableValues) => VariableValues) | undefined;
};

/** Writes the fields of an object. */
export type FieldsWriter = (run: Run, source: unknown, path: Path | undefined) => Json;

/** What is asked of an object. */
type Selection = {
  fields: readonly PlannedField[];
  /** How many objects it was written of. */
  objects: number;
  unrolled: FieldsWriter | undefined;
};

/** A selection is unrolled when it was written of so many objects. */
const UNROLL_AFTER = 1_000;
/** What a field takes when it is unrolled, 4.5 KB, in fields that are planned. */
const UNROLLED_FIELD = 7;

/** How many ways in which the conditions of `@skip` and `@include` may come out are kept for one operation. */
const MAX_OUTCOMES = 16;
/** How many fields are kept for one operation. Events have many types, each planned by itself, and events may be nested in events. */
const MAX_FIELDS = 2_000;

const NO_ARGUMENTS = Object.freeze({});
const NULL = "null";

/**
 * Plans a query or mutation of a valid document, for it to be executed often: which fields are asked of an object, and how their values
 * are completed, is found out once and not, as graphql-js does, for each object of each execution; and the answer is written as JSON
 * where graphql-js makes objects for it. It says what graphql-js' `execute` says, by the same rules:
 * https://spec.graphql.org/October2021/#sec-Execution.
 *
 * A resolver gets its `info` where it has a fourth parameter for it. `undefined` for introspection, which is left to graphql-js.
 * `onPlanned` is told of fields that are planned, whenever some are: each takes 0.7 KB, and counts as `UNROLLED_FIELD`
 * more when it is unrolled.
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  {
    onPlanned = () => undefined,
    unrollAfter = UNROLL_AFTER,
  }: { onPlanned?: (fields: number) => void; unrollAfter?: number } = {},
): OperationPlan | undefined {
  const rootType = schema.getRootType(operation.operation);
  const { conditions, isIntrospection } = surveyOf(document);
  if (!rootType || isIntrospection) return undefined;
  const fragments = fragmentsOf(document);
  const outcomes = new Map<string, Selection>();
  let fieldCount = 0;

  /** What the operation asks of its root, with these variables. */
  function rootSelection(type: GraphQLObjectType, variableValues: VariableValues): Selection {
    // What runs keeps its own.
    if (outcomes.size > MAX_OUTCOMES || fieldCount > MAX_FIELDS) {
      outcomes.clear();
      fieldCount = 0;
    }
    const outcome = conditions.map((name) => outcomeOf(variableValues[name])).join();
    const known = outcomes.get(outcome);
    if (known) return known;
    const selected = collectFields(schema, fragments, variableValues, type, operation.selectionSet);
    const selection = planFields(type, selected);
    outcomes.set(outcome, selection);
    return selection;
  }

  function planFields(
    parentType: GraphQLObjectType,
    selected: ReadonlyMap<string, readonly FieldNode[]>,
  ): Selection {
    const fields: PlannedField[] = [];
    for (const [key, nodes] of selected) {
      const name = nodes[0]?.name.value ?? "";
      const isTypeName = name === TypeNameMetaFieldDef.name;
      const definition = isTypeName ? TypeNameMetaFieldDef : parentType.getFields()[name];
      if (!definition) continue;
      const { type } = definition;
      const resolve = isTypeName ? () => parentType.name : (definition.resolve ?? propertyResolver(name));
      const field = { key, nodes, parentType, definition };
      const nullable = getNullableType(type);
      const prefix = `${fields.length === 0 ? "{" : ","}${JSON.stringify(key)}:`;
      fields.push({
        ...field,
        prefix,
        resolve,
        resolveShortly: isShort(resolve) ? resolve : undefined,
        position: positionOf(type, field),
        writeLeaf: isLeafType(nullable) ? leafWriter(nullable, prefix) : undefined,
        argumentsOf: argumentReader(field),
      });
    }
    fieldCount += fields.length;
    onPlanned(fields.length);
    return { fields, objects: 0, unrolled: undefined };
  }

  function positionOf(type: GraphQLOutputType, field: Field): Position {
    const nullable = getNullableType(type);
    return { field, isNonNull: nullable !== type, write: writerOf(nullable, field) };
  }

  function writerOf(type: GraphQLOutputType, field: Field): Position["write"] {
    if (isLeafType(type)) {
      const write = leafWriter(type);
      return (_run, value) => write(value);
    }
    if (isListType(type)) return listWriter(type, field);

    const selectionOf = (objectType: GraphQLObjectType, { variableValues }: Run) =>
      planFields(objectType, collectSubfields(schema, fragments, variableValues, objectType, field.nodes));
    if (isObjectType(type)) {
      let selection: Selection | undefined;
      return (run, value, path) => {
        selection ??= selectionOf(type, run);
        return executeFields(run, selection, value, path);
      };
    }

    const selections = new Map<GraphQLObjectType, Selection>();
    const writeObject = (run: Run, objectType: GraphQLObjectType, value: unknown, path: Path) => {
      const selection = selections.get(objectType) ?? selectionOf(objectType, run);
      selections.set(objectType, selection);
      return executeFields(run, selection, value, path);
    };
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const objectTypeOf = (name: unknown) => {
      const found = typeof name === "string" ? schema.getType(name) : undefined;
      if (isObjectType(found) && schema.isSubType(type, found)) return found;
      throw new Error(`${String(name)} is no type of ${type.name}`);
    };
    return (run, value, path) => {
      const name = resolveType(value, run.contextValue, infoOf(run, field, path), type);
      return name instanceof Promise
        ? name.then((resolved) => writeObject(run, objectTypeOf(resolved), value, path))
        : writeObject(run, objectTypeOf(name), value, path);
    };
  }

  function listWriter(type: GraphQLList<GraphQLOutputType>, field: Field): Position["write"] {
    const item = positionOf(type.ofType, field);
    return (run, value, path) => {
      if (!isIterable(value)) throw new Error("A list was resolved as something else");
      const items = Array.isArray(value) ? value : [...value];
      let parts: Json[] | undefined;
      let text = "[";
      try {
        for (let key = 0; key < items.length; key += 1) {
          const written = write(run, item, items[key], { prev: path, key, typename: undefined });
          if (key > 0) text += ",";
          if (typeof written === "string") {
            text += written;
          } else {
            parts ??= [];
            parts.push(text, written);
            text = "";
          }
        }
        text += "]";
      } catch (error) {
        // What still runs may fail too.
        if (parts) whenWritten(parts).catch(() => undefined);
        throw error;
      }
      return join(parts, text);
    };
  }

  function executeFields(run: Run, selection: Selection, source: unknown, path: Path | undefined): Json {
    const { fields, unrolled } = selection;
    if (unrolled) return unrolled(run, source, path);
    selection.objects += 1;
    if (selection.objects === unrollAfter) {
      selection.unrolled = unrollFields(fields, { execute, complete, fail: failField, join, failAll });
      if (selection.unrolled) onPlanned(UNROLLED_FIELD * fields.length);
    }
    // What comes before and between the values that have to be waited for, and these.
    let parts: Json[] | undefined;
    let text = "";
    try {
      for (const field of fields) {
        const written = execute(run, field, source, path);
        if (typeof written === "string") {
          text += written;
        } else {
          parts ??= [];
          parts.push(text + field.prefix, written);
          text = "";
        }
      }
      text += fields.length > 0 ? "}" : "{}";
    } catch (error) {
      return failAll(parts, error);
    }
    return join(parts, text);
  }

  /** A field with its prefix, or what will stand behind it. */
  function execute(run: Run, field: PlannedField, source: unknown, prev: Path | undefined): Json {
    const { resolve, resolveShortly, writeLeaf } = field;
    let value: unknown;
    try {
      const args = field.argumentsOf ? field.argumentsOf(run.variableValues) : NO_ARGUMENTS;
      value = resolveShortly
        ? resolveShortly(source, args, run.contextValue)
        : resolve(source, args, run.contextValue, infoOf(run, field, pathOf(field, prev)));
      // Nearly all values are such.
      if (writeLeaf && (typeof value === "string" || typeof value === "number")) return writeLeaf(value);
    } catch (error) {
      return failField(run, field, error, prev);
    }
    return complete(run, field, value, prev);
  }

  function infoOf(run: Run, { definition, nodes, parentType }: Field, path: Path): GraphQLResolveInfo {
    return {
      fieldName: definition.name,
      fieldNodes: nodes,
      returnType: definition.type,
      parentType,
      path,
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: run.variableValues,
    };
  }

  /** The fields of a mutation, each when the one before is done. */
  async function executeSerially(run: Run, { fields }: Selection): Promise<string> {
    let text = "";
    for (const field of fields) {
      const written = execute(run, field, undefined, undefined);
      text += typeof written === "string" ? written : field.prefix + (await written);
    }
    return `${text || "{"}}`;
  }

  const executeRoot = operation.operation === "mutation" ? executeSerially : executeFields;
  return (contextValue, variableValues) => {
    const run: Run = { contextValue, variableValues, errors: [], nulled: new Set() };
    const done = (data: string): PlannedResult => ({ data, errors: run.errors });
    const failed = (error: unknown) => {
      addError(run, error, undefined);
      return done(NULL);
    };
    try {
      const data = executeRoot(run, rootSelection(rootType, variableValues), undefined, undefined);
      return typeof data === "string" ? done(data) : Promise.resolve(data).then(done, failed);
    } catch (error) {
      return failed(error);
    }
  };
}

/** What a field was resolved to, with its prefix, or what will stand behind it. */
function complete(run: Run, field: PlannedField, value: unknown, prev: Path | undefined): Json {
  if (value === undefined && !field.position.isNonNull) return field.prefix + NULL;
  const written = write(run, field.position, value, pathOf(field, prev));
  return typeof written === "string" ? field.prefix + written : written;
}

const failField = (run: Run, field: PlannedField, error: unknown, prev: Path | undefined): string =>
  field.prefix + fail(run, field.position, error, pathOf(field, prev));

/** Writes what was resolved for a position; what fails there is null, or fails what it lies in. */
function write(run: Run, position: Position, value: unknown, path: Path): Json {
  try {
    // No resolver has promises of another kind, which would have to be asked for their `then`.
    if (value instanceof Promise) {
      return value.then(
        (resolved) => write(run, position, resolved, path),
        (error) => fail(run, position, error, path),
      );
    }
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) {
      if (!position.isNonNull) return NULL;
      const { parentType, definition } = position.field;
      throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
    }
    const written = position.write(run, value, path);
    return typeof written === "string"
      ? written
      : written.then(undefined, (error) => fail(run, position, error, path));
  } catch (error) {
    return fail(run, position, error, path);
  }
}

function fail(run: Run, { field, isNonNull }: Position, error: unknown, path: Path): string {
  const located = locatedError(error, field.nodes, stepsOf(path));
  if (isNonNull) throw located;
  addError(run, located, path);
  return NULL;
}

function addError({ errors, nulled }: Run, error: unknown, path: Path | undefined) {
  for (let each = path; each; each = each.prev) if (nulled.has(each)) return;
  if (nulled.has(undefined)) return;
  nulled.add(path);
  errors.push(error instanceof GraphQLError ? error : locatedError(error, undefined));
}

/** Fails the object that the fields are in, but only once every field that is still running has ended. */
function failAll(parts: Json[] | undefined, error: unknown): Json {
  if (!parts) throw error;
  return whenWritten(parts).finally(() => {
    throw error;
  });
}

/** What is written, where some of it has to be waited for: `parts`, and the text behind them. */
function join(parts: Json[] | undefined, text: string): Json {
  if (!parts) return text;
  parts.push(text);
  return whenWritten(parts);
}

/** Resolves with all parts once each of them is there. */
function whenWritten(parts: Json[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let waiting = 0;
    for (const [index, part] of parts.entries()) {
      if (typeof part === "string") continue;
      waiting += 1;
      const fill = (text: string) => {
        parts[index] = text;
        waiting -= 1;
        if (waiting > 0) return;
        try {
          // Not joined, which would copy it all at each level: this copies nothing before it is sent.
          resolve(parts.reduce<string>((all, each) => `${all}${each}`, ""));
        } catch (tooLong) {
          // Thrown here it would end the process: nobody waits for what `then` gives.
          reject(tooLong);
        }
      };
      Promise.resolve(part).then(fill, reject);
    }
  });
}

/** Reads a field without a resolver as graphql-js does, but for one thing: a method of the source gets no `info`. */
const propertyResolver =
  (name: string): ShortResolver =>
  (source, args, contextValue) => {
    if (!isObject(source)) return undefined;
    const value = source[name];
    return typeof value === "function" ? value.call(source, args, contextValue) : value;
  };

function isShort(resolve: GraphQLFieldResolver<unknown, unknown>): resolve is ShortResolver {
  return resolve.length < 4;
}

/** Reads a field's arguments; those in which there are no variables once, which resolvers are given again and again. */
function argumentReader({ definition, nodes }: Field): PlannedField["argumentsOf"] {
  const [node] = nodes;
  if (!node || definition.args.length === 0) return undefined;
  if (hasVariables(node)) return (variableValues) => getArgumentValues(definition, node, variableValues);
  let known: VariableValues | undefined;
  return () => {
    known ??= Object.freeze(getArgumentValues(definition, node));
    return known;
  };
}

function hasVariables({ arguments: given = [] }: FieldNode): boolean {
  let found = false;
  const note = () => {
    found = true;
  };
  for (const argument of given) visit(argument, { Variable: note });
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return Array.isArray(value) || (isObject(value) && Symbol.iterator in value);
}

const pathOf = ({ key, parentType }: Field, prev: Path | undefined): Path => ({
  prev,
  key,
  typename: parentType.name,
});

function stepsOf(path: Path): (string | number)[] {
  const steps: (string | number)[] = [];
  for (let each: Path | undefined = path; each; each = each.prev) steps.push(each.key);
  return steps.reverse();
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
  }
  return fragments;
}

/** What a variable says as a condition. Where it is none, in another operation of the document, it may be anything and says nothing. */
const outcomeOf = (value: unknown) => (typeof value === "boolean" ? value : null);

/** The variables that are conditions of `@skip` and `@include`, and whether it asks what the schema is. */
function surveyOf(document: DocumentNode): { conditions: string[]; isIntrospection: boolean } {
  const conditions = new Set<string>();
  let isIntrospection = false;
  visit(document, {
    Field({ name: { value } }) {
      if (value === "__schema" || value === "__type") isIntrospection = true;
    },
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return { conditions: [...conditions], isIntrospection };
}
