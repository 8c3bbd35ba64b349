import type { CodeRequest, VerifyCodeRequest } from "bandwidth-sdk";
import { z } from "zod";
import type { RequestBody } from "./requestBody.ts";
import { path, type Rest } from "./rest.ts";

const VoiceCodeResponse = z.object({ callId: z.string() });
const MessagingCodeResponse = z.object({ messageId: z.string() });
const VerifyCodeResponse = z.object({ valid: z.boolean() });

/** Bandwidth's multi-factor authentication API. */
export function createMfa(rest: Rest, accountId: string) {
  const code = path`accounts/${accountId}/code`;
  return {
    /** generateVoiceCode. */
    generateVoiceCode: (request: RequestBody<CodeRequest>) =>
      rest.post(`${code}/voice`, request, VoiceCodeResponse, "calls"),
    /** generateMessagingCode. */
    generateMessagingCode: (request: RequestBody<CodeRequest>) =>
      rest.post(`${code}/messaging`, request, MessagingCodeResponse, "messages"),
    /** verifyCode. A code that was never sent is no error: it is not valid. */
    verifyCode: (request: RequestBody<VerifyCodeRequest>) =>
      rest.post(`${code}/verify`, request, VerifyCodeResponse),
  };
}
export type Mfa = ReturnType<typeof createMfa>;
