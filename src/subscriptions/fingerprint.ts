import { hash } from "node:crypto";
import { configure } from "safe-stable-stringify";

const canonical = configure({ deterministic: true });

/** A name for a piece of JSON that is the same whatever the order of its keys: 132 bits of SHA-256. `kind` keeps namesakes apart. */
export function fingerprint(kind: string, content: unknown): string {
  return hash("sha256", `${kind}\n${canonical(content) ?? ""}`, "base64url").slice(0, 22);
}

/**
 * The fingerprint of an event behind the second in which it happened: ids of one time stand together in an index, and what comes together
 * is written together. With ids in no order SQLite wrote a page of its index for each event, half of what a commit cost.
 */
export function eventId(kind: string, content: unknown, time: number | undefined): string {
  const second = Math.max(0, Math.floor((time ?? 0) / 1000));
  return second.toString(36).padStart(6, "0") + fingerprint(kind, content);
}
