import { hash, timingSafeEqual } from "node:crypto";

const digest = (text: string) => hash("sha256", text, "buffer");

/** Tells whether a text is `secret`, in a time that tells nothing about it, nor about its length. */
export function secretCheck(secret: string): (text: string) => boolean {
  const known = digest(secret);
  return (text) => timingSafeEqual(digest(text), known);
}

/** Tells whether `authorization` (`Bearer <key>`) carries one of the keys. Without any key everyone may come in. */
export function clientCheck(apiKeys: readonly string[]): (authorization: string | undefined) => boolean {
  const checks = apiKeys.map(secretCheck);
  return (authorization) => {
    if (apiKeys.length === 0) return true;
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    // Not `some`: each key is compared, so that the time does not tell which one it was.
    return key !== undefined && checks.filter((isKey) => isKey(key)).length > 0;
  };
}
