import { setTag } from "../../voice/leg.ts";
import { tag } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Redirect redirectUrl>`: goes on with the document that the redirect event's receiver gives. */
export const redirect = describeElement({
  name: "Redirect",
  attributes: { tag },
  asks: { redirect: "required" },
  content: noContent,
  read: ({ attributes, ask }): Verb => {
    const to = ask("redirect");
    return {
      leavesUnanswered: true,
      inCall: async ({ leg, events }) => {
        setTag(leg.call, attributes.tag);
        return to && { event: () => events.redirect(leg.call), ...to };
      },
    };
  },
});
