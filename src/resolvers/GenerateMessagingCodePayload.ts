import type { CompleteResolvers } from "./complete.ts";

/** What generateMessagingCode answers. */
export type MessagingCode = { messageId: string };

export const GenerateMessagingCodePayload: CompleteResolvers["GenerateMessagingCodePayload"] = {
  message: ({ messageId }) => ({ id: messageId, partial: true }),
};
