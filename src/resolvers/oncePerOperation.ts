import type { Datasources } from "./context.ts";

/** Finds something out of a source once in an operation, however many of its fields need it. */
export function oncePerOperation<Source extends object, T>(
  find: (source: Source, datasources: Datasources) => T,
): (source: Source, datasources: Datasources) => T {
  const ofOperations = new WeakMap<Datasources, WeakMap<Source, { found: T }>>();
  return (source, datasources) => {
    let ofOperation = ofOperations.get(datasources);
    if (!ofOperation) {
      ofOperation = new WeakMap();
      ofOperations.set(datasources, ofOperation);
    }
    let known = ofOperation.get(source);
    if (!known) {
      known = { found: find(source, datasources) };
      ofOperation.set(source, known);
    }
    return known.found;
  };
}
