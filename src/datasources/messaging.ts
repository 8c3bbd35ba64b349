import type { MessageRequest } from "bandwidth-sdk";
import { z } from "zod";
import { int, list, object, parseJson, text, time } from "../lenient.ts";
import { MessageBody } from "../messageBody.ts";
import type { Accepted } from "./accepted.ts";
import { createLoader, type Page } from "./loader.ts";
import type { RequestBody } from "./requestBody.ts";
import { path, type Query, type Rest } from "./rest.ts";

/** A message as listMessages gives it. */
const ListMessageItem = z.object({
  messageId: z.string(),
  accountId: text,
  sourceTn: text,
  destinationTn: text,
  messageStatus: text,
  messageDirection: text,
  messageType: text,
  segmentCount: int,
  errorCode: int,
  receiveTime: time,
  carrierName: text,
  messageSize: int,
  messageLength: int,
  attachmentCount: int,
  recipientCount: int,
  campaignClass: text,
  campaignId: text,
  bwLatency: int,
  carrierLatency: int,
  callingNumberCountryA3: text,
  calledNumberCountryA3: text,
  product: text,
  location: text,
});
export type ListMessageItem = z.infer<typeof ListMessageItem>;

const MessagesList = z.object({
  totalCount: int,
  pageInfo: object({ nextPageToken: text }),
  messages: list(ListMessageItem),
});

/** Query parameters of listMessages. */
export type MessageQuery = {
  messageId?: string | undefined;
  sourceTn?: string | undefined;
  destinationTn?: string | undefined;
  messageStatus?: string | undefined;
  messageDirection?: string | undefined;
  carrierName?: string | undefined;
  messageType?: string | undefined;
  errorCode?: number | undefined;
  fromDateTime?: string | undefined;
  toDateTime?: string | undefined;
  campaignId?: string | undefined;
  fromBwLatency?: number | undefined;
  bwQueued?: boolean | undefined;
  product?: string | undefined;
  location?: string | undefined;
  carrierQueued?: boolean | undefined;
  fromCarrierLatency?: number | undefined;
  callingNumberCountryA3?: string | undefined;
  calledNumberCountryA3?: string | undefined;
  fromSegmentCount?: number | undefined;
  toSegmentCount?: number | undefined;
  fromMessageSize?: number | undefined;
  toMessageSize?: number | undefined;
  limitTotalCount?: boolean | undefined;
  sort?: string | undefined;
};

/**
 * Bandwidth's messaging API for one request: what the request has read once it does not read again. What was sent is kept as createMessage
 * answered.
 */
export function createMessaging(rest: Rest, accountId: string, accepted: Accepted) {
  const messages = path`users/${accountId}/messages`;
  const search = async (query: Query) =>
    (await rest.get(messages, MessagesList, { query, rate: "messageLists" })).body;

  const recipients = createLoader(
    rest.calls,
    async (messageId: string) => {
      const { messages } = await search({ messageId });
      const items = messages.filter((item) => item.messageId === messageId);
      return items.length > 0 ? items : undefined;
    },
    (messageId) => messageId,
  );

  return {
    /** listMessages by id, for there is no operation that gets one: an item for each recipient; `undefined` when Bandwidth does not know it. */
    recipients: (messageId: string) => recipients.load(messageId),

    /** listMessages. Primes `recipients` with what is of one alone: the others of a group message may be on another page. */
    async messages(filter: MessageQuery, limit: number, pageToken?: string) {
      const body = await search({ ...filter, limit, pageToken });
      const alone = body.messages.filter(({ recipientCount = 1 }) => recipientCount === 1);
      recipients.prime(
        alone.map((item) => [item]),
        ([item]) => item?.messageId ?? "",
      );
      const page: Page<ListMessageItem> = {
        items: body.messages,
        next: body.pageInfo?.nextPageToken || undefined,
      };
      return { ...page, totalCount: body.totalCount };
    },

    /** createMessage. */
    async createMessage(request: RequestBody<MessageRequest>) {
      const created = await rest.post(messages, request, MessageBody, "messages");
      await accepted.keep(created.id, JSON.stringify(created));
      return created;
    },

    /** What createMessage answered, for the time that Bandwidth may not list the message yet. */
    async accepted(messageId: string): Promise<MessageBody | undefined> {
      const kept = await accepted.find(messageId);
      return kept === undefined ? undefined : MessageBody.safeParse(parseJson(kept)).data;
    },
  };
}
export type Messaging = ReturnType<typeof createMessaging>;
