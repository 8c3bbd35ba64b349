import { CallEnd } from "../../voice/leg.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Hangup>`: ends the call; one that nobody answered yet is rejected. */
export const hangup = describeElement({
  name: "Hangup",
  attributes: {},
  content: noContent,
  read: (): Verb => ({
    leavesUnanswered: true,
    inCall: async ({ leg }) => {
      throw new CallEnd(leg.call.state === "answered" ? "hangup" : "rejected");
    },
  }),
});
