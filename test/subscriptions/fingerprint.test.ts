import { hash } from "node:crypto";
import fc from "fast-check";
import { configure } from "safe-stable-stringify";
import { expect, test } from "vitest";
import { fingerprint } from "../../src/subscriptions/fingerprint.ts";

const canonical = configure({ deterministic: true });

test("a fingerprint is that of the text with its keys in order, as in logs and replicas of all versions", () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom("__proto__", "10", "9", "9~", ":", "toJSON", "constructor"),
  );
  const scalar = fc.oneof(fc.string({ unit: "binary" }), fc.double(), fc.boolean(), fc.constant(null));
  const flat = fc
    .array(fc.tuple(name, scalar), { maxLength: 20 })
    .map((fields) => `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)}}`);
  fc.assert(
    fc.property(fc.oneof(flat, fc.json()), (text) => {
      const content: unknown = JSON.parse(text);
      const expected = hash("sha256", `voice\n${canonical(content)}`, "base64url").slice(0, 22);
      expect(fingerprint("voice", content)).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
  // Inputs of mutations are no JSON.
  for (const content of [new Date(0), { at: new Date(0) }, { left: undefined }, { big: 1n }, undefined]) {
    const expected = hash("sha256", `voice\n${canonical(content) ?? ""}`, "base64url").slice(0, 22);
    expect(fingerprint("voice", content)).toBe(expected);
  }
});
