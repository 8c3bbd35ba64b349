import { z } from "zod";
import { int, object, text, texts, time } from "./lenient.ts";

/** A message in the shape that createMessage answers and messaging callbacks carry. Listings have another. */
export const MessageBody = z.object({
  id: z.string(),
  owner: text,
  applicationId: text,
  time,
  segmentCount: int,
  direction: text,
  to: texts,
  from: text,
  media: texts,
  text,
  tag: text,
  priority: text,
  expiration: time,
  channel: text,
  content: object({ text, media: object({ fileUrl: text }) }),
});
export type MessageBody = z.infer<typeof MessageBody>;
