import { play } from "../../voice/speech.ts";
import { boolean, seconds } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Ring duration answerCall>`: the far party hears ringing, if need be in a call that is not answered yet. */
export const ring = describeElement({
  name: "Ring",
  attributes: { duration: seconds(0.1, 86_400).default(5000), answerCall: boolean.default(true) },
  content: noContent,
  read: ({ attributes: { duration, answerCall } }): Verb => ({
    leavesUnanswered: !answerCall,
    inCall: async ({ leg, clock, signal }) => {
      await play(clock, [leg], { text: "", durationMs: duration }, signal);
      return undefined;
    },
  }),
});
