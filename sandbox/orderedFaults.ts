import { createRandom, type Random } from "./ids.ts";

/** How often a fault happens. */
export interface Frequency {
  /** How many more times it happens. */
  count: number;
  /** Of the times that it could happen, the part that it does. */
  probability: number;
}

export interface OrderedFaults<Fault extends Frequency> {
  order(fault: Fault, seed: number | undefined): void;
  /** The fault that happens to what has this name now, which counts as one time. */
  take(name: string): Fault | undefined;
  /** Those that have times left, in the order that they are tried in. */
  pending(): Fault[];
  clear(): void;
}

/** Makes a list of faults; `nameOf` tells what a fault happens to, or `*` for everything. */
export function createOrderedFaults<Fault extends Frequency>(
  nameOf: (fault: Fault) => string,
): OrderedFaults<Fault> {
  let pending: { fault: Fault; random: Random }[] = [];
  return {
    order: (fault, seed) => pending.push({ fault: { ...fault }, random: createRandom(seed) }),
    take: (name) => {
      const hit = pending.find(
        ({ fault, random }) => [name, "*"].includes(nameOf(fault)) && random() < fault.probability,
      );
      if (hit === undefined) return undefined;
      hit.fault.count -= 1;
      pending = pending.filter(({ fault }) => fault.count > 0);
      return hit.fault;
    },
    pending: () => pending.map(({ fault }) => fault),
    clear: () => {
      pending = [];
    },
  };
}
