import { z } from "zod";
import { setTag } from "../../voice/leg.ts";
import { tag } from "../attributes.ts";
import { describeElement, textContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Bridge>`: joins the call with another one, whatever that is doing, until either leaves. */
export const bridge = describeElement({
  name: "Bridge",
  attributes: { tag },
  asks: { bridgeComplete: "optional", bridgeTargetComplete: "optional" },
  content: textContent(z.string().min(1, "must have the id of a call")),
  read: ({ attributes, ask, content: targetId }): Verb => {
    const complete = ask("bridgeComplete");
    const targetComplete = ask("bridgeTargetComplete");
    return {
      isRefusedOnTransferAnswer: true,
      inCall: async ({ leg, events, bridges, signal }) => {
        setTag(leg.call, attributes.tag);
        const failure = await bridges.bridge(leg, { targetId, targetComplete }, signal);
        return complete && { event: () => events.bridgeComplete(leg.call, failure), ...complete };
      },
    };
  },
});
