import { Readable } from "node:stream";
import { z } from "zod";
import { ApiError, messagingBadRequest } from "../errors.ts";
import { isMediaType } from "../media/contentTypes.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ "*": z.string() });

/** The media id that a request's path names; it may hold slashes. */
export const mediaIdOf = (params: unknown): string => path.parse(params)["*"];

/** PUT /users/{accountId}/media/{mediaId}: takes a file in, in place of one of the same name. */
export const uploadMedia =
  ({ media, maxMediaBytes }: Pick<Services, "media" | "maxMediaBytes">): Operation =>
  async (request, reply) => {
    const mediaName = mediaIdOf(request.params);
    const contentType = request.headers["content-type"] ?? "application/octet-stream";
    const cacheControl = request.headers["cache-control"];
    if (mediaName === "") throw messagingBadRequest("The media id must not be empty");
    if (!isMediaType(contentType)) {
      throw new ApiError(415, "unsupported-content-type", `Content-Type '${contentType}' is not supported`);
    }
    const tooLarge = messagingBadRequest(`The media must not be larger than ${maxMediaBytes} bytes`);
    if (Number(request.headers["content-length"] ?? 0) > maxMediaBytes) throw tooLarge;
    const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
    if (!(await media.put({ mediaName, contentType, cacheControl }, bytes, maxMediaBytes))) throw tooLarge;
    return reply.code(204).send();
  };
