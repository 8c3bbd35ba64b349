import type { z } from "zod";
import type { CallbackMethod } from "../applications.ts";
import type { Destination } from "../callbacks.ts";
import { isSafeForCredentials, limitedText } from "../values.ts";

/** A user name or password for callbacks. */
export const credential = limitedText(1024).nullish();

type Given<Value> = Value | null | undefined;

interface GivenDestination {
  url: Given<string>;
  method: Given<CallbackMethod>;
  username: Given<string>;
  password: Given<string>;
}

/** A destination as a request's fields describe it. */
export function destinationOf({
  url,
  method,
  username,
  password,
}: GivenDestination & { url: string }): Destination {
  const hasCredentials = Boolean(username) || Boolean(password);
  return {
    url,
    method: method ?? "POST",
    credentials: hasCredentials ? { username: username ?? "", password: password ?? "" } : undefined,
  };
}

/** The same where the URL may be left out. */
export function optionalDestination({ url, ...rest }: GivenDestination): Destination | undefined {
  return url ? destinationOf({ url, ...rest }) : undefined;
}

/** Reports a URL that credentials would travel to unencrypted. */
export function refuseUnsafeUrl(
  context: z.RefinementCtx,
  field: string,
  { url, username, password }: Omit<GivenDestination, "method">,
): void {
  if (!url || (!username && !password) || isSafeForCredentials(url)) return;
  context.addIssue({
    code: "custom",
    path: [field],
    message: "must use https if specifying username and password.",
  });
}
