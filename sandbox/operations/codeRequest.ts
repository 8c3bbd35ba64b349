import { z } from "zod";
import { e164, limitedText, requiredText } from "../values.ts";

/** What is asked for with a code, by call or by message. */
export const codeRequest = (applicationId: string) =>
  z.object({
    to: e164,
    from: e164,
    applicationId: requiredText.refine((id) => id === applicationId, "is not an application of this account"),
    scope: limitedText(25).default("2FA"),
    message: limitedText(2048).refine((text) => text.includes("{CODE}"), "must contain {CODE}"),
    digits: z
      .int({
        error: ({ input }) =>
          input === undefined ? "is required" : "must be a whole number between 4 and 8",
      })
      .min(4, "must be between 4 and 8")
      .max(8, "must be between 4 and 8"),
  });
