import { setImmediate } from "node:timers/promises";
import { documentOf, withoutPasswords } from "../bxml/document.ts";
import { eventUrl } from "../bxml/eventUrls.ts";
import { CallScript } from "../callControl/callScripts.ts";
import type { NumberInformation } from "../datasources/lookup.ts";
import type { MessageQuery } from "../datasources/messaging.ts";
import type { MessageFilter } from "../generated/resolvers.ts";
import { readDeliveries } from "../subscriptions/deliveries.ts";
import { verbsFor } from "./BxmlInput.ts";
import { badInput, parseArgument } from "./badInput.ts";
import { findCall } from "./Call.ts";
import { findConference } from "./Conference.ts";
import type { CompleteResolvers } from "./complete.ts";
import { checkFirst, connect, takeNodes, weightOf } from "./connection.ts";
import { eventConnection, newestCursor } from "./EventConnection.ts";
import { eventFilter } from "./EventFilter.ts";
import { PhoneNumbers } from "./LookupInputs.ts";
import { findMessage, messageEdges } from "./Message.ts";
import { findNode } from "./Node.ts";

export const Query: CompleteResolvers["Query"] = {
  call: (_parent, { callId }, { datasources }) => findCall(datasources, callId),

  calls(_parent, { filter, ...page }, { datasources }) {
    const query = {
      to: filter?.to ?? undefined,
      from: filter?.from ?? undefined,
      minStartTime: filter?.minStartTime?.toISOString(),
      maxStartTime: filter?.maxStartTime?.toISOString(),
      disconnectCause: filter?.disconnectCause ?? undefined,
    };
    return connect({ name: "calls", filter: query }, page, (size, token) =>
      datasources.voice.calls(query, size, token),
    );
  },

  conference: (_parent, { conferenceId }, { datasources }) => findConference(datasources, conferenceId),

  conferences(_parent, { filter, ...page }, { datasources }) {
    const query = {
      name: filter?.name ?? undefined,
      minCreatedTime: filter?.minCreatedTime?.toISOString(),
      maxCreatedTime: filter?.maxCreatedTime?.toISOString(),
    };
    return connect({ name: "conferences", filter: query }, page, (size, token) =>
      datasources.conferences.conferences(query, size, token),
    );
  },

  async bxml(_parent, { verbs }, { nodes, callbackTarget }) {
    // One of an operation after the other and with a pause: a document of full length takes a tenth of a second.
    const [document = ""] = await takeNodes(nodes, async () => {
      await setImmediate();
      const checked = parseArgument("verbs", verbsFor("call"), verbs);
      return [documentOf({ verbs: withoutPasswords(checked) }, eventUrl(callbackTarget))];
    });
    return document;
  },

  recording: (_parent, key, { datasources }) => datasources.recordings.recording(key),

  recordings: (_parent, { filter }, { datasources }) =>
    datasources.recordings.accountRecordings({
      to: filter?.to ?? undefined,
      from: filter?.from ?? undefined,
      minStartTime: filter?.minStartTime?.toISOString(),
      maxStartTime: filter?.maxStartTime?.toISOString(),
    }),

  mediaFiles: (_parent, page, { datasources }) =>
    connect({ name: "mediaFiles" }, page, (_size, token) => datasources.media.files(token)),

  mediaFile: (_parent, { mediaId }, { datasources }) => datasources.media.file(mediaId),

  lookupPhoneNumbers: (_parent, { phoneNumbers }, { datasources }) =>
    // Promises one by one, so that a request that fails costs its 100 numbers only. That one may hold nothing, as graphql-js allows,
    // is beyond the generated types.
    parseArgument("phoneNumbers", PhoneNumbers, phoneNumbers).map(
      (number) => datasources.lookup.number(number) as Promise<NumberInformation>,
    ),

  lookup: (_parent, { requestId }, { datasources }) => datasources.lookup.request(requestId),

  message: (_parent, { messageId }, { datasources }) => findMessage(datasources, messageId),

  async messages(_parent, { filter, sort, ...page }, { datasources }) {
    const query = messageQuery(filter, sort ?? undefined);
    const { limitTotalCount: _, ...filterOfList } = query;
    const {
      edges,
      pageInfo,
      page: last,
    } = await connect({ name: "messages", filter: filterOfList }, page, (size, token) =>
      datasources.messaging.messages(query, size, token),
    );
    return { edges: messageEdges(edges), pageInfo, totalCount: last?.totalCount };
  },

  statistics: (_parent, _args, { datasources }) => datasources.voice.statistics(),

  events: (_parent, { filter, ...page }, context) => eventConnection(context, eventFilter(filter), page),

  newestCursor: (_parent, _args, { log }) => newestCursor(log),

  callScripts: (_parent, page, { callScripts }) =>
    connect({ name: "callScripts" }, page, async (size, token = "") => {
      const listed = await callScripts.list(token, size + 1);
      const items = listed.slice(0, size).map(({ script }) => CallScript.parse(JSON.parse(script)));
      return { items, next: listed.length > size ? listed[size - 1]?.id : undefined };
    }),

  callbackDeliveries(_parent, { filter, first }, context) {
    checkFirst(first);
    const conditions = {
      callId: filter?.callId ?? undefined,
      from: filter?.minReceivedAt?.getTime() ?? Number.NEGATIVE_INFINITY,
      to: filter?.maxReceivedAt?.getTime() ?? Number.POSITIVE_INFINITY,
      outcome: filter?.outcome ?? undefined,
    };
    const read = () => readDeliveries(context, conditions, first);
    return takeNodes(context.nodes, read, ({ body }) => weightOf(body.length));
  },

  node: (_parent, { id }, { datasources }) => findNode(datasources, id),
};

