import { displayName, e164OrSipUri, uui } from "../../values.ts";
import { setTag } from "../../voice/leg.ts";
import type { TransferTarget } from "../../voice/transfers.ts";
import { callerId, dialling, tag } from "../attributes.ts";
import { type ContentReader, describeElement, nested, textContent } from "../element.ts";
import type { Verb } from "../verb.ts";

const target = (name: string, to: ContentReader<string>) =>
  describeElement({
    name,
    attributes: { tag, uui: uui(256).optional() },
    asks: { transferAnswer: "optional" },
    tells: { transferDisconnect: "optional" },
    content: to,
    read: ({ attributes, ask, tell, content }): TransferTarget => ({
      to: content,
      tag: attributes.tag,
      answer: ask("transferAnswer"),
      disconnect: tell("transferDisconnect"),
    }),
  });

const phoneNumber = target(
  "PhoneNumber",
  textContent(e164OrSipUri.refine((to) => to.startsWith("+"), "must have an E164 telephone number")),
);
const sipUri = target(
  "SipUri",
  textContent(e164OrSipUri.refine((to) => !to.startsWith("+"), "must have a SIP URI")),
);

/** `<Transfer>`: calls up to eight others at once, and joins the first that answers with the call. */
export const transfer = describeElement({
  name: "Transfer",
  attributes: {
    ...dialling,
    transferCallerId: callerId,
    transferCallerDisplayName: displayName.optional(),
    tag,
  },
  asks: { transferComplete: "optional" },
  content: nested<TransferTarget>([phoneNumber, sipUri], { minimum: 1, maximum: 8 }),
  read: ({ attributes, ask, content: targets }): Verb => {
    const complete = ask("transferComplete");
    const { callTimeout, transferCallerId } = attributes;
    return {
      isRefusedOnTransferAnswer: true,
      inCall: async ({ leg, events, transfers, signal }) => {
        setTag(leg.call, attributes.tag);
        const order = { targets, callTimeoutMs: callTimeout, callerId: transferCallerId };
        const described = await transfers.transfer(leg, order, signal);
        return complete && { event: () => events.transferComplete(leg.call, described), ...complete };
      },
    };
  },
});
