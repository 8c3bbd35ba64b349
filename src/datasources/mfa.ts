import { z } from "zod";
import { path, type Rest } from "./rest.ts";

const VoiceCodeResponse = z.object({ callId: z.string() });
const MessagingCodeResponse = z.object({ messageId: z.string() });
const VerifyCodeResponse = z.object({ valid: z.boolean() });

/** The body of generateVoiceCode and generateMessagingCode. */
export type CodeRequest = {
  to: string;
  from: string;
  applicationId: string;
  message: string;
  digits: number;
  scope?: string | undefined;
};

/** The body of verifyCode. */
export type VerifyCodeRequest = {
  to: string;
  code: string;
  expirationTimeInMinutes: number;
  scope?: string | undefined;
};

/** Bandwidth's multi-factor authentication API. */
export function createMfa(rest: Rest, accountId: string) {
  const code = path`accounts/${accountId}/code`;
  return {
    /** generateVoiceCode. */
    generateVoiceCode: (request: CodeRequest) =>
      rest.post(`${code}/voice`, request, VoiceCodeResponse, "calls"),
    /** generateMessagingCode. */
    generateMessagingCode: (request: CodeRequest) =>
      rest.post(`${code}/messaging`, request, MessagingCodeResponse, "messages"),
    /** verifyCode. A code that was never sent is no error: it is not valid. */
    verifyCode: (request: VerifyCodeRequest) => rest.post(`${code}/verify`, request, VerifyCodeResponse),
  };
}
export type Mfa = ReturnType<typeof createMfa>;
