import { seconds } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** `<Pause duration>`: silence. */
export const pause = describeElement({
  name: "Pause",
  attributes: { duration: seconds(0.1, 86_400).default(1000) },
  content: noContent,
  read: ({ attributes: { duration } }): Verb => ({
    inCall: async ({ clock, signal }) => {
      await clock.sleep(duration, signal);
      return undefined;
    },
  }),
});
