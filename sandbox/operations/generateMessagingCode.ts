import type { MessagingCodeResponse } from "bandwidth-sdk";
import { parseMfa } from "../mfa/errors.ts";
import type { Services } from "../services.ts";
import { codeRequest } from "./codeRequest.ts";
import type { Operation } from "./operation.ts";

/** POST /api/v1/accounts/{accountId}/code/messaging: a code by message. Only the control route for codes shows it. */
export const generateMessagingCode = ({
  applications,
  ids,
  codes,
  clock,
}: Pick<Services, "applications" | "ids" | "codes" | "clock">): Operation => {
  const body = codeRequest(applications.messaging.applicationId);
  return (request) => {
    const { id } = codes.send(
      { ...parseMfa(body, request.body), channel: "messaging" },
      ids.message(clock.now()),
    );
    return { messageId: id } satisfies MessagingCodeResponse;
  };
};
