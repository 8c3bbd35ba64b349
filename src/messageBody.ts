import { z } from "zod";
import { int, object, parseJson, text, texts, time } from "./lenient.ts";

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

const MessageCallback = z.object({ message: MessageBody });

const SETTLING_TAG = "bandwidth-graphql:";

/** The tag of a message that has an idempotency key and no tag of its client's. */
export const settlingTag = (id: string) => `${SETTLING_TAG}${id}`;

/** The message of a callback's payload, if it carries such a tag. */
export function settledMessage(payload: string): MessageBody | undefined {
  if (!payload.includes(SETTLING_TAG)) return undefined;
  const message = MessageCallback.safeParse(parseJson(payload)).data?.message;
  return message?.tag?.startsWith(SETTLING_TAG) ? message : undefined;
}
