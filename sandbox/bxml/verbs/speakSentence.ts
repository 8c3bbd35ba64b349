import type { Element } from "@xmldom/xmldom";
import { listenersOf } from "../../voice/conference.ts";
import { play } from "../../voice/speech.ts";
import { oneOf } from "../attributes.ts";
import { type ContentReader, describeElement, InvalidBxml } from "../element.ts";
import type { Verb } from "../verb.ts";

const VOICES =
  "julie kate susan dave paul bridget simon katrin stefan esperanza violeta jorge rosa jolie bernard paola luca masako " +
  "kenji nadiya anatoli zeina zhiyu ruth stephen lupe pedro gabrielle liam";

const LOCALES = "en_US en_UK de es es_MX es_US fr fr_CA it ja ru arb cmn-CN";

const SSML = new Set("break emphasis lang p phoneme prosody s say-as sub".split(" "));

/** The words of a sentence, SSML tags left out. */
const sentence: ContentReader<string> = (element) => {
  refuseOtherTags(element);
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  if (text === "") throw new InvalidBxml("<SpeakSentence> must have text");
  return text;
};

/** Far more than speech needs, and far less than what 64 KB of tags would take of the stack. */
const MOST_LEVELS = 50;

function refuseOtherTags({ children }: Element, level = 1): void {
  for (const child of children) {
    if (level > MOST_LEVELS)
      throw new InvalidBxml(`<SpeakSentence> must not nest tags deeper than ${MOST_LEVELS} levels`);
    if (!SSML.has(child.tagName))
      throw new InvalidBxml(`<${child.tagName}> is not an SSML tag of <SpeakSentence>`);
    refuseOtherTags(child, level + 1);
  }
}

/** `<SpeakSentence>`: says its text in a time in proportion to it. Voices all sound alike. */
export const speakSentence = describeElement({
  name: "SpeakSentence",
  attributes: {
    voice: oneOf(VOICES.split(" ")).optional(),
    gender: oneOf(["female", "male"]).optional(),
    locale: oneOf(LOCALES.split(" ")).optional(),
  },
  content: sentence,
  read: ({ content: text }): Verb => ({
    inCall: async ({ leg, clock, signal }) => {
      await play(clock, [leg], { text }, signal);
      return undefined;
    },
    inConference: ({ conference, clock, signal }) => play(clock, listenersOf(conference), { text }, signal),
  }),
});
