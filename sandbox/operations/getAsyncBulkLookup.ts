import type { GetAsyncBulkLookupResponse } from "bandwidth-sdk";
import { z } from "zod";
import { parseLookup, phoneNumberLookupErrors } from "../lookup/errors.ts";
import { phoneNumberLookupResult } from "../lookup/results.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ requestId: z.uuid({ error: "must be a UUID" }) });

/** GET /v2/accounts/{accountId}/phoneNumberLookup/bulk/{requestId}. */
export const getAsyncBulkLookup =
  ({ bulkLookups }: Pick<Services, "bulkLookups">): Operation =>
  (request) => {
    const { requestId } = parseLookup(path, request.params);
    const lookup = bulkLookups.find(requestId);
    if (lookup === undefined) throw phoneNumberLookupErrors.notFound();
    return bulkLookups.isReady(lookup)
      ? phoneNumberLookupResult(requestId, lookup.numbers)
      : ({
          links: [],
          data: { requestId, status: "IN_PROGRESS", results: [] },
          errors: [],
        } satisfies GetAsyncBulkLookupResponse);
  };
