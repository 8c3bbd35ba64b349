import { z } from "zod";
import { setTag } from "../../voice/leg.ts";
import { describeElement, textContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Tag>`: the tag of the events from now on; without text they have none. */
export const tag = describeElement({
  name: "Tag",
  attributes: {},
  content: textContent(z.string().max(256, "must not exceed 256 characters")),
  read: ({ content }): Verb => ({
    leavesUnanswered: true,
    inCall: async ({ leg }) => {
      setTag(leg.call, content);
      return undefined;
    },
  }),
});
