import type { CreateSyncLookupResponse, GetAsyncBulkLookupResponse, LookupResult } from "bandwidth-sdk";
import { factsOf, isCovered, type NumberFacts } from "./carriers.ts";
import { finalStatus } from "./lookups.ts";

/** Lookup v1's names of line types. */
const LINE_TYPES = { FIXED: "Fixed", "VOIP-FIXED": "Fixed-VoIP", MOBILE: "Mobile", VOIP: "VoIP" };

const formatted = (phoneNumber: string) => phoneNumber.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "($1) $2-$3");

/** What v1 answers once a lookup is over. A number that is covered but unknown is a result without information. */
export function tnLookupResult(numbers: readonly string[]) {
  const covered = numbers.filter(isCovered);
  const failed = numbers.filter((number) => !isCovered(number));
  return {
    status: finalStatus(covered.length, failed.length),
    ...(covered.length > 0 && { result: covered.map(tnResult) }),
    ...(failed.length > 0 && { failedTelephoneNumbers: failed }),
  };
}

function tnResult(number: string) {
  const facts = factsOf(number);
  return {
    "Response Code": facts === undefined ? 3 : 0,
    Message: facts === undefined ? "NXDOMAIN" : "NOERROR",
    "E.164 Format": number,
    Formatted: formatted(number),
    Country: facts?.country ?? "US",
    ...(facts && {
      "Line Type": LINE_TYPES[facts.lineType],
      "Line Provider": facts.provider,
      ...(facts.mobileNetwork && {
        "Mobile Country Code": facts.mobileNetwork.countryCode,
        "Mobile Network Code": facts.mobileNetwork.networkCode,
      }),
    }),
  };
}

/** What v2 answers once a lookup is over: numbers without information are in one error. */
export function phoneNumberLookupResult(requestId: string, numbers: readonly string[]) {
  const results: ReturnType<typeof phoneNumberResult>[] = [];
  const failed: string[] = [];
  for (const number of numbers) {
    const facts = factsOf(number);
    if (facts === undefined) failed.push(number);
    else results.push(phoneNumberResult(facts));
  }
  return {
    links: [],
    data: { requestId, status: finalStatus(results.length, failed.length), results },
    errors: failed.length > 0 ? [noMatch(failed)] : [],
  } satisfies CreateSyncLookupResponse & GetAsyncBulkLookupResponse;
}

const phoneNumberResult = ({ phoneNumber, lineType, provider, country }: NumberFacts) =>
  ({
    phoneNumber,
    lineType,
    messagingProvider: provider,
    voiceProvider: provider,
    countryCodeA3: country === "CA" ? "CAN" : "USA",
  }) satisfies LookupResult;

const noMatch = (phoneNumbers: string[]) => ({
  code: "NO-MATCH",
  description: "The following TNs could not be found in the Number Industry data",
  meta: { phoneNumbers, message: "Invalid TNs", code: 1001 },
  type: "NumberInventory",
});
