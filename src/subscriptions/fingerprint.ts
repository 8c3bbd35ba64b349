import { createHash } from "node:crypto";
import { configure } from "safe-stable-stringify";

const canonical = configure({ deterministic: true });

/** A name for a piece of JSON that is the same whatever the order of its keys: 132 bits of SHA-256. `kind` keeps namesakes apart. */
export function fingerprint(kind: string, content: unknown): string {
  return createHash("sha256")
    .update(`${kind}\n`)
    .update(canonical(content) ?? "")
    .digest("base64url")
    .slice(0, 22);
}
