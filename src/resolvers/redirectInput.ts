import type { z } from "zod";
import { credential, exposes, method, NEEDS_HTTPS, optional, webUrl } from "./inputPieces.ts";

const url = webUrl(2048);

/** The fields by which `updateCall` and `updateConference` say where new BXML is asked for. */
export const REDIRECT_FIELDS = {
  redirectUrl: optional(url),
  redirectMethod: optional(method),
  username: optional(credential),
  password: optional(credential),
  redirectFallbackUrl: optional(url),
  redirectFallbackMethod: optional(method),
  fallbackUsername: optional(credential),
  fallbackPassword: optional(credential),
};

/** Checks what an end excludes and a redirect needs. `state` is what the field `stateField` says; `others` go with a redirect only too. */
export function checkRedirect<T extends z.infer<z.ZodObject<typeof REDIRECT_FIELDS>>>(
  input: T,
  stateField: string,
  state: "active" | "completed",
  check: z.RefinementCtx,
  others: readonly (keyof T & string)[] = [],
) {
  const fault = (field: string, message: string) =>
    check.addIssue({ code: "custom", path: [field], message });
  if (state === "completed") {
    for (const field of [...Object.keys(REDIRECT_FIELDS), ...others] as (keyof T & string)[])
      if (input[field] !== undefined) fault(field, `is not allowed when ${stateField} is COMPLETED`);
  } else if (input.redirectUrl === undefined) {
    fault("redirectUrl", `is required unless ${stateField} is COMPLETED`);
  }
  if (exposes(input.redirectUrl, input.username, input.password)) fault("redirectUrl", NEEDS_HTTPS);
  if (exposes(input.redirectFallbackUrl, input.fallbackUsername, input.fallbackPassword))
    fault("redirectFallbackUrl", NEEDS_HTTPS);
}
