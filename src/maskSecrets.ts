const MASK = "[masked]";
/** Shorter ones would mask what everybody writes. */
const SHORTEST = 4;

const OF_SECRET = /password|passwd|secret|token|api[_-]?key|authorization/i;
// A name is read once, as long as it is, and only then looked at: in "token-token-token" each of many words could begin or end one that has
// `token` in it, and 16 KB of them, as a stranger may send by SMS, were tried for 40 seconds.
const JSON_MEMBER = /("([\w-]+)"\s*:\s*)"(?:[^"\\]|\\.)*"?/g;
const PARAMETER = /(?<![\w-])([\w-]+)=[^&\s"]+/g;
// Not a word, as in "Bearer token has expired": base64 without a digit has capitals within.
const CREDENTIALS = /\b([Bb]asic|[Bb]earer|BASIC|BEARER)\s+(?![A-Z]?[a-z]+[.,:;]?(?:\s|$))[\w.~+/=-]+/g;
const USER_OF_URL = /\/\/[^/\s"@]+@/g;

/** Takes the secrets out of a text that somebody else wrote, and one more that was sent to him. */
export type MaskSecrets = (text: string, sent?: string) => string;

const spellings = (secret: string) =>
  secret.length < SHORTEST ? [] : [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];

/** The secrets are those given, and whatever says of itself that it is one. */
export function createMaskSecrets(secrets: readonly string[]): MaskSecrets {
  const known = secrets.flatMap(spellings);
  return (text, sent = "") =>
    [...known, ...spellings(sent)]
      .reduce((masked, secret) => masked.replaceAll(secret, MASK), text)
      .replace(CREDENTIALS, `$1 ${MASK}`)
      .replace(JSON_MEMBER, (member: string, start: string, name: string) =>
        OF_SECRET.test(name) ? `${start}"${MASK}"` : member,
      )
      .replace(PARAMETER, (parameter: string, name: string) =>
        OF_SECRET.test(name) ? `${name}=${MASK}` : parameter,
      )
      .replace(USER_OF_URL, `//${MASK}@`);
}