/** The filter as query parameters; Bandwidth refuses a listing without any. */
function messageQuery(filter: MessageFilter, sort: string | undefined): MessageQuery {
  if (filter.messageStatus === "UNKNOWN") throw badInput("filter.messageStatus", "cannot be UNKNOWN");
  if (filter.messageDirection === "UNKNOWN") throw badInput("filter.messageDirection", "cannot be UNKNOWN");
  if (filter.messageType === "UNKNOWN") throw badInput("filter.messageType", "cannot be UNKNOWN");
  if (sort !== undefined && !/^[A-Za-z]+:(asc|desc)$/.test(sort)) {
    throw badInput("sort", "must be a field and a direction, such as sourceTn:desc");
  }
  if (filter.product === "UNKNOWN") throw badInput("filter.product", "cannot be UNKNOWN");
  const { limitTotalCount: _, ...conditions } = filter;
  if (Object.values(conditions).every((value) => value === undefined || value === null)) {
    throw badInput("filter", "must have a condition");
  }
  return {
    messageId: filter.messageId ?? undefined,
    sourceTn: filter.sourceTn ?? undefined,
    destinationTn: filter.destinationTn ?? undefined,
    messageStatus: filter.messageStatus ?? undefined,
    messageDirection: filter.messageDirection ?? undefined,
    carrierName: filter.carrierName ?? undefined,
    messageType: filter.messageType?.toLowerCase(),
    errorCode: filter.errorCode ?? undefined,
    fromDateTime: filter.fromDateTime?.toISOString(),
    toDateTime: filter.toDateTime?.toISOString(),
    campaignId: filter.campaignId ?? undefined,
    fromBwLatency: filter.fromBwLatency ?? undefined,
    bwQueued: filter.bwQueued ?? undefined,
    product: filter.product ?? undefined,
    location: filter.location ?? undefined,
    carrierQueued: filter.carrierQueued ?? undefined,
    fromCarrierLatency: filter.fromCarrierLatency ?? undefined,
    callingNumberCountryA3: filter.callingNumberCountryA3 ?? undefined,
    calledNumberCountryA3: filter.calledNumberCountryA3 ?? undefined,
    fromSegmentCount: filter.fromSegmentCount ?? undefined,
    toSegmentCount: filter.toSegmentCount ?? undefined,
    fromMessageSize: filter.fromMessageSize ?? undefined,
    toMessageSize: filter.toMessageSize ?? undefined,
    limitTotalCount: filter.limitTotalCount ?? undefined,
    sort,
  };
}
