import { setTimeout as realTime } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Clock } from "./clock.ts";
import { ApiError, type ErrorFamily } from "./errors.ts";
import type { Faults } from "./faults.ts";

/** The hooks that make the requests of an operation go wrong as ordered. */
export function faultHooks(
  operationId: string,
  errors: ErrorFamily,
  { faults, clock }: { faults: Pick<Faults, "take">; clock: Pick<Clock, "lifetime"> },
) {
  const cutAfter = new WeakSet<FastifyRequest>();

  function refusal(status: number, contentType = ""): ApiError {
    const usual = [
      ...(errors.ofOperation?.(operationId) ?? []),
      errors.unauthorized(true),
      errors.unauthorized(false),
      errors.forbidden(),
      errors.notFound(),
      errors.methodNotAllowed(),
      errors.unsupportedMediaType(contentType),
      errors.tooMany(),
    ];
    const { type, message, headers } =
      usual.find((other) => other.status === status) ??
      (status < 500
        ? errors.badRequest("The request was refused, as a fault was ordered")
        : errors.internal());
    return new ApiError(status, type, message, { headers });
  }

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
      if (fault.status !== undefined) {
        if (fault.retryAfter !== undefined) reply.header("retry-after", fault.retryAfter);
        throw refusal(fault.status, request.headers["content-type"]);
      }
      if (fault.reset === "after") cutAfter.add(request);
    },
    // The operation has run by now, and its answer is lost.
    onSend: async (request: FastifyRequest) => {
      if (cutAfter.has(request)) request.raw.socket.destroy();
    },
  };
}
