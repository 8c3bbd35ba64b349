import { z } from "zod";
import { boolean } from "../attributes.ts";
import { describeElement, InvalidBxml, nested, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";
import { parameter, socketUrl, streamAttributes } from "./streamAttributes.ts";

/** `<StartTranscription>`: writes down what is said, until StopTranscription or the end of the call. */
export const startTranscription = describeElement({
  name: "StartTranscription",
  attributes: { ...streamAttributes, destination: socketUrl.optional(), stabilized: boolean.optional() },
  tells: { transcriptionEvent: "optional" },
  content: nested<[string, string]>([parameter("CustomParam")], { minimum: 0, maximum: 12 }),
  read: ({ attributes, tell, content }): Verb => {
    const { name, tracks, destination, stabilized } = attributes;
    if (stabilized !== undefined && destination === undefined) {
      throw new InvalidBxml("<StartTranscription> is invalid: Invalid stabilized: needs a destination");
    }
    const order = {
      kind: "realTimeTranscription",
      name,
      tracks,
      socket: destination === undefined ? undefined : { url: destination, credentials: undefined },
      stabilized: stabilized ?? true,
      parameters: Object.fromEntries(content),
      events: tell("transcriptionEvent"),
    } as const;
    return {
      inCall: async ({ leg, streams }) => {
        streams.start(leg, order);
        return undefined;
      },
    };
  },
});

/** `<StopTranscription name>`: ends one transcription, or all of the call without a name. */
export const stopTranscription = describeElement({
  name: "StopTranscription",
  attributes: { name: z.string().optional() },
  content: noContent,
  read: ({ attributes: { name } }): Verb => ({
    inCall: async ({ leg, streams }) => {
      streams.stop(leg, "realTimeTranscription", name);
      return undefined;
    },
  }),
});
