import { createOrderedFaults, type Frequency, type OrderedFaults } from "./orderedFaults.ts";

/** What goes wrong with requests of an operation. */
export interface Fault extends Frequency {
  /** An operationId, or `*` for all of them. */
  operation: string;
  /** Answered in place of running the operation, in the error shape of its API. */
  status?: number | undefined;
  /** Seconds, with a status. */
  retryAfter?: number | undefined;
  /** Real milliseconds before anything else happens: the client's patience is real too. */
  delayMs?: number | undefined;
  /** The connection is cut before the operation has run, or after it has and before its answer. */
  reset?: "before" | "after" | undefined;
}

export interface Faults extends OrderedFaults<Fault> {
  /** Names an operation that faults can be ordered for. */
  declare(operationId: string): void;
  isDeclared(operationId: string): boolean;
}

/** Makes the list of ordered faults. */
export function createFaults(): Faults {
  const declared = new Set<string>();
  return {
    declare: (operationId) => declared.add(operationId),
    isDeclared: (operationId) => declared.has(operationId),
    ...createOrderedFaults<Fault>(({ operation }) => operation),
  };
}
