import { e164OrSipUri, uui } from "../../values.ts";
import { farPartyAt, ring } from "../../voice/farParty.ts";
import { CallEnd } from "../../voice/leg.ts";
import { callerId, dialling } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/**
 * `<Forward to>`: hands an inbound call that nobody has answered yet over to somebody else, for good. It ends as that
 * call does; the account learns of nothing but its end.
 */
export const forward = describeElement({
  name: "Forward",
  attributes: { ...dialling, to: e164OrSipUri, from: callerId, uui: uui(256).optional() },
  content: noContent,
  read: ({ attributes: { to, callTimeout } }): Verb => ({
    isRefusedOnTransferAnswer: true,
    leavesUnanswered: true,
    inCall: async ({ leg, clock, answer, signal }) => {
      if (leg.call.state !== "initiated") {
        throw new CallEnd("application-error", "<Forward> needs an inbound call that is not answered yet");
      }
      leg.isForwarded = true;
      const farParty = farPartyAt(to);
      await ring(clock, { ...leg, farParty }, callTimeout);
      answer(leg);
      await clock.sleep(farParty.staysMs ?? Infinity, signal);
      throw new CallEnd("hangup");
    },
  }),
});
