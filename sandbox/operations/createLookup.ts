import { z } from "zod";
import { ApiError } from "../errors.ts";
import { parseLookup } from "../lookup/errors.ts";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

/** E.164, and as in Bandwidth's examples also without the plus, or ten digits of a North American number. */
const TN = /^(\+[1-9]\d{1,14}|[1-9]\d{10,14}|[2-9]\d{9})$/;

const lookupBody = z.object({
  tns: z.array(z.string(), { error: "must be a list of telephone numbers" }).min(1, "must not be empty"),
});

const normal = (tn: string) => (tn.startsWith("+") ? tn : tn.length === 10 ? `+1${tn}` : `+${tn}`);

/** POST /api/v1/accounts/{accountId}/tnlookup: starts a lookup, which getLookupStatus tells the result of. */
export const createLookup =
  ({ tnLookups }: Pick<Services, "tnLookups">): Operation =>
  (request, reply) => {
    const { tns } = parseLookup(lookupBody, request.body);
    const malformed = tns.filter((tn) => !TN.test(tn));
    if (malformed.length > 0) {
      throw new ApiError(400, "bad-request", `Some tns do not match e164 format: ${malformed.join(", ")}`);
    }
    const { requestId } = tnLookups.start(tns.map(normal));
    reply.code(202);
    return { requestId, status: "IN_PROGRESS" };
  };
