import type { FastifyInstance } from "fastify";

/**
 * `/healthz`: the process is alive. `/readyz`: it can take callbacks; 503 with the reason when it cannot. `damage` is told with 200: whoever
 * sends callbacks elsewhere upon a 503 would lose them, for a gateway whose log is damaged in one place takes them, and has no other beside it.
 */
export function addHealth(
  app: FastifyInstance,
  { fault, damage }: { fault(): Promise<string | undefined>; damage(): Promise<string | undefined> },
) {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const reason = await fault();
    if (reason !== undefined) return reply.code(503).send({ status: "not ready", reason });
    return { status: "ready", reason: await damage() };
  });
}
