import { type Leg, setTag } from "../../voice/leg.ts";
import { count, seconds, tag, terminatingDigits } from "../attributes.ts";
import { describeElement, InvalidBxml, nested } from "../element.ts";
import type { Scene, Verb } from "../verb.ts";
import { playAudio } from "./playAudio.ts";
import { speakSentence } from "./speakSentence.ts";

/** Bandwidth's limit of nested verbs, also of all that are played with repeats. */
const MAX_PROMPTS = 20;

/**
 * `<Gather>`: plays what it holds and waits for digits, which then are told; the first one ends what is played.
 * Digits pressed before it are lost, and without a gatherUrl so are those that it has gathered.
 */
export const gather = describeElement({
  name: "Gather",
  attributes: {
    terminatingDigits: terminatingDigits.default(""),
    maxDigits: count(1, 50).default(50),
    interDigitTimeout: seconds(1, 60).default(5000),
    firstDigitTimeout: seconds(0, 60).default(5000),
    repeatCount: count(1, MAX_PROMPTS).default(1),
    tag,
  },
  asks: { gather: "optional" },
  content: nested<Verb>([speakSentence, playAudio], { minimum: 0, maximum: MAX_PROMPTS }),
  read: ({ attributes, ask, content: prompts }): Verb => {
    if (prompts.length * attributes.repeatCount > MAX_PROMPTS) {
      throw new InvalidBxml(`<Gather> may play at most ${MAX_PROMPTS} verbs, repeats included`);
    }
    const to = ask("gather");
    return {
      inCall: async (scene) => {
        const { leg, events } = scene;
        setTag(leg.call, attributes.tag);
        const gathered = await withoutSingleDigits(leg, () => listen(scene, prompts, attributes));
        return to && { event: () => events.gather(leg.call, gathered), ...to };
      },
    };
  },
});

/** A StartGather pauses while a Gather runs. */
async function withoutSingleDigits<Result>(leg: Leg, work: () => Promise<Result>): Promise<Result> {
  const { dtmf } = leg;
  leg.dtmf = undefined;
  try {
    return await work();
  } finally {
    leg.onDigit = undefined;
    leg.dtmf = dtmf;
  }
}

async function listen(
  scene: Scene,
  prompts: readonly Verb[],
  settings: {
    terminatingDigits: string;
    maxDigits: number;
    interDigitTimeout: number;
    firstDigitTimeout: number;
    repeatCount: number;
  },
) {
  const { leg, clock, signal } = scene;
  let digits = "";
  let terminatingDigit = "";
  let pressed = new AbortController();
  const isComplete = () => terminatingDigit !== "" || digits.length >= settings.maxDigits;
  leg.onDigit = (digit) => {
    if (isComplete()) return;
    if (settings.terminatingDigits.includes(digit)) terminatingDigit = digit;
    else digits += digit;
    pressed.abort();
  };
  /** Whether a digit cut the work off. */
  const isCutOff = async (work: (signal: AbortSignal) => Promise<void>) => {
    pressed = new AbortController();
    const { signal: digit } = pressed;
    try {
      await work(AbortSignal.any([signal, digit]));
    } catch (reason) {
      signal.throwIfAborted();
      if (!digit.aborted) throw reason;
    }
    return digit.aborted;
  };

  let hasDigit = await isCutOff(async (untilDigit) => {
    for (let plays = 0; plays < settings.repeatCount; plays += 1) {
      for (const prompt of prompts) await prompt.inCall({ ...scene, signal: untilDigit });
      await clock.sleep(settings.firstDigitTimeout, untilDigit);
    }
  });
  while (hasDigit && !isComplete()) {
    hasDigit = await isCutOff((untilDigit) => clock.sleep(settings.interDigitTimeout, untilDigit));
  }
  return { digits, terminatingDigit };
}
