import { LookupStatus } from "../generated/enums.ts";
import type { CompleteResolvers } from "./complete.ts";
import { globalId } from "./globalId.ts";
import { openEnum } from "./openEnum.ts";

const lookupStatus = openEnum(LookupStatus);

export const Lookup: CompleteResolvers["Lookup"] = {
  id: ({ requestId }) => globalId("Lookup", requestId),
  api: () => "V2",
  status: ({ status }) => lookupStatus(status),
  rawStatus: ({ status }) => status,
};
