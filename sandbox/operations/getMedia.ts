import { ApiError } from "../errors.ts";
import type { MediaFile } from "../media/mediaStore.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";
import { mediaIdOf } from "./uploadMedia.ts";

/** The file that a request's path names, or a 404. */
export function findMedia({ media }: Pick<Services, "media">, params: unknown): MediaFile {
  const file = media.find(mediaIdOf(params));
  if (file === undefined) throw new ApiError(404, "not-found", "Media not found");
  return file;
}

/** GET /users/{accountId}/media/{mediaId}: the bytes, as they were uploaded. */
export const getMedia =
  ({ media }: Pick<Services, "media">): Operation =>
  (request, reply) => {
    const file = findMedia({ media }, request.params);
    if (file.cacheControl !== undefined) reply.header("cache-control", file.cacheControl);
    return reply
      .header("content-type", file.contentType)
      .header("content-length", file.contentLength)
      .send(media.read(file));
  };
