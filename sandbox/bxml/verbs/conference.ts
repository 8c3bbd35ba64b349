import { z } from "zod";
import { coachedCalls } from "../../voice/conference.ts";
import { setTag } from "../../voice/leg.ts";
import { boolean, seconds, tag } from "../attributes.ts";
import { describeElement, textContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Conference>`: joins the conference of that name, until the call or the conference ends. */
export const conference = describeElement({
  name: "Conference",
  attributes: {
    mute: boolean.default(false),
    hold: boolean.default(false),
    callIdsToCoach: z
      .string()
      .default("")
      .transform((list) => coachedCalls(list.match(/[^,\s]+/g) ?? [])),
    callbackTimeout: seconds(1, 25).optional(),
    tag,
  },
  asks: { conferenceEvent: "optional" },
  content: textContent(
    z
      .string()
      .regex(/^[A-Za-z0-9\-_.]{1,100}$/, "must have a name of at most 100 letters, digits, -, _ and ."),
  ),
  read: ({ attributes, ask, content: name }): Verb => {
    const { mute, hold, callIdsToCoach, callbackTimeout } = attributes;
    const to = ask("conferenceEvent");
    return {
      isRefusedOnTransferAnswer: true,
      inCall: async ({ leg, conferences, signal }) => {
        setTag(leg.call, attributes.tag);
        const settings = {
          eventDestination: to?.destination,
          eventFallback: to?.fallback,
          tag: leg.call.tag,
          callbackTimeoutMs: callbackTimeout ?? leg.callbackTimeoutMs,
        };
        const as = { name, settings, mute, hold, callIdsToCoach };
        await conferences.join(leg, as, signal);
        return undefined;
      },
    };
  },
});
