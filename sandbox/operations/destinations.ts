import type { z } from "zod";
import type { CallbackMethod } from "../applications.ts";
import type { Destination } from "../callbacks.ts";
import { callbackMethod, callbackUrl, isSafeForCredentials, limitedText } from "../values.ts";

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

/** The fields by which a call or a conference is sent to another document. */
export const redirectFields = {
  redirectUrl: callbackUrl.nullish(),
  redirectMethod: callbackMethod.nullish(),
  username: credential,
  password: credential,
  redirectFallbackUrl: callbackUrl.nullish(),
  redirectFallbackMethod: callbackMethod.nullish(),
  fallbackUsername: credential,
  fallbackPassword: credential,
};

type Redirect = z.output<z.ZodObject<typeof redirectFields>>;

const toDocument = (given: Redirect) => ({
  url: given.redirectUrl,
  method: given.redirectMethod,
  username: given.username,
  password: given.password,
});

const toFallback = (given: Redirect) => ({
  url: given.redirectFallbackUrl,
  method: given.redirectFallbackMethod,
  username: given.fallbackUsername,
  password: given.fallbackPassword,
});

/** Reports the URLs of a redirect that credentials would travel to unencrypted. */
export function refuseUnsafeRedirect(context: z.RefinementCtx, given: Redirect): void {
  refuseUnsafeUrl(context, "redirectUrl", toDocument(given));
  refuseUnsafeUrl(context, "redirectFallbackUrl", toFallback(given));
}

/** Where a redirect leads, and what is asked if that fails; nowhere if it names no URL. */
export function redirectOf(given: Redirect) {
  const document = optionalDestination(toDocument(given));
  return document && { document, fallback: optionalDestination(toFallback(given)) };
}
