import type { MediaRef } from "../mediaUrl.ts";
import type { ByteStreams } from "./byteStreams.ts";
import { type MediaItem, mediaPath } from "./media.ts";
import { path } from "./rest.ts";

/** A file on its way to Bandwidth. */
type MediaUpload = {
  mediaId: string;
  contentType: string;
  cacheControl: string | undefined;
  bytes: AsyncIterable<Uint8Array>;
};

/** The bytes of recordings and media files. `messagingUrl` is the base URL that `messaging` has. */
export function createMediaBytes(options: {
  voice: ByteStreams;
  messaging: ByteStreams;
  messagingUrl: string;
  accountId: string;
}) {
  const { voice, messaging, messagingUrl, accountId } = options;
  const account = path`accounts/${accountId}`;
  const pathOf = (mediaId: string) => mediaPath(accountId, mediaId);

  return {
    /** downloadCallRecording, downloadConferenceRecording or getMedia; see `ByteStreams.open`. */
    async open(
      ref: MediaRef,
      headers: Readonly<Record<string, string>>,
      signal: AbortSignal,
    ): Promise<Response> {
      if ("mediaId" in ref) return messaging.open(pathOf(ref.mediaId), headers, signal);
      const recording =
        "callId" in ref
          ? path`/calls/${ref.callId}/recordings/${ref.recordingId}/media`
          : path`/conferences/${ref.conferenceId}/recordings/${ref.recordingId}/media`;
      return voice.open(account + recording, headers, signal);
    },

    /** uploadMedia. What is known of the file afterwards is what listMedia would tell. */
    async upload({ mediaId, contentType, cacheControl, bytes }: MediaUpload): Promise<MediaItem> {
      let contentLength = 0;
      async function* counted() {
        for await (const chunk of bytes) {
          contentLength += chunk.length;
          yield chunk;
        }
      }
      const headers = { "content-type": contentType, ...(cacheControl && { "cache-control": cacheControl }) };
      await messaging.put(pathOf(mediaId), headers, counted());
      return { mediaName: mediaId, content: `${messagingUrl}/${pathOf(mediaId)}`, contentLength };
    },

    /** The file that a URL of Bandwidth's names; nothing for a URL that leads elsewhere. */
    mediaIdOf(url: string): string | undefined {
      const prefix = `${messagingUrl}/users/${accountId}/media/`;
      // As `messagingUrl` is spelled: host in lower case, no default port, no steps up.
      const href = URL.canParse(url) ? new URL(url).href : "";
      if (!href.startsWith(prefix) || /[?#]/.test(href)) return undefined;
      try {
        const mediaId = decodeURIComponent(href.slice(prefix.length));
        // Throws for a name that could not be asked for.
        pathOf(mediaId);
        return mediaId;
      } catch {
        return undefined;
      }
    },
  };
}
export type MediaBytes = ReturnType<typeof createMediaBytes>;
