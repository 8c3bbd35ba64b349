import { z } from "zod";
import { boolean, oneOf } from "../attributes.ts";
import { credential, credentialsOf, describeElement, nested, noContent } from "../element.ts";
import type { Verb } from "../verb.ts";
import { parameter, socketUrl, streamAttributes } from "./streamAttributes.ts";

/** `<StartStream>`: sends what is heard to a WebSocket, until StopStream or the end of the call. */
export const startStream = describeElement({
  name: "StartStream",
  attributes: {
    ...streamAttributes,
    destination: socketUrl,
    mode: oneOf(["unidirectional", "bidirectional"]).default("unidirectional"),
    destinationUsername: credential,
    destinationPassword: credential,
  },
  tells: { streamEvent: "optional" },
  content: nested<[string, string]>([parameter("StreamParam")], { minimum: 0, maximum: 12 }),
  read: ({ attributes, tell, content }): Verb => {
    const { name, tracks, destination, destinationUsername, destinationPassword } = attributes;
    const credentials = credentialsOf(destinationUsername, destinationPassword);
    const order = {
      kind: "mediaStream",
      name,
      tracks,
      socket: { url: destination, credentials },
      parameters: Object.fromEntries(content),
      events: tell("streamEvent"),
    } as const;
    return {
      inCall: async ({ leg, streams }) => {
        streams.start(leg, order);
        return undefined;
      },
    };
  },
});

/** `<StopStream name wait>`: ends a stream; nothing happens if there is none of that name. */
export const stopStream = describeElement({
  name: "StopStream",
  attributes: { name: z.string(), wait: boolean.default(false) },
  content: noContent,
  read: ({ attributes: { name, wait } }): Verb => ({
    inCall: async ({ leg, streams, signal }) => {
      const closed = streams.stop(leg, "mediaStream", name);
      if (wait) await closed(signal);
      return undefined;
    },
  }),
});
