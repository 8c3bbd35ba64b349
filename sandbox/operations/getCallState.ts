import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { callState } from "../voice/call.ts";
import { findCall, type Operation } from "./operation.ts";

const path = z.object({ callId: z.string() });

/** GET /accounts/{accountId}/calls/{callId}. */
export const getCallState =
  ({ store }: Pick<Services, "store">): Operation =>
  (request) =>
    callState(findCall(store, parseVoice(path, request.params).callId));
