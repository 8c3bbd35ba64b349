import {
  type DocumentNode,
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLField,
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
import type { MaybePromise } from "./subscription.ts";

/** Executes an operation. The variables are coerced already. Fails with nothing but what the result tells. */
export type OperationPlan = (
  contextValue: unknown,
  variableValues: VariableValues,
) => MaybePromise<ExecutionResult>;

type VariableValues = { [name: string]: unknown };
type Path = GraphQLResolveInfo["path"];

/** One execution. */
type Run = {
  contextValue: unknown;
  variableValues: VariableValues;
  errors: GraphQLError[];
  /** What errors have made null; below it no more errors are told. */
  nulled: Set<Path | undefined>;
};

/** Where a value goes in the answer. */
type Position = {
  nodes: readonly FieldNode[];
  isNonNull: boolean;
  /** Makes what is given out of a value, which is not null. Throws or rejects where that cannot be. */
  complete: (run: Run, value: unknown, path: Path, info: GraphQLResolveInfo) => unknown;
};

/** A field of a selection, with all of it that is the same each time. */
type PlannedField = Position & {
  key: string;
  definition: GraphQLField<unknown, unknown>;
  parentType: GraphQLObjectType;
};

/** How many ways in which the conditions of `@skip` and `@include` may come out are kept for one operation. */
const MAX_OUTCOMES = 16;
/** How many fields are kept for one operation: each of the many types of events has its own, and they may lie in each other. */
const MAX_FIELDS = 5_000;

const NO_ARGUMENTS = Object.freeze({});

/**
 * Plans a query or mutation of a valid document, for it to be executed often: which fields are asked of an object, and how their values
 * are completed, is found out once and not, as graphql-js does, for each object of each execution. The result is that of graphql-js'
 * `execute`, by the same rules: https://spec.graphql.org/October2021/#sec-Execution.
 *
 * `undefined` for what is left to graphql-js: introspection, and a field that is to be named `__proto__`.
 */
export function planOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationPlan | undefined {
  const rootType = schema.getRootType(operation.operation);
  const { conditions, isOrdinary } = surveyOf(document);
  if (!rootType || !isOrdinary) return undefined;
  const fragments = fragmentsOf(document);
  const outcomes = new Map<string, readonly PlannedField[]>();
  let fieldCount = 0;

  /** The fields of the operation, as they are selected with these variables. */
  function fieldsOf(type: GraphQLObjectType, variableValues: VariableValues): readonly PlannedField[] {
    const outcome = conditions.map((name) => variableValues[name]).join();
    const known = outcomes.get(outcome);
    if (known) return known;
    // What runs keeps its own.
    if (outcomes.size >= MAX_OUTCOMES || fieldCount >= MAX_FIELDS) {
      outcomes.clear();
      fieldCount = 0;
    }
    const selected = collectFields(schema, fragments, variableValues, type, operation.selectionSet);
    const fields = plan(type, selected);
    outcomes.set(outcome, fields);
    return fields;
  }

  function plan(
    parentType: GraphQLObjectType,
    selected: ReadonlyMap<string, readonly FieldNode[]>,
  ): PlannedField[] {
    const fields: PlannedField[] = [];
    for (const [key, nodes] of selected) {
      const name = nodes[0]?.name.value ?? "";
      const definition =
        name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parentType.getFields()[name];
      if (definition) fields.push({ key, definition, parentType, ...positionOf(definition.type, nodes) });
    }
    fieldCount += fields.length;
    return fields;
  }

  function positionOf(type: GraphQLOutputType, nodes: readonly FieldNode[]): Position {
    const nullable = getNullableType(type);
    return { nodes, isNonNull: nullable !== type, complete: completion(nullable, nodes) };
  }

  function completion(type: GraphQLOutputType, nodes: readonly FieldNode[]): Position["complete"] {
    if (isLeafType(type)) {
      return (_run, value) => {
        const serialized = type.serialize(value);
        if (serialized === null || serialized === undefined) {
          throw new Error(`A value was serialized as no ${type.name}`);
        }
        return serialized;
      };
    }
    if (isListType(type)) return listCompletion(type, nodes);

    const fieldsByType = new Map<GraphQLObjectType, readonly PlannedField[]>();
    const completeObject = (run: Run, objectType: GraphQLObjectType, value: unknown, path: Path) => {
      let fields = fieldsByType.get(objectType);
      if (!fields) {
        fields = plan(objectType, collectSubfields(schema, fragments, run.variableValues, objectType, nodes));
        fieldsByType.set(objectType, fields);
      }
      return executeFields(run, fields, value, path);
    };
    if (isObjectType(type)) return (run, value, path) => completeObject(run, type, value, path);

    const resolveType = type.resolveType ?? defaultTypeResolver;
    const objectTypeOf = (name: unknown) => {
      const found = typeof name === "string" ? schema.getType(name) : undefined;
      if (isObjectType(found) && schema.isSubType(type, found)) return found;
      throw new Error(`${String(name)} is no type of ${type.name}`);
    };
    return (run, value, path, info) => {
      const name = resolveType(value, run.contextValue, info, type);
      return isPromise(name)
        ? name.then((resolved) => completeObject(run, objectTypeOf(resolved), value, path))
        : completeObject(run, objectTypeOf(name), value, path);
    };
  }

  function listCompletion(
    type: GraphQLList<GraphQLOutputType>,
    nodes: readonly FieldNode[],
  ): Position["complete"] {
    const item = positionOf(type.ofType, nodes);
    return (run, value, path, info) => {
      if (!isIterable(value)) throw new Error("A list was resolved as something else");
      const items: unknown[] = [];
      const waiting: number[] = [];
      try {
        for (const each of value) {
          const at = { prev: path, key: items.length, typename: undefined };
          const completed = complete(run, item, each, at, info);
          if (isPromise(completed)) waiting.push(items.length);
          items.push(completed);
        }
      } catch (error) {
        // What still runs may fail too.
        whenFilled(items, waiting).catch(() => undefined);
        throw error;
      }
      return waiting.length > 0 ? whenFilled(items, waiting) : items;
    };
  }

  function executeField(run: Run, field: PlannedField, source: unknown, prev: Path | undefined): unknown {
    const { definition, nodes, parentType } = field;
    const path: Path = { prev, key: field.key, typename: parentType.name };
    const info: GraphQLResolveInfo = {
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
    let value: unknown;
    try {
      const resolve = definition.resolve ?? defaultFieldResolver;
      value = resolve(source, argumentsOf(field, run.variableValues), run.contextValue, info);
    } catch (error) {
      return fail(run, field, error, path);
    }
    return complete(run, field, value, path, info);
  }

  function executeFields(
    run: Run,
    fields: readonly PlannedField[],
    source: unknown,
    path: Path | undefined,
  ): MaybePromise<Record<string, unknown>> {
    const values: Record<string, unknown> = {};
    const waiting: string[] = [];
    try {
      for (const field of fields) {
        const value = executeField(run, field, source, path);
        values[field.key] = value;
        if (isPromise(value)) waiting.push(field.key);
      }
    } catch (error) {
      if (waiting.length === 0) throw error;
      return whenFilled(values, waiting).finally(() => {
        throw error;
      });
    }
    return waiting.length > 0 ? whenFilled(values, waiting) : values;
  }

  /** The fields of a mutation, each when the one before is done. */
  async function executeSerially(run: Run, fields: readonly PlannedField[]) {
    const values: Record<string, unknown> = {};
    for (const field of fields) values[field.key] = await executeField(run, field, undefined, undefined);
    return values;
  }

  const executeRoot = operation.operation === "mutation" ? executeSerially : executeFields;
  return (contextValue, variableValues) => {
    const run: Run = { contextValue, variableValues, errors: [], nulled: new Set() };
    const failed = (error: unknown) => {
      addError(run, error, undefined);
      return resultOf(null);
    };
    const resultOf = (data: Record<string, unknown> | null): ExecutionResult =>
      run.errors.length > 0 ? { errors: run.errors, data } : { data };
    try {
      const data = executeRoot(run, fieldsOf(rootType, variableValues), undefined, undefined);
      return isPromise(data) ? data.then(resultOf, failed) : resultOf(data);
    } catch (error) {
      return failed(error);
    }
  };
}

/** Completes what was resolved for a position; what fails there is null, or fails what it lies in. */
function complete(
  run: Run,
  position: Position,
  value: unknown,
  path: Path,
  info: GraphQLResolveInfo,
): unknown {
  try {
    if (isPromise(value)) {
      return value.then(
        (resolved) => complete(run, position, resolved, path, info),
        (error) => fail(run, position, error, path),
      );
    }
    if (value instanceof Error) throw value;
    if (value === null || value === undefined) {
      if (!position.isNonNull) return null;
      throw new Error(`Cannot return null for non-nullable field ${info.parentType.name}.${info.fieldName}.`);
    }
    const completed = position.complete(run, value, path, info);
    return isPromise(completed)
      ? completed.then(undefined, (error) => fail(run, position, error, path))
      : completed;
  } catch (error) {
    return fail(run, position, error, path);
  }
}

function fail(run: Run, { nodes, isNonNull }: Position, error: unknown, path: Path): null {
  const located = locatedError(error, nodes, stepsOf(path));
  if (isNonNull) throw located;
  addError(run, located, path);
  return null;
}

function addError({ errors, nulled }: Run, error: unknown, path: Path | undefined) {
  for (let each = path; each; each = each.prev) if (nulled.has(each)) return;
  if (nulled.has(undefined)) return;
  nulled.add(path);
  errors.push(error instanceof GraphQLError ? error : locatedError(error, undefined));
}

/** Resolves with the values once the promises that lie at these keys are settled, each with its value in its place. */
function whenFilled<K extends string | number>(
  values: Record<K, unknown>,
  keys: readonly K[],
): Promise<Record<K, unknown>> {
  return new Promise((resolve, reject) => {
    let left = keys.length;
    for (const key of keys) {
      const fill = (value: unknown) => {
        values[key] = value;
        left -= 1;
        if (left === 0) resolve(values);
      };
      Promise.resolve(values[key]).then(fill, reject);
    }
  });
}

function argumentsOf({ definition, nodes: [node] }: PlannedField, variableValues: VariableValues) {
  return node && definition.args.length > 0
    ? getArgumentValues(definition, node, variableValues)
    : NO_ARGUMENTS;
}

function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

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

/** The variables that conditions of `@skip` and `@include` are, and whether all fields are of the ordinary kind. */
function surveyOf(document: DocumentNode): { conditions: string[]; isOrdinary: boolean } {
  const conditions = new Set<string>();
  let isOrdinary = true;
  visit(document, {
    Field({ name, alias }) {
      const isIntrospection = name.value === "__schema" || name.value === "__type";
      // Would be the prototype of the object that the fields are put in.
      if (isIntrospection || alias?.value === "__proto__") isOrdinary = false;
    },
    Directive({ arguments: given = [] }) {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
  });
  return { conditions: [...conditions], isOrdinary };
}
