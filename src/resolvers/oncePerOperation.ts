import type { Datasources } from "./context.ts";

/** Finds something out of a source once in an operation, however many of its fields need it. */
export function oncePerOperation<Source, T extends object>(
  find: (source: Source, datasources: Datasources) => T,
): (source: Source, datasources: Datasources) => T {
  return (source, datasources) => {
    const { found } = datasources;
    // With the operation, for the values of a WeakMap live long (CONTRIBUTING, "Garbage"). What is kept under `find` is what it found.
    let known = found.get(find) as Map<Source, T> | undefined;
    if (!known) {
      known = new Map();
      found.set(find, known);
    }
    const before = known.get(source);
    if (before !== undefined) return before;
    const result = find(source, datasources);
    known.set(source, result);
    return result;
  };
}
