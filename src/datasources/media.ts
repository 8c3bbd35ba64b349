import { z } from "zod";
import { int, list, text } from "../lenient.ts";
import { counted, type Page } from "./loader.ts";
import { path, type Rest } from "./rest.ts";
import { naming } from "./upstreamError.ts";

/** A file as listMedia gives it. `content` is its URL. */
const MediaItem = z.object({ mediaName: z.string(), content: text, contentLength: int });
export type MediaItem = z.infer<typeof MediaItem>;
const MediaItems = list(MediaItem);

/** A file is looked for in so many pages of 1000: no operation tells of one file without sending it. */
const MAX_PAGES = 10;

/** The path of a file. Its name may hold slashes, which stay as they are in Bandwidth's own URLs. */
export function mediaPath(accountId: string, mediaId: string): string {
  const segments = mediaId.split("/").map((segment) => path`${segment}`);
  return [path`users/${accountId}/media`, ...segments].join("/");
}

/** The media that an account keeps at Bandwidth's messaging API, without their bytes. */
export function createMedia(rest: Rest, accountId: string) {
  const media = path`users/${accountId}/media`;

  async function page(token?: string): Promise<Page<MediaItem>> {
    const { body, header } = await rest.get(
      media,
      MediaItems,
      token === undefined ? {} : { headers: { "continuation-token": token } },
    );
    file.prime(body, (item) => item.mediaName);
    return { items: body, next: header("continuation-token") || undefined };
  }

  const file = counted(rest.calls, async (ids: readonly string[]) => {
    rest.calls.asked(1);
    const found = new Map<string, MediaItem>();
    let token: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const { items, next }: Page<MediaItem> = await page(token);
      for (const item of items) found.set(item.mediaName, item);
      if (next === undefined || ids.every((id) => found.has(id))) break;
      token = next;
    }
    return ids.map((id) => found.get(id));
  });

  return {
    /** A file, looked for in listMedia; `undefined` when it is not among the first 10 000. */
    file: (mediaId: string) => file.load(mediaId),

    /** listMedia. Bandwidth's pages hold 1000. Primes `file`. */
    files: page,

    /** deleteMedia. */
    async deleteFile(mediaId: string): Promise<void> {
      await naming(`media file ${mediaId}`, () => rest.delete(mediaPath(accountId, mediaId)));
      file.clearAll();
    },
  };
}
export type Media = ReturnType<typeof createMedia>;
