import { z } from "zod";
import { OWN_NUMBER } from "../account.ts";
import { segmentCount } from "../messaging/message.ts";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { e164, limitedText, toIsoTime } from "../values.ts";
import { parseControl } from "./controlError.ts";

const inboundMessage = z.strictObject({
  from: e164,
  to: e164
    .transform((number) => [number])
    .or(z.array(e164).min(1, "must not be empty").max(100, "must hold at most 100 numbers"))
    .default([OWN_NUMBER]),
  text: limitedText(2048),
  media: z
    .array(z.url({ error: "must be a URL" }))
    .max(100, "must hold at most 100 URLs")
    .optional(),
});

/** POST /_sandbox/inbound-messages: somebody writes to the account's number, the first of `to`, and maybe to others. */
export const receiveMessage =
  ({
    applications,
    clock,
    ids,
    messaging,
  }: Pick<Services, "applications" | "clock" | "ids" | "messaging">): Operation =>
  (request, reply) => {
    const { from, to, text, media } = parseControl(inboundMessage, request.body);
    const message = {
      id: ids.message(clock.now()),
      owner: to[0] ?? OWN_NUMBER,
      applicationId: applications.messaging.applicationId,
      time: toIsoTime(clock.now()),
      segmentCount: segmentCount(text, media),
      direction: "in" as const,
      to,
      from,
      text,
      ...(media && { media }),
    };
    messaging.receive(message, applications.messaging);
    reply.code(201);
    return message;
  };
