import type { z } from "zod";
import { credential, exposes, fault, method, NEEDS_HTTPS, optional, webUrl } from "./inputPieces.ts";

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

/** What goes with a `redirectUrl` only. */
const OF_REDIRECT_URL = ["redirectMethod", "username", "password"] as const;

/**
 * Checks what an end excludes and a redirect needs. `state` is what the field `stateField` says; `others` go with a redirect only too.
 * `instead` may stand for `redirectUrl`.
 */
export function checkRedirect<T extends z.infer<z.ZodObject<typeof REDIRECT_FIELDS>>>(
  input: T,
  stateField: string,
  state: "active" | "completed",
  check: z.RefinementCtx,
  { others = [], instead }: { others?: readonly (keyof T & string)[]; instead?: keyof T & string } = {},
) {
  const isInstead = instead !== undefined && input[instead] !== undefined;
  if (state === "completed") {
    for (const field of [...Object.keys(REDIRECT_FIELDS), ...others, instead] as (keyof T & string)[])
      if (input[field] !== undefined) fault(check, field, `is not allowed when ${stateField} is COMPLETED`);
  } else if (isInstead) {
    if (input.redirectUrl !== undefined) fault(check, instead, "goes without a redirectUrl only");
    for (const field of OF_REDIRECT_URL)
      if (input[field] !== undefined) fault(check, field, "goes with a redirectUrl only");
  } else if (input.redirectUrl === undefined) {
    fault(
      check,
      "redirectUrl",
      `is required unless ${instead ? `there is ${instead} or ` : ""}${stateField} is COMPLETED`,
    );
  }
  if (exposes(input.redirectUrl, input.username, input.password)) fault(check, "redirectUrl", NEEDS_HTTPS);
  if (exposes(input.redirectFallbackUrl, input.fallbackUsername, input.fallbackPassword))
    fault(check, "redirectFallbackUrl", NEEDS_HTTPS);
}
