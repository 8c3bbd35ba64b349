import fc from "fast-check";
import { expect, test } from "vitest";
import { createMediaUrls, type MediaRef } from "../src/mediaUrl.ts";

const HALF_HOUR_S = 1800;
const START_S = 1_795_273_200;
const SECRET = "a-secret-of-32-characters-or-more";

function urlsAt(seconds: number, secret = SECRET) {
  return createMediaUrls({
    baseUrl: "https://gateway.example.com",
    secret,
    now: () => new Date(seconds * 1000),
  });
}
const pathOf = (url: string) => url.slice("https://gateway.example.com".length);
const recording = { callId: "c-1", recordingId: "r-1" };

const id = fc.string({ unit: "grapheme", minLength: 1 });
const anyRef: fc.Arbitrary<MediaRef> = fc.oneof(
  fc.record({ callId: id, recordingId: id }),
  fc.record({ conferenceId: id, recordingId: id }),
  fc.record({ mediaId: id }),
);

test("a URL is read as what it was made of, whatever stands in the ids", () => {
  fc.assert(
    fc.property(anyRef, (ref) => {
      expect(urlsAt(START_S).read(pathOf(urlsAt(START_S).sign(ref)))).toMatchObject({ ref });
    }),
  );
});

test("a URL is good for an hour at least and for 90 minutes at most, and its last second is told", () => {
  fc.assert(
    fc.property(fc.integer({ min: START_S, max: START_S + HALF_HOUR_S }), (made) => {
      const path = pathOf(urlsAt(made).sign(recording));
      const read = urlsAt(made).read(path);
      if (typeof read === "string") throw new Error(read);
      expect(read.expires - made).toBeGreaterThanOrEqual(2 * HALF_HOUR_S);
      expect(read.expires - made).toBeLessThan(3 * HALF_HOUR_S);
      expect(urlsAt(read.expires - 1).read(path)).toEqual({ ref: recording, expires: read.expires });
      expect(urlsAt(read.expires).read(path)).toBe("expired");
    }),
  );
});

test("for half an hour the same URL is given, so that a browser's cache knows it", () => {
  const given = Array.from({ length: HALF_HOUR_S }, (_, second) =>
    urlsAt(START_S + 1 + second).sign(recording),
  );
  expect(new Set(given).size).toBe(1);
  expect(urlsAt(START_S + 1 + HALF_HOUR_S).sign(recording)).not.toBe(given[0]);
});

test("whichever character is changed, left out or added, the URL is no longer signed", () => {
  const path = pathOf(urlsAt(START_S).sign(recording));
  for (let at = 0; at <= path.length; at++) {
    for (const other of ["A", "b", "9", "-", "_", "/", "%", "=", "&", "", "?"]) {
      for (const width of [0, 1]) {
        const changed = path.slice(0, at) + other + path.slice(at + width);
        if (changed !== path) expect(urlsAt(START_S).read(changed), changed).toBe("unsigned");
      }
    }
  }
});

test("a URL that another secret signed, or the parts of two URLs, are not signed", () => {
  const path = pathOf(urlsAt(START_S).sign(recording));
  expect(urlsAt(START_S, `${SECRET}!`).read(path)).toBe("unsigned");
  const later = pathOf(urlsAt(START_S + HALF_HOUR_S).sign(recording));
  const [ref] = path.split("?");
  expect(
    urlsAt(START_S).read(path.replace(/signature=.*/, later.replace(/.*signature=/, "signature="))),
  ).toBe("unsigned");
  expect(urlsAt(START_S).read(path.replace(/expires=\d+/, /expires=\d+/.exec(later)?.[0] ?? ""))).toBe(
    "unsigned",
  );
  const other = pathOf(urlsAt(START_S).sign({ callId: "c-2", recordingId: "r-1" }));
  expect(urlsAt(START_S).read(other.replace(/^[^?]+/, ref ?? ""))).toBe("unsigned");
});

test("an expired URL that was changed is told as changed: what it was good for is nobody's business", () => {
  const path = pathOf(urlsAt(START_S).sign(recording));
  expect(
    urlsAt(START_S + 10 * HALF_HOUR_S).read(`${path.slice(0, -1)}${path.endsWith("A") ? "B" : "A"}`),
  ).toBe("unsigned");
});
