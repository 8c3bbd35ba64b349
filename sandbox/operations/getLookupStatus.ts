import { z } from "zod";
import { ApiError } from "../errors.ts";
import { tnLookupResult } from "../lookup/results.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

const path = z.object({ requestId: z.string() });

/** GET /api/v1/accounts/{accountId}/tnlookup/{requestId}. */
export const getLookupStatus =
  ({ tnLookups }: Pick<Services, "tnLookups">): Operation =>
  (request) => {
    const { requestId } = path.parse(request.params);
    const lookup = tnLookups.find(requestId);
    if (lookup === undefined) throw new ApiError(404, "not-found", "The requestId was not found");
    return tnLookups.isReady(lookup)
      ? { requestId, ...tnLookupResult(lookup.numbers) }
      : { requestId, status: "IN_PROGRESS" };
  };
