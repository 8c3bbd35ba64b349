import { z } from "zod";
import { ASYNCHRONOUS_VOICE_EVENTS, EVENT_TYPES } from "../callbackFaults.ts";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { parseControl } from "./controlError.ts";
import { delayMs, frequency } from "./faults.ts";

const ANY = "*";
const REORDERABLE = new Set<string>([ANY, ...ASYNCHRONOUS_VOICE_EVENTS]);

const callbackFault = z
  .strictObject({
    ...frequency,
    eventType: z.enum([ANY, ...EVENT_TYPES], { error: "must be the type of an event, or *" }),
    fault: z
      .enum(["drop", "duplicate", "reorder"], { error: "must be drop, duplicate or reorder" })
      .optional(),
    delayMs,
  })
  .refine(({ fault, delayMs: delay }) => fault !== undefined || delay !== undefined, {
    error: "one of fault and delayMs is required",
  })
  .refine(({ fault, delayMs: delay }) => fault !== "reorder" || delay === undefined, {
    error: "reorder and delayMs exclude each other",
  })
  .refine(({ fault, eventType }) => fault !== "reorder" || REORDERABLE.has(eventType), {
    error: "only asynchronous events of voice can be reordered",
    path: ["eventType"],
  });

/** POST /_sandbox/callback-faults: lets the next callbacks of an event go wrong; answers all faults that are pending. */
export const orderCallbackFault =
  ({ callbackFaults }: Pick<Services, "callbackFaults">): Operation =>
  (request, reply) => {
    const { seed, ...order } = parseControl(callbackFault, request.body);
    callbackFaults.order(order, seed);
    reply.code(201);
    return callbackFaults.pending();
  };

/** GET /_sandbox/callback-faults. */
export const listCallbackFaults =
  ({ callbackFaults }: Pick<Services, "callbackFaults">): Operation =>
  () =>
    callbackFaults.pending();

/** DELETE /_sandbox/callback-faults: nothing goes wrong any more. */
export const clearCallbackFaults =
  ({ callbackFaults }: Pick<Services, "callbackFaults">): Operation =>
  (_, reply) => {
    callbackFaults.clear();
    return reply.code(204).send();
  };
