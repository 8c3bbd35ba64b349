import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { parseJson } from "./lenient.ts";

/** A URL is good for an hour at least. All that are made within half an hour expire together, so that a cache sees the same one. */
const LIFETIME_S = 3600;
const STEP_S = 1800;

/** Whose bytes a URL gives. */
const MediaRef = z.union([
  z.object({ callId: z.string(), recordingId: z.string() }),
  z.object({ conferenceId: z.string(), recordingId: z.string() }),
  z.object({ mediaId: z.string() }),
]);
export type MediaRef = z.infer<typeof MediaRef>;

/** What a URL came to: bytes that may be given out until `expires` (seconds since 1970), or why none may. */
type ReadUrl = { ref: MediaRef; expires: number } | "expired" | "unsigned";

export type MediaUrls = {
  /** A URL that gives the bytes to whoever has it, for 60 to 90 minutes. */
  sign(ref: MediaRef): string;
  /** Reads the path and query of a request, as they came. */
  read(pathAndQuery: string): ReadUrl;
};

/**
 * URLs of `/media`: `/media/REF?expires=SECONDS&signature=SIGNATURE`, REF being base64url JSON and SIGNATURE the base64url
 * HMAC-SHA256 of the two others. They are compared as text, never decoded before: no second spelling of a URL is as good as the first.
 */
export function createMediaUrls(options: { baseUrl: string; secret: string; now: () => Date }): MediaUrls {
  const nowS = () => Math.floor(options.now().getTime() / 1000);
  const signature = (ref: string, expires: string) =>
    createHmac("sha256", options.secret)
      .update(`bandwidth-graphql /media 1\n${ref}\n${expires}`)
      .digest("base64url");

  return {
    sign(media) {
      const ref = Buffer.from(JSON.stringify(media)).toString("base64url");
      const expires = String(Math.ceil((nowS() + LIFETIME_S) / STEP_S) * STEP_S);
      return `${options.baseUrl}/media/${ref}?expires=${expires}&signature=${signature(ref, expires)}`;
    },
    read(pathAndQuery) {
      const parts = /^\/media\/([\w-]+)\?expires=(\d{1,12})&signature=([\w-]{43})$/.exec(pathAndQuery);
      if (!parts) return "unsigned";
      const [, ref = "", expires = "", given = ""] = parts;
      if (!timingSafeEqual(Buffer.from(given), Buffer.from(signature(ref, expires)))) return "unsigned";
      if (Number(expires) <= nowS()) return "expired";
      return {
        ref: MediaRef.parse(parseJson(Buffer.from(ref, "base64url").toString())),
        expires: Number(expires),
      };
    },
  };
}
