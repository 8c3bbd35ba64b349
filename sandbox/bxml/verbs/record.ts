import type { Clock } from "../../clock.ts";
import { type Leg, setTag } from "../../voice/leg.ts";
import { farPartySays } from "../../voice/speech.ts";
import { recordingAttributes, seconds, terminatingDigits } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";
import { transcriptionOrder } from "./recording.ts";

const LONGEST_SECONDS = 10_800;

/**
 * `<Record>`: records the far party, who says its sentence, until a terminating digit, silence or the longest duration.
 * Then recordComplete asks for the next document, if there is a URL for it and the call is still up.
 */
export const record = describeElement({
  name: "Record",
  attributes: {
    ...recordingAttributes,
    terminatingDigits: terminatingDigits.default("#"),
    maxDuration: seconds(0, LONGEST_SECONDS).default(60_000),
    silenceTimeout: seconds(0, LONGEST_SECONDS).default(0),
  },
  asks: { recordComplete: "optional" },
  tells: { recordingAvailable: "optional", transcriptionAvailable: "optional" },
  content: noContent,
  read: ({ attributes, ask, tell }): Verb => {
    const { maxDuration, silenceTimeout } = attributes;
    const complete = ask("recordComplete");
    const available = tell("recordingAvailable");
    const transcription = transcriptionOrder(attributes, tell("transcriptionAvailable"));
    return {
      inCall: async ({ leg, clock, recorder, events, signal }) => {
        setTag(leg.call, attributes.tag);
        const ongoing = recorder.start({ channels: 1, available, transcription });
        farPartySays(leg, leg.farParty.sentence, clock.now());
        const terminated = new AbortController();
        leg.onDigit = (digit) => {
          if (attributes.terminatingDigits.includes(digit)) terminated.abort();
        };
        const over = AbortSignal.any([signal, terminated.signal]);
        // The wait is cut short by a digit, or by the end of the call or a redirection, which keep what was recorded.
        await waitForEnd(clock, leg, { maxDuration, silenceTimeout }, over).catch(() => undefined);
        leg.onDigit = undefined;
        leg.lifetime.throwIfAborted();
        const recording = recorder.finish(ongoing, leg);
        signal.throwIfAborted();
        return complete && { event: () => events.recordComplete(recording), ...complete };
      },
    };
  },
});

/** Waits for the longest duration, or for silence, which anything that the far party says puts off. */
async function waitForEnd(
  clock: Pick<Clock, "now" | "sleep">,
  leg: Leg,
  { maxDuration, silenceTimeout }: { maxDuration: number; silenceTimeout: number },
  signal: AbortSignal,
): Promise<void> {
  const started = clock.now();
  const end = () => {
    const last = leg.heard.findLast(({ speaker }) => speaker === "farParty")?.utterance;
    const silentSince = Math.max(started, last === undefined ? 0 : last.time + last.durationMs);
    return Math.min(started + maxDuration, silenceTimeout > 0 ? silentSince + silenceTimeout : Infinity);
  };
  while (clock.now() < end()) await clock.sleep(end() - clock.now(), signal);
}
