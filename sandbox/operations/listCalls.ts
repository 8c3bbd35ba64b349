import { z } from "zod";
import { parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import { isoTime } from "../values.ts";
import { type Call, callState } from "../voice/call.ts";
import { nextPage, type Operation, pageSize, pageToken } from "./operation.ts";

const listCallsQuery = z.object({
  to: z.string().optional(),
  from: z.string().optional(),
  minStartTime: isoTime.optional(),
  maxStartTime: isoTime.optional(),
  disconnectCause: z.string().optional(),
  pageSize: pageSize(10_000),
  pageToken,
});

/** GET /accounts/{accountId}/calls: a page of calls, oldest first; the Link header leads to the next one. */
export const listCalls =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request, reply) => {
    const query = parseVoice(listCallsQuery, request.query);
    const page: Call[] = [];
    for (const call of store.calls()) {
      if (call.sequence <= query.pageToken || !matches(call, query)) continue;
      if (page.length === query.pageSize) {
        reply.header("link", `<${nextPage(urls.calls(), request.url, page)}>; rel="next"`);
        break;
      }
      page.push(call);
    }
    return page.map(callState);
  };

function matches(call: Call, query: z.output<typeof listCallsQuery>): boolean {
  const { startTime } = call;
  return (
    (query.to === undefined || call.to === query.to) &&
    (query.from === undefined || call.from === query.from) &&
    (query.disconnectCause === undefined || call.disconnectCause === query.disconnectCause) &&
    (query.minStartTime === undefined || (startTime !== undefined && startTime >= query.minStartTime)) &&
    (query.maxStartTime === undefined || (startTime !== undefined && startTime <= query.maxStartTime))
  );
}
