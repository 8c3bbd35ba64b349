import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { isoTime } from "../values.ts";
import { type Conference, conferenceSummary } from "../voice/conference.ts";
import { nextPage, type Operation, pageSize, pageToken } from "./operation.ts";

const listConferencesQuery = z.object({
  name: z.string().optional(),
  minCreatedTime: isoTime.default(Number.NEGATIVE_INFINITY),
  maxCreatedTime: isoTime.default(Number.POSITIVE_INFINITY),
  pageSize: pageSize(1000),
  pageToken,
});

/** GET /accounts/{accountId}/conferences: a page of them, oldest first; the Link header leads to the next one. */
export const listConferences =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request, reply) => {
    const query = parseVoice(listConferencesQuery, request.query);
    const page: Conference[] = [];
    for (const conference of store.conferences()) {
      const { sequence, name, createdTime } = conference;
      if (sequence <= query.pageToken || (query.name !== undefined && name !== query.name)) continue;
      if (createdTime < query.minCreatedTime || createdTime > query.maxCreatedTime) continue;
      if (page.length === query.pageSize) {
        reply.header("link", `<${nextPage(urls.conferences(), request.url, page)}>; rel="next"`);
        break;
      }
      page.push(conference);
    }
    return page.map(conferenceSummary);
  };
