import type { Element } from "@xmldom/xmldom";
import { z } from "zod";
import { speechDuration } from "../../audio.ts";
import { say } from "../../voice/leg.ts";
import { attributes, InvalidBxml, type VerbParser } from "../verb.ts";

/** The text that a SpeakSentence says, SSML tags left out. */
export function readSentence(element: Element): string {
  attributes(element, {
    voice: z.string().optional(),
    gender: z.enum(["female", "male"], { error: "must be female or male" }).optional(),
    locale: z.string().optional(),
  });
  const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
  if (text === "") throw new InvalidBxml("<SpeakSentence> must have text");
  return text;
}

/** `<SpeakSentence>`: says its text in a time in proportion to it. Voices all sound alike. */
export const speakSentence: VerbParser = (element) => {
  const text = readSentence(element);
  return async ({ leg, clock, signal }) => {
    say(leg, "application", text, clock.now());
    await clock.sleep(speechDuration(text), signal);
    return undefined;
  };
};
