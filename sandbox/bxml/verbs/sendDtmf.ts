import { z } from "zod";
import { play } from "../../voice/speech.ts";
import { milliseconds } from "../attributes.ts";
import { describeElement, textContent } from "../element.ts";
import type { Verb } from "../verb.ts";

/** Characters that are no keys but pauses, which take the place of the interval between two tones. */
const PAUSES = new Map([
  [",", 500],
  ["w", 500],
  ["W", 1000],
]);

/** `<SendDtmf toneDuration toneInterval>`: the far party hears keys pressed. */
export const sendDtmf = describeElement({
  name: "SendDtmf",
  attributes: {
    toneDuration: milliseconds(50, 5000).default(200),
    toneInterval: milliseconds(50, 5000).default(400),
  },
  content: textContent(
    z.string().regex(/^[0-9*#a-dA-D,wW]{1,50}$/, "must have 1 to 50 of 0-9 * # a-d A-D , w W"),
  ),
  read: ({ attributes: { toneDuration, toneInterval }, content }): Verb => {
    const keys = [...content];
    return {
      inCall: async ({ leg, clock, signal }) => {
        for (const [index, key] of keys.entries()) {
          const pause = PAUSES.get(key);
          if (pause === undefined) await play(clock, [leg], { text: "", durationMs: toneDuration }, signal);
          const next = keys[index + 1];
          const isBetweenTones = pause === undefined && next !== undefined && !PAUSES.has(next);
          await clock.sleep(pause ?? (isBetweenTones ? toneInterval : 0), signal);
        }
        return undefined;
      },
    };
  },
});
