import { createRandom, type Random } from "./ids.ts";

/** What goes wrong with requests of an operation. */
export interface Fault {
  /** An operationId, or `*` for all of them. */
  operation: string;
  /** How many more requests it hits. */
  count: number;
  /** Of the requests that it could hit, the part that it does. */
  probability: number;
  /** Answered in place of running the operation, in the error shape of its API. */
  status?: number | undefined;
  /** Seconds, with a status. */
  retryAfter?: number | undefined;
  /** Real milliseconds before anything else happens: the client's patience is real too. */
  delayMs?: number | undefined;
  /** The connection is cut before the operation has run, or after it has and before its answer. */
  reset?: "before" | "after" | undefined;
}

export interface Faults {
  /** Names an operation that faults can be ordered for. */
  declare(operationId: string): void;
  isDeclared(operationId: string): boolean;
  order(fault: Fault, seed: number | undefined): void;
  /** The fault that hits a request of the operation now, which counts as one hit. */
  take(operationId: string): Fault | undefined;
  /** Those that have hits left, in the order that they are tried in. */
  pending(): readonly Fault[];
  clear(): void;
}

/** Makes the list of ordered faults. */
export function createFaults(): Faults {
  const declared = new Set<string>();
  let pending: (Fault & { random: Random })[] = [];
  return {
    declare: (operationId) => declared.add(operationId),
    isDeclared: (operationId) => declared.has(operationId),
    order: (fault, seed) => pending.push({ ...fault, random: createRandom(seed) }),
    take: (operationId) => {
      const hit = pending.find(
        ({ operation, probability, random }) =>
          (operation === operationId || operation === "*") && random() < probability,
      );
      if (hit === undefined) return undefined;
      hit.count -= 1;
      pending = pending.filter(({ count }) => count > 0);
      return hit;
    },
    pending: () => pending.map(({ random: _, ...fault }) => fault),
    clear: () => {
      pending = [];
    },
  };
}
