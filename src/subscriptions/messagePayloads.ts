import { z } from "zod";
import { int, text } from "../lenient.ts";
import { MessageBody } from "../messageBody.ts";

// https://dev.bandwidth.com/docs/messaging/webhooks. The callback schemas of the OpenAPI file require more than the examples hold.
const OF_A_MESSAGE = {
  to: text,
  description: text,
  carrierName: text,
  message: MessageBody.optional().catch(undefined),
};

/** What each messaging event holds, by Bandwidth's `type`. */
export const messagePayloads = {
  "message-delivered": z.object(OF_A_MESSAGE),
  "message-failed": z.object({ ...OF_A_MESSAGE, errorCode: int }),
  "message-read": z.object(OF_A_MESSAGE),
  "message-received": z.object(OF_A_MESSAGE),
  "message-sending": z.object(OF_A_MESSAGE),
  "message-sent": z.object(OF_A_MESSAGE),
};
