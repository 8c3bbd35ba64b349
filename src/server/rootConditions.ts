import { type DirectiveNode, type DocumentNode, Kind, type SelectionSetNode } from "graphql";

/** Each @skip and @include at the root of a subscription, which are forbidden there: https://spec.graphql.org/draft/#CollectSubscriptionFields() */
export function rootConditions({ definitions }: DocumentNode): DirectiveNode[] {
  const conditions: DirectiveNode[] = [];
  const fragments = new Map<string, SelectionSetNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition.selectionSet);
  }
  function look({ selections }: SelectionSetNode) {
    for (const selection of selections) {
      for (const directive of selection.directives ?? []) {
        if (["skip", "include"].includes(directive.name.value)) conditions.push(directive);
      }
      if (selection.kind === Kind.INLINE_FRAGMENT) look(selection.selectionSet);
      if (selection.kind !== Kind.FRAGMENT_SPREAD) continue;
      const fragment = fragments.get(selection.name.value);
      // Once each: they may be spread in each other.
      fragments.delete(selection.name.value);
      if (fragment) look(fragment);
    }
  }
  for (const definition of definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION && definition.operation === "subscription")
      look(definition.selectionSet);
  }
  return conditions;
}
