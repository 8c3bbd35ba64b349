import type { AsyncLookupRequest, SyncLookupRequest } from "bandwidth-sdk";
import { z } from "zod";
import { flag, int, list, object, text, texts } from "../lenient.ts";
import { counted, createLoader } from "./loader.ts";
import type { RequestBody } from "./requestBody.ts";
import { path, type Rest } from "./rest.ts";
import { UpstreamError } from "./upstreamError.ts";

/** What is known of a number: the fields of v2, and of the older `tnlookup` those that v2 has no more. */
export type NumberInformation = {
  phoneNumber: string;
  lineType?: string | undefined;
  messagingProvider?: string | undefined;
  voiceProvider?: string | undefined;
  countryCodeA3?: string | undefined;
  deactivationReporter?: string | undefined;
  deactivationDate?: string | undefined;
  deactivationEvent?: string | undefined;
  latestMessageDeliveryStatus?: string | undefined;
  initialMessageDeliveryStatusDate?: string | undefined;
  latestMessageDeliveryStatusDate?: string | undefined;
  rcsEnabled?: boolean | undefined;
  country?: string | undefined;
  formatted?: string | undefined;
  mobileCountryCode?: string | undefined;
  mobileNetworkCode?: string | undefined;
  responseCode?: number | undefined;
  message?: string | undefined;
};

/** A lookup request as it stands, in one form for both APIs. */
export type LookupRequest = {
  requestId: string;
  status?: string | undefined;
  results?: readonly NumberInformation[] | undefined;
  failedPhoneNumbers: readonly string[];
  errors: readonly LookupFault[];
};

/** Why Bandwidth knows nothing of some numbers. Only v2 tells. */
export type LookupFault = {
  code?: string | undefined;
  type?: string | undefined;
  description?: string | undefined;
  phoneNumbers: readonly string[];
};

const V2Result = z.object({
  phoneNumber: z.string(),
  lineType: text,
  messagingProvider: text,
  voiceProvider: text,
  countryCodeA3: text,
  deactivationReporter: text,
  deactivationDate: text,
  deactivationEvent: text,
  latestMessageDeliveryStatus: text,
  initialMessageDeliveryStatusDate: text,
  latestMessageDeliveryStatusDate: text,
  rcsEnabled: flag,
});

const V2Fault = z
  .object({ code: text, type: text, description: text, meta: object({ phoneNumbers: texts }) })
  .transform(({ meta, ...fault }): LookupFault => ({ ...fault, phoneNumbers: meta?.phoneNumbers ?? [] }));

const V2Lookup = z
  .object({
    data: z.object({
      requestId: z.string(),
      status: text,
      results: list(V2Result).optional().catch(undefined),
    }),
    errors: list(V2Fault).optional().catch(undefined),
  })
  .transform(
    ({ data, errors = [] }): LookupRequest => ({
      ...data,
      errors,
      failedPhoneNumbers: [...new Set(errors.flatMap(({ phoneNumbers }) => phoneNumbers))],
    }),
  );

/** Of ISO 3166-1, what the lookups cover: the United States and Canada. */
const ALPHA_3 = new Map([
  ["US", "USA"],
  ["CA", "CAN"],
]);

const V1Result = z
  .object({
    "E.164 Format": z.string(),
    "Response Code": int,
    Message: text,
    Formatted: text,
    Country: text,
    "Line Type": text,
    "Line Provider": text,
    "Mobile Country Code": text,
    "Mobile Network Code": text,
  })
  .transform(
    (result): NumberInformation => ({
      phoneNumber: withPlus(result["E.164 Format"]),
      lineType: result["Line Type"],
      messagingProvider: result["Line Provider"],
      countryCodeA3: ALPHA_3.get(result.Country ?? ""),
      country: result.Country,
      formatted: result.Formatted,
      mobileCountryCode: result["Mobile Country Code"],
      mobileNetworkCode: result["Mobile Network Code"],
      responseCode: result["Response Code"],
      message: result.Message,
    }),
  );

