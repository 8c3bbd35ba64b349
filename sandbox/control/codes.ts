import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";

/** GET /_sandbox/codes: the codes that were sent and not used yet, newest last. */
export const listCodes =
  ({ codes }: Pick<Services, "codes">): Operation =>
  () =>
    codes.sent();
