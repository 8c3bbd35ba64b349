import type { Services } from "../services.ts";
import { findMedia } from "./getMedia.ts";
import type { Operation } from "./operation.ts";

/** DELETE /users/{accountId}/media/{mediaId}. */
export const deleteMedia =
  ({ media }: Pick<Services, "media">): Operation =>
  async (request, reply) => {
    await media.remove(findMedia({ media }, request.params));
    return reply.code(204).send();
  };
