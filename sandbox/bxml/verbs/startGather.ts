import { setTag } from "../../voice/leg.ts";
import { tag } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<StartGather dtmfUrl>`: each digit is told from now on, but for those that a Gather takes. */
export const startGather = describeElement({
  name: "StartGather",
  attributes: { tag },
  tells: { dtmf: "required" },
  content: noContent,
  read: ({ attributes, tell }): Verb => ({
    inCall: async ({ leg }) => {
      setTag(leg.call, attributes.tag);
      leg.dtmf = tell("dtmf");
      return undefined;
    },
  }),
});

/** `<StopGather>`: digits are told no more. */
export const stopGather = describeElement({
  name: "StopGather",
  attributes: {},
  content: noContent,
  read: (): Verb => ({
    inCall: async ({ leg }) => {
      leg.dtmf = undefined;
      return undefined;
    },
  }),
});
