import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { isIPv4 } from "node:net";
import { THIS_MACHINE } from "../encryptedUrl.ts";

/** Texts up to here are compared in the same time. */
const LONGEST_BYTES = 128;

/**
 * Tells whether a text is `secret`, in a time that tells nothing about it, nor about its length: both are compared with zeros behind them. A
 * digest of both, which would do the same, took 7 % of the time of a small query.
 */
export function secretCheck(secret: string): (text: string) => boolean {
  const length = Buffer.byteLength(secret);
  const size = Math.max(LONGEST_BYTES, length);
  const known = Buffer.alloc(size);
  known.write(secret);
  const given = Buffer.alloc(size);
  return (text) => {
    given.fill(0);
    given.write(text);
    const isSame = timingSafeEqual(given, known);
    return isSame && Buffer.byteLength(text) === length;
  };
}

/**
 * Tells whether `authorization` (`Bearer <key>`), of a request with these headers, carries one of the keys. Without any key everyone may
 * come in, but no web page of elsewhere: a browser on this machine would send for it what it likes.
 */
export function clientCheck(apiKeys: readonly string[]) {
  const checks = apiKeys.map(secretCheck);
  return (headers: IncomingHttpHeaders, authorization = headers.authorization): boolean => {
    if (apiKeys.length === 0) {
      const { host, origin } = headers;
      return isOwnName(host) && (origin === undefined || isLocal(origin, host));
    }
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
    // Not `some`: each key is compared, so that the time does not tell which one it was.
    return key !== undefined && checks.filter((isKey) => isKey(key)).length > 0;
  };
}

/**
 * Whether the gateway is called by an address, or by a name that is nobody's in the Internet's DNS. Whoever has one there may let it lead
 * here once a page of his is loaded (DNS rebinding), which then passes for the gateway's own, and sends no Origin with a GET.
 */
function isOwnName(host: string | undefined): boolean {
  const name = URL.parse(`http://${host}`)?.hostname ?? "";
  return !name.includes(".") || isIPv4(name);
}

/** Whether a page is of this machine, or the gateway's own. */
function isLocal(origin: string, host: string | undefined): boolean {
  const page = URL.parse(origin);
  return page !== null && (THIS_MACHINE.includes(page.hostname) || page.host === host);
}
