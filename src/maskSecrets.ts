const MASK = "[masked]";
/** Shorter ones would mask what everybody writes. */
const SHORTEST = 4;

/** Of `"password": "..."`, and of `password=...`. */
const NAMES = "[\\w-]*(?:password|passwd|secret|token|api[_-]?key|authorization)[\\w-]*";
const JSON_MEMBER = new RegExp(`("${NAMES}"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?`, "gi");
const PARAMETER = new RegExp(`\\b(${NAMES}=)[^&\\s"]+`, "gi");
const USER_OF_URL = /\/\/[^/\s"@]+@/g;

/** Makes what takes secrets out of a text that somebody else wrote: those given, and whatever says of itself that it is one. */
export function createMaskSecrets(secrets: readonly string[]): (text: string) => string {
  const known = secrets
    .filter(({ length }) => length >= SHORTEST)
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  return (text) =>
    known
      .reduce((masked, secret) => masked.replaceAll(secret, MASK), text)
      .replace(JSON_MEMBER, `$1"${MASK}"`)
      .replace(PARAMETER, `$1${MASK}`)
      .replace(USER_OF_URL, `//${MASK}@`);
}
