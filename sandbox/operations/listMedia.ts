import type { Media } from "bandwidth-sdk";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

/** Bandwidth gives no choice. */
const PAGE_SIZE = 1000;

/** GET /users/{accountId}/media: by name; a Continuation-Token header in the answer, sent back, leads to the next page. */
export const listMedia =
  ({ media, urls }: Pick<Services, "media" | "urls">): Operation =>
  (request, reply) => {
    // The token is the name of the last file of the page before.
    const token = request.headers["continuation-token"];
    const after = typeof token === "string" ? Buffer.from(token, "base64").toString("utf8") : "";
    const rest = media.list().filter(({ mediaName }) => mediaName > after);
    const page = rest.slice(0, PAGE_SIZE);
    const last = page.at(-1);
    if (rest.length > PAGE_SIZE && last !== undefined) {
      reply.header("continuation-token", Buffer.from(last.mediaName).toString("base64"));
    }
    return page.map(
      ({ mediaName, contentLength }) =>
        ({ content: urls.media(mediaName), contentLength, mediaName }) satisfies Media,
    );
  };
