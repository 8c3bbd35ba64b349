import { z } from "zod";
import { setTag } from "../../voice/leg.ts";
import {
  attributes,
  boolean,
  credentials,
  destination,
  fallbackCredentials,
  InvalidBxml,
  method,
  seconds,
  tag,
  type VerbParser,
} from "../verb.ts";

const NAME = /^[A-Za-z0-9\-_.]{1,100}$/;

/** `<Conference>`: joins the conference of that name, until the call or the conference ends. */
export const conference: VerbParser = (element, documentUrl) => {
  const given = attributes(element, {
    mute: boolean.default(false),
    hold: boolean.default(false),
    callIdsToCoach: z.string().optional(),
    conferenceEventUrl: z.string().optional(),
    conferenceEventMethod: method,
    conferenceEventFallbackUrl: z.string().optional(),
    conferenceEventFallbackMethod: method,
    callbackTimeout: seconds(1, 25).optional(),
    ...credentials,
    ...fallbackCredentials,
    tag,
  });
  const name = (element.textContent ?? "").trim();
  if (!NAME.test(name) || element.children.length > 0) {
    throw new InvalidBxml("<Conference> must have a name of at most 100 letters, digits, -, _ and .");
  }
  const eventDestination = destination(
    documentUrl,
    given.conferenceEventUrl,
    given.conferenceEventMethod,
    given.username,
    given.password,
  );
  const eventFallback = destination(
    documentUrl,
    given.conferenceEventFallbackUrl,
    given.conferenceEventFallbackMethod,
    given.fallbackUsername,
    given.fallbackPassword,
  );
  const { mute, hold, callbackTimeout, callIdsToCoach } = given;
  const coached = callIdsToCoach?.split(",").map((callId) => callId.trim()) ?? null;

  return async ({ leg, conferences, signal }) => {
    setTag(leg.call, given.tag);
    const settings = {
      eventDestination,
      eventFallback,
      tag: leg.call.tag,
      callbackTimeoutMs: callbackTimeout === undefined ? leg.callbackTimeoutMs : callbackTimeout * 1000,
    };
    await conferences.join(leg, { name, settings, mute, hold, callIdsToCoach: coached }, signal);
    return undefined;
  };
};
