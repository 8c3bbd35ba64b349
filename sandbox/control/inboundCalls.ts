import { z } from "zod";
import { OWN_NUMBER } from "../account.ts";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { caller, e164OrSipUri } from "../values.ts";
import { callState } from "../voice/call.ts";
import { ControlError, parseControl } from "./controlError.ts";

const inboundCall = z.strictObject({
  from: caller,
  to: e164OrSipUri.default(OWN_NUMBER),
});

/** POST /_sandbox/inbound-calls: somebody calls the account's number. */
export const receiveCall =
  ({ applications, calls }: Pick<Services, "applications" | "calls">): Operation =>
  (request, reply) => {
    const { from, to } = parseControl(inboundCall, request.body);
    if (calls.isFull()) throw new ControlError(409, "There are too many unfinished calls");
    reply.code(201);
    return callState(calls.receive({ from, to }, applications.voice));
  };
