import type { AccountStatistics } from "bandwidth-sdk";
import type { Services } from "../services.ts";
import type { Operation } from "./operation.ts";

/** GET /accounts/{accountId}/statistics: the outbound queue as it is now. */
export const getStatistics =
  ({ queue }: Pick<Services, "queue">): Operation =>
  () =>
    ({ currentCallQueueSize: queue.size(), maxCallQueueSize: queue.capacity }) satisfies AccountStatistics;
