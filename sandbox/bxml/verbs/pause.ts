import { attributes, noContent, seconds, type VerbParser } from "../verb.ts";

/** `<Pause duration>`: silence. */
export const pause: VerbParser = (element) => {
  const { duration } = attributes(element, { duration: seconds(0.1, 86_400).default(1) });
  noContent(element);
  return async ({ clock, signal }) => {
    await clock.sleep(duration * 1000, signal);
    return undefined;
  };
};
