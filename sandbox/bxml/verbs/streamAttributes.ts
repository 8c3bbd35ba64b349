import { z } from "zod";
import type { Track } from "../../voice/stream.ts";
import { oneOf } from "../attributes.ts";
import { describeElement, noContent } from "../element.ts";

const TRACKS: Record<"inbound" | "outbound" | "both", readonly Track[]> = {
  inbound: ["inbound"],
  outbound: ["outbound"],
  both: ["inbound", "outbound"],
};

/** What StartStream and StartTranscription have in common. */
export const streamAttributes = {
  name: z.string().min(1, "must not be empty").optional(),
  tracks: oneOf(["inbound", "outbound", "both"])
    .default("inbound")
    .transform((tracks) => TRACKS[tracks]),
};

/** Where messages go. */
export const socketUrl = z
  .string({ error: "is required" })
  .refine((url) => ["ws:", "wss:"].includes(URL.parse(url)?.protocol ?? ""), "must be a ws or wss URL");

/** An element that holds a name and a value for the receiver. */
export const parameter = (name: "StreamParam" | "CustomParam") =>
  describeElement({
    name,
    attributes: {
      name: z.string({ error: "is required" }).max(256, "must not exceed 256 characters"),
      value: z.string({ error: "is required" }).max(2048, "must not exceed 2048 characters"),
    },
    content: noContent,
    read: ({ attributes }): [string, string] => [attributes.name, attributes.value],
  });
