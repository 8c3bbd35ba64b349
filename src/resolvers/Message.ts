import type { ListMessageItem } from "../datasources/messaging.ts";
import { UpstreamError } from "../datasources/upstreamError.ts";
import {
  MessageChannel,
  MessageDirection,
  MessagePriority,
  MessageProduct,
  MessageStatus,
  MessageType,
} from "../generated/enums.ts";
import { andThen, type MaybePromise } from "../maybePromise.ts";
import type { MessageBody } from "../messageBody.ts";
import { furthest, isFinal, type MessageProgress, progressFor } from "../subscriptions/messageLifecycle.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";
import { oncePerOperation } from "./oncePerOperation.ts";
import { openEnum } from "./openEnum.ts";

/**
 * A message as a listing tells it, or as createMessage and events do: neither has all fields of the other. Or one of which only the id
 * is at hand: `partial`.
 */
export type MessageSource = ListMessageItem | (MessageBody & { partial?: true });

const messageIdOf = (message: MessageSource) => ("id" in message ? message.id : message.messageId);

// createMessage and events say `in` and `out`, listings `INBOUND` and `OUTBOUND`.
const direction = openEnum(MessageDirection, { in: "INBOUND", out: "OUTBOUND" });
const status = openEnum(MessageStatus);
const type = openEnum(MessageType);
const priority = openEnum(MessagePriority);
const product = openEnum(MessageProduct);
const channel = openEnum(MessageChannel);

/** A resolver for a field that only listings have; for a message of another source the listing is loaded. */
function listed<T>(field: (item: ListMessageItem) => T) {
  return (message: MessageSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> =>
    "id" in message
      ? andThen(datasources.messaging.message(message.id), (item) => item && field(item))
      : field(message);
}

/** A resolver for a field that both have. */
function both<T>(ofBody: (body: MessageBody) => T, ofItem: (item: ListMessageItem) => T) {
  const ofListing = listed(ofItem);
  return (message: MessageSource, args: unknown, context: Context) =>
    "id" in message && !message.partial ? ofBody(message) : ofListing(message, args, context);
}

/** A message by its id, as events tell it or else a listing; nothing when neither the log nor Bandwidth knows it. */
export async function findMessage(
  { known, messaging }: Datasources,
  messageId: string,
): Promise<MessageSource | undefined> {
  const told = async () => (await known.message(messageId))?.body;
  const message = (await told()) ?? (await messaging.message(messageId)) ?? (await told());
  if (!message) known.mustBeReadable();
  return message;
}

const listedProgress = ({ messageStatus, errorCode }: ListMessageItem): MessageProgress => ({
  status: messageStatus,
  errorCode,
});

/** How far a message is of which no listing is at hand: for each recipient as the log tells, or a listing where that is further. */
async function loadProgress(message: MessageBody, { known, messaging }: Datasources) {
  const told = async () =>
    (await known.message(message.id))?.recipients ?? new Map<string, MessageProgress>();
  // Of a message that came in there are events and listings for the account's own numbers only.
  const to = message.direction === "in" ? [] : (message.to ?? []);
  const progressOf = (recipients: ReadonlyMap<string, MessageProgress>) =>
    progressFor({ recipients }, to.length > 0 ? to : [...recipients.keys()]);
  const before = progressOf(await told());
  if (before && isFinal(before)) return before;
  try {
    const items = (await messaging.recipients(message.id)) ?? [];
    const all = new Map(await told());
    for (const item of items) {
      const recipient = (to.length === 1 ? to[0] : item.destinationTn) ?? "";
      all.set(recipient, furthest(listedProgress(item), all.get(recipient)) ?? listedProgress(item));
    }
    return progressOf(all);
  } catch (error) {
    const progress = error instanceof UpstreamError ? progressOf(await told()) : undefined;
    if (!progress) throw error;
    return progress;
  }
}

/** The same of one that a listing tells, for its recipient: once for all of its fields. */
const bringUp = oncePerOperation(async (item: ListMessageItem, { known }: Datasources) => {
  const events = await known.message(item.messageId);
  const told = events && progressFor(events, item.destinationTn === undefined ? [] : [item.destinationTn]);
  return told && isFinal(told) ? told : furthest(listedProgress(item), told);
});

/** A resolver for a field that changes as the message goes on. */
function readNow<T>(field: (progress: MessageProgress) => T) {
  return (message: MessageSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> => {
    if ("id" in message) return loadProgress(message, datasources).then((now) => now && field(now));
    const item = listedProgress(message);
    // Without a promise, of which a list of messages would have hundreds.
    return isFinal(item) ? field(item) : bringUp(message, datasources).then((now) => now && field(now));
  };
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
  to: both(
    (body) => body.to,
    (item) => (item.destinationTn ? [item.destinationTn] : undefined),
  ),
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
