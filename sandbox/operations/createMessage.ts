import { z } from "zod";
import type { Clock } from "../clock.ts";
import { ApiError, messageQueueFull } from "../errors.ts";
import { isMms, type Message, segmentCount } from "../messaging/message.ts";
import type { Services } from "../services.ts";
import { e164, isoTime, limitedText, requiredText, toIsoTime } from "../values.ts";
import { answerSent, type Operation } from "./operation.ts";

const MAX_RECIPIENTS = 10;
/** What begins with a plus is meant as a number. */
const ALPHANUMERIC_SENDER = /^(?!\+)(?=.*[A-Za-z])[A-Za-z0-9 \-+_&]{1,11}$/;

const mediaUrl = limitedText(4096).refine(
  (url) => ["http:", "https:"].includes(URL.parse(url)?.protocol ?? ""),
  "must be an http or https URL",
);

const phoneNumber = requiredText.superRefine((number, context) => {
  if (!e164.safeParse(number).success) context.addIssue(notE164(number));
});

const sender = requiredText.superRefine((from, context) => {
  if (!ALPHANUMERIC_SENDER.test(from) && !e164.safeParse(from).success) context.addIssue(notE164(from));
});

const notE164 = (number: string) => ({
  code: "custom" as const,
  message: `'${number}' must be replaced with a valid E164 formatted telephone number`,
});

const messageBody = (applicationId: string, clock: Pick<Clock, "now">) =>
  z
    .object({
      applicationId: z.literal(applicationId, { error: "is not a messaging application of this account" }),
      // The contract says a list; Bandwidth's own guides also send a single string.
      to: z
        .string()
        .transform((to) => [to])
        .or(z.array(z.unknown(), { error: "must be a list of telephone numbers" }))
        .pipe(
          z
            .array(phoneNumber)
            .min(1, "must not be empty")
            .max(MAX_RECIPIENTS, `must not hold more than ${MAX_RECIPIENTS} numbers`),
        )
        .refine((to) => new Set(to).size === to.length, "must not hold a number twice"),
      from: sender,
      text: limitedText(2048).default(""),
      media: z.array(mediaUrl, { error: "must be a list of URLs" }).optional(),
      tag: limitedText(1024).optional(),
      priority: z.enum(["default", "high"], { error: "must be default or high" }).optional(),
      expiration: requiredText
        .refine((time) => (isoTime.safeParse(time).data ?? 0) > clock.now(), "must be a time in the future")
        .optional(),
    })
    .superRefine(({ to, text, media = [], expiration }, context) => {
      if (text === "" && media.length === 0) {
        context.addIssue({ code: "custom", path: ["text"], message: "must not be empty without media" });
      }
      if (isMms({ to, media }) && expiration !== undefined) {
        context.addIssue({ code: "custom", path: ["expiration"], message: "is not supported on MMS" });
      }
    });

/** POST /users/{accountId}/messages: accepts a message. */
export const createMessage = ({
  applications,
  clock,
  ids,
  messaging,
}: Pick<Services, "applications" | "clock" | "ids" | "messaging">): Operation => {
  const body = messageBody(applications.messaging.applicationId, clock);
  return (request, reply) => {
    const now = clock.now();
    const { data, error } = body.safeParse(request.body);
    if (error) throw invalid(error);
    if (messaging.isFull()) {
      reply.header("retry-after", "1");
      throw messageQueueFull();
    }
    const { from, to, text, media, tag, priority, expiration } = data;
    const message: Message = {
      id: ids.message(now),
      owner: from,
      applicationId: data.applicationId,
      time: toIsoTime(now),
      segmentCount: segmentCount(text, media),
      direction: "out",
      to,
      from,
      text,
      ...(media && { media }),
      ...(tag !== undefined && { tag }),
      ...(priority && { priority }),
      ...(expiration && { expiration }),
    };
    messaging.send(message, applications.messaging, answerSent(reply));
    reply.code(202);
    return message;
  };
};

function invalid(error: z.ZodError): ApiError {
  return new ApiError(400, "request-validation", "Your request could not be accepted.", {
    fieldErrors: error.issues.map(({ path, message }) => ({
      fieldName: String(path[0] ?? "body"),
      description: message,
    })),
  });
}
