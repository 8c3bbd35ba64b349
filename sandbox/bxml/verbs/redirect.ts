import { z } from "zod";
import { requiredText } from "../../values.ts";
import { setTag } from "../../voice/leg.ts";
import {
  attributes,
  credentials,
  destination,
  fallbackCredentials,
  method,
  noContent,
  tag,
  type VerbParser,
} from "../verb.ts";

/** `<Redirect redirectUrl>`: goes on with the document that the redirect event's receiver gives. */
export const redirect: VerbParser = (element, documentUrl) => {
  const given = attributes(element, {
    redirectUrl: requiredText.min(1, "is required"),
    redirectMethod: method,
    redirectFallbackUrl: z.string().optional(),
    redirectFallbackMethod: method,
    ...credentials,
    ...fallbackCredentials,
    tag,
  });
  noContent(element);
  const to = destination(
    documentUrl,
    given.redirectUrl,
    given.redirectMethod,
    given.username,
    given.password,
  );
  const fallback = destination(
    documentUrl,
    given.redirectFallbackUrl,
    given.redirectFallbackMethod,
    given.fallbackUsername,
    given.fallbackPassword,
  );
  return async ({ leg, events }) => {
    setTag(leg.call, given.tag);
    return to && { event: () => events.redirect(leg.call), destination: to, fallback };
  };
};
