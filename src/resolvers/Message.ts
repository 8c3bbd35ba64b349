import type { ListMessageItem } from "../datasources/messaging.ts";
import {
  MessageChannel,
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

/**
 * A message as a listing tells it, or as createMessage and events do: neither has all fields of the other. Or one of which only the id
 * is at hand: `partial`.
 */
export type MessageSource = ListMessageItem | (MessageBody & { partial?: true });

const messageIdOf = (message: MessageSource) => ("id" in message ? message.id : message.messageId);

const recipientOf = ({ destinationTn }: ListMessageItem): readonly string[] | undefined =>
  destinationTn ? [destinationTn] : undefined;

// createMessage and events say `in` and `out`, listings `INBOUND` and `OUTBOUND`.
const direction = openEnum(MessageDirection, { in: "INBOUND", out: "OUTBOUND" });
const status = openEnum(MessageStatus);
const type = openEnum(MessageType);
const priority = openEnum(MessagePriority);
const product = openEnum(MessageProduct);
const channel = openEnum(MessageChannel);

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
  const recipients = "id" in message ? (message.to ?? events?.body?.to) : recipientOf(message);
  const told = events && progressFor(events, recipients ?? []);
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

/** A resolver for a field that both have. */
function both<T>(ofBody: (body: MessageBody) => T, ofItem: (item: ListMessageItem) => T) {
  const ofListing = listed(ofItem);
  return (message: MessageSource, args: unknown, context: Context) =>
    "id" in message && !message.partial ? ofBody(message) : ofListing(message, args, context);
}

/** A resolver for a field that no listing has. */
function told<T>(field: (body: MessageBody) => T) {
  return (message: MessageSource): T | undefined => ("id" in message ? field(message) : undefined);
}

/** A file of a message, by the URL that Bandwidth tells. Only what the account keeps there is signed. */
function messageMedia(url: string, { mediaBytes, mediaUrls }: Context) {
  const mediaId = mediaBytes.mediaIdOf(url);
  const path = mediaId ?? (URL.canParse(url) ? decoded(new URL(url).pathname) : "");
  return {
    url: mediaId === undefined ? url : mediaUrls.sign({ mediaId }),
    fileName: path.slice(path.lastIndexOf("/") + 1) || undefined,
    mediaId,
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function mediaUrlsOf({ media, content }: MessageBody): readonly string[] | undefined {
  return media ?? (content?.media?.fileUrl ? [content.media.fileUrl] : undefined);
}

export const Message: CompleteResolvers["Message"] = {
  id: (message) => globalId("Message", messageIdOf(message)),
  messageId: messageIdOf,
  api: () => "V2",
  accountId: listed((item) => item.accountId),
  applicationId: told((body) => body.applicationId),
  owner: told((body) => body.owner),
  from: both(
    (body) => body.from,
    (item) => item.sourceTn,
  ),
  to: both(({ to }) => to, recipientOf),
  direction: both(
    (body) => direction(body.direction),
    (item) => direction(item.messageDirection),
  ),
  rawDirection: both(
    (body) => body.direction,
    (item) => item.messageDirection,
  ),
  status: readNow((progress) => status(progress.status)),
  rawStatus: readNow((progress) => progress.status),
  type: listed((item) => type(item.messageType)),
  rawType: listed((item) => item.messageType),
  time: both(
    (body) => body.time,
    (item) => item.receiveTime,
  ),
  segmentCount: both(
    (body) => body.segmentCount,
    (item) => item.segmentCount,
  ),
  errorCode: readNow((progress) => progress.errorCode),
  // Of a message that came in over RCS text and media are in its content.
  text: told((body) => body.text || body.content?.text || undefined),
  mediaUrls: told(mediaUrlsOf),
  media: (message, _args, context) =>
    "id" in message ? mediaUrlsOf(message)?.map((url) => messageMedia(url, context)) : undefined,
  channel: told((body) => channel(body.channel)),
  rawChannel: told((body) => body.channel),
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
