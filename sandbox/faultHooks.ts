import { setTimeout as realTime } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ApiError, type ErrorFamily } from "./errors.ts";
import type { Fault, Faults } from "./faults.ts";

/** The hooks that make the requests of an operation go wrong as ordered. `onCut` hears of requests without an answer. */
export function faultHooks(
  operationId: string,
  errors: ErrorFamily,
  { faults, onCut }: { faults: Pick<Faults, "take">; onCut: (request: FastifyRequest) => void },
) {
  const cutAfter = new WeakSet<FastifyRequest>();

  function cut(request: FastifyRequest) {
    onCut(request);
    request.raw.socket.destroy();
  }

  return {
    onRequest: async (request: FastifyRequest, reply: FastifyReply) => {
      const fault = faults.take(operationId);
      if (fault === undefined) return;
      if (fault.delayMs !== undefined) await realTime(fault.delayMs);
      if (fault.status !== undefined) throw refusal(errors, fault.status, fault);
      if (fault.reset === "after") cutAfter.add(request);
      if (fault.reset !== "before") return;
      reply.hijack();
      cut(request);
    },
    // The operation has run by now, and its answer is lost.
    onSend: async (request: FastifyRequest) => {
      if (cutAfter.has(request)) cut(request);
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
