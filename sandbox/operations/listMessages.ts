import type { MessagesList } from "bandwidth-sdk";
import { z } from "zod";
import { messagingBadRequest, parseMessagingQuery } from "../errors.ts";
import { listMessageItem, type MessageRecord } from "../messaging/message.ts";
import type { Services } from "../services.ts";
import { isoTime } from "../values.ts";
import type { Operation } from "./operation.ts";

/** Bandwidth searches no deeper than this. */
const MAX_DEPTH = 10_000;

const SORTABLE = [
  "messageId",
  "sourceTn",
  "destinationTn",
  "messageStatus",
  "messageDirection",
  "messageType",
  "segmentCount",
  "errorCode",
  "receiveTime",
] as const;

/** One number, up to ten of them separated by commas, or the beginning of one. */
const telephoneNumbers = z
  .string()
  .transform((text) => text.split(","))
  .refine((numbers) => numbers.length <= 10, "must not hold more than 10 numbers")
  .refine((numbers) => numbers.every((number) => number.length >= 5), "must have at least 5 characters");

const PRODUCTS = [
  "LOCAL_A2P",
  "P2P",
  "SHORT_CODE_REACH",
  "TOLL_FREE",
  "HOSTED_SHORT_CODE",
  "ALPHA_NUMERIC",
  "RBM_MEDIA",
  "RBM_RICH",
  "RBM_CONVERSATIONAL",
] as const;

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number)
  .optional();

const flag = z
  .enum(["true", "false"])
  .transform((text) => text === "true")
  .optional();

const listMessagesQuery = z.object({
  messageId: z.string().optional(),
  sourceTn: telephoneNumbers.optional(),
  destinationTn: telephoneNumbers.optional(),
  messageStatus: z
    .enum(["RECEIVED", "QUEUED", "SENDING", "SENT", "FAILED", "DELIVERED", "ACCEPTED", "UNDELIVERED"])
    .optional(),
  messageDirection: z.enum(["INBOUND", "OUTBOUND"]).optional(),
  carrierName: z.string().optional(),
  messageType: z.enum(["sms", "mms", "rcs"]).optional(),
  errorCode: z.string().regex(/^\d+$/, "must be a whole number").transform(Number).optional(),
  fromDateTime: isoTime.optional(),
  toDateTime: isoTime.optional(),
  campaignId: z.string().optional(),
  fromBwLatency: wholeNumber,
  bwQueued: flag,
  product: z.enum(PRODUCTS).optional(),
  location: z.string().optional(),
  carrierQueued: flag,
  fromCarrierLatency: wholeNumber,
  callingNumberCountryA3: z.string().optional(),
  calledNumberCountryA3: z.string().optional(),
  fromSegmentCount: wholeNumber,
  toSegmentCount: wholeNumber,
  fromMessageSize: wholeNumber,
  toMessageSize: wholeNumber,
  sort: z
    .string()
    .transform((text) => text.split(":"))
    .pipe(
      z.tuple([z.enum(SORTABLE), z.enum(["asc", "desc"])], {
        error: "must be a field and asc or desc, for example sourceTn:desc",
      }),
    )
    .default(["receiveTime", "desc"]),
  pageToken: z.string().optional(),
  limit: z
    .string()
    .regex(/^\d{1,5}$/, "must be a whole number")
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= MAX_DEPTH, `must be between 1 and ${MAX_DEPTH}`)
    .default(100),
  limitTotalCount: z.enum(["true", "false"]).default("false"),
});

type Query = z.output<typeof listMessagesQuery>;

/** GET /users/{accountId}/messages: a page of the message records that match the filters, newest first. */
export const listMessages =
  ({ store, urls }: Pick<Services, "store" | "urls">): Operation =>
  (request) => {
    const query = parseMessagingQuery(listMessagesQuery, request.query);
    const { sort, limit: _limit, pageToken: _token, limitTotalCount: _capped, ...filters } = query;
    if (Object.values(filters).every((filter) => filter === undefined)) {
      throw messagingBadRequest("At least one query parameter is required to search messages");
    }
    const compare = comparator(sort);
    const found = [...store.messages()]
      .filter((record) => matches(record, query))
      .sort((a, b) => compare(placeOf(a, sort), placeOf(b, sort)));
    const [start, end] = pageBounds(found, query);
    if (end > MAX_DEPTH) {
      throw messagingBadRequest(`The sum of limit and after cannot be more than ${MAX_DEPTH}`);
    }
    const page = found.slice(start, end);
    const url = (token: string) => pageUrl(urls.messages(), request.url, token);
    const first = page[0];
    const last = page.at(-1);
    const next = last && end < found.length ? tokenFor("after", last, sort) : undefined;
    const previous = first && start > 0 ? tokenFor("before", first, sort) : undefined;
    return {
      totalCount: found.length,
      pageInfo: {
        ...(previous && { prevPage: url(previous), prevPageToken: previous }),
        ...(next && { nextPage: url(next), nextPageToken: next }),
      },
      messages: page.map(listMessageItem),
    } satisfies MessagesList;
  };

