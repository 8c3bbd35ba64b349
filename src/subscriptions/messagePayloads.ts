import { z } from "zod";
import { decimal, int, object, text } from "../lenient.ts";
import { MessageBody } from "../messageBody.ts";

// https://dev.bandwidth.com/docs/messaging/webhooks. The callback schemas of the OpenAPI file require more than the examples hold.
const ofMessage = <T extends z.ZodRawShape>(more: T) => ({
  to: text,
  description: text,
  carrierName: text,
  message: MessageBody.extend(more).optional().catch(undefined),
});
const OF_A_MESSAGE = ofMessage({});

/** What each messaging event holds, by Bandwidth's `type`. */
export const messagePayloads = {
  "message-delivered": z.object(OF_A_MESSAGE),
  "message-failed": z.object({ ...OF_A_MESSAGE, errorCode: int }),
  "message-read": z.object(OF_A_MESSAGE),
  "message-received": z.object(OF_A_MESSAGE),
  "message-sending": z.object(OF_A_MESSAGE),
  "message-sent": z.object(OF_A_MESSAGE),
  "requested-location-response": z.object(
    ofMessage({ locationResponse: object({ latitude: decimal, longitude: decimal }) }),
  ),
  "suggestion-response": z.object(
    ofMessage({ suggestionResponse: object({ text, postbackData: text, pairedMessageId: text }) }),
  ),
};
