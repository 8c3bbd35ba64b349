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
import {
  furthest,
  isFinal,
  type KnownMessage,
  type MessageProgress,
  progressFor,
} from "../subscriptions/messageLifecycle.ts";
import type { CompleteResolvers } from "./complete.ts";
import type { Context, Datasources } from "./context.ts";
import { eventConnection } from "./EventConnection.ts";
import { globalId } from "./globalId.ts";
import { oncePerOperation } from "./oncePerOperation.ts";
import { openEnum } from "./openEnum.ts";

/** A message as a listing tells it: an item for each recipient that was listed. */
type ListedMessage = { messageId: string; items: readonly ListMessageItem[] };

/**
 * A message as a listing tells it, or as createMessage and events do: neither has all fields of the other. Or one of which only the id
 * is at hand: `partial`.
 */
export type MessageSource = ListedMessage | (MessageBody & { partial?: true });

/** An item of a page of a listing, and its message, which it may share with others. */
export type MessageEdgeSource = { edge: { cursor: string; node: ListMessageItem }; message: ListedMessage };

const messageIdOf = (message: MessageSource) => ("id" in message ? message.id : message.messageId);

// createMessage and events say `in` and `out`, listings `INBOUND` and `OUTBOUND`.
const direction = openEnum(MessageDirection, { in: "INBOUND", out: "OUTBOUND" });
const status = openEnum(MessageStatus);
const type = openEnum(MessageType);
const priority = openEnum(MessagePriority);
const product = openEnum(MessageProduct);
const channel = openEnum(MessageChannel);

/** What a listing tells of the message; it is loaded where it is not at hand. */
function itemsOf(
  message: MessageSource,
  { messaging }: Datasources,
): MaybePromise<readonly ListMessageItem[]> {
  return "id" in message ? andThen(messaging.recipients(message.id), (items) => items ?? []) : message.items;
}

/** What createMessage or an event told of the message; of the log's where neither is at hand. */
function bodyOf(message: MessageSource, { known }: Datasources): MaybePromise<MessageBody | undefined> {
  if ("id" in message && !message.partial) return message;
  return known.message(messageIdOf(message)).then((told) => told?.body);
}

