import { z } from "zod";
import type { MessagingApplication, VoiceApplication } from "../applications.ts";
import type { Operation } from "../operations/operation.ts";
import type { Services } from "../services.ts";
import { callbackMethod, callbackUrl, limitedText, numberBetween } from "../values.ts";
import { ControlError, parseControl } from "./controlError.ts";

const path = z.object({ applicationId: z.string() });

const credentials = z.strictObject({ username: limitedText(1024), password: limitedText(1024) });

const voiceChanges = z
  .strictObject({
    callInitiatedCallbackUrl: callbackUrl,
    callInitiatedMethod: callbackMethod,
    callInitiatedFallbackUrl: callbackUrl,
    callInitiatedFallbackMethod: callbackMethod,
    callStatusCallbackUrl: callbackUrl,
    callStatusMethod: callbackMethod,
    callbackCreds: credentials,
    fallbackCreds: credentials,
    callbackTimeout: numberBetween(1, 25),
  })
  .partial();

const messagingChanges = z
  .strictObject({
    inboundCallbackUrl: callbackUrl,
    inboundCallbackCreds: credentials,
    outboundCallbackUrl: callbackUrl,
    outboundCallbackCreds: credentials,
    requestedCallbackTypes: z.array(
      z.enum(["message-sending", "message-sent", "message-delivered", "message-failed"]),
    ),
  })
  .partial();

/** GET /_sandbox/applications/{applicationId}: where the application's callbacks go. */
export const getApplication =
  ({ applications }: Pick<Services, "applications">): Operation =>
  (request) =>
    masked(findApplication(applications, request.params));

/** PUT /_sandbox/applications/{applicationId}: changes the fields that are given. */
export const putApplication =
  ({ applications }: Pick<Services, "applications">): Operation =>
  (request) => {
    const application = findApplication(applications, request.params);
    const changes = application.serviceType === "Voice-V2" ? voiceChanges : messagingChanges;
    return masked(Object.assign(application, parseControl(changes, request.body)));
  };

function findApplication({ voice, messaging }: Services["applications"], params: unknown) {
  const { applicationId } = parseControl(path, params);
  const application = [voice, messaging].find((other) => other.applicationId === applicationId);
  if (application === undefined) throw new ControlError(404, `Application ${applicationId} does not exist`);
  return application;
}

/** The application with every password replaced. */
function masked(application: VoiceApplication | MessagingApplication): unknown {
  return JSON.parse(JSON.stringify(application, (key, value) => (key === "password" ? "*****" : value)));
}
