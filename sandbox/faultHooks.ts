import { setTimeout as realTime } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "./clock.ts";
import { ApiError, type ErrorFamily } from "./errors.ts";
import type { Fault, Faults } from "./faults.ts";

/** The hooks that make the requests of an operation go wrong as ordered. */
export function faultHooks(
  operationId: string,
  errors: ErrorFamily,
  { faults, clock }: { faults: Pick<Faults, "take">; clock: Pick<Clock, "lifetime"> },
) {
  const cutAfter = new WeakSet<FastifyRequest>();

  return {
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const fault = faults.take(operationId);
      if (fault === undefined) return;
      const lifetime = clock.lifetime();
      if (fault.delayMs !== undefined) {
        await realTime(fault.delayMs, undefined, { signal: lifetime }).catch(() => undefined);
      }
      // The sandbox may have been reset meanwhile, or the client may have gone.
      if (fault.reset === "before" || lifetime.aborted || request.raw.socket.destroyed) {
        reply.hijack();
        request.raw.socket.destroy();
        return;
      }
      if (fault.status !== undefined) throw refusal(errors, fault.status, fault);
      if (fault.reset === "after") cutAfter.add(request);
    },
    // The operation has run by now, and its answer is lost.
    onSend: async (request: FastifyRequest) => {
      if (cutAfter.has(request)) request.raw.socket.destroy();
    },
  };
}

function refusal(errors: ErrorFamily, status: number, { retryAfter }: Pick<Fault, "retryAfter">): ApiError {
  const usual = [errors.unauthorized(true), errors.forbidden(), errors.notFound(), errors.internal()];
  const { type, message } =
    status === 429 ? errors.tooMany() : (usual.find((other) => other.status === status) ?? errors.internal());
  const headers: Record<string, string> =
    retryAfter === undefined ? {} : { "retry-after": String(retryAfter) };
  return new ApiError(status, type, message, { headers });
}
