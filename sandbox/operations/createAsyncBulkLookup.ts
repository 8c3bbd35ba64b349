import type { CreateAsyncBulkLookupResponse } from "bandwidth-sdk";
import { z } from "zod";
import { ACCOUNT_ID } from "../account.ts";
import { parseLookup } from "../lookup/errors.ts";
import type { Services } from "../services.ts";
import { phoneNumbers } from "./createSyncLookup.ts";
import type { Operation } from "./operation.ts";

const bulkLookupBody = z.object({ phoneNumbers: phoneNumbers(15_000) });

/** POST /v2/accounts/{accountId}/phoneNumberLookup/bulk: starts a lookup, which getAsyncBulkLookup tells the result of. */
export const createAsyncBulkLookup =
  ({ bulkLookups }: Pick<Services, "bulkLookups">): Operation =>
  (request, reply) => {
    const { requestId } = bulkLookups.start(parseLookup(bulkLookupBody, request.body).phoneNumbers);
    const href = `/accounts/${ACCOUNT_ID}/phoneNumberLookup/bulk/${requestId}`;
    reply.code(202);
    return {
      links: [{ href, rel: "createdRequest", method: "GET" }],
      data: { requestId, status: "IN_PROGRESS" },
      errors: [],
    } satisfies CreateAsyncBulkLookupResponse;
  };