const V1Lookup = z
  .object({
    requestId: z.string(),
    status: text,
    result: list(V1Result).optional().catch(undefined),
    failedTelephoneNumbers: texts,
  })
  .transform(
    ({ requestId, status, result, failedTelephoneNumbers = [] }): LookupRequest => ({
      requestId,
      status,
      results: result,
      failedPhoneNumbers: failedTelephoneNumbers.map(withPlus),
      errors: [],
    }),
  );

/** `tnlookup` writes numbers with and without their plus. */
function withPlus(phoneNumber: string): string {
  return phoneNumber.startsWith("+") ? phoneNumber : `+${phoneNumber}`;
}

/** Waits between the polls of a `tnlookup` request that a query waits for: some 10 seconds in all. */
const POLL_AFTER_MS = [250, 500, 1000, 1000, 1500, 2000, 2000, 2000];

/** Bandwidth's phone number lookup for one request, by `v2` or by the older `tnlookup`. */
export function createLookup(
  rest: Rest,
  accountId: string,
  options: {
    api: "v2" | "tnlookup";
    wait: (ms: number) => Promise<unknown>;
  },
) {
  const account = path`accounts/${accountId}`;
  const v2 = {
    maxBatchSize: 100,
    find: (phoneNumbers: readonly string[]) =>
      rest.post(
        `${account}/phoneNumberLookup`,
        { phoneNumbers } satisfies RequestBody<SyncLookupRequest>,
        V2Lookup,
      ),
    create: (phoneNumbers: readonly string[]) =>
      rest.post(
        `${account}/phoneNumberLookup/bulk`,
        { phoneNumbers } satisfies RequestBody<AsyncLookupRequest>,
        V2Lookup,
      ),
    get: async (requestId: string) =>
      (await rest.get(account + path`/phoneNumberLookup/bulk/${requestId}`, V2Lookup)).body,
  };
  const tnlookup = {
    maxBatchSize: Number.POSITIVE_INFINITY,
    async find(phoneNumbers: readonly string[]): Promise<LookupRequest> {
      let lookup = await tnlookup.create(phoneNumbers);
      for (const ms of POLL_AFTER_MS) {
        if (lookup.status !== "IN_PROGRESS") return lookup;
        await options.wait(ms);
        lookup = await tnlookup.get(lookup.requestId);
      }
      if (lookup.status !== "IN_PROGRESS") return lookup;
      throw new UpstreamError(
        "UPSTREAM_TIMEOUT",
        `Bandwidth has not finished the lookup yet: ask for lookup(requestId: "${lookup.requestId}") later`,
      );
    },
    create: (tns: readonly string[]) => rest.post(`${account}/tnlookup`, { tns }, V1Lookup),
    get: async (requestId: string) => (await rest.get(account + path`/tnlookup/${requestId}`, V1Lookup)).body,
  };
  const api = options.api === "v2" ? v2 : tnlookup;

  const number = counted(
    rest.calls,
    async (phoneNumbers: readonly string[]) => {
      rest.calls.asked(1);
      const { results = [] } = await api.find(phoneNumbers);
      const byNumber = new Map(results.map((result) => [result.phoneNumber, result]));
      return phoneNumbers.map((phoneNumber) => byNumber.get(phoneNumber));
    },
    { maxBatchSize: api.maxBatchSize, batchScheduleFn: rest.calls.reads.whenIdle },
  );
  const request = createLoader(rest.calls, api.get, (requestId: string) => requestId);

  return {
    /** createSyncLookup, or createLookup and getLookupStatus: `undefined` for a number that Bandwidth knows nothing of. */
    number: (phoneNumber: string) => number.load(phoneNumber),

    /** createAsyncBulkLookup, or createLookup. */
    create: (phoneNumbers: readonly string[]) => api.create(phoneNumbers),

    /** getAsyncBulkLookup, or getLookupStatus; `undefined` when Bandwidth does not know it. */
    request: (requestId: string) => request.load(requestId),
  };
}
export type Lookup = ReturnType<typeof createLookup>;
