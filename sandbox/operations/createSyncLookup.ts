import { z } from "zod";
import { parseLookup } from "../lookup/errors.ts";
import { phoneNumberLookupResult } from "../lookup/results.ts";
import type { Services } from "../services.ts";
import { e164 } from "../values.ts";
import type { Operation } from "./operation.ts";

/** 1 to `maximum` telephone numbers. */
export const phoneNumbers = (maximum: number) =>
  z
    .array(e164, {
      error: ({ input }) => (input === undefined ? "is required" : "must be a list of telephone numbers"),
    })
    .min(1, "must not be empty")
    .max(maximum, `must not hold more than ${maximum} numbers`);

const syncLookupBody = z.object({
  phoneNumbers: phoneNumbers(100),
  rcsAgent: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, "must be 1 to 40 letters, digits, _ or -")
    .optional(),
});

/** POST /v2/accounts/{accountId}/phoneNumberLookup: the result at once. */
export const createSyncLookup =
  ({ ids }: Pick<Services, "ids">): Operation =>
  (request) =>
    phoneNumberLookupResult(ids.uuid(), parseLookup(syncLookupBody, request.body).phoneNumbers);
