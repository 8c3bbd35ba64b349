import { setImmediate as macrotask } from "node:timers/promises";
import { z } from "zod";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { requiredText } from "../values.ts";
import { callState } from "../voice/call.ts";
import type { Leg } from "../voice/leg.ts";
import { farPartySays } from "../voice/speech.ts";
import { ControlError, parseControl } from "./controlError.ts";

const speakBody = z.strictObject({
  text: requiredText.min(1, "must not be empty").max(10_000, "must not exceed 10000 characters"),
});

const path = z.object({ callId: z.string() });

const digitsBody = z.strictObject({
  digits: requiredText.regex(/^[0-9*#A-Da-d]{1,100}$/, "must be 1 to 100 of 0-9 * # A-D"),
});

/** POST /_sandbox/calls/{callId}/answer: the far party of a ringing outbound call answers now. */
export const answerCall =
  ({ store, calls }: Pick<Services, "store" | "calls">): Operation =>
  async (request) => {
    const leg = findLeg({ store, calls }, request.params);
    if (leg.call.direction === "inbound" || leg.call.state !== "initiated")
      throw wrongState(leg, "is not ringing");
    leg.pickUp.abort();
    // The call's script goes on in promise callbacks, which all run before the next macrotask.
    await macrotask();
    return callState(leg.call);
  };

/** POST /_sandbox/calls/{callId}/hangup: the far party hangs up, declines, or gives up calling. */
export const hangUpCall =
  ({ store, calls }: Pick<Services, "store" | "calls">): Operation =>
  async (request) => {
    const leg = findLeg({ store, calls }, request.params);
    if (leg.call.state === "queued") throw wrongState(leg, "has not been dialled yet");
    await calls.hangUp(leg, "farParty");
    return callState(leg.call);
  };

/** POST /_sandbox/calls/{callId}/digits: the far party presses keys; nobody listens unless a verb does, or a StartGather. */
export const pressDigits =
  ({ store, calls }: Pick<Services, "store" | "calls">): Operation =>
  (request) => {
    const leg = findLeg({ store, calls }, request.params);
    const { digits } = parseControl(digitsBody, request.body);
    if (leg.call.state !== "answered") throw wrongState(leg, "is not answered");
    for (const digit of digits) calls.press(leg, digit.toUpperCase());
    return callState(leg.call);
  };

/** POST /_sandbox/calls/{callId}/speak: the far party says something, which recordings hear. */
export const speak =
  ({ store, calls, clock }: Pick<Services, "store" | "calls" | "clock">): Operation =>
  (request) => {
    const leg = findLeg({ store, calls }, request.params);
    const { text } = parseControl(speakBody, request.body);
    if (leg.call.state !== "answered") throw wrongState(leg, "is not answered");
    farPartySays(leg, text, clock.now());
    return callState(leg.call);
  };

function findLeg({ store, calls }: Pick<Services, "store" | "calls">, params: unknown): Leg {
  const { callId } = parseControl(path, params);
  const leg = calls.leg(callId);
  if (leg !== undefined) return leg;
  if (store.call(callId) === undefined) throw new ControlError(404, `Call ${callId} does not exist`);
  throw new ControlError(409, `Call ${callId} is over`);
}

const wrongState = ({ call }: Leg, sentence: string) =>
  new ControlError(409, `Call ${call.callId} ${sentence}`);
