import { createHash, timingSafeEqual } from "node:crypto";

/** Compares two secrets in a time that tells nothing about them, nor about their lengths. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Whether `authorization` (`Bearer <key>`) carries one of the keys. Without any key everyone may come in. */
export function isClient(authorization: string | undefined, apiKeys: readonly string[]): boolean {
  if (apiKeys.length === 0) return true;
  const key = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  // Not `some`: each key is compared, so that the time does not tell which one it was.
  return key !== undefined && apiKeys.filter((known) => sameSecret(known, key)).length > 0;
}
