import type { FastifyError, FastifyInstance } from "fastify";
import type { Services } from "../services.ts";
import { getApplication, putApplication } from "./applications.ts";
import { clearCallbackFaults, listCallbackFaults, orderCallbackFault } from "./callbackFaults.ts";
import { answerCall, hangUpCall, pressDigits, speak } from "./calls.ts";
import { getClock, setClock } from "./clock.ts";
import { listCodes } from "./codes.ts";
import { clearFaults, listFaults, orderFault } from "./faults.ts";
import { receiveCall } from "./inboundCalls.ts";
import { receiveMessage } from "./inboundMessages.ts";

/** The sandbox's own routes, which Bandwidth does not have: they play the outside world and show what happened. */
export async function control(
  server: FastifyInstance,
  services: Services & { reset: () => void },
): Promise<void> {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error(error);
    return reply.code(status).send({ error: status >= 500 ? "The sandbox failed" : error.message });
  });

  server.get("/health", () => ({ status: "ok" }));
  server.get("/clock", getClock(services));
  server.post("/clock", setClock(services));
  server.get("/requests", () => services.requests.entries());
  server.get("/callbacks", () => services.callbacks.deliveries.entries());
  server.get("/faults", listFaults(services));
  server.post("/faults", orderFault(services));
  server.delete("/faults", clearFaults(services));
  server.get("/callback-faults", listCallbackFaults(services));
  server.post("/callback-faults", orderCallbackFault(services));
  server.delete("/callback-faults", clearCallbackFaults(services));
  server.get("/codes", listCodes(services));
  server.post("/inbound-calls", receiveCall(services));
  server.post("/inbound-messages", receiveMessage(services));
  server.post("/calls/:callId/answer", answerCall(services));
  server.post("/calls/:callId/hangup", hangUpCall(services));
  server.post("/calls/:callId/digits", pressDigits(services));
  server.post("/calls/:callId/speak", speak(services));
  server.get("/applications/:applicationId", getApplication(services));
  server.put("/applications/:applicationId", putApplication(services));
  server.post("/reset", (_, reply) => {
    services.reset();
    return reply.code(204).send();
  });
}
