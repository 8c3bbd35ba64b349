import type { Authorization } from "../../src/datasources/authorization.ts";
import { createLanes, createRates } from "../../src/datasources/pace.ts";
import { createRest } from "../../src/datasources/rest.ts";
import type { TextExchange } from "../../src/datasources/textFetch.ts";
import { createTokenBucket } from "../../src/datasources/tokenBucket.ts";
import { createUpstreamCalls } from "../../src/datasources/upstreamCalls.ts";
import { createMaskSecrets } from "../../src/maskSecrets.ts";

/** A client of the stub's voice API, for one operation and with lanes of its own. */
export function restTo(
  upstreamUrl: string,
  options: {
    authorization: Authorization;
    exchange: TextExchange;
    attemptTimeoutMs?: number;
    deadlineMs?: number;
  },
) {
  const leaving = new AbortController().signal;
  const rest = createRest({
    api: "voice",
    baseUrl: `${upstreamUrl}/api/v2/accounts/9900000`,
    lanes: createLanes(Date.now, leaving),
    rates: createRates({
      callsPerSecond: 5,
      messagesPerSecond: 1,
      createBucket: (_name, rate) => createTokenBucket(rate, Date.now),
    }),
    leaving,
    now: Date.now,
    random: Math.random,
    maskSecrets: createMaskSecrets([]),
    ...options,
  });
  return rest(createUpstreamCalls(200));
}
