import type { LookupRequest } from "../datasources/lookup.ts";
import { UpstreamError } from "../datasources/upstreamError.ts";
import { LookupStatus } from "../generated/enums.ts";
import type { MaybePromise } from "../maybePromise.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { globalId } from "./globalId.ts";
import { isFinal } from "./lookupPolling.ts";
import { openEnum } from "./openEnum.ts";

/** A lookup as Bandwidth tells it, or as it was when it was created some time ago: how it stands is loaded when it is asked for. */
export type LookupSource = LookupRequest & { mayBeOver?: boolean };

const lookupStatus = openEnum(LookupStatus);

/** The lookup as it stands; as it was created while Bandwidth cannot tell. */
async function present(created: LookupRequest, { lookup }: Datasources): Promise<LookupRequest> {
  try {
    return (await lookup.request(created.requestId)) ?? created;
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return created;
  }
}

/** A resolver for a field that changes as Bandwidth goes on with it. */
function readNow<T>(field: (lookup: LookupRequest) => T) {
  return (lookup: LookupSource, _args: unknown, { datasources }: Context): MaybePromise<T> =>
    lookup.mayBeOver ? present(lookup, datasources).then(field) : field(lookup);
}

export const Lookup: CompleteResolvers["Lookup"] = {
  id: ({ requestId }) => globalId("Lookup", requestId),
  api: () => "V2",
  status: readNow(({ status }) => lookupStatus(status)),
  rawStatus: readNow(({ status }) => status),
  // While it goes on Bandwidth may show an empty list as well as none.
  results: readNow((lookup) => (lookup.results?.length === 0 && !isFinal(lookup) ? null : lookup.results)),
  failedPhoneNumbers: readNow(({ failedPhoneNumbers }) => failedPhoneNumbers),
  errors: readNow(({ errors }) => errors),
};