/** Filters that a record passes if it has the very value that is asked for. */
const EQUAL = [
  "messageId",
  "messageStatus",
  "messageDirection",
  "carrierName",
  "messageType",
  "errorCode",
  "campaignId",
  "product",
  "location",
  "callingNumberCountryA3",
  "calledNumberCountryA3",
] as const;

function matches(record: MessageRecord, query: Query): boolean {
  const item = listMessageItem(record);
  return (
    EQUAL.every((name) => query[name] === undefined || item[name] === query[name]) &&
    isAmong(record.sourceTn, query.sourceTn) &&
    isAmong(record.destinationTn, query.destinationTn) &&
    isWithin(record.receiveTime, query.fromDateTime, query.toDateTime) &&
    isWithin(record.bwLatency, query.fromBwLatency, undefined) &&
    isWithin(record.carrierLatency, query.fromCarrierLatency, undefined) &&
    isWithin(record.segmentCount, query.fromSegmentCount, query.toSegmentCount) &&
    isWithin(item.messageSize, query.fromMessageSize, query.toMessageSize) &&
    (query.bwQueued === undefined || BW_QUEUED.includes(record.messageStatus) === query.bwQueued) &&
    (query.carrierQueued === undefined || (record.messageStatus === "SENT") === query.carrierQueued)
  );
}

/** The states of a message that has not left Bandwidth. */
const BW_QUEUED: readonly MessageRecord["messageStatus"][] = ["QUEUED", "SENDING"];

/** Whether a value lies between two bounds, where there are any; one that is not known does not. */
function isWithin(value: number | null, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return value !== null && value >= (from ?? value) && value <= (to ?? value);
}

function isAmong(number: string, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined) return true;
  const [only, ...others] = wanted;
  return others.length === 0 && only !== undefined ? number.startsWith(only) : wanted.includes(number);
}

/** A record's place in the order that is asked for. */
type Place = readonly [value: string | number, sequence: number];

const placeOf = (record: MessageRecord, [field]: Query["sort"]): Place => [record[field], record.sequence];

function comparator([, direction]: Query["sort"]) {
  const sign = direction === "asc" ? 1 : -1;
  return ([a, aSequence]: Place, [b, bSequence]: Place) => {
    if (a !== b) return a < b ? -sign : sign;
    return sign * (aSequence - bSequence);
  };
}

// A page token holds the place next to the page, so a page keeps it while newer messages arrive, and while those that it
// began or ended with leave the search.
const pageToken = z.tuple([z.enum(["after", "before"]), z.string().or(z.number()), z.number()]);

const tokenFor = (side: "after" | "before", record: MessageRecord, sort: Query["sort"]) =>
  Buffer.from(JSON.stringify([side, ...placeOf(record, sort)])).toString("base64url");

function readToken(token: string) {
  try {
    return pageToken.parse(JSON.parse(Buffer.from(token, "base64url").toString("utf8")));
  } catch {
    throw messagingBadRequest("Invalid pageToken: is not a page token of this search");
  }
}

/** Where the page begins, and where the records after it do. */
function pageBounds(found: readonly MessageRecord[], query: Query): [start: number, end: number] {
  const { sort, limit } = query;
  if (query.pageToken === undefined) return [0, limit];
  const [side, ...place] = readToken(query.pageToken);
  const compare = comparator(sort);
  const isBefore = (order: number) => order < 0 || (order === 0 && side === "after");
  const before = found.filter((record) => isBefore(compare(placeOf(record, sort), place))).length;
  return side === "after" ? [before, before + limit] : [Math.max(0, before - limit), before];
}

function pageUrl(messagesUrl: string, requestUrl: string, token: string): string {
  const url = new URL(messagesUrl);
  url.search = new URL(requestUrl, messagesUrl).search;
  url.searchParams.set("pageToken", token);
  return url.href;
}
