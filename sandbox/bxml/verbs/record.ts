import { z } from "zod";
import { speechDuration } from "../../audio.ts";
import { say, setTag } from "../../voice/leg.ts";
import {
  attributes,
  credentials,
  destination,
  fallbackCredentials,
  method,
  noContent,
  recordingAttributes,
  seconds,
  tag,
  transcriptionOrder,
  type VerbParser,
} from "../verb.ts";
import { refuseUnrecordable } from "./recording.ts";

const LONGEST_SECONDS = 10_800;

/**
 * `<Record>`: records the far party, who says its sentence, until a terminating digit, silence or the longest duration.
 * Then recordComplete asks for the next document, if there is a URL for it and the call is still up.
 */
export const record: VerbParser = (element, documentUrl) => {
  const given = attributes(element, {
    ...recordingAttributes,
    ...credentials,
    ...fallbackCredentials,
    recordCompleteUrl: z.string().optional(),
    recordCompleteMethod: method,
    recordCompleteFallbackUrl: z.string().optional(),
    recordCompleteFallbackMethod: method,
    terminatingDigits: z.string().default("#"),
    maxDuration: seconds(0, LONGEST_SECONDS).default(60),
    silenceTimeout: seconds(0, LONGEST_SECONDS).default(0),
    tag,
  });
  noContent(element);
  refuseUnrecordable(given);
  const transcription = transcriptionOrder(documentUrl, given);

  const { username, password } = given;
  const complete = destination(
    documentUrl,
    given.recordCompleteUrl,
    given.recordCompleteMethod,
    username,
    password,
  );
  const fallback = destination(
    documentUrl,
    given.recordCompleteFallbackUrl,
    given.recordCompleteFallbackMethod,
    given.fallbackUsername,
    given.fallbackPassword,
  );
  const available = destination(
    documentUrl,
    given.recordingAvailableUrl,
    given.recordingAvailableMethod,
    username,
    password,
  );

  return async ({ leg, clock, recorder, events, signal }) => {
    setTag(leg.call, given.tag);
    const ongoing = recorder.start({ channels: 1, available, transcription });

    const { sentence } = leg.farParty;
    say(leg, "farParty", sentence, clock.now());
    const silent =
      given.silenceTimeout > 0 ? speechDuration(sentence) + given.silenceTimeout * 1000 : Infinity;
    const terminated = new AbortController();
    leg.onDigit = (digit) => {
      if (given.terminatingDigits.includes(digit)) terminated.abort();
    };
    const longest = Math.min(given.maxDuration * 1000, silent);
    // The wait is cut short by a digit, or by the end of the call or a redirection, which keep what was recorded.
    await clock.sleep(longest, AbortSignal.any([signal, terminated.signal])).catch(() => undefined);
    leg.onDigit = undefined;
    leg.lifetime.throwIfAborted();
    const recording = recorder.finish(ongoing, leg);
    signal.throwIfAborted();
    return complete && { event: () => events.recordComplete(recording), destination: complete, fallback };
  };
};
