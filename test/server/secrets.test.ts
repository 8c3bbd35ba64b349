import fc from "fast-check";
import { expect, test } from "vitest";
import { secretCheck } from "../../src/server/secrets.ts";

test("only the very text is the secret, however long they are and whatever stands behind it", () => {
  const secrets = ["hush", "", "żółć", ...[127, 128, 129, 512, 2_000].map((length) => "x".repeat(length))];
  for (const secret of secrets) {
    const isSecret = secretCheck(secret);
    for (const text of [...secrets, `${secret}\0`, `${secret}x`, secret.slice(0, -1), "x".repeat(10_000)]) {
      expect(isSecret(text), `${secret.slice(0, 9)} and ${text.slice(0, 9)}`).toBe(text === secret);
    }
  }
});

test("a text is compared by itself, whatever was compared before", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.string({ unit: "grapheme" })),
      (secret, texts) => {
        const isSecret = secretCheck(secret);
        for (const text of [...texts, secret, ...texts]) expect(isSecret(text)).toBe(text === secret);
      },
    ),
  );
});