/** A resolver for a field that only listings have. What differs by recipient is told of the first. */
function listed<T>(field: (item: ListMessageItem) => T) {
  return (message: MessageSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> =>
    andThen(itemsOf(message, datasources), ([item]) => item && field(item));
}

/** A resolver for a field that both have. */
function both<T>(ofBody: (body: MessageBody) => T, ofItem: (item: ListMessageItem) => T) {
  const ofListing = listed(ofItem);
  return (message: MessageSource, args: unknown, context: Context) =>
    "id" in message && !message.partial ? ofBody(message) : ofListing(message, args, context);
}

/** A resolver for a field that no listing has. */
function told<T>(field: (body: MessageBody) => T) {
  return (message: MessageSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> =>
    andThen(bodyOf(message, datasources), (body) => body && field(body));
}

/** A message by its id, as events tell it, else a listing, else as it was accepted; nothing when neither the log nor Bandwidth knows it. */
export async function findMessage(
  { known, messaging }: Datasources,
  messageId: string,
): Promise<MessageSource | undefined> {
  const inLog = async () => (await known.message(messageId))?.body;
  const inListing = async () => {
    const items = await messaging.recipients(messageId);
    return items && { messageId, items };
  };
  const message =
    (await inLog()) ?? (await inListing()) ?? (await inLog()) ?? (await messaging.accepted(messageId));
  if (!message) known.mustBeReadable();
  return message;
}

/** The edges of a page of a listing. Those of a group message, one for each recipient, have it in common. */
export function messageEdges(edges: readonly MessageEdgeSource["edge"][]): MessageEdgeSource[] {
  const messages = new Map<string, { messageId: string; items: ListMessageItem[] }>();
  return edges.map((edge) => {
    const { messageId } = edge.node;
    const message = messages.get(messageId) ?? { messageId, items: [] };
    message.items.push(edge.node);
    messages.set(messageId, message);
    return { edge, message };
  });
}

const isToOne = (items: readonly ListMessageItem[]) =>
  items.length === 1 && (items[0]?.recipientCount ?? 1) === 1;

/** To whom it went. Of a group message a page may list some only, where the log has all. */
function recipientsOf(items: readonly ListMessageItem[], body: MessageBody | undefined) {
  const numbers = [...new Set(items.flatMap(({ destinationTn = [] }) => destinationTn))];
  return body?.to ?? (numbers.length > 0 ? numbers : undefined);
}

const listedProgress = ({ messageStatus, errorCode }: ListMessageItem): MessageProgress => ({
  status: messageStatus,
  errorCode,
});

/** How far a message is by recipient: the further of what its events told and what a listing shows. */
function progressOf(told: KnownMessage | undefined, items: readonly ListMessageItem[], only?: string) {
  const recipients = new Map(told?.recipients);
  for (const item of items) {
    const recipient = only ?? item.destinationTn ?? "";
    const shown = listedProgress(item);
    recipients.set(recipient, furthest(recipients.get(recipient), shown) ?? shown);
  }
  return recipients;
}

/** How far a message is of which no listing is at hand. It is loaded, unless the log tells that the message is final for all. */
async function loadProgress(message: MessageBody, { known, messaging }: Datasources) {
  // Of a message that came in there are events and listings for the account's own numbers only.
  const to = message.direction === "in" ? [] : (message.to ?? []);
  const byRecipient = async (items: readonly ListMessageItem[]) =>
    progressOf(await known.message(message.id), items, to.length === 1 ? to[0] : undefined);
  const ofAll = (recipients: ReadonlyMap<string, MessageProgress>) =>
    progressFor({ recipients }, to.length > 0 ? to : [...recipients.keys()]);
  const before = ofAll(await byRecipient([]));
  if (before && isFinal(before)) return before;
  try {
    const recipients = await byRecipient((await messaging.recipients(message.id)) ?? []);
    const unheard = to.filter((number) => !recipients.has(number));
    if (unheard.length > 0) known.mustBeReadable();
    // What was accepted a moment ago is neither listed nor told of.
    for (const number of unheard) recipients.set(number, { status: "QUEUED", errorCode: 0 });
    return ofAll(recipients);
  } catch (error) {
    const progress = error instanceof UpstreamError ? ofAll(await byRecipient([])) : undefined;
    if (!progress) throw error;
    return progress;
  }
}

/** How far a message is that a listing tells: once for all of its fields. */
const bringUp = oncePerOperation(async ({ messageId, items }: ListedMessage, { known }: Datasources) => {
  const recipients = progressOf(await known.message(messageId), items);
  return progressFor({ recipients }, [...recipients.keys()]);
});

/** A resolver for a field that changes as the message goes on. */
function readNow<T>(field: (progress: MessageProgress) => T) {
  return (message: MessageSource, _args: unknown, { datasources }: Context): MaybePromise<T | undefined> => {
    if ("id" in message) return loadProgress(message, datasources).then((now) => now && field(now));
    const [item] = message.items;
    // Without a promise, of which a list of messages would have hundreds.
    if (item && isToOne(message.items) && isFinal(listedProgress(item))) return field(listedProgress(item));
    return bringUp(message, datasources).then((now) => now && field(now));
  };
}

/** The same of an edge, for its recipient. */
function readNowOfEdge<T>(field: (progress: MessageProgress) => T) {
  return (
    { edge: { node: item } }: MessageEdgeSource,
    _args: unknown,
    { datasources }: Context,
  ): MaybePromise<T | undefined> => {
    if (isFinal(listedProgress(item))) return field(listedProgress(item));
    return datasources.known.message(item.messageId).then((told) => {
      const progress = progressOf(told, [item]).get(item.destinationTn ?? "");
      return progress && field(progress);
    });
  };
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
  to: (message, _args, { datasources }) =>
    "id" in message && !message.partial
      ? message.to
      : andThen(itemsOf(message, datasources), (items) =>
          isToOne(items)
            ? recipientsOf(items, undefined)
            : andThen(bodyOf(message, datasources), (body) => recipientsOf(items, body)),
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
    andThen(
      bodyOf(message, context.datasources),
      (body) => body && mediaUrlsOf(body)?.map((url) => messageMedia(url, context)),
    ),
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

export const MessageEdge: CompleteResolvers["MessageEdge"] = {
  cursor: ({ edge }) => edge.cursor,
  node: ({ message }) => message,
  to: ({ edge }) => edge.node.destinationTn,
  status: readNowOfEdge((progress) => status(progress.status)),
  rawStatus: readNowOfEdge((progress) => progress.status),
  errorCode: readNowOfEdge((progress) => progress.errorCode),
};
