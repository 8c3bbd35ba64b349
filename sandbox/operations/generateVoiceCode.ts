import type { VoiceCodeResponse } from "bandwidth-sdk";
import { parseMfa } from "../mfa/errors.ts";
import type { Services } from "../services.ts";
import { codeRequest } from "./codeRequest.ts";
import type { Operation } from "./operation.ts";

/** POST /api/v1/accounts/{accountId}/code/voice: a code by call. Only the control route for codes shows it. */
export const generateVoiceCode = ({
  applications,
  ids,
  codes,
}: Pick<Services, "applications" | "ids" | "codes">): Operation => {
  const body = codeRequest(applications.voice.applicationId);
  return (request) => {
    const { id } = codes.send({ ...parseMfa(body, request.body), channel: "voice" }, ids.call());
    return { callId: id } satisfies VoiceCodeResponse;
  };
};
