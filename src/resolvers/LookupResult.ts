import { LineType, MessageDeliveryStatus } from "../generated/enums.ts";
import type { CompleteResolvers } from "./complete.ts";
import { openEnum } from "./openEnum.ts";

const lineType = openEnum(LineType);
const deliveryStatus = openEnum(MessageDeliveryStatus);

export const LookupResult: CompleteResolvers["LookupResult"] = {
  e164Format: (result) => result.phoneNumber,
  lineType: (result) => lineType(result.lineType),
  rawLineType: (result) => result.lineType,
  latestMessageDeliveryStatus: (result) => deliveryStatus(result.latestMessageDeliveryStatus),
  rawLatestMessageDeliveryStatus: (result) => result.latestMessageDeliveryStatus,
};
