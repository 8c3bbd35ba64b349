import { z } from "zod";

/**
 * What was answered to an event that asks, by whom, when (ms since 1970), and how long after it came. `document` is left out where
 * nothing was answered to an event that may go without.
 */
export const EventAnswer = z.object({
  source: z.enum(["SCRIPT", "LIVE", "FORWARD", "FALLBACK", "DEFAULT"]),
  document: z.string().optional(),
  answeredAt: z.number(),
  afterMs: z.number(),
});
export type EventAnswer = z.infer<typeof EventAnswer>;
