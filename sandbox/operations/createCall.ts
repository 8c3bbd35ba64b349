import type { CreateCallResponse } from "bandwidth-sdk";
import { z } from "zod";
import type { Destination } from "../callbacks.ts";
import { ApiError, parseVoice } from "../errors.ts";
import type { Services } from "../services.ts";
import {
  CALLER_WORDS,
  callbackMethod,
  callbackUrl,
  caller,
  displayName,
  e164OrSipUri,
  limitedText,
  numberBetween,
  toIsoTime,
  uui,
} from "../values.ts";
import type { Call } from "../voice/call.ts";
import type { MachineDetection } from "../voice/machineDetection.ts";
import { credential, destinationOf, optionalDestination, refuseUnsafeUrl } from "./destinations.ts";
import { answerSent, type Operation } from "./operation.ts";

const seconds = z.number({ error: "must be a number" }).nonnegative("must not be negative").nullish();

const machineDetection = z
  .object({
    mode: z.enum(["sync", "async"], { error: "must be sync or async" }).nullish(),
    detectionTimeout: seconds,
    silenceTimeout: seconds,
    speechThreshold: seconds,
    speechEndThreshold: seconds,
    machineSpeechEndThreshold: seconds,
    delayResult: z.boolean({ error: "must be true or false" }).nullish(),
    callbackUrl: callbackUrl.nullish(),
    callbackMethod: callbackMethod.nullish(),
    username: credential,
    password: credential,
    fallbackUrl: callbackUrl.nullish(),
    fallbackMethod: callbackMethod.nullish(),
    fallbackUsername: credential,
    fallbackPassword: credential,
  })
  .superRefine((given, context) => {
    const { callbackUrl: url, fallbackUrl, username, password, fallbackUsername, fallbackPassword } = given;
    refuseUnsafeUrl(context, "callbackUrl", { url, username, password });
    refuseUnsafeUrl(context, "fallbackUrl", {
      url: fallbackUrl,
      username: fallbackUsername,
      password: fallbackPassword,
    });
  });

const createCallBody = (applicationId: string) =>
  z
    .object({
      to: e164OrSipUri,
      from: caller,
      displayName: displayName.nullish(),
      uui: uui(350).nullish(),
      applicationId: z.literal(applicationId, { error: "is not a voice application of this account" }),
      answerUrl: callbackUrl,
      answerMethod: callbackMethod.nullish(),
      username: credential,
      password: credential,
      answerFallbackUrl: callbackUrl.nullish(),
      answerFallbackMethod: callbackMethod.nullish(),
      fallbackUsername: credential,
      fallbackPassword: credential,
      disconnectUrl: callbackUrl.nullish(),
      disconnectMethod: callbackMethod.nullish(),
      callTimeout: numberBetween(1, 300).nullish(),
      callbackTimeout: numberBetween(1, 25).nullish(),
      machineDetection: machineDetection.nullish(),
      priority: z
        .int("must be a whole number between 1 and 5")
        .min(1, "must be between 1 and 5")
        .max(5, "must be between 1 and 5")
        .nullish(),
      tag: limitedText(4096).nullish(),
      privacy: z.boolean({ error: "must be true or false" }).nullish(),
    })
    .superRefine((given, context) => {
      const { username, password, fallbackUsername, fallbackPassword } = given;
      if (given.privacy && given.displayName && !CALLER_WORDS.includes(given.displayName)) {
        const message = `must be one of ${CALLER_WORDS.join(", ")} with privacy`;
        context.addIssue({ code: "custom", path: ["displayName"], message });
      }
      refuseUnsafeUrl(context, "answerUrl", { url: given.answerUrl, username, password });
      refuseUnsafeUrl(context, "disconnectUrl", { url: given.disconnectUrl, username, password });
      refuseUnsafeUrl(context, "answerFallbackUrl", {
        url: given.answerFallbackUrl,
        username: fallbackUsername,
        password: fallbackPassword,
      });
    });

