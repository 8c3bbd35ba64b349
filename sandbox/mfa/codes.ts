import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import { toIsoTime } from "../values.ts";

const MAX_CODES = 10_000;
/** Bandwidth says "repeated" and two minutes; how many wrong codes that is, is not published. */
const MAX_WRONG = 5;
const LOCK_MS = 2 * 60 * 1000;

/** A code as somebody asked for it. */
interface CodeOrder {
  channel: "voice" | "messaging";
  to: string;
  from: string;
  scope: string;
  /** Its text, with {CODE} and perhaps {NAME} and {SCOPE} in it. */
  message: string;
  digits: number;
}

/** A code that was sent, as `GET /_sandbox/codes` shows it. */
interface SentCode extends Omit<CodeOrder, "digits"> {
  /** Of the call or message that carried it. */
  id: string;
  time: string;
  code: string;
}

export interface Codes {
  send(order: CodeOrder, id: string): SentCode;
  /** Whether the code was sent to the number for the scope in the last `withinMs`; a code is good for once. */
  verify(given: Pick<SentCode, "to" | "scope" | "code">, withinMs: number): "valid" | "invalid" | "locked";
  /** Newest last. */
  sent(): readonly SentCode[];
  clear(): void;
}

/** Makes the codes of the multi-factor authentication API. */
export function createCodes({ clock, ids }: { clock: Pick<Clock, "now">; ids: Pick<Ids, "digits"> }): Codes {
  let codes: (SentCode & { sentAt: number })[] = [];
  const wrong = new Map<string, { count: number; lockedUntil: number }>();

  function countWrong(to: string) {
    const count = (wrong.get(to)?.count ?? 0) + 1;
    wrong.delete(to);
    wrong.set(to, { count, lockedUntil: count >= MAX_WRONG ? clock.now() + LOCK_MS : 0 });
    const [oldest] = wrong.keys();
    if (wrong.size > MAX_CODES && oldest !== undefined) wrong.delete(oldest);
  }

  function isLocked(to: string): boolean {
    const lockedUntil = wrong.get(to)?.lockedUntil ?? 0;
    if (lockedUntil > clock.now()) return true;
    if (lockedUntil > 0) wrong.delete(to);
    return false;
  }

  return {
    send: ({ digits, message, ...order }, id) => {
      const code = ids.digits(digits);
      const text = message
        .replaceAll("{CODE}", code)
        .replaceAll("{SCOPE}", order.scope)
        .replaceAll("{NAME}", "Sandbox");
      const sentAt = clock.now();
      const sent = { ...order, id, time: toIsoTime(sentAt), code, message: text, sentAt };
      codes.push(sent);
      if (codes.length > MAX_CODES) codes.shift();
      return sent;
    },
    verify: ({ to, scope, code }, withinMs) => {
      if (isLocked(to)) return "locked";
      const oldest = clock.now() - withinMs;
      const found = codes.find(
        (sent) => sent.to === to && sent.scope === scope && sent.code === code && sent.sentAt >= oldest,
      );
      if (found === undefined) {
        countWrong(to);
        return "invalid";
      }
      codes = codes.filter((sent) => sent !== found);
      wrong.delete(to);
      return "valid";
    },
    sent: () => codes.map(({ sentAt: _, ...sent }) => sent),
    clear: () => {
      codes = [];
      wrong.clear();
    },
  };
}
