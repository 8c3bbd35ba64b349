import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  Kind,
  locatedError,
  type OperationDefinitionNode,
  visit,
} from "graphql";
import stringify from "safe-stable-stringify";
import { andThen, type MaybePromise } from "../maybePromise.ts";
import type { MaskError } from "./errors.ts";
import type { GraphQLServer } from "./graphql.ts";

/** A subscription that was accepted. */
export type Subscription = {
  /** A feed of the event log, or a stream of its own. */
  source: AsyncIterable<unknown>;
  /** Subscriptions of a feed with the same key give the same result for the same event. */
  key: string;
  /** Resolves the subscription's fields for one item of its source. */
  execute: (item: unknown) => MaybePromise<ExecutionResult>;
};

/**
 * Begins the subscription that `args` describe; `text` is its document as it was sent. What is wrong with it comes as a result.
 */
export async function beginSubscription(
  server: GraphQLServer,
  maskError: MaskError,
  text: string,
  operation: OperationDefinitionNode,
  args: ExecutionArgs,
): Promise<Subscription | ExecutionResult> {
  const source = await createSourceEventStream(args).catch((error: unknown) => ({
    errors: [maskError(error)],
  }));
  if (!(Symbol.asyncIterator in source)) {
    return { ...source, ...(source.errors && { errors: source.errors.map(maskError) }) };
  }
  const masked = ({ errors, ...result }: ExecutionResult): ExecutionResult => ({
    ...result,
    ...(errors && { errors: errors.map(maskError) }),
  });
  // Belongs to nobody: the client that was here first may leave while others stay.
  let contextFactory: (() => MaybePromise<unknown>) | undefined;
  return {
    source,
    key: keyOf(text, operation, args),
    execute(item) {
      contextFactory ??= server.getEnveloped({}).contextFactory;
      return andThen(contextFactory(), (contextValue) =>
        andThen(execute({ ...args, rootValue: item, contextValue }), masked),
      );
    },
  };
}

/** Document, operation and variables, but for variables that say where reading begins and nothing else. */
function keyOf(
  text: string,
  operation: OperationDefinitionNode,
  { document, operationName, variableValues }: ExecutionArgs,
): string {
  const beginnings = beginningsOf(operation, document);
  const variables = Object.entries(variableValues ?? {}).filter(([name]) => !beginnings.has(name));
  return stringify([text, operationName ?? null, Object.fromEntries(variables)]);
}

/** The variables whose only use is as `after` of the subscription's own field. */
function beginningsOf(operation: OperationDefinitionNode, document: DocumentNode): Set<string> {
  const uses = new Map<string, number>();
  visit(document, {
    VariableDefinition: () => false,
    Variable({ name }) {
      uses.set(name.value, (uses.get(name.value) ?? 0) + 1);
    },
  });
  const beginnings = new Set<string>();
  for (const field of operation.selectionSet.selections) {
    if (field.kind !== Kind.FIELD) continue;
    for (const { name, value } of field.arguments ?? []) {
      if (name.value !== "after" || value.kind !== Kind.VARIABLE) continue;
      if (uses.get(value.name.value) === 1) beginnings.add(value.name.value);
    }
  }
  return beginnings;
}

/** The results of a subscription, for whoever reads them to the end or returns them. */
export type Results = AsyncIterable<ExecutionResult> & {
  next(): Promise<IteratorResult<ExecutionResult, undefined>>;
  return(): Promise<IteratorResult<ExecutionResult, undefined>>;
};

/**
 * The results of a stream of its own. Written by hand, because it is over at once when it is returned: a generator would wait for the
 * item that it awaits, which may never come. A failure is told as the last result, for nobody downstream would mask it.
 */
export function resultsOf(
  source: AsyncIterable<unknown>,
  execute: (item: unknown) => MaybePromise<ExecutionResult>,
  maskError: MaskError,
): Results {
  const items = source[Symbol.asyncIterator]();
  const over = { done: true, value: undefined } as const;
  let hasFailed = false;
  const end = async () => {
    await items.return?.();
    return over;
  };
  return {
    async next() {
      if (hasFailed) return over;
      try {
        const { done, value } = await items.next();
        return done ? over : { done: false, value: await execute(value) };
      } catch (error) {
        hasFailed = true;
        await end();
        return { done: false, value: { errors: [maskError(locatedError(error, undefined))] } };
      }
    },
    return: end,
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
