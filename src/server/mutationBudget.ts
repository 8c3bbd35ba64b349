import {
  type DocumentNode,
  GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import type { Plugin } from "graphql-yoga";
import { budgetExceeded } from "../datasources/upstreamCalls.ts";
import type { Context } from "../resolvers/context.ts";

/**
 * Refuses a mutation with more fields than the budget has upstream calls. Each field makes one at least, and they run one after the
 * other: without this the last ones would fail when the first had been dialled already.
 */
export function mutationBudget(budget: number): Plugin<Context> {
  return {
    onExecute({ args: { document, operationName }, setResultAndStopExecution }) {
      const operation = getOperationAST(document, operationName);
      if (!operation || isWithinBudget(budget, operation, document)) return;
      const { code, message } = budgetExceeded(budget);
      setResultAndStopExecution({ errors: [new GraphQLError(message, { extensions: { code } })] });
    },
  };
}

/** Whether an operation is no mutation with more fields than the budget has calls. */
export function isWithinBudget(
  budget: number,
  { operation, selectionSet }: OperationDefinitionNode,
  document: DocumentNode,
): boolean {
  return operation !== "mutation" || fieldsOf(selectionSet, document).size <= budget;
}

/** The names under which the fields of a selection stand in the result. */
function fieldsOf(
  selectionSet: SelectionSetNode,
  document: DocumentNode,
  names = new Set<string>(),
  spread = new Set<string>(),
): Set<string> {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) names.add((selection.alias ?? selection.name).value);
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      fieldsOf(selection.selectionSet, document, names, spread);
    else if (!spread.has(selection.name.value)) {
      spread.add(selection.name.value);
      const fragment = document.definitions.find(
        (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
      );
      if (fragment?.kind === Kind.FRAGMENT_DEFINITION) {
        fieldsOf(fragment.selectionSet, document, names, spread);
      }
    }
  }
  return names;
}
