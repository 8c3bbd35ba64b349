import type { FastifyInstance } from "fastify";

/** `/healthz`: the process is alive. `/readyz`: it can do its work; 503 with the reason when it cannot. */
export function addHealth(app: FastifyInstance, fault: () => Promise<string | undefined>) {
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (_request, reply) => {
    const reason = await fault();
    return reason === undefined ? { status: "ready" } : reply.code(503).send({ status: "not ready", reason });
  });
}
