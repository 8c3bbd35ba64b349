import type { ListMessageItem } from "../datasources/messaging.ts";
import {
  MessageDirection,
  MessagePriority,
  MessageProduct,
  MessageStatus,
  MessageType,
} from "../generated/resolvers.ts";
import type { MessageBody } from "../messageBody.ts";
import { furthest, isFinal, type MessageProgress, progressFor } from "../subscriptions/messageLifecycle.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";
import { openEnum } from "./openEnum.ts";

/** A message as a listing tells it, or as createMessage and events do. Neither has all fields of the other. */
export type MessageSource = ListMessageItem | MessageBody;

const messageIdOf = (message: MessageSource) => ("id" in message ? message.id : message.messageId);

const recipientsOf = (message: MessageSource): readonly string[] | undefined =>
  ("id" in message ? message.to : message.destinationTn && [message.destinationTn]) || undefined;

// createMessage and events say `in` and `out`, listings `INBOUND` and `OUTBOUND`.
const direction = openEnum(MessageDirection, { in: "INBOUND", out: "OUTBOUND" });
const status = openEnum(MessageStatus);
const type = openEnum(MessageType);
const priority = openEnum(MessagePriority);
const product = openEnum(MessageProduct);

/** A resolver for a field that only listings have; for a message of another source the listing is loaded. */
function listed<T>(field: (item: ListMessageItem) => T) {
  return (
    message: MessageSource,
    _args: unknown,
    { datasources }: Context,
  ): T | undefined | Promise<T | undefined> =>
    "id" in message
      ? datasources.messaging.message(message.id).then((item) => item && field(item))
      : field(message);
}

/** A message by its id, as events tell it or else a listing; nothing when neither the log nor Bandwidth knows it. */
export async function findMessage(
  { known, messaging }: Datasources,
  messageId: string,
): Promise<MessageSource | undefined> {
  return (await known.message(messageId))?.body ?? messaging.message(messageId);
}

/** How far the message is: as a listing tells, or the log where that is further. What is final is not asked for. */
async function progress(
  message: MessageSource,
  { known, messaging }: Datasources,
): Promise<MessageProgress | undefined> {
  const item = "id" in message ? undefined : listedProgress(message);
  if (item && isFinal(item)) return item;
  const messageId = messageIdOf(message);
  const events = await known.message(messageId);
  const told = events && progressFor(events, recipientsOf(message) ?? []);
  if (told && isFinal(told)) return told;
  return furthest<MessageProgress>(item ?? listedProgress(await messaging.message(messageId)), told);
}

const listedProgress = (item: ListMessageItem | undefined) =>
  item && { status: item.messageStatus, errorCode: item.errorCode };

/** A resolver for a field that changes as the message goes on. */
function readNow<T>(field: (progress: MessageProgress) => T) {
  return async (message: MessageSource, _args: unknown, { datasources }: Context): Promise<T | undefined> => {
    const now = await progress(message, datasources);
    return now && field(now);
  };
}

/** A resolver for a field that no listing has. */
function told<T>(field: (body: MessageBody) => T) {
  return (message: MessageSource): T | undefined => ("id" in message ? field(message) : undefined);
}

export const Message: CompleteResolvers["Message"] = {
  id: (message) => globalId("Message", messageIdOf(message)),
  messageId: messageIdOf,
  api: () => "V2",
  accountId: listed((item) => item.accountId),
  applicationId: told((body) => body.applicationId),
  owner: told((body) => body.owner),
  from: (message) => ("id" in message ? message.from : message.sourceTn),
  to: recipientsOf,
  direction: (message) => direction("id" in message ? message.direction : message.messageDirection),
  rawDirection: (message) => ("id" in message ? message.direction : message.messageDirection),
  status: readNow((progress) => status(progress.status)),
  rawStatus: readNow((progress) => progress.status),
  type: listed((item) => type(item.messageType)),
  rawType: listed((item) => item.messageType),
  time: (message) => ("id" in message ? message.time : message.receiveTime),
  segmentCount: (message) => message.segmentCount,
  errorCode: readNow((progress) => progress.errorCode),
  text: told((body) => body.text || undefined),
  mediaUrls: told((body) => body.media),
  tag: told((body) => body.tag),
  priority: told((body) => priority(body.priority)),
  rawPriority: told((body) => body.priority),
  expiration: told((body) => body.expiration),
  carrierName: listed((item) => item.carrierName),
  messageSize: listed((item) => item.messageSize),
  messageLength: listed((item) => item.messageLength),
  attachmentCount: listed((item) => item.attachmentCount),
  recipientCount: listed((item) => item.recipientCount),
  campaignClass: listed((item) => item.campaignClass),
  campaignId: listed((item) => item.campaignId),
  bwLatency: listed((item) => item.bwLatency),
  carrierLatency: listed((item) => item.carrierLatency),
  callingNumberCountryA3: listed((item) => item.callingNumberCountryA3),
  calledNumberCountryA3: listed((item) => item.calledNumberCountryA3),
  product: listed((item) => product(item.product)),
  rawProduct: listed((item) => item.product),
  location: listed((item) => item.location),
  events: (message, args, context) => eventConnection(context, { messageId: messageIdOf(message) }, args),
};
