import { z } from "zod";
import { optional, phoneNumber, textUpTo, webUrl } from "./inputPieces.ts";
import { idempotencyKey } from "./once.ts";

/** A group has ten participants at most, the sender among them not counted: https://dev.bandwidth.com/docs/messaging */
const MAX_RECIPIENTS = 10;

const SENDER_ID = /^(?=.*[A-Za-z])[A-Za-z0-9 \-+_&]{1,11}$/;

/** `CreateMessageInput` by the contract's limits, but that an expiration must be in the future: a repeat may come when it is over. */
export const CreateMessageInput = z
  .object({
    to: z
      .array(phoneNumber)
      .min(1, "must have a recipient")
      .max(MAX_RECIPIENTS, `must have at most ${MAX_RECIPIENTS} recipients`)
      .refine((to) => new Set(to).size === to.length, "must have each recipient once"),
    from: z.union([phoneNumber, z.string().regex(SENDER_ID)], {
      error:
        "must be an E.164 number, such as +19195551234, or a sender id of up to 11 characters with a letter",
    }),
    applicationId: optional(z.string().min(1, "must not be empty")),
    text: optional(textUpTo(2048)),
    media: optional(z.array(webUrl(4096))),
    tag: optional(textUpTo(1024)),
    priority: optional(
      z
        .enum(["DEFAULT", "HIGH"], { error: "must be DEFAULT or HIGH" })
        .transform((value) => (value === "HIGH" ? "high" : "default")),
    ),
    idempotencyKey: optional(idempotencyKey),
    expiration: optional(z.date().transform((time) => time.toISOString())),
  })
  .refine(({ text, media }) => text || media?.length, {
    path: ["text"],
    error: "is required when there is no media",
  });
