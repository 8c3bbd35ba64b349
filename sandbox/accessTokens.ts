import type { Clock } from "./clock.ts";
import type { Ids } from "./ids.ts";

export const TOKEN_LIFETIME_SECONDS = 3600;
const MAX_TOKENS = 10_000;

/** The OAuth2 access tokens that were issued; they expire on the sandbox clock. */
export interface AccessTokens {
  issue(): string;
  isValid(token: string): boolean;
  clear(): void;
}

/** Makes an empty set of tokens; the oldest go when there are too many. */
export function createAccessTokens({
  clock,
  ids,
}: {
  clock: Pick<Clock, "now">;
  ids: Pick<Ids, "token">;
}): AccessTokens {
  const expiryByToken = new Map<string, number>();
  return {
    issue: () => {
      const [oldest] = expiryByToken.keys();
      if (expiryByToken.size >= MAX_TOKENS && oldest !== undefined) expiryByToken.delete(oldest);
      const token = ids.token();
      expiryByToken.set(token, clock.now() + TOKEN_LIFETIME_SECONDS * 1000);
      return token;
    },
    isValid: (token) => (expiryByToken.get(token) ?? 0) > clock.now(),
    clear: () => expiryByToken.clear(),
  };
}
