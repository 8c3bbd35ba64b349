import { z } from "zod";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { ControlError, parseControl } from "./controlError.ts";

/** How often faults of any kind happen. */
export const frequency = {
  count: z.int("must be a whole number").min(1).max(1_000_000).default(1),
  probability: z.number().gt(0, "must be above 0").max(1, "must be at most 1").default(1),
  seed: z
    .int()
    .min(0)
    .max(2 ** 32 - 1)
    .optional(),
};

/** Real milliseconds. */
export const delayMs = z.number().min(0).max(600_000, "must be at most 600000").optional();

const fault = z
  .strictObject({
    ...frequency,
    operation: z.string({ error: "must be an operationId, or *" }),
    status: z.int().min(400, "must be from 400 to 599").max(599, "must be from 400 to 599").optional(),
    retryAfter: z.int().min(0).optional(),
    delayMs,
    reset: z.enum(["before", "after"], { error: "must be before or after" }).optional(),
  })
  .refine(
    ({ status, reset }) => status === undefined || reset === undefined,
    "status and reset exclude each other",
  )
  .refine(
    ({ status, reset, delayMs: delay }) => status !== undefined || reset !== undefined || delay !== undefined,
    "one of status, delayMs and reset is required",
  );

/** POST /_sandbox/faults: lets the next requests of an operation go wrong; answers all faults that are pending. */
export const orderFault =
  ({ faults }: Pick<Services, "faults">): Operation =>
  (request, reply) => {
    const { seed, ...order } = parseControl(fault, request.body);
    if (order.operation !== "*" && !faults.isDeclared(order.operation)) {
      throw new ControlError(400, `Invalid operation: the sandbox does not emulate ${order.operation}`);
    }
    faults.order(order, seed);
    reply.code(201);
    return faults.pending();
  };

/** GET /_sandbox/faults. */
export const listFaults =
  ({ faults }: Pick<Services, "faults">): Operation =>
  () =>
    faults.pending();

/** DELETE /_sandbox/faults: nothing goes wrong any more. */
export const clearFaults =
  ({ faults }: Pick<Services, "faults">): Operation =>
  (_, reply) => {
    faults.clear();
    return reply.code(204).send();
  };