/** POST /accounts/{accountId}/calls: queues an outbound call. */
export const createCall = ({
  applications,
  calls,
  queue,
  urls,
}: Pick<Services, "applications" | "calls" | "queue" | "urls">): Operation => {
  const body = createCallBody(applications.voice.applicationId);
  return (request, reply) => {
    const given = parseVoice(body, request.body);
    if (queue.isFull()) throw tooMany("Account call creation rate limit exceeded");
    if (calls.isFull()) throw tooMany("Account concurrent call limit exceeded");

    const { username, password, fallbackUsername, fallbackPassword } = given;
    const settings = {
      callTimeout: given.callTimeout ?? 30,
      callbackTimeout: given.callbackTimeout ?? 15,
      priority: given.priority ?? 5,
    };
    const destinations = {
      answer: destinationOf({ url: given.answerUrl, method: given.answerMethod, username, password }),
      answerFallback: optionalDestination({
        url: given.answerFallbackUrl,
        method: given.answerFallbackMethod,
        username: fallbackUsername,
        password: fallbackPassword,
      }),
      disconnect: optionalDestination({
        url: given.disconnectUrl,
        method: given.disconnectMethod,
        username,
        password,
      }),
    };
    const call = calls.place(
      {
        to: given.to,
        from: given.from,
        applicationId: given.applicationId,
        tag: given.tag,
        priority: settings.priority,
        callTimeoutMs: settings.callTimeout * 1000,
        callbackTimeoutMs: settings.callbackTimeout * 1000,
        ...destinations,
        machineDetection: given.machineDetection ? detection(given.machineDetection) : undefined,
      },
      answerSent(reply),
    );
    const callUrl = urls.call(call.callId);
    reply.code(201).header("location", callUrl);
    return {
      ...created(call),
      callUrl,
      ...settings,
      ...shown(destinations),
    } satisfies CreateCallResponse;
  };
};

const detection = (given: z.output<typeof machineDetection>): MachineDetection => ({
  mode: given.mode ?? "async",
  detectionTimeoutMs: (given.detectionTimeout ?? 15) * 1000,
  silenceTimeoutMs: (given.silenceTimeout ?? 10) * 1000,
  speechThresholdMs: (given.speechThreshold ?? 10) * 1000,
  machineSpeechEndThresholdMs: (given.machineSpeechEndThreshold ?? given.speechEndThreshold ?? 5) * 1000,
  delayResult: given.delayResult ?? false,
  callback: optionalDestination({
    url: given.callbackUrl,
    method: given.callbackMethod,
    username: given.username,
    password: given.password,
  }),
  fallback: optionalDestination({
    url: given.fallbackUrl,
    method: given.fallbackMethod,
    username: given.fallbackUsername,
    password: given.fallbackPassword,
  }),
});

const tooMany = (description: string) =>
  new ApiError(429, "error", description, { headers: { "retry-after": "1" } });

const created = ({ applicationId, accountId, callId, to, from, enqueuedTime, tag }: Call) => ({
  applicationId,
  accountId,
  callId,
  to,
  from,
  ...(enqueuedTime !== undefined && { enqueuedTime: toIsoTime(enqueuedTime) }),
  ...(tag !== undefined && { tag }),
});

/** The URLs as the answer repeats them, with the passwords masked. */
function shown(given: {
  answer: Destination;
  answerFallback: Destination | undefined;
  disconnect: Destination | undefined;
}) {
  const { answer, answerFallback, disconnect } = given;
  return {
    answerUrl: answer.url,
    answerMethod: answer.method,
    ...(answerFallback && { answerFallbackUrl: answerFallback.url }),
    answerFallbackMethod: answerFallback?.method ?? "POST",
    ...(disconnect && { disconnectUrl: disconnect.url }),
    disconnectMethod: disconnect?.method ?? "POST",
    ...(answer.credentials && { username: answer.credentials.username, password: "*****" }),
    ...(answerFallback?.credentials && {
      fallbackUsername: answerFallback.credentials.username,
      fallbackPassword: "*****",
    }),
  };
}
